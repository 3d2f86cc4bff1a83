"""The urgent-action API: what pages cannot say, for everybody, read from what is published (ADR 0015)."""

from .api import urgent_actions_api

__all__ = ["urgent_actions_api"]
