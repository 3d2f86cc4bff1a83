"""A list of urgent actions that readers narrow by filters and search, from what is published."""

from .asked import Asked, ask
from .facets import Facet, Option
from .found import Found, changes_at, find
from .newest import newest

__all__ = ["Asked", "Facet", "Found", "Option", "ask", "changes_at", "find", "newest"]
