"""The letter in which a section tells an official how many letters were written to them (DOMAIN: the job).

How letters came to be known is told of each way by itself, and nothing is added up (DOMAIN rule 9). It asks what the
sample letter asks, in its own words, and nothing else (DOMAIN rule 3).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal

from ..codes import is_right_to_left, same_language
from ..messages import gettext_noop
from ..urgent_action import Mission, Target, UrgentAction
from .channels import through
from .compose import NO_MISSIONS, in_words, names_of
from .direction import direction, isolated
from .envelope import care_of_block, target_block
from .letter import Channel, Letter
from .phrases import Phrases, phrases
from .placeholders import filled
from .refusal import LetterRefused

NO_WORDS = gettext_noop("There are no words for a letter in this language yet.")
NOTHING_KNOWN = gettext_noop("No letters to %(target)s were counted here.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Letters to one target that are known in one way: ``how`` is that of a phrase. The days are those of telling."""

    how: str
    letters: int
    first: date
    last: date


def letter_to_official(
    urgent_action: UrgentAction,
    target: Target,
    known: Sequence[Known],
    *,
    language: str,
    section: str,
    country: str,
    on: date,
    missions: Mapping[str, Mission] = NO_MISSIONS,
) -> Letter:
    """Return the letter of ``section``, which is called so and is in ``country``, to ``target``, dated ``on``.

    It has the asks where ``urgent_action`` is in ``language``. Raise LetterRefused where nothing is known of letters
    or there are no words in this language, Unfilled where a placeholder stands in the asks.
    """
    words = phrases(language)
    if words is None:
        raise LetterRefused("language", NO_WORDS)
    if not known:
        raise LetterRefused("target", NOTHING_KNOWN, target=target.called)
    mission = through(urgent_action, target, missions) if urgent_action.post_suspended else None
    names = _inside(names_of(replace(urgent_action, language=language)), language)
    letter = Letter(
        language=language,
        channel=Channel.POST,
        target_id=target.id,
        addressee=target.called,
        on=on,
        names=names,
        subject=words.say("letter.subject", names=names),
        sender=(section,),
        place_and_date=in_words(on, language),
        address=care_of_block(target, mission, sending=country, language=language)
        if mission
        else target_block(target, sending=country, language=language),
        forward=words.say("letter.forward", name=target.called) if mission else "",
        salutation=target.salutation(language) or words.salutation(target.form_of_address),
        paragraphs=(
            words.say("official.who", section=_inside(section, language)),
            _case(urgent_action, names, words, language),
            words.say("official.known"),
            "\n".join(_figure(each, words, language) for each in known),
            *([words.say("official.apart")] if len(known) > 1 else []),
        ),
        closing=(words.say("official.thanks"),),
        sign_off=words.sign_off(target.form_of_address),
        signature=section,
    )
    asking = _with_asks(letter, urgent_action, words) if same_language(urgent_action.language, language) else letter
    return filled(asking, known={"date": in_words(on, language)}, words=words)


def _case(urgent_action: UrgentAction, names: str, words: Phrases, language: str) -> str:
    if number := urgent_action.ua_number:
        return words.say("official.case_numbered", names=names, number=_inside(str(number), language))
    return words.say("official.case", names=names)


def _figure(known: Known, words: Phrases, language: str) -> str:
    number = format_decimal(known.letters, locale=_locale(language))
    first, last = in_words(known.first, language), in_words(known.last, language)
    days = first if first == last else words.say("official.days", first=first, last=last)
    return f"– {words.say(f'official.{known.how}', days=days, number=number)}"


def _with_asks(letter: Letter, urgent_action: UrgentAction, words: Phrases) -> Letter:
    sample = urgent_action.letter
    if not sample.asks:
        return letter
    paragraphs = (*letter.paragraphs, words.say("official.asks"))
    return replace(letter, paragraphs=paragraphs, asks_introduction=sample.asks_introduction, asks=sample.asks)


def _inside(text: str, language: str) -> str:
    """Return a text that keeps its own order in a sentence of ``language``."""
    runs = "rtl" if is_right_to_left(language) else "ltr"
    return text if direction(text) == runs else isolated(text)


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")
