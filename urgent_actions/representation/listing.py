"""The card: what a list shows of an urgent action, so that a listing page needs no second request."""

from typing import Any

from ..words import plain_text

EXCERPT = 300
_KEPT = (
    "ua_number",
    "ordinal",
    "index_number",
    "status",
    "language",
    "countries",
    "concerns",
    "issued_on",
    "deadline",
    "persons",
)


def listing(shown: dict[str, Any], *, id: int, title: str, url: str) -> dict[str, Any]:
    """Return the card of what ``representation.shown`` gave, with the beginning of its summary as plain text."""
    return {
        "id": id,
        "title": title,
        "url": url,
        **{name: shown[name] for name in _KEPT},
        "excerpt": _excerpt(shown["summary"]),
        "letters_available": shown["take_action"]["letters_available"],
        "channels": shown["take_action"]["channels"],
        "image": shown["image"],
        "translations": shown["translations"],
    }


def _excerpt(summary: list[dict[str, Any]]) -> str:
    """Return the first paragraph, cut between words where it is long."""
    first = next((block["value"] for block in summary if block["type"] == "paragraph"), "")
    text = " ".join(plain_text(first).split())
    if len(text) <= EXCERPT:
        return text
    cut = text[:EXCERPT].rsplit(" ", 1)[0]
    return f"{cut} …"
