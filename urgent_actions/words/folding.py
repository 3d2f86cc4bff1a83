"""Spellings that a reader takes for the same, made the same."""

import re
import unicodedata

APOSTROPHE, HYPHEN = "'", "-"

# Signs that stand inside a word and that many leave out: apostrophes, the marks for ayn and hamza in transliteration,
# geresh and gershayim, the dot in Catalan words and in foreign names in Chinese, the non-joiner of Persian.
_APOSTROPHES = "'’‘‛`´′ʹʺʻʼʽʾʿˈ׳״·‧・\u200c"
_HYPHENS = "-\u2010\u2011־"
# The soft hyphen, the joiner and marks of direction. They are not seen, and get into a query by copying.
_UNSEEN = "\u00ad\u200d\u200e\u200f\u061c\u2060\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\ufeff"
_SIGNS = str.maketrans(
    dict.fromkeys(_APOSTROPHES, APOSTROPHE) | dict.fromkeys(_HYPHENS, HYPHEN) | dict.fromkeys(_UNSEEN, "")
)

# Letters that Unicode does not take for another one with a mark, and that are often typed as another one.
_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "ɓ": "b",
        "ɗ": "d",
        "ƙ": "k",
        "ƴ": "y",
        "ɛ": "e",
        "ɔ": "o",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ہ": "ه",
        "ە": "ه",
        "ـ": "",
    }
)


def legible(text: str) -> str:
    """Return ``text`` with one sign for each use: ASCII digits, one apostrophe, one hyphen, nothing unseen.

    Letters keep case and accents. References are read in this, since a document in Arabic writes ``٤٤/٢٢``.
    """
    # Unicode takes a loose acute accent for a blank with a mark, so signs come first; and some letters for others
    # with an apostrophe, so they come again.
    plain = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS)
    return re.sub(r"[^\D0-9]", lambda digit: str(unicodedata.decimal(digit[0])), plain)


def fold(text: str) -> str:
    """Return ``text`` in the spelling in which texts are compared: without case, accents and vowel signs.

    All combining marks go, in every script: й is и and ё is е in Cyrillic, が is か in Japanese, and Indic and Thai
    words lose their vowel signs. Who spells a word as the document does always finds it; who does not may find a bit
    more. Arabic loses vowel marks and tatweel; hamza, alef, yeh, kaf and teh marbuta have one form each, be they
    written the Arabic, Persian or Urdu way. Hangul syllables stay whole. Traditional and simplified Chinese remain
    different, and so do hiragana and katakana.
    """
    # The iota below a Greek vowel is a mark that case folding makes a letter of: marks go before.
    bare = _without_marks(_without_marks(legible(text)).casefold())
    return unicodedata.normalize("NFC", bare.translate(_LETTERS))


class _WithoutMarks(dict[int, int | None]):
    """For ``str.translate``: learns of each character whether it is a mark when it comes first."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.category(chr(code)).startswith("M") else code
        return self[code]


_MARKS = _WithoutMarks()


def _without_marks(text: str) -> str:
    if text.isascii():
        return text
    return unicodedata.normalize("NFKD", text).translate(_MARKS)
