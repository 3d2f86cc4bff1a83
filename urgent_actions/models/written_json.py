"""JSON that is kept as it was written."""

import json
from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    _TextField = models.TextField[Any, Any]
else:
    _TextField = models.TextField


class WrittenJSONField(_TextField):
    """JSON in a column of text: PostgreSQL's own type would sort the keys, and what is made of it would differ."""

    # What django-stubs takes for the type of the attribute.
    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Any:
        """Return the value that was written."""
        return None if value is None else json.loads(value)

    def to_python(self, value: Any) -> Any:
        """Return the value of a fixture's text, or the value itself."""
        return json.loads(value) if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> Any:
        """Return what is written."""
        return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def value_to_string(self, obj: models.Model) -> str:
        """Return the text for a fixture."""
        return str(self.get_prep_value(self.value_from_object(obj)))
