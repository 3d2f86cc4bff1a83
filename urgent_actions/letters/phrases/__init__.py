"""Words that letters have and nobody types: a TOML file per language, so that a language is added without code."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from ...codes import with_script


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of one language; ``language`` is the tag of its file. What a file does not have is empty."""

    language: str
    tables: Mapping[str, Mapping[str, Any]]

    def say(self, key: str, **words: object) -> str:
        """Return the phrase ``table.name`` with its words filled in."""
        table, name = key.split(".")
        phrase: str = self.tables.get(table, {}).get(name, "")
        return phrase.format(**words) if words else phrase

    def label(self, key: str, said: str) -> str:
        """Return what is ``said`` after a label that ends in a colon; a wide one has its space in it."""
        label = self.say(key)
        return f"{label}{said}" if label.endswith("：") else f"{label} {said}"

    def listed(self, key: str) -> tuple[str, ...]:
        """Return the words listed under ``table.name``."""
        table, name = key.split(".")
        return tuple(self.tables.get(table, {}).get(name, ()))

    def salutation(self, form_of_address: str = "formal") -> str:
        """Return opening words for anybody of whom no more than this is known: register, and gender if it is known."""
        register = form_of_address.partition("_")[0]
        tried = (form_of_address, register, "formal")
        return next((said for form in tried if (said := self.say(f"salutation.{form}"))), "")

    def sign_off(self, form_of_address: str = "formal") -> str:
        """Return the words before the signature."""
        return self.say(f"sign_off.{form_of_address.partition('_')[0]}") or self.say("sign_off.formal")


@cache
def phrases(language: str) -> Phrases | None:
    """Return the words of ``language`` (BCP 47), or None: no letter has words of a wrong language.

    The script is told where a tag leaves it out: ``zh-HK`` reads the words of ``zh-Hant``.
    """
    tags = (language, with_script(language)) if language else ()
    return next((known for tag in tags for known in _all() if f"{tag}-".startswith(f"{known.language}-")), None)


def spoken_phrases(language: str) -> Phrases:
    """Return the words of ``language``, or the English ones: for labels, which are better foreign than missing."""
    return phrases(language) or next(each for each in _all() if each.language == "en")


def languages() -> tuple[str, ...]:
    """Return the tags of all languages that have words."""
    return tuple(each.language for each in _all())


def sign_off(language: str) -> str:
    """Return the closing words in ``language`` (BCP 47), or an empty string: no letter ends in a wrong language."""
    known = phrases(language)
    return known.sign_off() if known else ""


@cache
def _all() -> tuple[Phrases, ...]:
    files = [file for file in resources.files(__name__).iterdir() if file.name.endswith(".toml")]
    read = [Phrases(file.name.removesuffix(".toml"), tomllib.loads(file.read_text(encoding="utf-8"))) for file in files]
    return tuple(sorted(read, key=lambda each: (-each.language.count("-"), each.language)))
