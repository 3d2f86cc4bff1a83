import time
from datetime import timedelta
import pytest
from django.test import Client, TestCase
from tests import factories
from tests.api.v1.letters import get, post, writable
from tests.api.v1.test_letters import in_spanish
from urgent_actions.models import UrgentActionPage

pytestmark = pytest.mark.django_db

@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(factories.NOW, tick=False)

def commit(): return TestCase.captureOnCommitCallbacks(execute=True)

def test_until(client, settings):
    settings.URGENT_ACTIONS_MAX_AGE = 10**6
    with commit():
        page = writable()
        es = in_spanish(page)
    with commit():
        es.deadline = factories.NOW.date(); es.save()
        es.save_revision().publish()
    print("deadlines", page.deadline, es.deadline, factories.NOW)
    r = client.get(page.url + "?language=es"); print(r.status_code, r["Cache-Control"], "Señora Ministra" in r.content.decode())
    r = get(client, page, language="es"); print(r["Cache-Control"], r.json()["items"][0]["language"])

def test_race(client, monkeypatch):
    with commit(): page = writable()
    from urgent_actions.writing import printed as p
    from urgent_actions.writing import files
    def slow(html):
        with commit():
            page.stopped_at = factories.NOW; page.stop_reason="Free"; page.save()
        return b"%PDF-letter"
    monkeypatch.setattr(files, "printed", slow)
    r = get(client, page, format="pdf"); print("RACE", r.status_code, r.content[:20], get(client,page).status_code)

def test_forms(client):
    with commit():
        page = writable()
    for ch in ("email","phone","social","web_form"):
        for f in ("pdf","docx","text"):
            r = get(client, page, format=f, channel=ch); print(ch, f, r.status_code, r.content[:60] if f=="text" else len(r.content))
    r = get(client, page, format="text"); t=r.content.decode(); print("letters in text:", t.count("\f")+1, t.count("Dear Minister,"))
    r = get(client, page, format="html"); print(dict(r.headers)); print(r.content.decode()[:120])
    r = client.post(f"/api/urgent-actions/v1/{page.pk}/letters/?site=nowhere.example", {"name":"A"}, content_type="application/json"); print("POST site", r.status_code)
    r = client.post(f"/api/urgent-actions/v1/{page.pk}/letters/", '{"format":"html","paragraph":"spoof"}', content_type="text/plain"); print("POST text/plain", r.status_code, r["Content-Type"], dict(r.headers))
    r = post(client, page, name="[YOUR NAME]"); print("POST [YOUR NAME]", r.status_code)
    for f in ("pdf","kit","json"):
        t0=time.perf_counter(); r = post(client, page, format=f, name="x"); print(f, r.status_code, time.perf_counter()-t0)

def test_unreached(client):
    with commit():
        factories.section_settings(country="US")
        off = factories.official(contacts=(), salutations={"en":"Dear M,"})
        page = factories.published(ua_number="45/26", targets=[("target", {"official": off, "priority": 1}),("copy_to_missions", {"country": "HN"})], post_suspended=True, writer_safety_notice=True)
    h = client.get(page.url).content.decode()
    print("UNREACHED", "Write now" in h, "ties to the country" in h, "Take action" in h, "1 Example Street" in h, get(client,page).status_code, get(client,page).json())
