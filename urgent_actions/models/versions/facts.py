"""What is the same in all languages: a version takes it from its source with every save, by whichever route."""

from collections.abc import Iterable
from typing import Any

from ...rules.translation import SALUTATION, Text, mark
from .texts import texts_of, walked

COLUMNS = (
    "ua_number",
    "ordinal",
    "index_number",
    "issued_on",
    "deadline",
    "own_language_welcome",
    "post_suspended",
    "writer_safety_notice",
    "previous_url",
    "image_id",
    "expire_at",
)
STOP = ("stopped_at", "stop_reason")
CHILDREN = {
    "persons": (
        "name",
        "name_in_original_script",
        "pronouns",
        "use_initials",
        "outcome",
        "outcome_on",
        "outcome_source",
        "appeals_contribution",
    ),
    "country_items": ("country",),
    "language_items": ("language",),
    "concern_items": ("concern_id",),
}


def take_facts(version: Any, *, source: Any) -> bool:
    """Give ``version`` the facts of its ``source``; say whether any of them was another one. Nothing is stored."""
    before = _facts(version)
    # A version may be stopped while its source, which a newer one has superseded, is not: that is never undone here.
    for name in (*COLUMNS, *(STOP if source.stopped_at else ())):
        setattr(version, name, getattr(source, name))
    for relation, names in CHILDREN.items():
        _take_children(version, source, relation, names)
    version.targets = _targets(version, source)
    return _facts(version) != before


def dangerous_facts(source: Any) -> dict[str, str]:
    """Return marks of what makes a letter wrong where it has changed: the deadline, the targets, the persons."""
    targets = [(block.id, block.block_type, _named(block)) for block in source.targets if _named(block)]
    persons = [(each.name, each.use_initials) for each in source.persons.all()]
    return {
        "deadline": mark(str(source.deadline)),
        "targets": mark(repr(sorted(targets, key=str))),
        "persons": mark(repr(persons)),
    }


def _named(block: Any) -> str:
    """Return whom a block of targets names; nothing of an advice."""
    if block.block_type == "note_to_writers":
        return ""
    official = block.value.get("official")
    return str(official.pk if official else block.value.get("country") or "-")


def _facts(page: Any) -> tuple[Any, ...]:
    children = [
        [[getattr(child, name) for name in names] for child in getattr(page, relation).all()]
        for relation, names in CHILDREN.items()
    ]
    return (*(getattr(page, name) for name in (*COLUMNS, *STOP)), children, page.targets.get_prep_value())


def _take_children(version: Any, source: Any, relation: str, names: Iterable[str]) -> None:
    wanted, there = list(getattr(source, relation).all()), list(getattr(version, relation).all())
    values = [{name: getattr(each, name) for name in names} for each in wanted]
    if relation == "persons":
        _keep_initials(values, there)
    if values == [{name: getattr(each, name) for name in names} for each in there]:
        return
    model = type((wanted or there)[0])
    # Who stays keeps the row: the API names persons by it.
    rows = [each.pk for each in there]
    setattr(
        version,
        relation,
        [model(pk=rows[place] if place < len(rows) else None, **each) for place, each in enumerate(values)],
    )


def _keep_initials(values: list[dict[str, Any]], there: Iterable[Any]) -> None:
    """Leave who is known by initials in a version so: a name that has been hidden comes back by nobody's oversight."""
    hidden = {person.name for person in there if person.use_initials}
    for each in values:
        each["use_initials"] = each["use_initials"] or each["name"] in hidden


def _targets(version: Any, source: Any) -> Any:
    """Return the targets of the source with the version's own words; without these an advice is left out."""
    theirs = _by_whom(source)
    own = texts_of(version)
    found = {path: text for path, text in own.items() if path.startswith("targets.")}
    ids = {block_id: _same(block_id, whom, _by_whom(version)) for block_id, whom in theirs.items()}

    def words(text: Text) -> str:
        block_id = text.path.split(".")[1]
        there = found.get(text.path.replace(block_id, ids.get(block_id) or block_id, 1))
        if there is None:
            return ""
        return there.words if text.words or text.path.endswith(SALUTATION) else ""

    made = walked(source, "targets", words)
    raw = [each for each in made.get_prep_value() if each["type"] != "note_to_writers" or each["value"]]
    return made.stream_block.to_python(raw)


def _by_whom(page: Any) -> dict[str, tuple[str, str, int]]:
    """Return for each block whom it names, and as the how many-th of these."""
    found: dict[str, tuple[str, str, int]] = {}
    for block in page.targets:
        whom = (block.block_type, _named(block))
        found[str(block.id)] = (*whom, sum(each[:2] == whom for each in found.values()))
    return found


def _same(block_id: str, whom: tuple[str, str, int], there: dict[str, tuple[str, str, int]]) -> str | None:
    """Return the id of the block that says the same in a version, which somebody may have typed by hand."""
    if block_id in there:
        return block_id
    return next((each for each, other in there.items() if other == whom), None)
