"""A column of search words, and the one question that is asked of it, for every database in the same way."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Lookup

if TYPE_CHECKING:
    _TextField = models.TextField[str, str]
else:
    _TextField = models.TextField

_VECTOR = "array_to_tsvector(string_to_array(btrim({}), ' '))"


class WordsField(_TextField):
    """Words in the form of the ``words`` package, each with a space before and after it."""


@WordsField.register_lookup
class Begin(Lookup):  # type: ignore[type-arg]  # generic in the stubs alone
    """True where every one of the given words begins some word of the column.

    The words consist of letters and digits alone (``words.query_words``), so they can carry no syntax of their own.
    """

    lookup_name = "begin"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """Return SQL that looks through the whole column; good for thousands of rows."""
        column, params = self.process_lhs(compiler, connection)
        each = " AND ".join(f"{column} LIKE %s" for _ in self.rhs)
        return f"({each})", [value for word in self.rhs for value in (*params, f"% {word}%")]

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """Return SQL that the index of migration 0002 answers."""
        column, params = self.process_lhs(compiler, connection)
        query = " & ".join(f"'{word}':*" for word in self.rhs)
        return f"({_VECTOR.format(column)} @@ %s::tsquery)", [*params, query]
