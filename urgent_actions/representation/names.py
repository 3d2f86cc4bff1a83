"""Codes with their names."""

from typing import Any

from ..codes import country_name, language_name


def country(code: str, reader: str) -> dict[str, Any]:
    """Return a country with its name in the reader's language."""
    return {"code": code, "name": country_name(code, reader)}


def language(tag: str, reader: str) -> dict[str, Any]:
    """Return a language with its name in the reader's language."""
    return {"code": tag, "name": language_name(tag, reader)}
