"""``/{id}/letters/``: the letters that can be sent at this second."""

import json
from datetime import timedelta
from typing import Any

import pytest
import time_machine as travel
from django.test import Client

from tests import factories
from tests.api.conftest import Committed
from tests.api.v1.letters import get, post, writable
from tests.golden import Golden
from urgent_actions.models import Mission, Official

pytestmark = pytest.mark.django_db


def test_the_answer_is_the_one_that_was_looked_at(client: Client, golden: Golden) -> None:
    factories.mission()
    page = writable()
    answer = get(client, page).json()
    golden("letters.json", without_ids(answer, page))


def without_ids(answer: Any, page: Any) -> Any:
    ids = [target.id for target in page.as_urgent_action().targets]
    text = json.dumps(answer)
    for number, id in enumerate(ids):
        text = text.replace(id, f"<target {number + 1}>")
    return json.loads(text.replace(f"/{page.pk}/", "/<id>/").replace(f'"id": {page.pk},', '"id": "<id>",'))


def test_each_target_has_a_letter_by_each_channel_the_most_important_first(client: Client) -> None:
    items = get(client, writable()).json()["items"]
    assert [(item["target"]["name"], item["channel"]) for item in items] == [
        *(("Example Minister", channel) for channel in ("post", "email", "fax", "phone", "social", "web_form")),
        ("Sample Judge", "post"),
    ]
    assert [item["salutation"] for item in items if item["channel"] == "post"] == ["Dear Minister,", "Your Honour,"]


def test_a_target_is_asked_for_by_its_stable_id(client: Client) -> None:
    page = writable()
    judge = page.as_urgent_action().targets[1]
    items = get(client, page, target=judge.id).json()["items"]
    assert [item["target"]["id"] for item in items] == [judge.id]


def test_a_channel_is_asked_for(client: Client) -> None:
    items = get(client, writable(), channel="post").json()["items"]
    assert [item["channel"] for item in items] == ["post", "post"]


@pytest.mark.parametrize(
    ("parameter", "value", "why"),
    [
        ("target", "nobody", "There is no such target here."),
        ("target", "a b", "String should match pattern"),
        ("language", "x", "is no language tag"),
        ("channel", "pigeon", "Input should be 'post', 'email'"),
        ("paper", "a3", "Input should be 'a4' or 'letter'"),
        ("country", "XX", "is no country code"),
        ("format", "exe", "Input should be 'json', 'text'"),
        ("name", "Example", "There is no such parameter here."),
    ],
)
def test_what_there_is_not_is_refused_by_its_name(client: Client, parameter: str, value: str, why: str) -> None:
    response = get(client, writable(), **{parameter: value})
    assert response.status_code == 400
    assert response.json()["parameter"] == parameter
    assert why in response.json()["detail"]


def test_a_channel_that_does_not_reach_the_target_is_refused(client: Client) -> None:
    page = writable()
    judge = page.as_urgent_action().targets[1]
    response = get(client, page, target=judge.id, channel="email")
    assert (response.status_code, response.json()["detail"]) == (400, "Sample Judge is not reached by this channel.")


def test_the_copy_goes_to_the_embassy_in_the_writers_country(client: Client) -> None:
    factories.mission()
    factories.mission(in_country="DE", name="Example Embassy in Germany", address="3 Beispielweg\n10000 Berlin")
    page = writable()
    answers = {country: get(client, page, channel="post", country=country).json() for country in ("US", "DE", "FJ")}
    copies = {country: [copy["name"] for copy in answer["items"][0]["copies"]] for country, answer in answers.items()}
    assert copies == {"US": ["Example Embassy"], "DE": ["Example Embassy in Germany"], "FJ": []}
    assert answers["FJ"]["items"][0]["missing_missions"] == [{"code": "HN", "name": "Honduras"}]
    assert "no_mission" in answers["FJ"]["items"][0]["notes"]


def test_a_mission_that_is_only_a_draft_gets_no_copy(client: Client) -> None:
    factories.mission(in_country="DE", live=False)
    assert get(client, writable(), country="DE").json()["items"][0]["copies"] == []


def test_a_corrected_embassy_stands_in_the_next_answer(client: Client, committed: Committed) -> None:
    factories.mission(in_country="DE")
    page = writable()
    assert get(client, page, country="DE").json()["items"][0]["copies"][0]["name"] == "Example Embassy"
    with committed():
        mission = Mission.objects.get()
        mission.name = "Moved Embassy"
        mission.save()
    assert get(client, page, country="DE").json()["items"][0]["copies"][0]["name"] == "Moved Embassy"


def test_a_corrected_address_stands_in_the_next_answer(client: Client, committed: Committed) -> None:
    page = writable()
    assert "1 Example Street" in get(client, page).content.decode()
    with committed():
        for official in Official.objects.all():
            official.address = "9 Other Street"
            official.save()
    answer = get(client, page).content.decode()
    assert "1 Example Street" not in answer
    assert "9 Other Street" in answer


def test_where_post_is_suspended_it_goes_through_the_embassy_or_not_at_all(client: Client) -> None:
    factories.mission(in_country="DE")
    page = writable(post_suspended=True)
    through = get(client, page, country="DE", channel="post").json()["items"][0]
    assert through["address"][3] == "c/o Example Embassy"
    assert through["forward"] == "To the mission: please forward this letter to Example Minister."
    refused = get(client, page, country="FJ", channel="post")
    assert (refused.status_code, refused.json()["parameter"]) == (400, "channel")


