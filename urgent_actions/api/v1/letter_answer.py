"""Letters as JSON: everything a front end needs to show them, and to open each channel with one click."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from ...letters.letter import Channel, Letter
from ...letters.render.html import html
from ...letters.render.mailto import MailLink, mailto
from ...letters.render.social import posts
from ...letters.render.spoken import script
from ...letters.render.text import text
from ...letters.render.webmail import webmail
from ...representation.names import country, language
from ...representation.people import contacts_as_json
from ...writing.appeal import Appeal
from ...writing.letters import Offer, offered_languages
from .letter_questions import Chosen

_ON_PAPER = (Channel.POST, Channel.FAX)


def letters_json(offer: Offer, request: HttpRequest, asked: Chosen) -> dict[str, Any]:
    """Return the answer; the addresses of files in it say nothing of the writer."""
    appeal, written = offer.appeal, offer.written
    ua, reader = appeal.urgent_action, appeal.urgent_action.language
    sending = asked.country or appeal.section.country
    files = _Addresses(request, appeal, asked)
    by_post = any(letter.channel is Channel.POST for letter in offer.letters)
    return {
        "id": appeal.id,
        "ua_number": str(ua.ua_number) if ua.ua_number else None,
        "deadline": ua.deadline.isoformat() if ua.deadline else None,
        "country": country(sending, reader) if sending else None,
        "languages": [
            {
                "language": language(each.version.language, reader),
                "id": each.version.id,
                "preferred": each.rank is not None,
            }
            for each in offered_languages(appeal)
        ],
        "own_language_welcome": ua.own_language_welcome,
        "writer_safety_notice": ua.writer_safety_notice,
        "report_url": appeal.report_url or None,
        "kit": files("kit", target=asked.target or "") if by_post else None,
        "items": [_letter(letter, written, files) for letter in offer.letters],
    }


class _Addresses:
    """The addresses of files with the same choices as those of a question."""

    def __init__(self, request: HttpRequest, appeal: Appeal, asked: Chosen) -> None:
        self._at = request.build_absolute_uri(reverse("urgent-actions-v1:letters", args=[appeal.id]))
        paper = asked.paper.value if asked.paper is not Chosen.model_fields["paper"].default else ""
        self._choices = {
            "language": asked.language or "",
            "country": asked.country or "",
            "paper": paper,
            "site": getattr(asked, "site", None) or "",
        }

    def __call__(self, form: str, **choices: str) -> str:
        given = {name: value for name, value in {**choices, **self._choices, "format": form}.items() if value}
        return f"{self._at}?{urlencode(given)}"


def _letter(letter: Letter, written: Appeal, files: _Addresses) -> dict[str, Any]:
    target = written.target(letter.target_id)
    channel, reader = letter.channel, letter.language
    by_email, on_paper = channel is Channel.EMAIL, channel in _ON_PAPER
    choices = {"target": letter.target_id, "channel": channel.value}
    return {
        "target": {
            "id": letter.target_id,
            "name": (target and target.name) or None,
            "role": (target and target.role) or None,
            "organisation": (target and target.organisation) or None,
            "priority": target.priority if target else 1,
        },
        "channel": channel.value,
        "language": language(letter.language, reader),
        "notes": [note.value for note in letter.notes],
        "date": letter.on.isoformat(),
        "place_and_date": letter.place_and_date,
        "sender": list(letter.sender),
        "address": list(letter.address),
        "forward": letter.forward,
        "subject": letter.subject,
        "salutation": letter.salutation,
        "paragraphs": list(letter.paragraphs),
        "asks_introduction": letter.asks_introduction,
        "asks": list(letter.asks),
        "closing": list(letter.closing),
        "sign_off": letter.sign_off,
        "signature": letter.signature,
        "postscript": letter.postscript,
        "copies": [
            {"name": each.name, "address": list(each.address), "emails": list(each.emails)} for each in letter.copies
        ],
        "missing_missions": [country(code, reader) for code in letter.missing_missions],
        "text": text(letter),
        "html": html(letter),
        "contacts": contacts_as_json(letter.contacts),
        "mail": _link(mailto(letter)) if by_email else None,
        "webmail": [_link(each) for each in webmail(letter)] if by_email else [],
        "script": script(letter) if channel is Channel.PHONE else None,
        "posts": [
            {
                "account": each.account,
                "platform": each.platform,
                "text": each.text,
                "length": each.length,
                "limit": each.limit,
            }
            for each in (posts(letter) if channel is Channel.SOCIAL else ())
        ],
        "files": {
            "text": files("text", **choices),
            "html": files("html", **choices),
            "eml": files("eml", **choices) if by_email else None,
            "pdf": files("pdf", **choices) if on_paper else None,
            "docx": files("docx", **choices) if on_paper else None,
        },
    }


def _link(link: MailLink) -> dict[str, Any]:
    return {
        "name": link.name,
        "href": link.href,
        "empty": link.empty,
        "length": link.length,
        "limit": link.limit,
        "too_long": link.too_long,
    }
