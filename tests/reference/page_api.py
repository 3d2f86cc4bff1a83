"""docs/reference/page-api.md: what the page API says."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pydantic.fields import FieldInfo

from urgent_actions.api.choosing import Choice
from urgent_actions.api.pages import PublicPagesAPIViewSet
from urgent_actions.models import UrgentActionPage
from urgent_actions.representation import FIELDS, represent
from urgent_actions.rules.chain import chain
from urgent_actions.rules.status import Status
from urgent_actions.urgent_action import (
    Address,
    Contact,
    ContactKind,
    CopyRecipient,
    Mission,
    Person,
    Target,
    UrgentAction,
)

from .sample import SAMPLE, told
from .tables import GENERATED, table


def page_api_page() -> str:
    fields = [(f"`{name}`", MEANING[name]) for name in FIELDS]
    shown = {status: represent(SAMPLE, **told(status)) for status in Status}
    values = [(f"`{path}`", form, example) for path, form, example in _leaves(shown[Status.OPEN], nulls=_nulls())]
    return "\n".join(
        [
            GENERATED,
            "# Page API\n",
            "`GET /api/v2/pages/`, Wagtail's API v2 without its leaks. How to ask: see",
            "[use the page API](../how-to/use-the-page-api.md). What never appears in it: see",
            "[what the public sees](../concepts/what-the-public-sees.md).\n",
            "## Fields of an urgent action\n",
            "Beside Wagtail's own `id`, `meta` and `title` (the headline).\n",
            table(("field", "what it says"), fields),
            "## What is withheld in which status\n",
            "Fields that are not listed are the same in every status.\n",
            table(("value", *(status.value for status in Status)), _differences(shown)),
            "## Translations\n",
            "`translation.status` and `translations[].status` are one of these; `percent` is the share of the texts",
            "that are translated from their present wording, and an original is `complete`:\n",
            table(("status", "what it says"), TRANSLATION),
            "In the last case `take_action.reason` of one that is open is `translation_outdated`, and",
            "`take_action.original` the card of the original; `sample_letter` is null, and the targets have neither",
            "salutation nor contacts: lead the writer to the original. `translation.reasons` says what is behind:",
            "`letter`, `asks`, `deadline`, `targets`, `persons`; or that the original is `superseded`.\n",
            "## Every value, with an example\n",
            "As in the status `open`. `[]` is one of a list. Each block of a section has `type`, `value` and `id`.\n",
            table(("value", "form", "example"), values),
            "## Filters and orders\n",
            "These fields filter (`?name=value`) and order (`?order=name`, `?order=-name`):\n",
            "".join(f"- `{name}`\n" for name in _filters()),
            "So do Wagtail's `id`, `title`, `slug`, `seo_title`, `search_description`, `show_in_menus` and",
            "`first_published_at`. Parameters of Wagtail: `type`, `fields`, `limit`, `offset`, `order`, `search`,",
            "`search_operator`, `child_of`, `descendant_of`, `ancestor_of`, `site`.\n",
            "`locale` filters by a language of the site. What is not there in it is left out, or comes in the",
            "language given as `fallback`; then each item says in `meta` in which language it came",
            "(`locale_served`), and whether that is for want of the other (`is_fallback`). `translation_of` finds",
            "the other language versions of a page that is public.\n",
            "These filter by what is published, with `type=urgent_actions.UrgentActionPage` alone, as in the",
            "[urgent-action API](urgent-action-api.md):\n",
            "".join(f"- `{name}`: {_sentence(field)}\n" for name, field in Choice.model_fields.items()),
            "Everything else is a 400 that names the parameter, in problem+json (RFC 9457) with Wagtail's `message`.",
            "",
        ]
    )


def _sentence(field: FieldInfo) -> str:
    said = field.description or ""
    return said[:1].lower() + said[1:]


def _filters() -> list[str]:
    columns = PublicPagesAPIViewSet.get_available_fields(UrgentActionPage, db_fields_only=True)
    return [name for name in FIELDS if name in columns]


MEANING = {
    "ua_number": "The number of the case: serial and two-digit year.",
    "ordinal": "1 for the first urgent action of the case, 2 for the second.",
    "index_number": "The identity of the document, or null.",
    "status": "`open`, `expiring`, `expired`, `superseded` or `stopped`, at the moment of the answer.",
    "language": "The language of the page (BCP 47), its own name, and whether it runs from right to left.",
    "countries": "The countries the case is about, named in the language of the page.",
    "concerns": "Slugs of the concerns.",
    "issued_on": "The date on the document, or null.",
    "deadline": "The last day on which to write, inclusive, in the section's time zone; null on some records.",
    "persons": "The persons at risk. With `initials_only` the name is initials and the original script null.",
    "summary": "A section of blocks: what has happened.",
    "take_action": "Whether letters may be handed out now; if not, why, and where to go on (`latest`, `original`).",
    "targets": "A section of blocks: notes to writers, targets by priority, and who gets copies.",
    "sample_letter": "A section of blocks of plain text, or null. Salutations stand with the targets.",
    "additional_information": "A section of blocks: background, never part of a letter.",
    "preferred_languages": "The languages to write in, most wanted first.",
    "own_language_welcome": "Whether the writer's own language will do too.",
    "post_suspended": "Whether post to the country is suspended.",
    "writer_safety_notice": "Whether writers with ties to the country should be warned.",
    "stopped": "When and why it was stopped; null in every other status.",
    "previous_url": "The address of the document before this one where it is not published here, or null.",
    "chain": "The public urgent actions of the case in this language and section, first to latest, as cards.",
    "translation": "How a translation stands to its original; null for an original.",
    "translations": "The other public language versions, as cards that say how far each translation has come.",
    "image": "The one rendition of the image, or null.",
}


TRANSLATION = [
    ("`complete`", "All of it says what the original says."),
    ("`partial`", "Some text beside the letter is not translated yet."),
    ("`outdated`", "Some text beside the letter has changed in the original since."),
    ("`letter_withheld`", "A word of the letter, a target, a name or the deadline has: nobody may write from it."),
]


def _leaves(value: Any, path: str = "", *, nulls: set[str]) -> Iterator[tuple[str, str, str]]:
    """Yield path, form and example of every value; blocks of a section are told apart by their type."""
    if path == COPIED_OFFICIAL:
        yield path, "like a target, or null", ""
    elif isinstance(value, dict) and value and not path.endswith("salutations"):
        if path in nulls:
            yield path, "object or null", ""
        for key, each in value.items():
            yield from _leaves(each, f"{path}.{key}" if path else key, nulls=nulls)
    elif isinstance(value, list) and value:
        if path in nulls:
            yield path, "list or null", ""
        first: dict[str, Any] = {}
        for name, each in _members(value, path):
            first.setdefault(name, each)
        for name, each in first.items():
            yield from _leaves(each, name, nulls=nulls)
    else:
        or_null = " or null" if path in nulls and value is not None else ""
        yield path, _kind(value, path) + or_null, "" if value is None else f"`{_plainly(value)}`"


COPIED_OFFICIAL = "targets[type=copy_to].value.official"


def _members(value: list[Any], path: str) -> Iterator[tuple[str, Any]]:
    for each in value:
        if isinstance(each, dict) and {"type", "value", "id"} == set(each):
            yield f"{path}[type={each['type']}].value", each["value"]
        else:
            yield f"{path}[]", each


def _kind(value: Any, path: str) -> str:
    if value is None:
        is_card = path.startswith("chain") or path.endswith(("latest", "original"))
        return CARD_OR_NULL if is_card else "by status, see above"
    kinds: dict[type, str] = {bool: "true or false", int: "number", str: "text", dict: "object", list: "list"}
    return kinds[type(value)]


CARD_OR_NULL = "card or null"


def _plainly(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _nulls() -> set[str]:
    """Return the paths of all values that are null for an urgent action of which hardly anything is known."""
    nobody = Target(id="a5f0")
    bare = UrgentAction(
        language="en",
        persons=(Person(id="1", name="Sample Person"),),
        targets=(replace(nobody, contacts=(Contact(kind=ContactKind.EMAIL, value="minister@example.org"),)), nobody),
        copies_to=(
            CopyRecipient(id="c1"),
            CopyRecipient(id="c2", mission=Mission(name="", of_country="", in_country="")),
        ),
    )
    placed = replace(bare, targets=(replace(nobody, address=Address(lines=("Main Road 1",))),), copies_to=())
    answers = [
        represent(each, status=status, case=chain([], ordinal=None)) for each in (bare, placed) for status in Status
    ]
    return {path for answer in answers for path in _null_paths(answer, "")}


def _null_paths(value: Any, path: str) -> Iterator[str]:
    if value is None:
        yield path
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _null_paths(each, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for name, each in _members(value, path):
            yield from _null_paths(each, name)


def _differences(shown: dict[Status, dict[str, Any]]) -> list[tuple[str, ...]]:
    """Return, for each value that depends on the status, what it is in each of them."""
    flat = {status: dict(_flat(answer)) for status, answer in shown.items()}
    paths = dict.fromkeys(path for leaves in flat.values() for path in leaves)
    rows = []
    for path in paths:
        row = [_short(flat[status].get(path, "absent")) for status in Status]
        if len(set(row)) > 1 and not path.startswith(("chain", "status")):
            rows.append((f"`{path}`", *row))
    return rows


def _flat(answer: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in answer.items():
        if name == "take_action":
            yield from ((f"{name}.{key}", each) for key, each in value.items())
        elif name == "targets":
            for block in value:
                if block["type"] == "target":
                    yield from ((f"targets, target: {key}", each) for key, each in block["value"].items())
                else:
                    yield f"targets, {block['type']}", "shown"
        else:
            yield name, value


def _short(value: Any) -> str:
    if isinstance(value, bool) or value is None:
        return f"`{_plainly(value)}`"
    if value in ([], {}):
        return "empty"
    if isinstance(value, str) and (value == "absent" or value in list(Status)):
        return value if value == "absent" else f"`{value}`"
    return "shown"