def in_spanish(page: Any) -> Any:
    """Return the published Spanish version, whose targets have the ids of the English one."""
    blocks = page.targets.get_prep_value()
    return factories.published(
        parent=factories.index_page(language="es"),
        title="Persona en peligro",
        translation_key=page.translation_key,
        ua_number=page.ua_number,
        targets=blocks,
        sample_letter=[
            ("paragraph", "Le escribo sobre Sample Person."),
            ("asks", {"introduction": "Le pido:", "asks": ["protegerla."]}),
        ],
    )


def test_a_letter_is_in_the_language_that_was_asked_for(client: Client) -> None:
    page = writable()
    translation = in_spanish(page)
    answer = get(client, page, language="es", channel="post").json()
    assert answer["items"][0]["paragraphs"] == ["Le escribo sobre Sample Person."]
    assert [item["salutation"] for item in answer["items"]] == ["Señora Ministra:", "Señoría:"]
    assert (answer["items"][0]["sign_off"], answer["items"][0]["notes"]) == ("Atentamente,", ["no_mission"])
    assert [(each["id"], each["language"]["code"], each["preferred"]) for each in answer["languages"]] == [
        (translation.pk, "es", True),
        (page.pk, "en", False),
    ]


def test_a_language_in_which_it_is_not_published_falls_back_visibly(client: Client) -> None:
    item = get(client, writable(), language="fr").json()["items"][0]
    assert (item["language"]["code"], "other_language" in item["notes"]) == ("en", True)


def test_a_version_that_is_stopped_gives_no_letters_in_any_language(client: Client) -> None:
    """What stopped the version is as true in the language of the page: nothing falls back across a stop."""
    page = writable()
    translation = in_spanish(page)
    translation.stopped_at = factories.NOW
    translation.stop_reason = "Sample Person es libre."
    translation.save_revision().publish()
    response = get(client, page, language="es")
    assert (response.status_code, response.json()["reason"]) == (410, "stopped")


@pytest.mark.parametrize(
    ("channel", "form"), [("phone", "pdf"), ("email", "docx"), ("social", "pdf"), ("email", "kit"), ("post", "eml")]
)
def test_a_form_that_does_not_fit_the_channel_is_refused(client: Client, channel: str, form: str) -> None:
    response = get(client, writable(), channel=channel, format=form)
    assert (response.status_code, response.json()["parameter"]) == (400, "target" if form == "eml" else "channel")


def test_as_text_each_target_has_one_letter_and_the_phone_its_script(client: Client) -> None:
    page = writable()
    assert get(client, page, format="text").content.decode().count("Yours sincerely,") == 2
    assert "Thank you for your time. Goodbye." in get(client, page, format="text", channel="phone").content.decode()


def test_a_stop_while_a_sheet_is_set_keeps_it_back(
    client: Client, committed: Committed, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = writable()

    def stopped_meanwhile(html: str) -> bytes:
        with committed():
            page.stopped_at, page.stop_reason = factories.NOW, "Sample Person is free."
            page.save_revision().publish()
        return b"%PDF-"

    monkeypatch.setattr("urgent_actions.writing.printed.printed._make", stopped_meanwhile)
    assert get(client, page, format="pdf").status_code == 410
    assert get(client, page, format="pdf").status_code == 410


@pytest.mark.parametrize(
    ("form", "kind", "name"),
    [
        ("text", "text/plain; charset=utf-8", "ua-44-26-letters-en.txt"),
        ("html", "text/html; charset=utf-8", "ua-44-26-letters-en.html"),
        ("pdf", "application/pdf", "ua-44-26-letters-en.pdf"),
        ("kit", "application/pdf", "ua-44-26-kit-en.pdf"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "ua-44-26-letters-en.docx"),
    ],
)
def test_letters_are_files_too(client: Client, form: str, kind: str, name: str) -> None:
    response = get(client, writable(), format=form)
    assert (response.status_code, response["Content-Type"]) == (200, kind)
    assert response["Content-Disposition"].endswith(f'filename="{name}"')
    assert len(response.content) == int(response["Content-Length"])


def test_a_message_goes_to_one_target(client: Client) -> None:
    response = get(client, writable(), format="eml")
    assert (response.status_code, response["Content-Type"]) == (200, "message/rfc822")
    assert response.content.startswith(b"To: minister@example.org\r\n")
    official = factories.official(name="Third")
    page = factories.published(
        targets=[("target", {"official": each}) for each in (official, factories.official(name="Fourth"))]
    )
    refused = get(client, page, format="eml")
    assert (refused.status_code, refused.json()["parameter"]) == (400, "target")


def test_a_file_that_is_had_already_is_not_sent_again(client: Client) -> None:
    page = writable()
    first = get(client, page, format="pdf")
    again = client.get(first.wsgi_request.get_full_path(), headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_files_of_an_item_have_its_choices(client: Client) -> None:
    page = writable()
    answer = get(client, page, country="DE", paper="letter").json()
    address = answer["items"][0]["files"]["pdf"]
    assert client.get(address)["Content-Type"] == "application/pdf"
    assert {"country=DE", "paper=letter", "channel=post", "format=pdf"} < set(address.split("?")[1].split("&"))


def test_a_letter_bears_the_day_of_the_section(client: Client, time_machine: travel.TimeMachineFixture) -> None:
    page = writable()
    factories.section_settings(country="US", time_zone="Pacific/Auckland")
    assert get(client, page).json()["items"][0]["date"] == "2026-06-16"
    time_machine.shift(timedelta(days=1))
    assert get(client, page).json()["items"][0]["date"] == "2026-06-17"


def test_no_address_that_is_asked_for_holds_a_name(client: Client) -> None:
    answer = post(client, writable(), name="Example Writer", place="Sampletown", paragraph="As a teacher.").json()
    assert "Example" not in answer["items"][0]["files"]["pdf"].split("?")[1]
    assert "Writer" not in str([item["files"] for item in answer["items"]])
