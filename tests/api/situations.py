"""Complete urgent actions, one in each status: no fact of them is missing."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from tests import factories
from urgent_actions.models import ConcernOnPage, UrgentActionPage


def complete(**fields: Any) -> UrgentActionPage:
    """Return a published urgent action in which no fact is missing."""
    factories.section_settings(country="US", time_zone="America/New_York", report_url="https://example.org/report/")
    if not factories.Mission.objects.exists():
        factories.mission(of="HN", in_country="US", head_of_mission="Example Head", head_of_mission_title="Ambassador")
    first = factories.official(
        name="Example Minister",
        salutations={"en": "Dear Minister,", "es": "Señora Ministra:", "ar": "معالي الوزيرة،"},
        contacts=[("email", "minister@example.org"), ("fax", "+1 202-555-0100"), ("social", "@example_ministry")],
    )
    second = factories.official(
        name="", role="", organisation="Example Board", salutations={"en": "Dear Board,"}, contacts=[]
    )
    watcher = factories.official(name="Example Ombudsperson", role="Ombudsperson", organisation="")
    page = factories.draft(
        **{
            "title": "Teacher threatened",
            "slug": "teacher-threatened",
            "ua_number": "44/26",
            "index_number": "AMR 37/0001/2026",
            "issued_on": date(2026, 6, 1),
            "countries": ["HN", "SV"],
            "languages": ["es", "zh-Hans"],
            "persons": [
                {"name": "Sample Person", "name_in_original_script": "示例", "pronouns": "She/her"},
                {"name": "Hidden Name", "name_in_original_script": "隐名", "use_initials": True},
            ],
            "targets": [
                (
                    "target",
                    {
                        "official": second,
                        "priority": 2,
                        "note": "Only after the minister.",
                        "salutation": "Dear Board, / للمجلس،",
                    },
                ),
                ("note_to_writers", "Please write to both."),
                ("target", {"official": first, "priority": 1}),
                ("copy_to_missions", {"country": "HN", "note": "The embassy in your country."}),
                ("copy_to_official", {"official": watcher, "note": ""}),
            ],
            "sample_letter": [
                ("paragraph", "I am writing to you about Sample Person."),
                ("asks", {"introduction": "I urge you to:", "asks": ["protect her;", "find out who threatens her."]}),
                ("paragraph", "Thank you for your attention."),
            ],
            "additional_information": [
                ("heading", "Her work"),
                (
                    "paragraph",
                    '<p>She <b>teaches</b>. <a href="https://example.org/school">The school</a> is small.</p>',
                ),
                ("quote", {"text": "She taught us to read.", "source": "A former pupil"}),
            ],
            "writer_safety_notice": True,
            "previous_url": "https://example.org/documents/first/",
            **fields,
        }
    )
    page.concern_items.add(ConcernOnPage(concern=factories.concern()))
    page.save()
    page.save_revision(clean=False).publish()
    return factories.fresh(page)


def expiring() -> UrgentActionPage:
    return complete(deadline=factories.NOW.date())


def expired() -> UrgentActionPage:
    return complete(deadline=factories.NOW.date() - timedelta(days=1))


def superseded() -> UrgentActionPage:
    page = complete()
    factories.published(ua_number="44/26", ordinal=2, title="Teacher arrested", slug="teacher-arrested")
    return page


def stopped() -> UrgentActionPage:
    return complete(
        stopped_at=factories.NOW - timedelta(hours=1),
        stop_reason="Sample Person is safe.",
        persons=[
            {
                "name": "Sample Person",
                "outcome": "released",
                "outcome_on": date(2026, 6, 14),
                "outcome_source": "her lawyer",
                "appeals_contribution": "Her lawyer says that the letters were noticed.",
            }
        ],
    )


def right_to_left() -> UrgentActionPage:
    return complete(parent=factories.index_page(language="ar"), title="معلمة مهددة", slug="معلمة")


SITUATIONS: dict[str, Callable[[], UrgentActionPage]] = {
    "open": complete,
    "expiring": expiring,
    "expired": expired,
    "superseded": superseded,
    "stopped": stopped,
}
