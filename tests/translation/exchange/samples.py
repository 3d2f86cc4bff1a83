"""Packages by situation. All persons and cases are invented."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from urgent_actions.translation.exchange.document import Package, Part, Problem, Reading, Text
from urgent_actions.translation.exchange.formats import FORMATS, XLIFF_1_2, XLIFF_2, Format

EACH = pytest.mark.parametrize("format_", FORMATS.values(), ids=FORMATS)
XLIFF = pytest.mark.parametrize("format_", [XLIFF_2, XLIFF_1_2], ids=["2.1", "1.2"])

TITLE = Text(path="title", source="Teacher Sample Person arrested", note="Headline", max_length=60)
SUMMARY = Text(
    path="summary.s1",
    source='<p>The <b>teacher</b> is <a id="a1">held</a><br/>and ill.</p><ul><li>One</li><li><i>Two</i></li></ul>',
    note="Summary",
    rich=True,
)
SUMMARY_IN_SPANISH = (
    '<p><a id="a1">Detenido</a>, el <b>maestro</b><br/>está enfermo.</p><ul><li>Uno</li><li><i>Dos</i></li></ul>'
)
LETTER = Text(path="sample_letter.l1", source="I am writing\n\nabout  him. ", note="Paragraph; part of the letter")


def part(*texts: Text, key: str = "12", **facts: Any) -> Part:
    given = {"title": "Teacher arrested", "source_language": "en", "target_language": "es"} | facts
    return Part(key=key, texts=texts, **given)


def teacher() -> Package:
    """An urgent action of three texts, none of them translated."""
    return [part(TITLE, SUMMARY, LETTER, deadline=date(2026, 6, 1))]


def translated() -> Package:
    """The same in Spanish."""
    return [
        part(
            replace(TITLE, target="Detenido el maestro"),
            replace(SUMMARY, target=SUMMARY_IN_SPANISH),
            replace(LETTER, target="Le escribo\n\npor él."),
            deadline=date(2026, 6, 1),
        )
    ]


def returned(format_: Format, *texts: Text, expected: Package | None = None) -> Reading:
    """Return what a file with these texts brings, read against the same texts or against others."""
    sent = [part(*texts)]
    return format_.read(format_.write(sent), expected or sent)


def said(problem: Problem) -> str:
    return problem.template % problem.params
