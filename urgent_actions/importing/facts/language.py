"""In which language a document is written."""

import re
from collections import Counter
from collections.abc import Sequence

from ..lines.pieces import Piece
from ..words import languages, listed_in
from ..words.folding import fold

ENOUGH = 4000
_WORD = re.compile(r"\w+")


def language_of(pieces: Sequence[Piece]) -> str:
    """Return the tag of the language whose common words are the most; English where there are none."""
    text = " ".join(piece.folded for piece in pieces)[:ENOUGH]
    counted = Counter(_WORD.findall(text))
    scores = {
        language: sum(counted[fold(word)] for word in listed_in(language, "text.common")) for language in languages()
    }
    best = max(scores, key=lambda language: (scores[language], language == "en"))
    return best if scores[best] else "en"
