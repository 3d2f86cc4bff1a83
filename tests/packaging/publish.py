"""Run inside a project: write a complete urgent action, publish it, and fetch it as a reader and an API client do."""

import json
from datetime import date, timedelta

import django

django.setup()

from django.test import Client
from wagtail.models import Site

import urgent_actions
from urgent_actions.models import Concern, ConcernOnPage, CountryOnPage, FormOfAddress, Official, PersonAtRisk
from urgent_actions.models.swap import base_page_model, index_page_model, page_model


def stream(*blocks: tuple[str, object]) -> str:
    return json.dumps([{"type": kind, "value": value, "id": kind} for kind, value in blocks])


official = Official(
    name="Sample Official", role="Director", address="Prison Road 1\nSampletown", country="CN", address_health="works"
)
official.forms_of_address.add(FormOfAddress(language="en", salutation="Dear Director,"))
official.save()

index = index_page_model()(title="Urgent actions", slug="urgent-actions")
root = base_page_model().objects.get(pk=Site.objects.get(is_default_site=True).root_page_id)
root.add_child(instance=index)

page = page_model()(
    title="Teacher in prison",
    slug="44-22",
    live=False,
    ua_number="44/22",
    ordinal=1,
    issued_on=date.today(),
    deadline=date.today() + timedelta(days=40),
    summary=stream(("paragraph", "<p>The teacher Sample Person was arrested.</p>")),
    targets=stream(("target", {"official": official.pk, "priority": 1, "salutation": "", "note": ""})),
    sample_letter=stream(
        ("paragraph", "I am writing to you about Sample Person."),
        ("asks", {"introduction": "I urge you to:", "asks": [{"type": "item", "value": "release her.", "id": "ask"}]}),
    ),
)
page.persons.add(PersonAtRisk(name="Sample Person", pronouns="She/her"))
page.concern_items.add(ConcernOnPage(concern=Concern.objects.create(name="Unfair trial", slug="unfair-trial")))
page.country_items.add(CountryOnPage(country="CN"))
index.add_child(instance=page)
page.full_clean()
page.save_revision().publish()

visitor = Client(raise_request_exception=True)
answer = visitor.get(f"/api/v2/pages/{page.pk}/")
assert answer.status_code == 200, answer.content
assert answer.json()["ua_number"] == "44/22", answer.json()
listed = visitor.get("/api/urgent-actions/v1/", {"country": "CN", "q": "teacher"})
assert [item["id"] for item in listed.json()["items"]] == [page.pk], listed.content
whole = visitor.get(f"/api/urgent-actions/v1/{page.pk}/")
assert whole.json()["sample_letter"] == answer.json()["sample_letter"], whole.content
# Its scripts would come from another host.
assert visitor.get("/api/urgent-actions/v1/docs/").status_code == 404
shown = visitor.get(page.url)
assert shown.status_code == 200, shown.content
assert "release her." in shown.content.decode()

print(urgent_actions.__file__)
