"""The commands that an administrator has for what is published."""

import io

import pytest
from django.core.management import CommandError, call_command

from tests import factories
from urgent_actions.models import Edition, Publication, UrgentActionPage

pytestmark = pytest.mark.django_db


def run(command: str, **options: object) -> str:
    out = io.StringIO()
    call_command(command, stdout=out, **options)
    return out.getvalue()


def test_verifying_finds_nothing_where_all_is_right() -> None:
    factories.published()
    assert run("verify_publications") == "All 1 are what they should be.\n"


def test_verifying_names_what_is_missing_what_is_too_much_and_what_differs() -> None:
    missing, extra, other = factories.published(), factories.published(), factories.published()
    Publication.objects.filter(pk=missing.pk).delete()
    UrgentActionPage.objects.filter(pk=extra.pk).update(live=False)
    UrgentActionPage.objects.filter(pk=other.pk).update(ordinal=7)
    out = io.StringIO()
    with pytest.raises(CommandError, match=r"3 of 3 differ\. Run rebuild_publications\."):
        call_command("verify_publications", stdout=out)
    assert out.getvalue().splitlines() == [
        f"Page {missing.pk}: it is public, and no publication of it is stored.",
        f"Page {extra.pk}: the public may not see it, and a publication of it is stored.",
        f"Page {other.pk}: stored is another state of its ordinal, editions.",
    ]


def test_rebuilding_makes_all_right_again_and_says_how_much_was_wrong() -> None:
    page = factories.published()
    Publication.objects.all().delete()
    assert run("rebuild_publications") == (
        f"1 of 1 done; to go on from here: --after {page.pk}\n1 were not what they should be, and are now.\n"
    )
    assert run("verify_publications") == "All 1 are what they should be.\n"


def test_rebuilding_twice_changes_nothing_the_second_time() -> None:
    factories.published()
    run("rebuild_publications")
    before = list(Edition.objects.values_list("pk", "etag"))
    assert run("rebuild_publications").endswith("0 were not what they should be, and are now.\n")
    assert list(Edition.objects.values_list("pk", "etag")) == before


def test_rebuilding_goes_on_where_it_was_stopped() -> None:
    first, second = factories.published(), factories.published()
    Publication.objects.all().delete()
    run("rebuild_publications", after=first.pk)
    assert list(Publication.objects.values_list("pk", flat=True)) == [second.pk]
