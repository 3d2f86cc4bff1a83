"""A draft as plain JSON data, with the keys of the gold files that the importer is measured by."""

from collections.abc import Mapping
from typing import Any

from ..urgent_action import Contact, ContactKind, CopyRecipient, Mission, Passage, Target
from ..words import plain_text
from .draft import Draft
from .facts.codes_in_words import country_in_words, languages_in_words
from .lines.countries import country_of
from .targets.addressees import is_embassy

Json = dict[str, Any]


def as_json(draft: Draft) -> Json:
    """Return the draft as JSON-ready data. What is not known is None, "" or an empty list.

    Days are ISO dates. Names of countries and languages are those of the document. ``letter`` is the whole letter, with
    salutation and sign-off; ``doubts`` are sentences with the number of their line; ``left_over`` are numbers of lines.
    """
    ua = draft.urgent_action
    return {
        "headline": ua.headline or None,
        "ua_number": str(ua.ua_number) if ua.ua_number else None,
        "index_number": str(ua.index_number) if ua.index_number else None,
        # Where updates are counted, the ordinal is reckoned and stands nowhere in the document.
        "ordinal_number": None if draft.update_number else ua.ordinal,
        "issue_date": ua.issued_on.isoformat() if ua.issued_on else None,
        "country": country_in_words(draft),
        "deadline": ua.deadline.isoformat() if ua.deadline else None,
        "targets": [
            _target(each, f"targets[{at}]", draft.printed, first=at == 0) for at, each in enumerate(ua.targets)
        ],
        "copies_to": [_copy(each, f"copies_to[{at}]", draft.printed) for at, each in enumerate(ua.copies_to)],
        "letter": draft.printed.get("letter") or None,
        "asks": list(ua.letter.asks),
        "preferred_languages": languages_in_words(draft),
        "own_language": ua.own_language_welcome,
        "people": [
            {
                "name": person.name,
                "pronouns": person.pronouns or None,
                "gender_marker": draft.printed.get(f"persons[{at}].gender"),
            }
            for at, person in enumerate(ua.persons)
        ],
        "previous_ua": ua.previous_url or (str(draft.previous_number) if draft.previous_number else None),
        "summary": _text(ua.summary),
        "additional_information": _text(ua.additional_information),
        "doc_type": draft.document_type,
        "status": "closed" if draft.closed else "active",
        "doubts": [
            {"code": doubt.code, "text": doubt.template % doubt.params, "line": doubt.line} for doubt in draft.doubts
        ],
        "left_over": list(draft.left_over),
        "provenance": {path: list(lines) for path, lines in draft.provenance.items()},
    }


def _text(passages: tuple[Passage, ...]) -> str | None:
    texts = [plain_text(each.text) if each.kind == "paragraph" else each.text for each in passages]
    return "\n\n".join(texts) or None


def _target(target: Target, path: str, printed: Mapping[str, str], *, first: bool = False) -> Json:
    embassy = is_embassy(target) and not first
    return {
        "kind": "embassy" if embassy else "official",
        "name": target.name or None,
        "role": target.role or None,
        "organisation": target.organisation or None,
        **_reached(target.address.lines, target.contacts, path, printed),
        "salutation": printed.get(f"{path}.salutation"),
        "note": target.note or None,
    }


def _copy(copy: CopyRecipient, path: str, printed: Mapping[str, str]) -> Json:
    if copy.official:
        return _target(copy.official, path, printed, first=True)
    mission = copy.mission or Mission(name="", of_country="", in_country="")
    return {
        "kind": "embassy",
        "name": mission.head_of_mission or None,
        "role": mission.head_of_mission_title or None,
        "organisation": mission.name or None,
        **_reached(mission.address.lines, mission.contacts, path, printed),
        "salutation": printed.get(f"{path}.salutation"),
        "note": copy.note or None,
    }


def _reached(lines: tuple[str, ...], contacts: tuple[Contact, ...], path: str, printed: Mapping[str, str]) -> Json:
    country = printed.get(f"{path}.address.country")
    return {
        "address_lines": [line for line in lines if not (country and country_of(line))],
        "country": country,
        "email": _values(contacts, ContactKind.EMAIL),
        "fax": _values(contacts, ContactKind.FAX),
        "phone": _values(contacts, ContactKind.PHONE),
        "web_form": _values(contacts, ContactKind.WEB_FORM),
        "social": [contact.value for contact in contacts if contact.kind is ContactKind.SOCIAL],
    }


def _values(contacts: tuple[Contact, ...], kind: ContactKind) -> str | None:
    return ", ".join(contact.value for contact in contacts if contact.kind is kind) or None
