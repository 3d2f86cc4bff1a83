"""Bytes to text: what the file says of itself, then what its bytes allow."""

import codecs
import re

from ...messages import gettext_noop
from ..document import Unreadable

NOT_TEXT = gettext_noop("It is no document that can be read: hand over text, Markdown, HTML, DOCX, PDF or an e-mail.")

# The longer mark first: that of UTF-16 is the beginning of that of UTF-32.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Encodings of documents. Python knows others: some take quadratic time.
_KNOWN = re.compile(
    r"utf-?(8|16)|us-ascii|ascii|(iso-?8859|latin)-?\d+|(windows|cp)-?125\d|koi8-[ru]|mac-?roman"
    r"|gb(k|2312|18030)|big5|euc-?(jp|kr|cn)|shift-?jis|iso-?2022-?jp",
    re.IGNORECASE,
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
# A stray sign or two happen in any text.
_STRAY, _MOST_CONTROLS = 2, 0.01


def decode(content: bytes, *, declared: str = "") -> str:
    """Return the text of ``content``: by its mark, as UTF-8, as ``declared``, as the Western Latin of old programs.

    A file that is UTF-8 but for some bytes is read as such, with � in their place. Raise Unreadable for no text.
    """
    text = _decoded(content, declared)
    if len(_CONTROL.findall(text)) > max(_STRAY, len(text) * _MOST_CONTROLS):
        raise Unreadable(NOT_TEXT)
    return text


def _decoded(content: bytes, declared: str) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode("utf-8-sig" if encoding == "utf-8" else encoding, errors="replace")
    # "utf-16" in an HTML page that can be read that far is wrong.
    if _KNOWN.fullmatch(declared.replace("_", "-")) and not declared.lower().startswith("utf"):
        try:
            return content.decode(declared)
        except (UnicodeDecodeError, LookupError):
            pass
    try:
        return content.decode()
    except UnicodeDecodeError:
        text = content.decode(errors="replace")
    wrong = text.count("\ufffd")
    # Letters beyond ASCII that are UTF-8 by chance are rarer than those that are not.
    if wrong <= len(text) - len(text.encode("ascii", errors="ignore")) - wrong:
        return text
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return content.decode("latin-1")
