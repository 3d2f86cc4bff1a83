"""Whose pages tell of an urgent action: those of its case in all languages, as their timelines do."""

from collections.abc import Collection

from django.db.models import Q

from ...models.publications import Publication


def of_their_cases(ids: Collection[int]) -> list[int]:
    """Return the ids of all that is published of the cases of these, themselves included. Two queries.

    A version in another language may bear no number, or another one; it belongs to the case of what it translates.
    """
    own = Publication.objects.filter(pk__in=ids).values_list("translation_key", "ua_number")
    keys, numbers = {key for key, _ in own}, {number for _, number in own} - {""}
    versions = Publication.objects.filter(translation_key__in=keys).exclude(ua_number="")
    same = Q(translation_key__in=keys) | Q(ua_number__in=numbers) | Q(ua_number__in=versions.values("ua_number"))
    found = Publication.objects.filter(same).values("translation_key")
    return list(Publication.objects.filter(translation_key__in=found).order_by("pk").values_list("pk", flat=True))
