"""The front end in production: named in the environment or not there, and never without TLS."""

from tests.site.test_settings import COMPLETE, python, shown

APP = "wagtail_headless_preview"


def checked(front_end: str) -> tuple[int, str]:
    """Return what `manage.py check` ends with and says, with this front end."""
    environment = {**COMPLETE, "DJANGO_SETTINGS_MODULE": "cms.settings.production", "FRONT_END_URL": front_end}
    answer = python("manage.py", "check", **environment)
    return answer.returncode, answer.stderr


def test_a_front_end_is_named_in_the_environment() -> None:
    address = "https://front.example.org"
    settings = shown("INSTALLED_APPS", "WAGTAIL_HEADLESS_PREVIEW", FRONT_END_URL=address)
    assert APP in str(settings["INSTALLED_APPS"])
    assert settings["WAGTAIL_HEADLESS_PREVIEW"] == {"CLIENT_URLS": {"default": address}}


def test_without_a_front_end_there_is_no_preview_on_it() -> None:
    settings = shown("INSTALLED_APPS")
    assert APP not in str(settings["INSTALLED_APPS"])


def test_a_front_end_with_tls_has_nothing_to_be_told() -> None:
    ended, said = checked("https://front.example.org")
    assert (ended, "urgent_actions." in said) == (0, False)


def test_a_front_end_without_tls_stops_the_start() -> None:
    ended, said = checked("http://front.example.org")
    assert (ended, "(urgent_actions.E003)" in said) == (1, True)
