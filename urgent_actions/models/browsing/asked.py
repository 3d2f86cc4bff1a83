"""What a reader asks a list for, read from the address; whatever stands there, there is an answer."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from ...codes import country_codes, is_language
from ...rules.status import Status
from ...words import query_words

LONGEST_SEARCH = 200
LONGEST_CODE = 100
FACETS = ("status", "country", "concern", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Search words and chosen values, as far as they could be read; ``refused`` says in sentences what could not."""

    search: str = ""
    words: tuple[str, ...] = ()
    chosen: dict[str, str] = field(default_factory=dict)
    refused: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.chosen)

    def parameters(self, *, without: str = "") -> dict[str, str]:
        """Return what stands in the address of this question, in an order that is always the same."""
        asked = {"q": self.search if self.words else "", **{name: self.chosen.get(name, "") for name in FACETS}}
        return {name: value for name, value in asked.items() if value and name != without}


def ask(given: Mapping[str, str], *, concerns: Collection[str]) -> Asked:
    """Return what is asked for; ``concerns`` are the slugs that there are."""
    search = given.get("q", "").strip()
    words: tuple[str, ...] = ()
    refused = []
    if len(search) > LONGEST_SEARCH:
        refused.append(_("The search is too long: please use fewer words. The list is shown without it."))
    else:
        words = query_words(search)
        if search and not words:
            refused.append(_("The search has no letters or digits in it. The list is shown without it."))
    chosen = {}
    for name in FACETS:
        value = given.get(name, "").strip()
        if value and (code := _read(name, value, concerns)):
            chosen[name] = code
        elif value:
            refused.append(_refusal(name))
    return Asked(search=search[:LONGEST_SEARCH], words=words, chosen=chosen, refused=tuple(refused))


def _read(name: str, value: str, concerns: Collection[str]) -> str | None:
    """Return the code in the form in which it is stored, or None if there is no such one."""
    if len(value) > LONGEST_CODE:
        return None
    match name:
        case "status":
            return value if value in {status.value for status in Status} else None
        case "country":
            code = value.upper()
            return code if value.isascii() and code in country_codes() else None
        case "concern":
            return value if value in concerns else None
        case _:
            return value if is_language(value) else None


def _refusal(name: str) -> str:
    return {
        "status": _("There is no such status. The list is shown without it."),
        "country": _("There is no such country. The list is shown without it."),
        "concern": _("There is no such concern. The list is shown without it."),
        "language": _("There is no such language. The list is shown without it."),
    }[name]
