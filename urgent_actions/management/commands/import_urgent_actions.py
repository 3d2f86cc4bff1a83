"""Imports documents as drafts."""

import json
from argparse import ArgumentParser
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ...importing.directory.matching import Directory
from ...importing.document import Unreadable
from ...models.swap import index_page_model
from ..importing import MOST_FILES, Outcome, Wishes, carry_out, drafts_in, files_in

UNREADABLE, DOUBTFUL = 1, 2
DEEDS = {
    "read": "read",
    "made": "draft made",
    "updated": "draft updated",
    "there": "there already, left as it is (--update updates it)",
    "refused": "not imported",
}


class Command(BaseCommand):
    help = (
        "Import documents as drafts. Nothing is published, and no document twice. Exit code 0: all were read; 1: one "
        "was not read, or not imported; 2, with --strict: all were, and there are doubts or lines that were not used."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the files, where they go, and what is told."""
        parser.add_argument("path", nargs="+", help="a document, or a folder of documents")
        parser.add_argument(
            "--locale", default="", help="language of the list they go under; else that of the document"
        )
        parser.add_argument("--parent", type=int, help="id of the list they go under")
        parser.add_argument("--update", action="store_true", help="update the draft of what is there already")
        parser.add_argument("--dry-run", action="store_true", help="read, and store nothing")
        parser.add_argument("--format", choices=["text", "json"], default="text", help="json: a line for each file")
        parser.add_argument("--strict", action="store_true", help="exit with 2 where somebody should look")

    def handle(self, *args: Any, path: list[str], format: str, strict: bool, **options: Any) -> None:
        """Import what can be imported; raise CommandError with the exit code if something was not, or is in doubt."""
        wishes = self._wishes(options)
        files = list(islice(files_in(path), MOST_FILES + 1))
        if len(files) > MOST_FILES:
            raise CommandError(f"These are more than {MOST_FILES} files: import them folder by folder.")
        directory = Directory() if wishes.dry_run else Directory.read()
        unread = doubtful = 0
        for number, file in enumerate(files, start=1):
            if len(files) > 1 and options["verbosity"]:
                self.stderr.write(f"{number}/{len(files)} {file}")
            try:
                outcomes = [carry_out(each, directory, origin=file.name, wishes=wishes) for each in drafts_in(file)]
            except Unreadable as unreadable:
                unread += 1
                self._tell_unread(file, str(unreadable), format)
                continue
            unread += any(outcome.deed == "refused" for outcome in outcomes)
            doubtful += any(outcome.is_doubtful for outcome in outcomes)
            self._tell(file, outcomes, format)
        if unread:
            raise CommandError(f"{unread} of {len(files)} files not read or not imported.", returncode=UNREADABLE)
        if strict and doubtful:
            raise CommandError(f"{doubtful} of {len(files)} files in doubt.", returncode=DOUBTFUL)

    def _wishes(self, options: dict[str, Any]) -> Wishes:
        parent = None
        if options["parent"]:
            parent = index_page_model()._default_manager.select_related("locale").filter(pk=options["parent"]).first()
            if parent is None:
                raise CommandError(f"There is no list of urgent actions with the id {options['parent']}.")
        return Wishes(parent=parent, locale=options["locale"], update=options["update"], dry_run=options["dry_run"])

    def _tell(self, file: Path, outcomes: list[Outcome], format: str) -> None:
        if format == "json":
            first, *others = [outcome.as_json() for outcome in outcomes]
            self._write_json({"file": str(file), **first, **({"more": others} if others else {})})
            return
        for outcome in outcomes:
            said = outcome.draft.urgent_action
            name = f"UA {said.ua_number or '–'}, {said.ordinal or '–'}: {said.headline or '–'}"
            page = f" [{outcome.page}]" if outcome.page else ""
            self.stdout.write(f"{file}: {DEEDS[outcome.deed]}{page}: {name}")
            for doubt in outcome.draft.doubts:
                where = f" (line {doubt.line})" if doubt.line else ""
                self.stdout.write(f"  ? {doubt.template % doubt.params}{where}")
            for sentence in outcome.said:
                self.stdout.write(f"  ! {sentence}")
            if outcome.draft.left_over:
                self.stdout.write(f"  lines not used: {', '.join(map(str, outcome.draft.left_over))}")

    def _tell_unread(self, file: Path, sentence: str, format: str) -> None:
        if format == "json":
            self._write_json({"file": str(file), "error": sentence})
        else:
            self.stdout.write(f"{file}: not read: {sentence}")

    def _write_json(self, told: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(told, ensure_ascii=False))
