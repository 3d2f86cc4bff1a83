"""The words of a page that are translated, by content path: by the ids of blocks, never by their places in a list.

Codes, names of persons, numbers, addresses and accounts are not among them. A paragraph with its lists is one text.
"""

from collections.abc import Callable, Mapping
from typing import Any

from wagtail import blocks

from ...rules.translation import SALUTATION, SECTIONS, Text

FIELDS = ("title", "seo_title", "search_description")
Visit = Callable[[Text], str]


def texts_of(page: Any) -> dict[str, Text]:
    """Return the texts of ``page`` by path, in the order of the document; empty ones only where one may be added."""
    found: dict[str, Text] = {}

    def note(text: Text) -> str:
        found[text.path] = text
        return text.words

    for name in FIELDS:
        words = getattr(page, name) or ""
        if words.strip():
            note(Text(path=name, words=words, max_length=page._meta.get_field(name).max_length))
    for section in SECTIONS:
        walked(page, section, note)
    return found


def with_texts(page: Any, words: Mapping[str, str], *, of: Any) -> None:
    """Give ``page`` the sections of the page ``of`` with other ``words`` by path; where there are none, those of it."""
    for name in FIELDS:
        setattr(page, name, words.get(name, getattr(of, name)))
    for section in SECTIONS:
        setattr(page, section, walked(of, section, lambda text: words.get(text.path, text.words)))


def walked(page: Any, section: str, visit: Visit) -> Any:
    """Return a section of ``page`` anew, each of its texts replaced by what ``visit`` returns for it."""
    value = getattr(page, section)
    block = value.stream_block
    return block.to_python(_walked(block, value.get_prep_value(), section, visit))


def _walked(block: Any, raw: Any, path: str, visit: Visit) -> Any:
    if isinstance(block, blocks.StreamBlock):
        known = [each for each in raw if each["type"] in block.child_blocks]
        return [_child(block.child_blocks[each["type"]], each, f"{path}.{each['id']}", visit) for each in known]
    if isinstance(block, blocks.StructBlock):
        return {
            name: _walked(child, (raw or {}).get(name), f"{path}.{name}", visit)
            for name, child in block.child_blocks.items()
        }
    if isinstance(block, blocks.ListBlock):
        return [_child(block.child_block, each, f"{path}.{each['id']}", visit) for each in raw or []]
    if not isinstance(block, (blocks.RichTextBlock, blocks.CharBlock, blocks.TextBlock)):
        return raw
    words = raw or ""
    if not words.strip() and not path.endswith(SALUTATION):
        return words
    rich = isinstance(block, blocks.RichTextBlock)
    longest = None if rich else getattr(block.field, "max_length", None)
    return visit(Text(path=path, words=words, rich=rich, max_length=longest))


def _child(block: Any, raw: dict[str, Any], path: str, visit: Visit) -> dict[str, Any]:
    return {**raw, "value": _walked(block, raw["value"], path, visit)}
