"""Clones of the samples by plain SQL: a hundred thousand of them in minutes, not in a day.

A clone is what publishing would have stored, but for revisions and log entries, which nobody reads in public.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.utils import timezone
from modelsearch.backends.database.postgres.weights import get_weight
from wagtail.models import Page, ReferenceIndex
from wagtail.search.models import IndexEntry

from urgent_actions.models import ConcernOnPage, CountryOnPage, PersonAtRisk, PreferredLanguage, UrgentActionPage

from .words import COUNTRIES, HEADLINES, filled, person, place, topic

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""Those in which treebeard counts the children of a page."""

_PLAN = """
    id integer, sample_id integer, translation_key uuid, slug text, path text, url_path text, title text,
    ua_number text, ordinal integer, deadline date, stopped_at timestamptz, published_at timestamptz,
    person text, sample_person text, place text, sample_place text, topic text, sample_topic text, country text
"""

# The words of the sample, replaced by the clone's own.
_TEXT = (
    "replace(replace(replace({}, clone.sample_person, clone.person), clone.sample_place, clone.place),"
    " clone.sample_topic, clone.topic)"
)


@transaction.atomic
def clone_samples(documents: int) -> None:
    """Make so many urgent actions of the samples, in all languages alike, the samples counted in."""
    samples = list(UrgentActionPage.objects.select_related("locale").order_by("pk"))
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE clone ({_PLAN}) ON COMMIT DROP")
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('wagtailcore_page', 'id')) FROM generate_series(1, %s)",
            [documents - len(samples)],
        )
        # Whole before it is copied: while rows are on their way, the connection answers nobody.
        plan = list(_plan([row[0] for row in cursor.fetchall()], samples))
        with cursor.copy("COPY clone FROM STDIN") as copy:
            for row in plan:
                copy.write_row(row)
    _clone_pages()
    _clone_children()
    _clone_entries()
    _count_children()


