"""Which characters a text may have."""

import re

# All that XML 1.0 has no place for, not even by number: most controls, halves of pairs, and two that are no characters.
_UNCARRIED = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def with_plain_breaks(text: str) -> str:
    """Return ``text`` with every line break as the one character that all formats keep."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def uncarried(text: str) -> str:
    """Return the first character that XML cannot carry, as ``U+001F``, or an empty string."""
    return _named(_UNCARRIED.search(text))


def control(text: str) -> str:
    """Return the first control character that is neither tab nor line break, as ``U+0085``, or an empty string.

    Marks of direction and joiners are no control characters: Arabic and Persian need them.
    """
    return _named(_CONTROLS.search(text)) or uncarried(text)


def same_wording(first: str, second: str) -> bool:
    """Say whether two texts differ in nothing but spaces and line breaks, which tools change at will."""
    return first.split() == second.split()


def _named(found: re.Match[str] | None) -> str:
    return f"U+{ord(found[0]):04X}" if found else ""
