"""Wagtail's API v3: public pages for everybody, all else for those who have a token (ADR 0013)."""

from .door import open_for_reading

__all__ = ["open_for_reading"]
