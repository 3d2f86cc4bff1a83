"""The one representation: an urgent action as the public reads it, plain data to JSON. Pure: no database, no request.

API, templates and everything that comes later serve this and nothing else, so there is one place that decides what is
shown in which status (``rules.status.ALLOWANCES``).
"""

from .whole import FIELDS, Card, Picture, represent

__all__ = ["FIELDS", "Card", "Picture", "represent"]