def _plan(ids: list[int], samples: list[Any]) -> Iterator[tuple[Any, ...]]:
    """Yield what differs, a row for each clone. A case is the same number in all languages; 0 is the samples' own."""
    now = timezone.now()
    parents = {sample.pk: sample.get_parent() for sample in samples}
    for place_in_all, pk in enumerate(ids, start=len(samples)):
        sample = samples[place_in_all % len(samples)]
        yield _row(pk, sample, parents[sample.pk], place_in_all // len(samples), now)


def _row(pk: int, sample: Any, parent: Any, serial: int, now: datetime) -> tuple[Any, ...]:
    language = sample.locale.language_code
    # Every tenth urgent action is the second one of the case before it, and closes that.
    is_second = serial % 10 == 9
    case = serial - is_second
    slug = f"ua-{serial}"
    return (
        pk,
        sample.pk,
        f"{serial + 1:032x}",
        slug,
        parent.path + _step(serial + 1),
        f"{parent.url_path}{slug}/",
        filled(HEADLINES[language], language=language, serial=serial),
        f"{case % 999 + 1}/{case // 999 % 100:02d}",
        2 if is_second else 1,
        # A third can still be written from.
        now.date() + timedelta(days=serial * 37 % 600 - 400),
        now - timedelta(days=3) if serial % 50 == 7 else None,
        now - timedelta(minutes=serial),
        person(serial),
        person(0),
        place(serial),
        place(0),
        topic(serial, language),
        topic(0, language),
        COUNTRIES[serial % len(COUNTRIES)],
    )


def _step(number: int) -> str:
    """Return the place of a child in the path of its page."""
    return "".join(_DIGITS[number // 36**digit % 36] for digit in (3, 2, 1, 0))


def _clone_pages() -> None:
    _clone(
        Page,
        "sample.id = clone.sample_id",
        id="clone.id",
        path="clone.path",
        url_path="clone.url_path",
        slug="clone.slug",
        title="clone.title",
        draft_title="clone.title",
        translation_key="clone.translation_key",
        first_published_at="clone.published_at",
        last_published_at="clone.published_at",
        latest_revision_created_at="clone.published_at",
        latest_revision_id="NULL::integer",
        live_revision_id="NULL::integer",
    )
    sections = ("summary", "sample_letter", "additional_information")
    _clone(
        UrgentActionPage,
        "sample.page_ptr_id = clone.sample_id",
        page_ptr_id="clone.id",
        ua_number="clone.ua_number",
        ordinal="clone.ordinal",
        deadline="clone.deadline",
        issued_on="clone.deadline - 60",
        stopped_at="clone.stopped_at",
        stop_reason="CASE WHEN clone.stopped_at IS NULL THEN '' ELSE clone.person || ' is free.' END",
        **{name: f"{_TEXT.format(f'sample.{name}::text')}::jsonb" for name in sections},
    )


def _clone_children() -> None:
    of_page = "sample.page_id = clone.sample_id"
    _clone(PersonAtRisk, of_page, page_id="clone.id", name="clone.person")
    country = "CASE WHEN sample.sort_order = 0 THEN clone.country ELSE sample.country END"
    _clone(CountryOnPage, of_page, page_id="clone.id", country=country)
    _clone(PreferredLanguage, of_page, page_id="clone.id")
    _clone(ConcernOnPage, of_page, page_id="clone.id")


def _clone_entries() -> None:
    """Clone what search and reference index know of the samples."""
    types = ContentType.objects.get_for_models(Page, UrgentActionPage)
    of_object = "sample.object_id = clone.sample_id::text AND sample.{} = {}"
    _clone(ReferenceIndex, of_object.format("base_content_type_id", types[Page].pk), object_id="clone.id::text")
    # As Wagtail's search indexes it: the number first, heavier than the prose after it.
    prose = _TEXT.format("substr(sample.body_text, strpos(sample.body_text, ' ') + 1)")
    _clone(
        IndexEntry,
        of_object.format("content_type_id", types[UrgentActionPage].pk),
        object_id="clone.id::text",
        title=f"setweight(to_tsvector(clone.title), '{_weight('title')}')",
        body=f"setweight(to_tsvector(clone.ua_number), '{_weight('ua_number')}') || to_tsvector({prose})",
        autocomplete="to_tsvector('simple', clone.title || ' ' || clone.ua_number)",
        title_text="clone.title",
        body_text=f"clone.ua_number || ' ' || {prose}",
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE wagtailsearch_indexentry SET title_norm = (SELECT avg(length(title)) FROM wagtailsearch_indexentry"
            " WHERE length(title) > 0) / length(title) WHERE length(title) > 0"
        )


def _weight(field: str) -> str:
    """Return the letter under which PostgreSQL keeps how much a field counts."""
    found = next(each for each in UrgentActionPage.search_fields if each.field_name == field and hasattr(each, "boost"))
    return str(get_weight(found.boost))


def _count_children() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE wagtailcore_page AS parent SET numchild = (SELECT count(*) FROM wagtailcore_page AS child"
            " WHERE child.path LIKE parent.path || '____') WHERE depth < 4"
        )


def _clone(model: Any, of_sample: str, **values: str) -> None:
    """Insert a row for each clone beside each row of its sample; ``values`` are the columns that differ, in SQL."""
    columns = [field.column for field in model._meta.local_concrete_fields]
    columns = [column for column in columns if column in values or column != "id"]
    read = ", ".join(values.get(column, f'sample."{column}"') for column in columns)
    names = ", ".join(f'"{column}"' for column in columns)
    table = model._meta.db_table
    with connection.cursor() as cursor:
        into, sample = f'INSERT INTO "{table}" ({names})', f'"{table}" AS sample JOIN clone ON {of_sample}'
        cursor.execute(f"{into} SELECT {read} FROM {sample}")  # noqa: S608  # nothing in it comes from outside this file
