"""Markdown without its marks: what a reader would see of a line, however badly the marks are balanced."""

import re

_MARK = re.compile(
    r"""
      \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?<![\w.+*-])(?P<masked>(?:\w[\w.+-]*\*[\w.*+-]*|\*+)@[^\s<>()\[\]]*)    # the stars of a***@example.org stay
    | <(?P<address>(?:https?://|mailto:)[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>
    | (?P<image>!)?\[(?P<text>(?:\\.|[^\[\]\\]|\[[^\[\]]*\])*)\]
      \([ ]?(?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:[ ]"[^"]*")?[ ]?\)
    | (?P<plain>(?:https?://|www\.|@)[^\s*<>()\[\]\\]+)            # underscores in them are no marks
    | (?P<stars>(?<!\*)\*{2,3}(?!\*))
    | (?<![\w*])\*(?=[^\s*])(?P<starred>(?:\\.|[^*\\])+)(?<!\s)\*(?![\w*])
    | (?<!\w)(?P<under>_{1,3})(?=[^\s_])(?P<underscored>(?:\\.|[^_\\])+)(?<!\s)(?P=under)(?!\w)
    """,
    re.VERBOSE,
)
_BOLD = re.compile(r"(\*{2,3}|__)(?=\S)(?:(?!\*\*|__).)+(?:\*{2,3}|__)")
# Deeper than this nobody nests marks.
_DEEPEST = 4


def unmarked(text: str, *, depth: int = 0) -> str:
    """Return ``text`` without its marks, and with a link's address only where the link has no other text."""

    def shown(found: re.Match[str]) -> str:
        if found["stars"] or found["image"]:
            return ""
        if found["text"] is not None:
            return again(found["text"]) or found["target"].partition("#")[0].removeprefix("mailto:")
        for inner in (found["starred"], found["underscored"]):
            if inner is not None:
                return again(inner)
        if found["address"]:
            return found["address"].removeprefix("mailto:")
        return found["escaped"] or found[0]

    def again(inner: str) -> str:
        return unmarked(inner, depth=depth + 1) if depth < _DEEPEST else inner

    return _MARK.sub(shown, text)


def is_bold(text: str) -> bool:
    """Tell whether all of a line stands between the marks of bold type."""
    return bool(_BOLD.fullmatch(text))
