"""Measures the importer against gold files: ``python -m dev.bench.import_gold FOLDER [--verbose]``.

FOLDER holds pairs of NNN-name.txt, whose first line is the source and no part of the document, and
NNN-name.expected.json. A field is right if it equals the gold value by the rules below; null in the gold file means
that the document does not say it, and a value there is invented.
"""

import argparse
import json
import re
import time
import unicodedata
from collections import Counter
from pathlib import Path

from urgent_actions.importing.as_json import as_json
from urgent_actions.importing.drafts import drafts
from urgent_actions.importing.lines.offices import without_honorifics
from urgent_actions.importing.lines.references import references_in
from urgent_actions.importing.readers import read_text
from urgent_actions.importing.words.folding import fold

AIMS = {"whole": 97.0, "truncated": 90.0}
MOST_INVENTED = 1.0
FACTS = {
    "headline": "headline",
    "ua_number": "ua_number",
    "index_number": "index_number",
    "ordinal_number": "ordinal_number",
    "issue_date": "issue_date",
    "country": "country",
    "deadline": "act_before",
    "preferred_languages": "preferred_languages",
    "own_language": "own_language",
    "previous_ua": "previous_ua",
    "doc_type": "doc_type",
    "status": "status",
}
OFFICIAL = (
    "kind",
    "name",
    "role",
    "organisation",
    "country",
    "email",
    "fax",
    "phone",
    "web_form",
    "social",
    "salutation",
)
SECONDS = 2
MASKED = "[email protected]"
OUTCOMES = ("right", "wrong", "missed", "invented")


def main():
    options = _options()
    names = sorted(options.folder.glob("*.expected.json"))
    counted = {"whole": Counter(), "truncated": Counter()}
    by_field = {}
    for name in names:
        gold = json.loads(name.read_text(encoding="utf-8"))
        text = name.with_name(name.name.replace(".expected.json", ".txt")).read_text(encoding="utf-8")
        found = drafts(read_text(text.partition("\n")[2], name=name.name))
        said = as_json(found[0]) if found else {}
        group = "truncated" if gold.get("truncated") else "whole"
        wrong = []
        for field, expected, given in compared(gold, said):
            outcome = judged(expected, given)
            counted[group][outcome] += 1
            by_field.setdefault(re.sub(r"\[\d+\]", "", field), Counter())[outcome] += 1
            if outcome not in ("right", "empty"):
                wrong.append((field, outcome, expected, given))
        if options.verbose and wrong:
            print(name.name.removesuffix(".expected.json"))
            for field, outcome, expected, given in wrong:
                print(f"  {outcome:8} {field}: gold {_short(expected)}, read {_short(given)}")
    print(_table(by_field))
    missed = False
    for group, counts in counted.items():
        right, invented = _percentages(counts)
        aim = AIMS[group]
        missed |= right < aim or invented > MOST_INVENTED
        aims = f"(aim {aim:.0f}), {invented:.1f} % invented (at most {MOST_INVENTED:.0f})"
        print(f"{group:10} {right:5.1f} % right {aims}, {sum(counts.values())} fields")
    print(f"{_speed(options.folder):.0f} documents a second on one core")
    return 1 if missed else 0


def compared(gold, said):
    """Yield (field, gold value, read value) of everything that the gold file knows."""
    for ours, theirs in FACTS.items():
        yield ours, gold.get(theirs), said.get(ours)
    for field, ours in (("summary", "summary"), ("additional_information", "additional_information")):
        yield field, gold.get(f"{field}_first_words"), _beginning(said.get(ours), gold.get(f"{field}_first_words"))
    letter = said.get("letter")
    yield "letter.first", gold.get("letter_first_words"), _beginning(letter, gold.get("letter_first_words"))
    if gold.get("letter_last_words") or not gold.get("letter_first_words"):
        yield "letter.last", gold.get("letter_last_words"), _end(letter, gold.get("letter_last_words"))
    asks = said.get("asks") or []
    if gold.get("asks_count") is not None or not letter:
        yield "asks.count", gold.get("asks_count"), len(asks) or None
        yield (
            "asks.first",
            gold.get("asks_first_words"),
            _beginning(asks[0] if asks else None, gold.get("asks_first_words")),
        )
        yield "asks.last", gold.get("asks_last_words"), _end(asks[-1] if asks else None, gold.get("asks_last_words"))
    yield "people", _people(gold["people"]), _people(said.get("people") or [])
    for key in ("pronouns", "gender_marker"):
        yield (
            f"people.{key}",
            [each[key] for each in gold["people"] if each[key]],
            [each[key] for each in said.get("people") or [] if each[key]],
        )
    for group in ("targets", "copies_to"):
        yield from _officials(group, gold[group], said.get(group) or [])


