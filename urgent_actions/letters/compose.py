"""A letter of its own for each target: composed from what is published, never typed (DOMAIN: rules)."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list

from ..codes import country_name, is_right_to_left, same_language
from ..messages import gettext_noop
from ..urgent_action import CopyRecipient, Mission, Target, UrgentAction
from .channels import contacts, is_open, through
from .direction import isolated
from .envelope import care_of_block, mission_block, target_block
from .letter import Channel, Copy, Letter, Note, Writer
from .phrases import Phrases, phrases, spoken_phrases
from .placeholders import STILL_TO_FILL, filled, unfilled
from .refusal import ChannelClosed, Unfilled

NOT_REACHED = gettext_noop("%(target)s is not reached by this channel.")
NO_MISSIONS: Mapping[str, Mission] = MappingProxyType({})
LONGEST_NAMES = 3
"""More persons than this are not all named in a subject."""


def compose(
    urgent_action: UrgentAction,
    target: Target,
    language: str,
    writer: Writer,
    channel: Channel,
    *,
    on: date,
    missions: Mapping[str, Mission] = NO_MISSIONS,
) -> Letter:
    """Return the letter of ``writer`` to ``target`` by ``channel``, dated ``on``.

    It is in the language of ``urgent_action``; where that is not the ``language`` asked for, a note says so: give the
    version in that language, where there is one. ``missions``: those in the writer's country, by the country that
    they are of. Raise ChannelClosed where the channel does not reach the target, Unfilled where a placeholder stands
    in the letter.

    Whether letters may be handed out at all is for whoever calls: this one does not know the clock.
    """
    _whole("name", writer.name, urgent_action.language)
    _whole("place", writer.place, urgent_action.language)
    if not is_open(channel, urgent_action, target, missions=missions):
        raise ChannelClosed("channel", NOT_REACHED, target=target.called)
    written = urgent_action.language
    words = phrases(written)
    letter, names = urgent_action.letter, names_of(urgent_action)
    mission = through(urgent_action, target, missions) if urgent_action.post_suspended else None
    forwarding = mission if channel is Channel.POST else None
    copies, missing = _copies(urgent_action.copies_to, writer, missions, written)
    salutation = target.salutation(written)
    by_paper = channel in (Channel.POST, Channel.FAX)
    composed = Letter(
        language=written,
        channel=channel,
        target_id=target.id,
        addressee=target.called,
        on=on,
        names=names,
        subject=_one_line(words.say("letter.subject", names=names) if words else names),
        sender=tuple(part for part in (writer.name, writer.place) if part) if by_paper else (),
        place_and_date=_place_and_date(writer.place, on, written) if by_paper else "",
        address=_address(target, writer, forwarding, written) if by_paper else (),
        # Better in English than not at all: without it nobody forwards anything.
        forward=spoken_phrases(written).say("letter.forward", name=target.called) if forwarding else "",
        salutation=salutation or (words.salutation(target.form_of_address) if words else ""),
        paragraphs=letter.paragraphs,
        asks_introduction=letter.asks_introduction,
        asks=letter.asks,
        closing=letter.closing,
        sign_off=words.sign_off(target.form_of_address) if words else "",
        signature=writer.name,
        place=writer.place,
        copies=copies,
        postscript=letter.postscript,
        contacts=contacts(channel, target),
        missing_missions=missing,
        notes=tuple(_notes(urgent_action, language, salutation, words, missing=missing, forwarding=bool(forwarding))),
    )
    known = {
        "name": writer.name,
        "place": writer.place,
        "country": country_name(writer.country, written) if writer.country else "",
        "date": in_words(on, written),
    }
    complete = filled(composed, known=known, words=words)
    # After the placeholders of the letter: what the writer says is put nowhere else.
    return _with_own(complete, writer.paragraph)


def names_of(urgent_action: UrgentAction) -> str:
    """Return the persons at risk as they may be known, in a list; the headline where they are many or none."""
    names = [person.public_name for person in urgent_action.persons if person.public_name]
    if not 0 < len(names) <= LONGEST_NAMES:
        return urgent_action.headline
    return format_list(names, locale=_locale(urgent_action.language))


def in_words(day: date, language: str) -> str:
    """Return a day as it is written in a letter."""
    return format_date(day, format="long", locale=_locale(language))


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")


def _place_and_date(place: str, on: date, language: str) -> str:
    if not place:
        return in_words(on, language)
    # Of two texts that run in two ways the one in the middle of the other would be torn apart.
    comma, where = ("،", isolated(place)) if is_right_to_left(language) else (",", place)
    return f"{where}{comma} {in_words(on, language)}"


def _address(target: Target, writer: Writer, forwarding: Mission | None, language: str) -> tuple[str, ...]:
    if forwarding:
        return care_of_block(target, forwarding, sending=writer.country, language=language)
    return target_block(target, sending=writer.country, language=language)


def _copies(
    recipients: Iterable[CopyRecipient], writer: Writer, missions: Mapping[str, Mission], language: str
) -> tuple[tuple[Copy, ...], tuple[str, ...]]:
    """Return who gets a copy, and the countries of the missions that should and are not known."""
    found, missing = [], []
    for recipient in recipients:
        if recipient.official and recipient.official.published:
            official = recipient.official
            block = target_block(official, sending=writer.country, language=language)
            found.append(_copy(official.called, block if official.address.reaches else (), official))
        elif recipient.missions_of:
            mission = missions.get(recipient.missions_of)
            if mission is None:
                missing.append(recipient.missions_of)
                continue
            block = mission_block(mission, sending=writer.country, language=language)
            found.append(_copy(mission.name, block if mission.address.reaches else (), mission))
    return tuple(found), tuple(missing)


def _copy(name: str, address: tuple[str, ...], whom: Target | Mission) -> Copy:
    emails = tuple(each.value for each in whom.contacts if each.reaches and each.kind == Channel.EMAIL.value)
    return Copy(name=name, address=address, emails=emails)


def _notes(
    urgent_action: UrgentAction,
    asked: str,
    salutation: str,
    words: Phrases | None,
    *,
    missing: tuple[str, ...],
    forwarding: bool,
) -> Iterable[Note]:
    if not same_language(urgent_action.language, asked):
        yield Note.OTHER_LANGUAGE
    if not salutation:
        yield Note.GENERAL_SALUTATION if words else Note.NO_SALUTATION
    if not words:
        yield Note.NO_SIGN_OFF
    if missing:
        yield Note.NO_MISSION
    if forwarding:
        yield Note.THROUGH_MISSION
    if urgent_action.writer_safety_notice:
        yield Note.WRITER_SAFETY


def _whole(parameter: str, words: str, language: str) -> None:
    """Raise Unfilled where a writer's words are those of a form that was left as it was."""
    if found := tuple(unfilled(words, language=language)):
        raise Unfilled(parameter, STILL_TO_FILL, placeholders=", ".join(found))


def _one_line(text: str) -> str:
    """Return a text that can stand in a header: no line breaks, and no signs that turn or hide what follows."""
    shown = "".join(char for char in text if unicodedata.category(char) != "Cf" or char in "\u200c\u200d")
    return " ".join(shown.split())


def _with_own(letter: Letter, paragraph: str) -> Letter:
    """Return the letter with the writer's own paragraph at the end of its body: nothing of it asks for more."""
    if not paragraph:
        return letter
    _whole("paragraph", paragraph, letter.language)
    return replace(letter, closing=(*letter.closing, *paragraph.split("\n\n")))
