"""Doubts that need more than one value to be seen."""

import re
from collections.abc import Sequence

from ..messages import gettext_noop
from ..urgent_action import Target, UrgentAction
from .letter.letters import FoundLetter
from .lines.contact_lines import is_contact, mail_address
from .lines.openings import is_sign_off
from .lines.pieces import Piece
from .reading import Reading
from .targets.addressees import is_embassy
from .words import any_of, listed, word_set
from .words.folding import fold

BEFORE_ISSUE = gettext_noop(
    "The deadline, %(deadline)s, lies before the day of issue, %(issued)s: one of them is misprinted."
)
SALUTATIONS = gettext_noop("Salutations: %(salutations)s, targets: %(targets)s. Look whether each target has its own.")
TWICE = gettext_noop("The document begins twice: what stands there a second time was left out.")
CUT_OFF = gettext_noop("The last line stops in the middle of a sentence: the document is cut off.")
PROMISED = gettext_noop("The text speaks of several officials, and only one was found: look who is missing.")
LAST_CONTACT = gettext_noop("The document ends with “%(text)s”: make sure that nothing of it was cut off.")
NO_TARGET = gettext_noop("No target was found: look for the address in the document.")
OTHER_ADDRESSEE = gettext_noop("The letter opens with “%(salutation)s”, and none of the targets found is called so.")
SENTENCE = 6


def doubt_all(
    urgent_action: UrgentAction, letter: FoundLetter, pieces: Sequence[Piece], again: Sequence[Piece], reading: Reading
) -> None:
    """Note what does not fit together in the urgent action, and what is wrong with the document as a whole."""
    _days(urgent_action, reading)
    _targets(urgent_action, letter, pieces, reading)
    if again:
        reading.doubt("doubled_beginning", TWICE, line=again[0].line)
    if pieces and _cut_off(pieces[-1]):
        reading.doubt("truncated", CUT_OFF, line=pieces[-1].lines[-1])
    elif pieces and is_contact(pieces[-1].text) and pieces[-1].lines[-1] in _reached(reading):
        reading.doubt("last_contact", LAST_CONTACT, line=pieces[-1].lines[-1], text=pieces[-1].text)


def _reached(reading: Reading) -> set[int]:
    return {line for path, lines in reading.provenance.items() if ".contacts[" in path for line in lines}


def _days(urgent_action: UrgentAction, reading: Reading) -> None:
    deadline, issued = urgent_action.deadline, urgent_action.issued_on
    if deadline and issued and deadline < issued:
        line = next(iter(reading.provenance.get("deadline", ())), None)
        reading.doubt(
            "deadline_before_issue", BEFORE_ISSUE, line=line, deadline=deadline.isoformat(), issued=issued.isoformat()
        )


def _targets(urgent_action: UrgentAction, letter: FoundLetter, pieces: Sequence[Piece], reading: Reading) -> None:
    targets = urgent_action.targets
    line = letter.pieces[0].line if letter.pieces else None
    if not targets and (letter.pieces or urgent_action.letter.asks):
        reading.doubt("no_target", NO_TARGET, line=line)
    said = len([part for part in letter.salutation.split("/") if part.strip()])
    officials = [target for target in targets if not is_embassy(target)]
    if said and officials and said != len(officials):
        reading.doubt("salutations", SALUTATIONS, line=line, salutations=said, targets=len(officials))
    if officials and (letter.salutation and not _called(letter.salutation, targets)):
        reading.doubt("other_addressee", OTHER_ADDRESSEE, line=line, salutation=letter.salutation)
    if len(targets) == 1 and not urgent_action.copies_to:
        for piece in pieces:
            if any_of("text.both_officials", whole=False).search(piece.folded):
                reading.doubt("targets_promised", PROMISED, line=piece.line)
                break


def _called(salutation: str, targets: Sequence[Target]) -> bool:
    """Say whether all names in a salutation are those of targets; one without a name fits any."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]+", salutation) if word[0].isupper()]
    told = " ".join(fold(f"{target.name} {target.role} {target.organisation}") for target in targets)
    return all(fold(word) in told or _is_title(fold(word)) for word in words)


def _is_title(word: str) -> bool:
    opening = any(word in opening.split() for opening in listed("letter.openings"))
    return opening or any(word in word_set(f"officials.{table}") for table in _TITLES)


_TITLES = ("roles", "modifiers", "after", "ranks", "honorifics", "domains", "royals")


def _cut_off(last: Piece) -> bool:
    """Say whether the last line is the beginning of a sentence, and no line of an address, no link and no sign-off."""
    text = last.text.rstrip("”\"»)’'* ")
    words = text.split()
    if is_sign_off(last.folded) or not words or "/" in words[-1] or mail_address(last.text):
        return False
    small = sum(word[0].islower() for word in words)
    sentence = last.prose or (len(words) > SENTENCE and small * 2 > len(words))
    return sentence and (text[-1].isalnum() or text[-1] in ",-")
