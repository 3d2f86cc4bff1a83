"""The directory as an editor types it: addresses of its views, and what its forms send."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from tests.admin.desk import member, soup, words

ADDRESS = "Zhang Jian\n  Gen Nan 3, 16 Hongqi Lu\n\n510090 Guangdong Sheng"


def officials(view: str, *args: Any) -> str:
    return reverse(f"wagtailsnippets_urgent_actions_official:{view}", args=args)


def missions(view: str, *args: Any) -> str:
    return reverse(f"wagtailsnippets_urgent_actions_mission:{view}", args=args)


def chooser(view: str, *args: Any) -> str:
    return reverse(f"wagtailsnippetchoosers_urgent_actions_official:{view}", args=args)


def typed_official(**changes: Any) -> dict[str, str]:
    """Return what the form of an official sends; ``changes`` replace single fields."""
    return nested_form_data(
        {
            "name": "Typed Minister",
            "role": "Minister of Examples",
            "organisation": "",
            "forms_of_address": inline_formset([{"language": "en", "salutation": "Dear Minister,", "role": ""}]),
            "address": "1 Example Street\nExample City",
            "country": "HN",
            "address_health": "unverified",
            "address_verified_on": "",
            "gender": "",
            "register": "formal",
            "contacts": inline_formset([]),
            "predecessor": "",
            "note": "",
            **changes,
        }
    )


def typed_mission(**changes: Any) -> dict[str, str]:
    return nested_form_data(
        {
            "name": "Embassy of Honduras",
            "of_country": "HN",
            "in_country": "US",
            "head_of_mission_title": "",
            "head_of_mission": "",
            "address": "2 Example Avenue",
            "country": "US",
            "address_health": "unverified",
            "address_verified_on": "",
            "contacts": inline_formset([]),
            **changes,
        }
    )


def contact(**fields: str) -> dict[str, str]:
    return {"platform": "", "label": "", "health": "unverified", "verified_on": "", **fields}


def problems_of(response: HttpResponse) -> list[str]:
    """Return what the form says beside its fields, without the words that only a screen reader needs."""
    return [words(error) for error in soup(response).select("form .error-message")]


def publish(address: str, data: dict[str, str], *, role: str = "Editors") -> HttpResponse:
    return member(role).post(address, {**data, "action-publish": "action-publish"})
