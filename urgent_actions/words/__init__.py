"""What is looked for, and what it is looked for in, as words: letters and digits alone, folded. Pure: no database.

A document is found by a query when every word of the query begins some word of the document. Nothing is left to the
database that it could do in its own way: it neither folds nor splits, so all of them give the same answers.
"""

from .document import document_words
from .finding import query_words, words
from .folding import fold
from .html import plain_text

__all__ = ["document_words", "fold", "plain_text", "query_words", "words"]
