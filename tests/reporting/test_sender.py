"""From where a request comes: what our own proxies note is believed, and nothing that a stranger writes."""

import pytest

from urgent_actions.reporting.sender import address_of

NOBODY_KNOWS = ""


@pytest.mark.parametrize(
    ("noted", "proxies", "address"),
    [
        (None, 0, "10.0.0.1"),
        ("203.0.113.9", 0, "10.0.0.1"),
        ("203.0.113.9", 1, "203.0.113.9"),
        ("198.51.100.1, 203.0.113.9", 1, "203.0.113.9"),
        ("198.51.100.1,203.0.113.9, 10.0.0.2", 2, "203.0.113.9"),
        ("2001:db8::9", 1, "2001:db8::9"),
        (None, 1, "10.0.0.1"),
        ("203.0.113.9", 3, "203.0.113.9"),
        (" , ", 1, "10.0.0.1"),
    ],
)
def test_as_many_notes_are_believed_as_there_are_proxies(noted: str | None, proxies: int, address: str) -> None:
    asked = {"REMOTE_ADDR": "10.0.0.1", **({"HTTP_X_FORWARDED_FOR": noted} if noted is not None else {})}
    assert address_of(asked, proxies=proxies) == address


def test_where_nothing_is_known_there_is_no_address() -> None:
    assert address_of({}, proxies=0) == NOBODY_KNOWS
