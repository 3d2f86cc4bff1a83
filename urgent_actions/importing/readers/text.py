"""Plain text and Markdown, which is plain text with marks: one reader, since people paste both."""

import re

from ..document import Unreadable
from .layout import in_columns
from .limits import MOST_CHARACTERS, MOST_LINES, MOST_RAW_LINES, TOO_LONG, TOO_MANY_LINES
from .lines import Lines
from .marks import is_bold, unmarked

_LINE_END = re.compile("\r\n|[\n\r\v\x1c-\x1e\x85\u2028\u2029]|<br */?>", re.IGNORECASE)
_COLUMNS = re.compile(r"(?:^.*\S {3,}\S.*\n){3}", re.MULTILINE)
_QUOTED = re.compile(r"\A[ \t]*(?:> ?)+")
_HEADING = re.compile(r"#{1,6}\s+(.*)")
_HEADING_END = re.compile(r"(?<=\s)#+$")
# A rule, the underline of a heading, or the fence of a block.
_RULE = re.compile(r"(?:[-–—=_*~#•.]\s*){3,}|`{3,}\w*")


def add_text(lines: Lines, text: str) -> None:
    """Add the lines of ``text``: without the signs of quoting, without Markdown's marks, rules read as gaps.

    Raise Unreadable for a text that is longer than any document.
    """
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(TOO_LONG, most=MOST_CHARACTERS)
    wholes = _LINE_END.split(text)
    if len(wholes) > MOST_RAW_LINES:
        raise Unreadable(TOO_MANY_LINES, most=MOST_LINES)
    # A page of two columns, saved as text, has them side by side.
    for whole in in_columns(wholes, labelled=True) if _COLUMNS.search(text) else wholes:
        for piece, raw in enumerate(whole.split("\f")):
            if piece:
                lines.gap()
            _add_line(lines, _QUOTED.sub("", raw, count=1).strip())


def _add_line(lines: Lines, raw: str) -> None:
    if _RULE.fullmatch(raw):
        lines.gap()
        return
    heading = _HEADING.fullmatch(raw)
    sign, rest = lines.bullets.split(_HEADING_END.sub("", heading[1]) if heading else raw)
    # A backslash at the end is Markdown's sign for a line that ends here.
    text = unmarked(rest if rest.endswith("\\\\") else rest.removesuffix("\\"))
    lines.add(text, bold=is_bold(rest), heading=heading is not None, bullet=sign)
