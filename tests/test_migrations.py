"""Migrations: complete, and free of what only editors see."""

import ast
from pathlib import Path

import pytest
from django.core.management import call_command

import urgent_actions.migrations
from tests.blocks.test_blocks import CHOICES_OF_AN_EDITOR, EVERY_BLOCK

MIGRATIONS = sorted(Path(urgent_actions.migrations.__path__[0]).glob("[0-9]*.py"))


def strings(path: Path) -> set[str]:
    """Return all strings in a Python file."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_there_are_migrations() -> None:
    assert MIGRATIONS[0].name == "0001_initial.py"


@pytest.mark.parametrize("path", MIGRATIONS, ids=lambda path: path.stem)
def test_no_block_is_in_a_migration(path: Path) -> None:
    names = {name.split(".")[1] for name in CHOICES_OF_AN_EDITOR}
    assert names & strings(path) == set()
    assert "wagtail.blocks" not in path.read_text(encoding="utf-8")
    assert "block_lookup" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", MIGRATIONS, ids=lambda path: path.stem)
def test_no_words_of_a_block_are_in_a_migration(path: Path) -> None:
    helps = {str(block.meta.help_text) for block in EVERY_BLOCK.values() if getattr(block.meta, "help_text", "")}
    described = {str(block.get_description()) for block in EVERY_BLOCK.values() if block.get_description()}
    assert (helps | described) & strings(path) == set()


@pytest.mark.parametrize("path", MIGRATIONS, ids=lambda path: path.stem)
def test_no_list_of_countries_or_languages_is_in_a_migration(path: Path) -> None:
    assert {"Honduras", "Spanish", "America/New_York"} & strings(path) == set()
