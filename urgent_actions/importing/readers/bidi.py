"""Text from right to left, as a PDF holds it: in the order of the eye, turned back into the order of reading."""

import re

_ARABIC = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LATIN = rf"[^\W\d_{_ARABIC}]"
_RIGHT, _LEFT = re.compile(f"[{_ARABIC}]"), re.compile(_LATIN)
_RUN = re.compile(rf"[{_ARABIC}](?:[^\w]*[{_ARABIC}]+)*")
# Words from left to right, and numbers, run on as they are within a line from right to left.
_ISLAND = re.compile(rf"{_LATIN}(?:[^{_ARABIC}]*[^\W{_ARABIC}])?|\d+(?:[.,:/]\d+)*")
_MIRROR = str.maketrans("()[]{}", ")(][}{")


def logical(line: str) -> str:
    """Return ``line`` in the order in which it is read; what has no letter from right to left is returned as it is."""
    letters = len(_RIGHT.findall(line))
    if not letters:
        return line
    if letters < len(_LEFT.findall(line)):
        return _RUN.sub(lambda run: run[0][::-1], line)
    turned = _ISLAND.sub(lambda island: island[0][::-1], line[::-1])
    # Some programs write the bracket that one sees, others the one that is meant.
    first = re.search(r"[()\[\]{}]", turned)
    return turned.translate(_MIRROR) if first and first[0] in ")]}" else turned
