"""`make run`: from an empty folder to a running site with demo content, in one command."""

import errno
import os
import shutil
import socket
from argparse import ArgumentParser
from io import TextIOBase
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from cms.demo.accounts import DEMO_ACCOUNTS
from cms.demo.load import load_demo, serve_on
from urgent_actions.models import UrgentActionPage

HOST = "127.0.0.1"
FIRST_PORT = 8000
MIGRATIONS_A_DOT = 10


class Command(BaseCommand):
    help = "Make the demo's database, load its content where it is missing, and serve it."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=FIRST_PORT)
        parser.add_argument("--reset", action="store_true", help="throw the demo's data away and load it anew")

    def handle(self, *args: Any, port: int, reset: bool, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("The demo's passwords are public, so it runs only with the development settings.")
        if reset:
            self.remove_data()
            self.prepare()
            self.stdout.write("The demo is as new. Start it with: make run")
            return
        if refusal := why_not(port):
            raise CommandError(f"Port {port} {refusal}; use another: make run PORT={next_free()}")
        self.prepare()
        serve_on(port)
        self.announce(f"http://{HOST}:{port}")
        os.environ.setdefault("DJANGO_RUNSERVER_HIDE_WARNING", "true")
        # Without the reloader: its child process would announce everything a second time.
        call_command("runserver", f"{HOST}:{port}", use_reloader=False)

    def remove_data(self) -> None:
        if connection.vendor != "sqlite":
            raise CommandError(
                "Only the demo's own SQLite database is thrown away, and DATABASE_URL names another one."
            )
        database = Path(connection.settings_dict["NAME"])
        connection.close()
        for leftover in database.parent.glob(f"{database.name}*"):
            leftover.unlink()
        shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)

    def prepare(self) -> None:
        executor = MigrationExecutor(connection)
        pending = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
        if pending:
            self.stdout.write(f"Making the database: {pending} migrations ", ending="")
            call_command("migrate", interactive=False, stdout=Dots(self))
            self.stdout.write(" done")
        load_demo(self.stdout)

    def announce(self, address: str) -> None:
        self.stdout.write(f"\n  Site      {address}/\n  Admin     {address}/admin/")
        for account in DEMO_ACCOUNTS:
            self.stdout.write(f"            {account.username} / {account.password}  ({account.role})")
        self.stdout.write(f"  Page API  {address}/api/v2/pages/?type=urgent_actions.UrgentActionPage&fields=*")
        for page in UrgentActionPage.objects.live().filter(ua_number="44/22", ordinal=2):
            self.stdout.write(f"            {address}/api/v2/pages/{page.pk}/  ({page.title})")
        self.stdout.write(f"  API docs  {address}/api/v3/docs/")
        self.stdout.write("\n  Stop with Ctrl-C. PORT= chooses another port, make reset-demo starts anew.\n")


class Dots(TextIOBase):
    """One dot for some migrations each, where Django would write hundreds of lines."""

    def __init__(self, command: BaseCommand) -> None:
        self.command = command
        self.applied = 0

    def write(self, text: str) -> int:
        if "Applying" in text:
            self.applied += 1
            if self.applied % MIGRATIONS_A_DOT == 0:
                self.command.stdout.write(".", ending="")
                self.command.stdout.flush()
        return len(text)


def why_not(port: int) -> str:
    """Return why the server cannot have the port; empty if it can."""
    with socket.socket() as probe:
        # As the server itself does, so that the connections of the one just stopped do not count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OverflowError:
            return "is no port"
        except OSError as error:
            return "is taken" if error.errno == errno.EADDRINUSE else "cannot be used"
    return ""


def next_free() -> int:
    return next(port for port in range(FIRST_PORT, 2**16) if not why_not(port))
