"""From a case in ``fixtures/cases`` to a published page, by the same door that an editor uses."""

import re
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from urgent_actions.models import (
    Concern,
    ConcernOnPage,
    CountryOnPage,
    Official,
    PersonAtRisk,
    PreferredLanguage,
    UrgentActionIndexPage,
    UrgentActionPage,
)

_RELATIVE = re.compile(r"([+-]\d+)d")
_PARAGRAPH = re.compile(r"</?p>")


def make_urgent_action(
    case: dict[str, Any], *, parent: UrgentActionIndexPage, officials: dict[str, Official]
) -> UrgentActionPage:
    """Create and publish the urgent action of a fixture; raises NotReadyToPublish if it is not complete."""
    stopped_on = day(case["stopped_at"])
    page = UrgentActionPage(
        title=case["headline"],
        slug=case["slug"],
        locale=parent.locale,
        live=False,
        ua_number=case["ua_number"],
        ordinal=case["ordinal"],
        index_number=case["index_number"] or "",
        issued_on=day(case["issued_on"]),
        deadline=day(case["deadline"]),
        own_language_welcome=case["own_language_welcome"],
        post_suspended=case["post_suspended"],
        writer_safety_notice=case["writer_safety_notice"],
        stopped_at=timezone.now() - (timezone.localdate() - stopped_on) if stopped_on else None,
        stop_reason=case["stop_reason"],
        previous_url=case["previous_url"],
        summary=[("paragraph", passage["text"]) for passage in case["summary"]],
        targets=_targets(case, officials),
        sample_letter=_letter(case["letter"]),
        additional_information=[_passage(passage) for passage in case["additional_information"]],
    )
    page.country_items.set(CountryOnPage(country=code) for code in case["countries"])
    page.language_items.set(PreferredLanguage(language=tag) for tag in case["preferred_languages"])
    page.persons.set(_person(person) for person in case["persons"])
    page.concern_items.set(
        [ConcernOnPage(concern=concern) for concern in Concern.objects.filter(slug__in=case["concerns"])]
    )
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def day(value: str | None) -> date | None:
    """Return a date of the fixtures: ISO, or days from the day of loading (``+21d``)."""
    if not value:
        return None
    if match := _RELATIVE.fullmatch(value):
        return timezone.localdate() + timedelta(days=int(match.group(1)))
    return date.fromisoformat(value)


def _targets(case: dict[str, Any], officials: dict[str, Official]) -> list[tuple[str, Any]]:
    return [
        *(("note_to_writers", note) for note in case["notes_to_writers"]),
        *(
            (
                "target",
                {
                    "official": officials[target["official"]],
                    "priority": target["priority"],
                    "salutation": target["salutation"],
                    "note": target["note"],
                },
            )
            for target in case["targets"]
        ),
        *(_copy(recipient, officials) for recipient in case["copies_to"]),
    ]


def _copy(recipient: dict[str, Any], officials: dict[str, Official]) -> tuple[str, Any]:
    if "missions_of" in recipient:
        return "copy_to_missions", {"country": recipient["missions_of"], "note": recipient["note"]}
    return "copy_to_official", {"official": officials[recipient["official"]], "note": recipient["note"]}


def _letter(letter: dict[str, Any]) -> list[tuple[str, Any]]:
    asks = [("asks", {"introduction": letter["asks_introduction"], "asks": letter["asks"]})] if letter["asks"] else []
    return [
        *(("paragraph", text) for text in letter["paragraphs"]),
        *asks,
        *(("paragraph", text) for text in letter["closing"]),
    ]


def _passage(passage: dict[str, Any]) -> tuple[str, Any]:
    if passage["kind"] == "quote":
        return "quote", {"text": _PARAGRAPH.sub("", passage["text"]), "source": passage["source"]}
    return passage["kind"], passage["text"]


def _person(person: dict[str, Any]) -> PersonAtRisk:
    return PersonAtRisk(
        name=person["name"],
        name_in_original_script=person["name_in_original_script"],
        pronouns=person["pronouns"],
        use_initials=person["use_initials"],
        outcome=person["outcome"] or "",
        outcome_on=day(person["outcome_on"]),
        outcome_source=person["outcome_source"],
        appeals_contribution=person.get("appeals_contribution", ""),
    )
