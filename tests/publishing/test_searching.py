"""The table of what finds what, asked of the database that is at hand: SQLite and PostgreSQL answer alike."""

import pytest

from tests import factories
from tests.words.table import FINDINGS, Finding
from urgent_actions.models import Edition, Publication
from urgent_actions.words import query_words, words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("finding", FINDINGS, ids=str)
def test_the_database_finds_what_the_table_says(finding: Finding) -> None:
    page = factories.published()
    # Nothing but the document: its number and its country are found by words of their own.
    Publication.objects.filter(pk=page.pk).update(words=f" {' '.join(words(finding.document))} ")
    found = Edition.objects.in_force(moment=factories.NOW).matching(query_words(finding.query))
    assert list(found.values_list("publication_id", flat=True)) == ([page.pk] if finding.found else [])


def test_what_is_published_is_found_by_its_title() -> None:
    page = factories.published(title="Protest in Tegucigálpa")
    found = Edition.objects.in_force(moment=factories.NOW).matching(query_words("TEGUCIGALPA"))
    assert list(found.values_list("publication_id", flat=True)) == [page.pk]
