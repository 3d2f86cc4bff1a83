"""The form for reports: on the page, at an address of its own, without a script, a cookie or a token."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.conf import LazySettings
from django.test import Client, RequestFactory
from django.urls import reverse

from tests import factories
from tests.api.v1.letters import writable
from tests.reporting.telling import group, stored, target_of, tell
from tests.reporting.test_proof import solution
from urgent_actions.models import Report, UrgentActionPage
from urgent_actions.reporting.proof import riddle
from urgent_actions.rules.reports import Provenance

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now() -> Any:
    with time_machine.travel(factories.NOW, tick=False):
        yield


def soup(response: Any) -> Any:
    return BeautifulSoup(response.content, "lxml")


def on_page(page: Any, **asked: str) -> Any:
    """Return what the page shows of reports, or None."""
    return soup(Client().get(page.url, asked)).select_one(".ua-report")


def address(page: Any) -> str:
    return reverse("urgent_actions_site:report", args=[page.pk])


def send(page: Any, *, client: Client | None = None, **typed: Any) -> Any:
    """Report one e-mail to the first target, but for what is typed otherwise."""
    words = {"target": target_of(page), "channel": "email", "quantity": "1", "country": "", "website": "", **typed}
    return (client or Client(enforce_csrf_checks=True)).post(
        address(page), urlencode(words), content_type="application/x-www-form-urlencoded"
    )


def typed_in(form: Any) -> dict[str, str]:
    """Return what a form would send as it stands."""
    chosen = {each["name"]: each.select_one("option[selected]") for each in form.select("select")}
    return {
        **{each["name"]: each.get("value", "") for each in form.select("input")},
        **{name: option["value"] if option else "" for name, option in chosen.items()},
    }


def test_the_page_asks_for_target_channel_number_group_and_country() -> None:
    group()
    group("Closed", is_open=False)
    group("Elsewhere", site=factories.section())
    form = on_page(writable()).select_one("form")
    assert {each["name"] for each in form.select("select, input")} == {
        *("target", "channel", "quantity", "group", "country", "website"),
    }
    options = {each["name"]: [one.get_text() for one in each.select("option")] for each in form.select("select")}
    assert options["target"] == ["Please choose", "Example Minister", "Sample Judge"]
    assert options["channel"] == [
        *("Please choose", "Post", "E-mail", "Fax", "Phone", "Social media", "Web form"),
    ]
    assert options["group"] == ["For myself", "Example group"]


def test_a_section_without_groups_asks_for_none() -> None:
    assert on_page(factories.published()).select_one("[name=group]") is None


def test_the_only_target_is_chosen_already() -> None:
    page = factories.published()
    assert typed_in(on_page(page).select_one("form"))["target"] == target_of(page)


def test_what_is_chosen_for_letters_is_chosen_for_the_report() -> None:
    page = writable()
    judge = page.as_urgent_action().targets[1].id
    chosen = typed_in(on_page(page, target=judge, country="de").select_one("form"))
    assert (chosen["target"], chosen["country"]) == (judge, "DE")


def test_the_page_names_the_countries_at_hand_and_the_other_form_all_of_them() -> None:
    page = writable()
    codes = [each["value"] for each in on_page(page, country="de").select("#report-country option")]
    assert codes == ["", "DE", "US"]
    assert on_page(page).select_one(".ua-field a")["href"] == address(page)
    assert len(soup(Client().get(address(page))).select("#report-country option")) > 200
    assert len(on_page(factories.expired_action()).select("#report-country option")) > 200


def test_a_report_is_counted_and_leads_back_to_the_page_with_thanks() -> None:
    page = factories.published()
    response = send(page, quantity="3", country="FR", channel="post")
    assert (response.status_code, response["Location"]) == (303, f"{page.url}?reported=1#report")
    row = Report.objects.get()
    assert (row.quantity, row.country, row.channel, row.state, row.provenance) == (
        *(3, "FR", "post", "counted"),
        "self_reported",
    )
    thanked = on_page(page, reported="1")
    assert thanked.select_one("[role=status] strong").get_text() == "Thank you. Your report has arrived."


def test_a_report_of_a_group_names_it() -> None:
    page, named = factories.published(), group()
    send(page, group=str(named.pk), quantity="60")
    assert (Report.objects.get().group, Report.objects.get().provenance) == (named, "group")


def test_the_number_may_be_typed_in_the_digits_of_any_script() -> None:
    send(factories.published(), quantity=" ٣ ")
    assert Report.objects.get().quantity == 3


def test_what_is_trapped_or_throttled_is_held_and_nobody_can_tell(settings: LazySettings) -> None:
    page = factories.published()
    counted, trapped = send(page), send(page, website="https://robot.example.org")
    settings.URGENT_ACTIONS_REPORTS_A_DAY = 1
    throttled = send(page)
    assert list(Report.objects.order_by("pk").values_list("state", flat=True)) == ["counted", "held", "held"]
    answers = {(each.status_code, tuple(sorted(each.items())), each.content) for each in (counted, trapped, throttled)}
    assert len(answers) == 1


@pytest.mark.parametrize(
    ("typed", "said", "where"),
    [
        ({"quantity": "0"}, "One report is of 1 to 50 letters.", "quantity"),
        ({"quantity": "51"}, "One report is of 1 to 50 letters.", "quantity"),
        ({"quantity": "many"}, "One report is of 1 to 50 letters.", "quantity"),
        ({"quantity": "9" * 40}, "One report is of 1 to 50 letters.", "quantity"),
        ({"target": "nobody"}, "There is no such target here.", "target"),
        ({"target": ""}, "There is no such target here.", "target"),
        ({"channel": "pigeon"}, "There is no such channel.", "channel"),
        ({"country": "XX"}, "There is no such country: two letters by ISO 3166-1, like CN, are allowed.", "country"),
        ({"group": "999999"}, "There is no such group here.", "group"),
        ({"group": "x"}, "There is no such group here.", "group"),
        ({"group": "9" * 40}, "There is no such group here.", "group"),
    ],
)
def test_what_does_not_fit_is_said_and_what_was_typed_is_kept(typed: dict[str, str], said: str, where: str) -> None:
    group()
    page, before = writable(), stored()
    kept = {"channel": "post", "quantity": "7", "country": "FR", **typed}
    response = send(page, **kept)
    assert (response.status_code, response["Cache-Control"], stored()) == (400, "no-store", before)
    found = soup(response)
    assert found.select_one("[role=alert]").get_text() == said
    assert [each["name"] for each in found.select("[aria-invalid]")] == [where]
    again = typed_in(found.select_one("form.ua-filters"))
    kept["quantity"] = kept["quantity"][:20]
    assert {name: again[name] for name in kept if name != where or name == "quantity"} == {
        name: value for name, value in kept.items() if name != where or name == "quantity"
    }


def test_what_was_typed_is_no_markup() -> None:
    response = send(factories.published(), quantity='"><script>alert(1)</script>')
    assert b"<script>alert" not in response.content


def test_the_form_has_an_address_of_its_own_with_what_was_reported_so_far() -> None:
    factories.section_settings(totals_from=2)
    page = factories.published()
    tell(page, quantity=1200 // 50)
    tell(page, provenance=Provenance.OFFLINE, quantity=1234)
    tell(page, provenance=Provenance.GROUP, group=group().pk, quantity=1)
    response = Client().get(address(page))
    found = soup(response)
    assert (response.status_code, response["Cache-Control"], response.cookies) == (200, "no-store", {})
    assert found.select_one("h1").get_text() == "Letters that were sent"
    assert found.select_one(".ua-back a")["href"] == page.url
    assert found.select_one('form[method="post"]')["action"] == address(page)
    shown = [each.get_text(" ", strip=True) for each in found.select(".ua-totals div:not([hidden])")]
    assert shown == ["Letters reported by writers 24", "Letters counted by us 1,234"]


def test_the_page_itself_has_a_link_to_the_totals_and_no_number() -> None:
    factories.section_settings(totals_from=1)
    page = factories.published()
    tell(page, quantity=37)
    found = on_page(page)
    assert [each.get_text() for each in found.select("dd")] == ["", "", ""]
    assert found.select_one("[data-elsewhere] a")["href"] == address(page)
    assert found.select_one("[data-totals]")["data-totals"] == f"/api/urgent-actions/v1/{page.pk}/reports/"


def test_a_zero_is_never_shown() -> None:
    found = soup(Client().get(address(factories.published())))
    assert found.select(".ua-totals div:not([hidden])") == []
    assert "A number is shown here from a certain size on" in found.get_text()


@pytest.mark.parametrize("make", [factories.expired_action, factories.superseded_action])
def test_a_closed_one_has_the_form_in_its_days_of_grace_and_not_after_them(make: Any) -> None:
    page = make()
    assert on_page(page).select_one("form") is not None
    assert send(page).status_code == 303
    with time_machine.travel(factories.NOW + timedelta(days=14), tick=False):
        before = stored()
        assert on_page(page).select_one("form") is None
        response = send(page)
        assert (response.status_code, soup(response).select_one("form"), stored()) == (410, None, before)
        assert "Reports on this urgent action are not taken any more." in soup(response).get_text()


def test_a_stopped_one_has_no_form_and_takes_no_report() -> None:
    page, before = factories.stopped_case(), stored()
    assert on_page(page).select_one("form") is None
    assert (send(page).status_code, stored()) == (410, before)


def test_a_section_with_a_form_of_its_own_gets_no_second_one() -> None:
    factories.section_settings(report_url="https://example.org/report/")
    page = factories.published()
    assert on_page(page).select_one("form") is None
    assert [each["href"] for each in soup(Client().get(page.url)).select(".ua-take-action a")] == [
        "https://example.org/report/"
    ]


def test_the_ways_to_take_action_lead_to_the_form() -> None:
    found = soup(Client().get(factories.published().url))
    assert [each["href"] for each in found.select(".ua-take-action a")] == ["#report"]
    assert found.select_one("#report form") is not None


@pytest.mark.parametrize("mode", ["", "open", "expired"])
def test_a_preview_has_no_form(rf: RequestFactory, mode: str) -> None:
    page = factories.published()
    response = page.make_preview_request(rf.get("/"), mode)
    found = soup(response.render())
    assert (response.status_code, found.select_one(".ua-report"), found.select('form[method="post"]')) == (
        *(200, None),
        [],
    )
    assert "#report" not in str(found)


def test_what_is_not_public_has_no_form_and_takes_no_report() -> None:
    hidden = factories.published()
    hidden.view_restrictions.create(restriction_type="login")
    for page in (factories.draft(), hidden):
        assert Client().get(address(page)).status_code == 404
        assert (send(page).status_code, Report.objects.count()) == (404, 0)


@pytest.mark.parametrize("take_down", [UrgentActionPage.unpublish, UrgentActionPage.delete])
def test_what_was_public_is_gone_and_takes_no_report(take_down: Any) -> None:
    page = factories.published()
    take_down(page)
    response = Client().get(address(page))
    assert (response.status_code, page.title in response.content.decode()) == (410, False)
    assert (send(page).status_code, Report.objects.count()) == (410, 0)


def test_a_number_that_no_page_can_have_is_not_there() -> None:
    assert Client().get(f"/urgent-actions/{2**63}/report/", follow=True).status_code == 404


def test_one_of_another_section_is_not_there(client: Client) -> None:
    page = factories.published(parent=factories.index_page_of(factories.section(hostname="other.example.org")))
    assert client.get(address(page), follow=True).status_code == 404
    other = Client(headers={"host": "other.example.org"})
    assert other.get(address(page)).status_code == 200
    assert send(page, client=other)["Location"].startswith("/")
    assert Report.objects.count() == 1


def test_only_a_form_of_a_usual_size_is_read() -> None:
    page, before = factories.published(), stored()
    client = Client()
    assert client.post(address(page), {"target": target_of(page)}).status_code == 415
    assert send(page, website="x" * 5000).status_code == 413
    assert client.put(address(page)).status_code == 405
    assert stored() == before


def test_the_form_speaks_the_language_of_the_page() -> None:
    arabic = factories.index_page(language="ar")
    target = [("target", {"official": factories.official(salutations={"ar": "معالي الوزيرة،"}), "priority": 1})]
    page = factories.published(parent=arabic, targets=target)
    response = Client(headers={"accept-language": "fr"}).get(address(page))
    assert (response["Content-Language"], soup(response).html["lang"], soup(response).html["dir"]) == (
        *("ar", "ar"),
        "rtl",
    )


@pytest.mark.parametrize("groups", [1, 5])
def test_the_form_costs_so_many_queries_however_many_reports_and_groups_there_are(
    groups: int, django_assert_max_num_queries: Any
) -> None:
    page = factories.published()
    for count in range(groups):
        named = group(f"Example group {count}")
        tell(page, provenance=Provenance.GROUP, group=named.pk, quantity=2)
    Client().get(address(page))
    with django_assert_max_num_queries(14):
        Client().get(address(page))


def test_where_the_site_asks_for_a_proof_the_form_takes_one_and_says_what_becomes_of_the_others(
    settings: LazySettings,
) -> None:
    page = factories.published()
    assert on_page(page).select("[data-riddle], [name=proof], noscript") == []
    settings.URGENT_ACTIONS_REPORTS_NEED_PROOF = True
    settings.ALTCHA_HMAC_KEY = "a-key-of-this-test"
    form = on_page(page).select_one("form")
    assert (form["data-riddle"], form.select_one("[name=proof]")["type"]) == (
        "/api/urgent-actions/v1/riddle/",
        "hidden",
    )
    assert "after somebody has looked at it" in on_page(page).select_one("noscript").get_text()
    without = send(page)
    proven = send(page, proof=solution(riddle()))
    assert (without.status_code, without["Location"]) == (proven.status_code, proven["Location"])
    assert list(Report.objects.order_by("pk").values_list("state", flat=True)) == ["held", "counted"]
