"""Reading in a process of its own: what happens there ends there."""

import pytest

from tests.importing.readers.samples import pdf
from urgent_actions.importing.document import Unreadable
from urgent_actions.importing.readers import apart


def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(Unreadable, match=r"^It takes more time or memory"):
        apart.read_apart(".pdf", pdf("<p>Text"), seconds=0.01)


def test_what_fails_in_a_way_nobody_has_thought_of_is_damaged() -> None:
    with pytest.raises(Unreadable, match=r"^It is damaged, or cut off"):
        apart.read_apart(".unheard", b"")
