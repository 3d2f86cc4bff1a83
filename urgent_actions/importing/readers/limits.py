"""How much of a file is read at most, and what is said where nothing can be read.

An urgent action has two to four pages. Whoever hands over a hundred times as much has made a mistake, or means harm.
"""

from ...messages import gettext_noop

MOST_BYTES = 20 * 1024 * 1024
MOST_CHARACTERS = 2_000_000
MOST_LINES = 20_000
# With the empty ones.
MOST_RAW_LINES = 200_000
MOST_ELEMENTS = 400_000
MOST_PAGES = 200

EMPTY = gettext_noop("There is nothing in it.")
NO_TEXT = gettext_noop("There is no text in it.")
TOO_BIG = gettext_noop("It has more than %(most)d MB, and no more are read.")
TOO_LONG = gettext_noop("It is longer than an urgent action can be: no more than %(most)d characters are read.")
TOO_MANY_LINES = gettext_noop("It is longer than an urgent action can be: no more than %(most)d lines are read.")
TOO_MANY_PAGES = gettext_noop("It has %(pages)d pages, and no more than %(most)d are read.")
TOO_HARD = gettext_noop("It takes more time or memory to read than a document should: paste its text instead.")
TOO_DEEP = gettext_noop("Its parts lie one inside another deeper than in any document: paste its text instead.")
DAMAGED = gettext_noop("It is damaged, or cut off: ask for it again, or paste its text.")
NOT_INSTALLED = gettext_noop(
    "This server cannot read %(kind)s files: install wagtail-urgent-actions[import], or paste the text instead."
)
