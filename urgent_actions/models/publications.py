"""What is published: the read model that API, feeds, search and the public site serve from (ADR 0015).

A ``Publication`` is a live, public urgent action of one section. What the public reads of it changes at known moments
(the last days begin, the deadline passes, it is gone), so it is stored once for each stretch of time between them, as
an ``Edition``. No job has to run for the truth to be right: the edition in force is the one whose time it is.
"""

import uuid
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, Self

from django.db import models
from django.db.models import Case, IntegerField, Q, Value, When

from ..rules.status import ALLOWANCES, Status
from .swap import PAGE
from .words import WordsField
from .written_json import WrittenJSONField

BEGINNING, END = datetime(1970, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)
WRITABLE = [status.value for status, allowed in ALLOWANCES.items() if allowed.letters]


class Publication(models.Model):
    """A live, public urgent action in one language of one section, as it was when it was last built."""

    page = models.OneToOneField(PAGE, on_delete=models.CASCADE, primary_key=True, related_name="publication")
    site = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=100)
    translation_key = models.UUIDField(default=uuid.uuid4, db_index=True)
    title = models.TextField()
    url = models.TextField()
    ua_number = models.CharField(max_length=32, blank=True)
    ordinal = models.PositiveSmallIntegerField(null=True)
    index_number = models.CharField(max_length=64, blank=True, db_index=True)
    issued_on = models.DateField(null=True)
    deadline = models.DateField(null=True, db_index=True)
    expiring_from = models.DateTimeField(null=True)
    expired_from = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)
    gone_at = models.DateTimeField(null=True)
    first_published_at = models.DateTimeField(null=True)
    last_published_at = models.DateTimeField(null=True)
    contents = WrittenJSONField()
    """List of ``{"until": moment or None, "content": representation.Content}``: a link may lose its page."""
    keeps_record = models.BooleanField(default=False)
    """The contacts are those that stood here when it closed; the directory has others now."""
    head = models.TextField(blank=True)
    """Words of the title, names and numbers: what is found here comes first."""
    words = WordsField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["ua_number", "site", "language"], name="publication_case")]

    def __str__(self) -> str:
        return self.title


