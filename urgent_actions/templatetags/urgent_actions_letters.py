"""Letters on a page of the site: what a visitor can send now, for the choices in the address."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django import template
from django.template import Context
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from ..codes import country_codes, country_name, language_name, same_language, usual_language
from ..letters.letter import Channel, Letter, Note
from ..letters.refusal import LetterRefused
from ..letters.render.html import html
from ..letters.render.mailto import MailLink, mailto
from ..letters.render.social import Post, posts
from ..letters.render.spoken import script
from ..letters.render.text import text
from ..letters.render.webmail import webmail
from ..letters.writer import writer
from ..models.caching import PRIVATE, UNTIL
from ..models.publications import END
from ..representation import TRANSLATION_OUTDATED
from ..urgent_action import Target
from ..writing.appeal import Appeal, Closed, appeal_of
from ..writing.letters import (
    Offer,
    Offered,
    Wish,
    offer,
    offered_languages,
    version_in,
)

register = template.Library()

NOTES = {
    Note.OTHER_LANGUAGE: _("This urgent action is not published in the language that you chose: the letter is in:"),
    Note.GENERAL_SALUTATION: _(
        "How this person is addressed in this language is not known: a general salutation stands."
    ),
    Note.NO_SALUTATION: _("Please add a salutation in this language."),
    Note.NO_SIGN_OFF: _("Please add the words before your name in this language."),
    Note.NO_MISSION: _("The embassy in your country that should get a copy is not known to us."),
    Note.THROUGH_MISSION: _(
        "Post to the country is suspended: send this letter to the embassy, which is asked to forward it."
    ),
}
_FORMS = {Channel.POST: ("pdf", "docx"), Channel.FAX: ("pdf", "docx"), Channel.EMAIL: ("eml",)}
PROVIDERS = {"gmail": "Gmail", "outlook": "Outlook", "yahoo": "Yahoo Mail"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of the choices of a question."""

    value: str
    label: str
    is_chosen: bool
    tag: str = ""
    """Of a language, where the value is something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One letter by one channel, with everything that opens it."""

    letter: Letter
    text: str
    notes: list[Any]
    mail: MailLink | None = None
    webmail: list[tuple[str, MailLink]] = field(default_factory=list)
    posts: tuple[Post, ...] = ()
    is_spoken: bool = False
    files: list[tuple[Any, str]] = field(default_factory=list)

    @property
    def is_too_long(self) -> bool:
        """Say whether one of the links opens a message without its letter."""
        return any(
            link.too_long for link in (*([self.mail] if self.mail else []), *(link for _name, link in self.webmail))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteNow:
    """What the section shows: choices, and for each target its ways."""

    refusal: str
    is_public: bool
    """Only then there are links and files: from a preview nobody sends anything."""
    targets: list[Choice]
    languages: list[Choice]
    preferred: list[Choice]
    """The languages in which the targets are best addressed, each with the address of the version in it, if any."""
    countries: list[Choice]
    ways: list[tuple[Target, list[Way]]]
    kit: str
    documents: list[tuple[str, str]]
    opened: str
    """Where it is told that a letter was opened; empty where the section does not count that."""


@register.simple_tag(takes_context=True)
def letters_to_write(context: Context) -> WriteNow | None:
    """Return what can be written from the page now, as the address asks; None where nothing can."""
    page, shown, request = context["page"], context["urgent_action"], context.get("request")
    moment = timezone.now()
    try:
        appeal = appeal_of(
            shown,
            page_id=page.pk or 0,
            section=context["section"],
            moment=moment,
            until=context.get(UNTIL) or END,
            title=page.title,
            url=page.full_url or "",
        )
    except Closed:
        return None
    wish = _wish(request.GET if request else {})
    found, refusal = _found(appeal, wish, moment)
    if found is None and _is_behind(appeal, wish.language):
        wish = replace(wish, language="")
        found, _ignored = _found(appeal, wish, moment)
    if found is None and wish.target:
        # An old link may name a target that is gone; the others are there.
        wish = replace(wish, target="")
        found, _ignored = _found(appeal, wish, moment)
    return _shown(appeal, found, wish, refusal, is_public=not context.get(PRIVATE))


@register.simple_tag
def letter_html(letter: Letter) -> Any:
    """Return a letter as it looks on paper."""
    return mark_safe(html(letter))  # noqa: S308  # built as a tree, in which text is never markup


def _found(appeal: Appeal, wish: Wish, moment: datetime) -> tuple[Offer | None, str]:
    """Return the letters, or None and why there are none."""
    try:
        return offer(appeal, wish, moment=moment), ""
    except LetterRefused as refused:
        return None, gettext(refused.template) % refused.params
    except Closed as closed:
        if closed.reason == TRANSLATION_OUTDATED:
            return None, gettext("The letter in that language is behind the original. Please write in another one.")
        return None, gettext("Nobody should write from the version in this language any more.")


def _is_behind(appeal: Appeal, language: str) -> bool:
    version = version_in(appeal, language) if language else None
    return version is not None and version.is_behind


def _wish(asked: Any) -> Wish:
    """Return what the address asks for; what cannot be read counts as not asked."""
    country = str(asked.get("country", "")).upper()
    return Wish(
        target=str(asked.get("target", ""))[:64],
        language=usual_language(str(asked.get("language", ""))[:35]),
        writer=writer(country=country if country in country_codes() else ""),
    )


def _shown(appeal: Appeal, found: Offer | None, wish: Wish, refusal: str, *, is_public: bool) -> WriteNow:
    reader = get_language() or "en"
    sending = wish.writer.country or appeal.section.country
    language = wish.language or appeal.urgent_action.language
    addresses = _Files(appeal, wish, language, is_there=is_public)
    by_target: dict[str, list[Way]] = {}
    letters = found.letters if found else ()
    for letter in letters:
        by_target.setdefault(letter.target_id, []).append(_way(letter, reader, addresses))
    written = found.written if found else appeal
    ways = [(target, by_target[target.id]) for target in written.urgent_action.targets if target.id in by_target]
    names = sorted(
        ((code, country_name(code, reader)) for code in country_codes()), key=lambda each: each[1].casefold()
    )
    return WriteNow(
        refusal=refusal,
        is_public=is_public,
        targets=[
            Choice(value=target.id, label=target.called, is_chosen=target.id == wish.target)
            for target in appeal.urgent_action.targets
            if target.reachable
        ],
        languages=[
            Choice(
                value=each.version.language,
                label=_language_label(each, reader),
                is_chosen=same_language(each.version.language, language),
            )
            for each in offered_languages(appeal)
        ],
        preferred=_preferred(appeal, reader),
        countries=[Choice(value=code, label=name, is_chosen=code == sending) for code, name in names],
        ways=ways,
        kit=addresses.letters("kit") if any(each.channel is Channel.POST for each in letters) else "",
        documents=addresses.documents(),
        opened=addresses.opened if appeal.section.count_opened else "",
    )


def _language_label(offered: Offered, reader: str) -> str:
    name = language_name(offered.version.language, reader)
    return name if offered.rank is None else gettext("%(language)s (preferred)") % {"language": name}


def _preferred(appeal: Appeal, reader: str) -> list[Choice]:
    found = []
    for tag in appeal.urgent_action.preferred_languages:
        version = version_in(appeal, tag)
        is_here = version is not None and version.id == appeal.id
        there = version.url if version and not is_here and not version.is_behind else ""
        found.append(Choice(value=there, label=language_name(tag, reader), tag=tag, is_chosen=is_here))
    return found


class _Files:
    """The addresses of files with the choices of the visitor; empty where there is no API, or nothing published."""

    def __init__(self, appeal: Appeal, wish: Wish, language: str, *, is_there: bool) -> None:
        self._choices = {"target": wish.target, "language": wish.language, "country": wish.writer.country}
        self._letters = self._document = self.opened = ""
        if not is_there:
            return
        try:
            self._letters = reverse("urgent-actions-v1:letters", args=[appeal.id])
            self._document = reverse("urgent-actions-v1:document", args=[appeal.id])
            self.opened = reverse("urgent-actions-v1:opened", args=[appeal.id])
        except NoReverseMatch:
            # The site has not mounted the API.
            return

    def letters(self, form: str, **choices: str) -> str:
        given = {name: value for name, value in {**self._choices, **choices, "format": form}.items() if value}
        return f"{self._letters}?{urlencode(given)}" if self._letters else ""

    def documents(self) -> list[tuple[str, str]]:
        if not self._document:
            return []
        return [("PDF", f"{self._document}?format=pdf"), ("DOCX", f"{self._document}?format=docx")]


def _way(letter: Letter, reader: str, addresses: _Files) -> Way:
    choices = {"target": letter.target_id, "channel": letter.channel.value}
    by_email = letter.channel is Channel.EMAIL
    spoken = letter.channel is Channel.PHONE
    return Way(
        letter=letter,
        text=script(letter) if spoken else text(letter, width=None),
        notes=[_note(note, letter, reader) for note in letter.notes if note in NOTES],
        mail=mailto(letter) if by_email else None,
        webmail=[(PROVIDERS[link.name], link) for link in webmail(letter)] if by_email else [],
        is_spoken=spoken,
        posts=posts(letter) if letter.channel is Channel.SOCIAL else (),
        files=[
            (form.upper(), address)
            for form in _FORMS.get(letter.channel, ())
            if (address := addresses.letters(form, **choices))
        ],
    )


def _note(note: Note, letter: Letter, reader: str) -> str:
    if note is Note.OTHER_LANGUAGE:
        return f"{NOTES[note]} {language_name(letter.language, reader)}"
    return str(NOTES[note])
