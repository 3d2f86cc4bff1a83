"""Published urgent actions to write from, and how letters are asked for."""

from typing import Any

from django.test import Client

from tests import factories
from tests.api.v1.conftest import ROOT

CONTACTS = (
    ("email", "minister@example.org"),
    ("phone", "+504 2230-0000"),
    ("fax", "+504 2230-0001"),
    ("social", "@example_ministry"),
    ("web_form", "https://ministry.example.org/contact"),
)


def writable(**fields: Any) -> Any:
    """Return a published urgent action with two targets, in a section in the United States."""
    factories.section_settings(country="US")
    first = factories.official(contacts=CONTACTS, salutations={"en": "Dear Minister,", "es": "Señora Ministra:"})
    second = factories.official(
        name="Sample Judge", role="", contacts=(), salutations={"en": "Your Honour,", "es": "Señoría:"}
    )
    targets = [
        ("target", {"official": second, "priority": 2}),
        ("target", {"official": first, "priority": 1}),
        ("copy_to_missions", {"country": "HN"}),
    ]
    return factories.published(**{"ua_number": "44/26", "targets": targets, **fields})


def get(client: Client, page: Any, /, path: str = "letters/", **parameters: Any) -> Any:
    return client.get(f"{ROOT}{page.pk}/{path}", parameters)


def post(client: Client, page: Any, **words: Any) -> Any:
    return client.post(f"{ROOT}{page.pk}/letters/", words, content_type="application/json")
