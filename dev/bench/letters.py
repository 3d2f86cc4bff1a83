"""How fast letters are written and set: ``python -m dev.bench.letters``. One process, one core, no database."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from urgent_actions.urgent_action import Address, Person, SampleLetter, Target, UrgentAction

from . import figures
from .figures import Round, Row
from .site_environment import ROOT
from .terminal import NotThereYet
from .words import ASKS, SENTENCES, filled, person

ROUNDS = 7
LETTERS = 300
SHEETS = 6
# Reading takes ten microseconds, so a machine on which this holds writes thousands of letters a second.
TEXT = Row("letters/text", "a letter as text, against reading its urgent action as JSON", "", figures.speed(0.03))
PDF = Row("letters/pdf", "a letter as PDF, against a bare WeasyPrint call on its HTML", "", figures.time(1.2))
ROWS = (TEXT, PDF)


def measured() -> list[Row]:
    """Return the rows, measured in a process of its own."""
    command = [sys.executable, "-m", "dev.bench.letters"]
    done = subprocess.run(command, check=False, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        return [replace(row, missing=f"{' '.join(command[1:])} failed, see above") for row in ROWS]
    found = json.loads(done.stdout.splitlines()[-1])
    if isinstance(found, str):
        return [replace(row, missing=found) for row in ROWS]
    return [
        replace(row, documents="1", rounds=[Round(*pair) for pair in pairs])
        for row, pairs in zip(ROWS, found, strict=True)
    ]


def _urgent_action() -> UrgentAction:
    """Return an urgent action with a letter of the usual length."""
    paragraph = " ".join(filled(sentence, language="en", serial=0) for sentence in SENTENCES["en"])
    official = Target(
        id="1",
        name=person(0),
        role="Minister of Examples",
        organisation="Ministry of Examples",
        address=Address(lines=("1 Example Street", "Example City"), country="HN"),
        salutations=(("en", "Dear Minister,"),),
    )
    return UrgentAction(
        language="en",
        headline="Teacher in danger",
        ordinal=1,
        persons=(Person(id="1", name=person(1)),),
        targets=(official,),
        letter=SampleLetter(paragraphs=(paragraph,), asks_introduction=ASKS["en"][0], asks=ASKS["en"][1:]),
    )


def _rate(deed: Callable[[], object], times: int) -> float:
    started = time.perf_counter()
    for _ in range(times):
        deed()
    return times / (time.perf_counter() - started)


def _pairs(ours: Callable[[], object], baseline: Callable[[], object], times: int) -> list[tuple[float, float]]:
    ours()
    baseline()
    return [(_rate(ours, times), _rate(baseline, times)) for _ in range(ROUNDS)]


def _measure() -> list[list[tuple[float, float]]]:
    try:
        from urgent_actions.letters.compose import compose
        from urgent_actions.letters.letter import Channel, Paper, Writer
        from urgent_actions.letters.paper.pdf import pdf
        from urgent_actions.letters.paper.sheets import sheets
        from urgent_actions.letters.render.text import text
        from urgent_actions.representation import represent
        from urgent_actions.rules.chain import chain
        from urgent_actions.rules.status import Status
    except ImportError as error:
        raise NotThereYet(f"there is no {error.name}") from error
    import weasyprint

    ua = _urgent_action()
    whole = json.dumps(represent(ua, status=Status.OPEN, case=chain([], ordinal=ua.ordinal)))

    def written() -> str:
        return text(compose(ua, ua.targets[0], ua.language, Writer(country="US"), Channel.POST, on=date(2026, 6, 15)))

    letter = compose(ua, ua.targets[0], ua.language, Writer(country="US"), Channel.POST, on=date(2026, 6, 15))
    html = sheets([letter], paper=Paper.A4)
    return [
        _pairs(written, lambda: json.loads(whole), LETTERS),
        _pairs(lambda: pdf(sheets([letter], paper=Paper.A4)), lambda: weasyprint.HTML(string=html).write_pdf(), SHEETS),
    ]


if __name__ == "__main__":
    try:
        print(json.dumps(_measure()))
    except NotThereYet as error:
        print(json.dumps(str(error)))