class Mark(models.Model):
    """Something that publications are filtered and counted by, or that they are built from."""

    class Kind(models.TextChoices):
        COUNTRY = "country"
        CONCERN = "concern"
        LANGUAGE = "language"
        """One of the languages in which to write."""
        MISSIONS = "missions"
        """A country whose missions get copies. The kinds from here on say what a change elsewhere reaches."""
        OFFICIAL = "official"
        IMAGE = "image"
        PAGE = "page"
        """Translation key of a page that the prose links to."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="marks")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    code = models.CharField(max_length=255)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "code", "publication"], name="mark_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.code}"


class EditionQuerySet(models.QuerySet["Edition"]):
    """Editions, asked in the words of the field."""

    def in_force(self, *, moment: datetime) -> Self:
        """Return those that the public reads at ``moment``: one of each publication."""
        return self.filter(starts_at__lte=moment, ends_at__gt=moment)

    def writable(self) -> Self:
        """Return those from which letters may be written."""
        return self.filter(status__in=WRITABLE)

    def marked(self, kind: Mark.Kind, code: str) -> Self:
        """Return those of publications with this mark; the code in the case in which it is stored."""
        having = Mark.objects.filter(publication=models.OuterRef("publication_id"), kind=kind, code=code)
        return self.filter(models.Exists(having))

    def having(self, statuses: Collection[str], marks: Mapping[Mark.Kind, str | None]) -> Self:
        """Return those in one of these statuses and with all of these marks; what is empty or None is not asked."""
        found = self.filter(status__in=statuses) if statuses else self
        for kind, code in marks.items():
            found = found.marked(kind, code) if code else found
        return found

    def with_deadline(self, *, since: date | None = None, until: date | None = None) -> Self:
        """Return those whose deadline lies between two days, both included."""
        chosen = self.filter(publication__deadline__gte=since) if since else self
        return chosen.filter(publication__deadline__lte=until) if until else chosen

    def in_language(self, language: str, *, fallback: str = "", moment: datetime) -> Self:
        """Return those in ``language``; with a ``fallback``, also those in that one of which there is no such version.

        What there is is what the public reads at ``moment`` in the same section, whatever else is asked for.
        """
        if not fallback:
            return self.filter(language=language)
        versions = Edition.objects.in_force(moment=moment).filter(
            language=language,
            site_id=models.OuterRef("site_id"),
            publication__translation_key=models.OuterRef("publication__translation_key"),
        )
        return self.filter(Q(language=language) | (Q(language=fallback) & ~models.Exists(versions)))

    def versions_of(self, page_id: int, *, moment: datetime) -> Self:
        """Return all language versions of a page, itself included, where it is public itself in their section."""
        itself = Edition.objects.in_force(moment=moment).filter(
            publication_id=page_id,
            site_id=models.OuterRef("site_id"),
            publication__translation_key=models.OuterRef("publication__translation_key"),
        )
        return self.filter(models.Exists(itself))

    def matching(self, words: Sequence[str]) -> Self:
        """Return those in which every one of ``words`` begins some word; none of ``words``: nothing."""
        return self.filter(publication__words__begin=tuple(words)) if words else self.none()

    def most_urgent_first(self, *, searched_for: Sequence[str] = ()) -> Self:
        """Order by what can still be written, the nearest deadline first; then the closed ones, newest first.

        With words that were searched for, those that have all of them in title, names or numbers come first.
        """
        order = ["urgency", "-publication_id"]
        if not searched_for:
            return self.order_by(*order)
        in_head = Q(*(Q(publication__head__contains=f" {word}") for word in searched_for))
        rank = Case(When(in_head, then=Value(0)), default=Value(1), output_field=IntegerField())
        return self.order_by(rank, *order)


class Edition(models.Model):
    """What the public reads of a publication from ``starts_at`` until before ``ends_at``, ready to be sent."""

    # The indexes below begin with these two.
    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="editions", db_index=False)
    site = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="+", db_index=False)
    language = models.CharField(max_length=100)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(db_index=True)
    status = models.CharField(max_length=10, choices=[(status.value, status.value) for status in Status])
    urgency = models.IntegerField()
    """Place in a list, smallest first."""
    card = models.TextField()
    """JSON for lists."""
    detail = models.TextField()
    """JSON for the answer that is about this one alone."""
    detail_gzip = models.BinaryField()
    detail_brotli = models.BinaryField()
    etag = models.CharField(max_length=32)

    objects = EditionQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["site", "language", "urgency", "-publication"], name="edition_order_in_language"),
            models.Index(fields=["site", "urgency", "-publication"], name="edition_order"),
            models.Index(fields=["publication", "starts_at"], name="edition_of_publication"),
        ]

    def __str__(self) -> str:
        return f"{self.publication_id} {self.status} until {self.ends_at:%Y-%m-%d %H:%M}"


class Change(models.Model):
    """The last thing that happened to what the public of a section reads of one page.

    It outlives page and publication, and stays when the page moves to another section.
    """

    class Kind(models.TextChoices):
        PUBLISHED = "published"
        CHANGED = "changed"
        WITHDRAWN = "withdrawn"

    page_id = models.PositiveBigIntegerField()
    site_id = models.PositiveBigIntegerField()
    language = models.CharField(max_length=100)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    generation = models.PositiveBigIntegerField(db_index=True)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page_id", "site_id"], name="change_once")]

    def __str__(self) -> str:
        return f"{self.page_id} {self.kind}"


class Generation(models.Model):
    """The one row that counts the states of all that is public. Whoever changes any of it holds this row's lock."""

    ONLY = 1
    value = models.PositiveBigIntegerField(default=0)
    nonce = models.UUIDField(default=uuid.uuid4)
    """Tells two states with one number apart, as after a backup was played back."""

    def __str__(self) -> str:
        return str(self.value)

    def as_mark(self) -> tuple[int, Any]:
        """Return what a memory compares: equal only for the same state."""
        return self.value, self.nonce
