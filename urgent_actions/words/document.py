"""The words by which a published urgent action is found, out of what the public reads of it and nothing else."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from .finding import words
from .html import plain_text

MOST_TOKENS = 20_000
# PostgreSQL refuses a document with more than 1 MB of words.
MOST_BYTES = 1_000_000


def document_words(*, title: str, shown: Mapping[str, Any]) -> tuple[str, str]:
    """Return (head, all) of the urgent action with this representation: words with a blank between them.

    ``head`` names it: title, persons at risk, numbers, countries, concerns. ``all`` begins with that, and goes on with
    the officials written to, the prose and the sample letter. What ``shown`` withholds, no word tells of. No address,
    no contact and no note to writers is in either, and no sign-off, which is the same in all letters.
    """
    head = words(title, *_facts(shown))
    return _bounded(head), _bounded(dict.fromkeys([*head, *words(*_prose(shown))]))


def _facts(shown: Mapping[str, Any]) -> Iterator[str]:
    for person in shown["persons"]:
        yield from (person["name"], person["name_in_original_script"] or "")
    if shown["ua_number"]:
        yield f"UA {shown['ua_number']}"
    yield shown["index_number"] or ""
    yield from (country["name"] for country in shown["countries"])
    yield from shown["concerns"]


def _prose(shown: Mapping[str, Any]) -> Iterator[str]:
    yield from _passages(shown["summary"])
    for block in shown["targets"]:
        if block["type"] == "target":
            yield from (block["value"][key] or "" for key in ("name", "role", "organisation"))
    for block in shown["sample_letter"] or ():
        if block["type"] == "asks":
            yield from (block["value"]["introduction"], *block["value"]["asks"])
        elif block["type"] == "paragraph":
            yield block["value"]
    yield from _passages(shown["additional_information"])


def _passages(blocks: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for block in blocks:
        if block["type"] == "quote":
            yield from (block["value"]["text"], block["value"]["source"])
        else:
            yield plain_text(block["value"]) if block["type"] == "paragraph" else block["value"]


def _bounded(tokens: Iterable[str]) -> str:
    kept, size = [], 0
    for token in islice(tokens, MOST_TOKENS):
        size += len(token.encode()) + 1
        if size > MOST_BYTES:
            break
        kept.append(token)
    return " ".join(kept)
