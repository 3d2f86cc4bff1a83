"""After any walk of editing operations, whoever reads the tree reads what the application says, or nothing."""

import shutil
from typing import Any
from unittest import mock

import pytest
import time_machine
from django.core.files.storage import Storage, storages
from hypothesis import HealthCheck, settings
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test

from tests.publishing.tree.promises import broken, gone_and_still_there, handed_out
from tests.publishing.tree.trees import differences, names, write_all
from tests.publishing.walk import Walk
from urgent_actions.publishing.tree.hosts import hosts
from urgent_actions.publishing.tree.steps import PARTS
from urgent_actions.publishing.tree.storage import ALIAS


class WalkWithTree(Walk):
    """The same walk, and a tree whose writer may be dead."""

    def __init__(self) -> None:
        super().__init__()
        self.dead = mock.patch("urgent_actions.publishing.tree.jobs.begun", return_value=[])
        self.is_dead = False

    def teardown(self) -> None:
        if self.is_dead:
            self.dead.stop()
        shutil.rmtree(self.tree.path(""), ignore_errors=True)
        super().teardown()

    @property
    def tree(self) -> Storage:
        return storages[ALIAS]

    @initialize()
    def a_tree_is_begun(self) -> None:
        with time_machine.travel(self.now, tick=False):
            write_all(self.tree)

    @rule()
    def the_writer_dies_or_lives_again(self) -> None:
        if self.is_dead:
            self.dead.stop()
        else:
            self.dead.start()
        self.is_dead = not self.is_dead

    @rule()
    def the_writer_writes(self) -> None:
        with time_machine.travel(self.now, tick=False):
            write_all(self.tree)
            expected = {name for part in PARTS for name in part.names(hosts(), moment=self.now)}
            assert {name for name in names(self.tree) if not name.endswith((".gz", ".br"))} == expected
            assert (differences(self.tree), broken(self.tree), gone_and_still_there(self.tree)) == ([], [], [])

    def what_is_published_is_what_would_be_built(self) -> None:
        """Leave that to the test of the walk itself."""

    @invariant()
    def nothing_is_handed_out_that_the_application_does_not_say(self) -> None:
        with time_machine.travel(self.now, tick=False):
            assert handed_out(self.tree) == []


@pytest.mark.django_db
# Wagtail leaves the files that it made renditions in to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
def test_after_hundreds_of_steps_nothing_is_handed_out_that_is_not_true(tree: Any) -> None:
    run_state_machine_as_test(
        WalkWithTree,
        settings=settings(
            max_examples=3,
            stateful_step_count=40,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
