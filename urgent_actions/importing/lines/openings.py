"""Where a letter begins and ends: salutations and sign-offs, known by their words."""

import re
from functools import cache

from ...letters import phrases as letters
from ..words import any_of, languages, listed, listed_in, pattern_of
from ..words.folding import fold

LONGEST_SIGN_OFF = 90
NEAR = 40


def opening_end(folded: str) -> int:
    """Return where the salutation ends with which folded text begins, with its sign; 0 if it begins with none."""
    match = _opening().match(folded)
    return match.end() if match and not any_of("letter.to_writers").match(folded) else 0


def opening_within(text: str, folded: str) -> int:
    """Return where in the middle of a long text a salutation begins that a letter follows, or 0 for nowhere."""
    for match in _inner().finditer(folded):
        before = folded[max(0, match.start() - NEAR) : match.start()].rstrip(" :/")
        starts = text[match.start()].isupper() and not before.endswith(_no_openings())
        if match.start() and starts and text[match.end() :].lstrip()[:1].isalpha():
            return match.start()
    return 0


@cache
def _no_openings() -> tuple[str, ...]:
    """Return what stands before a salutation that opens no letter: its label, or “His” before “Excellency”."""
    return (*listed("contacts.salutation"), *(f" {word}" for word in listed("people.possessives")))


def language_of_opening(words: str) -> str:
    """Return the language of a salutation by its first words, or an empty string."""
    folded = fold(words)
    for language in languages():
        if any(folded.startswith(fold(opening)) for opening in listed_in(language, "letter.openings")):
            return language
    return ""


def is_sign_off(folded: str) -> bool:
    """Say whether a line is the sign-off of a letter."""
    return len(folded) <= LONGEST_SIGN_OFF and bool(_ending().match(folded))


def sign_off_within(folded: str) -> int:
    """Return where the sign-off ends that closes a running text, or 0."""
    match = None
    for found in _ending_sentence().finditer(folded):
        match = found
    return match.end(1) if match else 0


@cache
def _opening() -> re.Pattern[str]:
    words = pattern_of(listed("letter.openings")).pattern
    return re.compile(
        rf"{words}(?:[^,:.;!?]|\.(?=\s?[a-z]\.|\s[a-z])|(?<=[.\s](?:mr|dr|sr|.m|.e))\.){{0,110}}?[,:](?!\d)(?:\s*/\s*[^,:]{{2,90}}[,:])?"
    )


@cache
def _inner() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in listed("letter.openings"))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)(?:(?!(?:(?<!\w)(?:{words})(?!\w)))[^,:;!?]){{0,80}}[,:]")


@cache
def _sign_offs() -> tuple[str, ...]:
    known = (letters.phrases(language) for language in letters.languages())
    ours = {
        fold(each.say(f"sign_off.{name}").rstrip(" ,")) for each in known if each for name in ("formal", "ceremonial")
    }
    return tuple({*listed("letter.endings"), *(words for words in ours if words)})


@cache
def _ending() -> re.Pattern[str]:
    return pattern_of(_sign_offs())


@cache
def _ending_sentence() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(_sign_offs(), key=len, reverse=True))
    return re.compile(rf"[.!?]\s+((?:{words})(?!\w)[,.]?)")
