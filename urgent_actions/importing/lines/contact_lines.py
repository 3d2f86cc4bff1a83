"""Lines that say how somebody is reached: labels, numbers, addresses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...urgent_action import ContactKind
from ..words import listed
from ..words.folding import fold

PLATFORMS = {
    "twitter": "Twitter",
    "x": "X",
    "facebook": "Facebook",
    "fb": "Facebook",
    "instagram": "Instagram",
    "telegram": "Telegram",
    "youtube": "YouTube",
    "linkedin": "LinkedIn",
    "vk": "VK",
    "weibo": "Weibo",
    "tiktok": "TikTok",
    "bluesky": "Bluesky",
    "whatsapp": "WhatsApp",
}
MASKED = re.compile(r"\[\s*email\s*(?:protected|\u00a0protected)\s*\]", re.IGNORECASE)
EMAIL = re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
URL = re.compile(r"(?:https?://|www\.)[^\s<>()\"”]+", re.IGNORECASE)
NUMBER = re.compile(r"(?<![\w/.@-])(?:\+ ?|\(\+?)?\d[\d ()./\-\u2011–]{5,}\d(?![\w@])")
HANDLE = re.compile(r"(?<![\w.])@\w{2,}")
_SENDERS = re.compile(r"\bamnesty\b|\bamnistia\b|\baiusa\b|urgent action network|@(?:es\.)?amnesty")
_KINDS = ("email", "phone", "fax", "both", "web_form", "website", "other", "salutation")
SHORT_LABEL = 2
_DIALLED = frozenset("+(0123456789")


@dataclass(frozen=True, slots=True)
class Labelled:
    """What stands after a label: ``kind`` of contact, ``salutation`` or ``website``; ``platform`` of an account."""

    kind: str
    text: str
    platform: str = ""


def is_contact(text: str) -> bool:
    """Say whether a line begins with a label of a contact, or is nothing but an address or a number."""
    folded = fold(text)
    if _label().match(folded.lstrip("( ")):
        return True
    bare = text.strip(" ;,.")
    return bool(EMAIL.fullmatch(bare) or MASKED.fullmatch(bare) or HANDLE.fullmatch(bare) or is_number(bare))


def is_number(text: str) -> bool:
    """Say whether a text is a number to dial, perhaps with a note in brackets, and nothing else."""
    if text.lstrip()[:1] not in _DIALLED:
        return False
    bare = re.sub(r"\([^()]*[^\W\d_][^()]*\)", "", text).strip(" ;,.|/")
    digits = sum(char.isdigit() for char in bare)
    return bool(NUMBER.fullmatch(bare)) and 7 <= digits <= 16


def is_sender(folded: str) -> bool:
    """Say whether a line names who publishes the urgent action, who is no target."""
    return bool(_SENDERS.search(folded)) and "c/o" not in folded


def mail_address(text: str) -> str | None:
    """Return the first e-mail address in ``text``, masked or not, or None."""
    found = EMAIL.search(text) or MASKED.search(text)
    return found[0] if found else None


def before_contacts(text: str) -> int:
    """Return where in ``text`` the first contact begins, labelled or not; its length where there is none."""
    folded = fold(text)
    starts = [found.start() for found in _label().finditer(folded)]
    starts += [found.start() for pattern in (EMAIL, MASKED) for found in pattern.finditer(text)]
    return min(starts, default=len(text))


def labelled(text: str) -> Iterator[Labelled]:
    """Yield what stands after each label of a line; what stands before the first has an empty kind."""
    folded = fold(text)
    found = list(_label().finditer(folded))
    first = found[0].start() if found else len(text)
    if before := _bare(text[:first]):
        yield Labelled("", before)
    for number, match in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(text)
        name = match[match.lastgroup or 0].strip()
        kind, platform = _kind(name)
        said = text[match.end() : end]
        if text.startswith("(") and said.count(")") > said.count("("):
            said = said.rstrip(" .").removesuffix(")")
        # The comma of a salutation belongs to it.
        yield Labelled(kind, said.strip(" |") if kind == "salutation" else _bare(said), platform)


def numbers(text: str) -> list[str]:
    """Return the numbers to dial in ``text`` as they are written."""
    without = re.sub(r"\([^()\d]*[^\W\d_][^()]*\)", " ", text)
    found: list[str] = []
    for part in re.split(r"\s+I\s+|[|;,]|\s-?[oO][rR]-?\s|\s/\s", without):
        found += [match[0].strip(" .-/") for match in NUMBER.finditer(part)]
    return [number for number in found if 7 <= sum(char.isdigit() for char in number) <= 16]


def _bare(text: str) -> str:
    text = re.sub(r"(?:^|\s)(?:I|\||/|-OR-|;|,)\s*$", "", text.strip())
    text = text.strip(" ;,|")
    return text if ")" in text else text.removeprefix("(")


def _kind(name: str) -> tuple[str, str]:
    if name in PLATFORMS:
        return ContactKind.SOCIAL.value, PLATFORMS[name]
    return _label_kinds()[name], ""


@cache
def _label_kinds() -> dict[str, str]:
    return {word: kind for kind in _KINDS for word in listed(f"contacts.{kind}")}


@cache
def _label() -> re.Pattern[str]:
    words = sorted({*_label_kinds(), *PLATFORMS}, key=lambda word: (-len(word), word))
    long = "|".join(re.escape(word) for word in words if len(word) > SHORT_LABEL)
    short = "|".join(re.escape(word) for word in words if len(word) <= SHORT_LABEL)
    dialled = "|".join(
        re.escape(word) for kind in ("phone", "fax") for word in listed(f"contacts.{kind}") if len(word) > 1
    )
    accounts = "|".join(re.escape(word) for word in listed("contacts.accounts"))
    # A label may be glued to the number before it: “4445Salutation: …”. A short one stands by itself.
    return re.compile(
        rf"(?<![a-z@./-])(?:(?:{accounts})\s)?(?P<long>{long})(?:\s(?:in|en|auf)\s\w+)?(?:\s?\([^)]{{0,20}}\))?\.?\s?:\s*"
        rf"|(?:^|(?<=[\s|,;/]))(?P<short>{short})\.?\s?:\s*"
        rf"|(?:^|(?<=[|,;/] )|(?<= i ))(?P<dialled>{dialled})\.?\s?(?=[+(\d])"
    )
