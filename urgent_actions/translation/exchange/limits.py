"""How much of a file is read at most, and the sentences about files as a whole.

An urgent action has some thirty texts of 5 kB in all; two hundred of them fit in.
"""

from ...messages import gettext_noop

MOST_BYTES = 5 * 1024 * 1024
MOST_SEGMENTS = 20_000
MOST_ELEMENTS = 200_000
MOST_NESTED = 64

TOO_BIG = gettext_noop("The file has more than %(most)d MB, and no more are read.")
TOO_MANY_SEGMENTS = gettext_noop("Line %(line)d: the file has more than %(most)d texts, and no more are read.")
TOO_MANY_ELEMENTS = gettext_noop("Line %(line)d: the file has more than %(most)d elements, and no more are read.")
TOO_DEEP = gettext_noop("Line %(line)d: elements lie one inside another deeper than %(most)d times.")
NOT_XML = gettext_noop("Line %(line)d: the file is not well-formed XML (%(parser)s). Export it again from your tool.")
ENCODING = gettext_noop("The file is in an encoding that is not read. Save it as UTF-8.")
DOCTYPE = gettext_noop("Line %(line)d: the file has a document type declaration, and none is allowed.")
NOT_PO = gettext_noop("Line %(line)d: this is not what a PO file may say there: %(found)s")
UNKNOWN_FORMAT = gettext_noop("The file is none of those that are read: %(formats)s.")
NOT_XLIFF = gettext_noop("The file is no XLIFF %(versions)s: it is %(found)s.")
NO_LANGUAGE = gettext_noop("The file does not say which language it is translated into; %(expected)s is expected.")
OTHER_LANGUAGE = gettext_noop("Line %(line)d: the file is translated into %(found)s, and %(expected)s is expected.")
OTHER_SOURCE_LANGUAGE = gettext_noop(
    "Line %(line)d: the file is translated from %(found)s, and %(expected)s is expected."
)
NOTHING = gettext_noop("There is no text to translate.")
MANY_LANGUAGES = gettext_noop("One file holds one pair of languages, and these are several: %(languages)s.")
UNCARRIED = gettext_noop("“%(segment)s” has a character that no file can hold: %(character)s. Remove it first.")
UNWRITABLE = gettext_noop("“%(segment)s” has markup that is not exchanged: %(reason)s.")