def _people(people):
    return sorted(_plain(without_honorifics(each["name"])) for each in people)


def _officials(group, gold, said):
    yield f"{group}.count", len(gold) or None, len(said) or None
    for at, expected in enumerate(gold):
        given = said[at] if at < len(said) else {}
        for key in OFFICIAL:
            yield f"{group}[{at}].{key}", expected[key], given.get(key)
        yield f"{group}[{at}].address", " ".join(expected["address_lines"]), " ".join(given.get("address_lines") or [])
    for at, given in enumerate(said[len(gold) :], start=len(gold)):
        for key in OFFICIAL:
            if given.get(key):
                yield f"{group}[{at}].{key}", None, given[key]


def judged(expected, given):
    """Return how a read value stands to the gold one: right, wrong, missed, invented, or empty where both are."""
    expected, given = _normal(expected), _normal(given)
    if not expected:
        return "invented" if given else "empty"
    if not given:
        return "missed"
    return "right" if expected == given else "wrong"


def _normal(value):
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, str):
        return "" if value == MASKED else _plain(without_honorifics(value))
    return value


def _plain(value):
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFKC", value).translate(str.maketrans("’‘“”«»–—", '\'\'""""--'))
    text = re.sub(r"\*+|\[([^\]]*)\]\([^)]*\)", lambda match: match[1] or "", text)
    return " ".join(re.sub(r"[,\s]+", " ", text).split()).strip(" .").casefold()


def _beginning(text, expected):
    if not text or not expected:
        return text or None
    size = len(_plain(expected))
    return expected if _plain(text)[:size] == _plain(expected) else text[: size + 10]


def _end(text, expected):
    if not text or not expected:
        return text or None
    size = len(_plain(expected))
    return expected if _plain(text)[-size:] == _plain(expected) else text[-size - 10 :]


def _percentages(counts):
    """Return how many of the values in the gold files are right, and how many of the fields empty there are not."""
    valued = counts["right"] + counts["wrong"] + counts["missed"]
    empty = counts["invented"] + counts["empty"]
    return (100 * counts["right"] / valued if valued else 0.0, 100 * counts["invented"] / empty if empty else 0.0)


def _table(by_field):
    rows = [f"{'field':34}{''.join(f'{each:>10}' for each in (*OUTCOMES, 'empty'))}"]
    for field, counts in by_field.items():
        rows.append(f"{field:34}{''.join(f'{counts[each] or str():>10}' for each in (*OUTCOMES, 'empty'))}")
    return "\n".join(rows)


def _speed(folder):
    texts = [path.read_text(encoding="utf-8").partition("\n")[2] for path in sorted(folder.glob("*.txt"))]
    documents = [read_text(text) for text in texts]
    # Time of the processor, so that what else runs on the machine does not count. Nothing is remembered between rounds.
    rounds, begun = 0, time.process_time()
    while time.process_time() - begun < SECONDS:
        fold.cache_clear()
        references_in.cache_clear()
        for document in documents:
            for draft in drafts(document):
                as_json(draft)
        rounds += 1
    return rounds * len(documents) / (time.process_time() - begun) if documents else 0.0


def _short(value):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 110 else text[:107] + "…"


def _options():
    parser = argparse.ArgumentParser(
        prog="python -m dev.bench.import_gold", description="Measure the importer against gold files."
    )
    parser.add_argument("folder", type=Path, nargs="?", default=Path("../shared/corpus"))
    parser.add_argument("--verbose", action="store_true", help="print each field that is not right")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
