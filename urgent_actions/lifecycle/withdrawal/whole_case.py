"""Which pages a case is: all of its urgent actions in all languages and sections, published or not."""

from typing import Any

from django.db.models import Q

from ...models.swap import page_model
from ..refusal import DecisionRefused
from ..versions import MOST, TOO_MANY


def whole_case(page: Any) -> list[Any]:
    """Return all pages of the case of ``page``, itself first; raise DecisionRefused if they are more than a case has.

    Those of the same number, their translations, the pages with the numbers of those, and so on until nothing comes
    new: also a draft, a copy, and a page that nobody may see.
    """
    found: dict[int, Any] = {}
    keys, numbers = {page.translation_key}, {page.ua_number} - {""}
    while True:
        same = Q(translation_key__in=keys) | Q(ua_number__in=numbers)
        pages = page_model()._default_manager.filter(same).select_related("locale").order_by("pk")[: MOST + 1]
        found = {each.pk: each for each in pages}
        if len(found) > MOST:
            raise DecisionRefused(TOO_MANY, most=MOST)
        more = {each.translation_key for each in found.values()}, {each.ua_number for each in found.values()} - {""}
        if (keys | more[0], numbers | more[1]) == (keys, numbers):
            return sorted(found.values(), key=lambda each: (each.pk != page.pk, each.pk))
        keys, numbers = keys | more[0], numbers | more[1]
