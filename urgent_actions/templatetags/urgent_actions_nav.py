"""The way through the site: front page, lists, languages, and the questions that a list can be asked."""

from typing import Any
from urllib.parse import urlencode

from django import template
from django.http import HttpRequest
from django.template import Context
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Site

from ..codes import is_right_to_left, language_name
from ..models.browsing import Asked
from ..models.visible import surroundings

register = template.Library()
_KNOWN = "_urgent_actions_navigation"


@register.simple_tag(takes_context=True)
def site_navigation(context: Context) -> dict[str, Any]:
    """Return ``front`` and ``lists`` in the language of the page, and ``languages``: all that the site speaks.

    A language leads to the version of the page that is shown, or to its front page where there is none. ``versions``
    are those versions. Asked for twice for one page, the answer is the same and costs nothing.
    """
    request, page = context.get("request"), context.get("page")
    site = Site.find_for_request(request) if request else None
    if request is None or site is None:
        return {"front": None, "lists": [], "languages": [], "versions": []}
    known: dict[Any, dict[str, Any]] = request.__dict__.setdefault(_KNOWN, {})
    key = page.pk if page else None
    if key not in known:
        known[key] = _navigation(site, request, page, context.get("urgent_action"))
    return known[key]


def _navigation(site: Any, request: HttpRequest, page: Any, urgent_action: dict[str, Any] | None) -> dict[str, Any]:
    language = page.locale.language_code if page else get_language() or "en"
    around = surroundings(site, None if urgent_action else page, language=language, moment=timezone.now())
    versions = _versions(page, around.versions, urgent_action)
    ways = {front.locale.language_code: front.get_url(request) for front in around.fronts} | dict(versions)
    languages = [
        {"code": code, "name": own_name(code), "url": url, "is_current": code == language}
        for code, url in sorted(ways.items())
    ]
    return {
        "front": next((front for front in around.fronts if front.locale.language_code == language), None),
        "lists": around.lists,
        "languages": languages if len(languages) > 1 else [],
        "versions": versions,
    }


def _versions(page: Any, versions: list[Any], urgent_action: dict[str, Any] | None) -> list[tuple[str, str]]:
    """Return language and full address of all versions of a page, itself included."""
    if urgent_action is None:
        return [(each.locale.language_code, each.full_url) for each in versions if each.full_url]
    cards = [(card["language"], card["url"]) for card in urgent_action["translations"] if card["url"]]
    return [(page.locale.language_code, page.full_url), *cards] if page.full_url else cards


@register.filter
def own_name(tag: str) -> str:
    """Return the name of a language in that language, with a capital where the script has one."""
    name = language_name(tag, tag)
    return name[:1].upper() + name[1:]


@register.filter
def direction(tag: str) -> str:
    """Return the direction of a language, as HTML's ``dir`` says it."""
    return "rtl" if is_right_to_left(tag) else "ltr"


@register.simple_tag
def question(asked: Asked, *, without: str = "", page: int = 0) -> str:
    """Return the end of an address that asks a list the same, with one thing left out, or for one page of it."""
    return f"?{urlencode(asked.parameters(without=without) | ({'page': str(page)} if page else {}))}"


@register.simple_tag
def list_above(page: Any) -> dict[str, str] | None:
    """Return title and address of the list that an urgent action stands in, or None if the public has no such page."""
    above = page.get_parent() if page.path else None
    if above is None or not above.live or (above.expire_at and above.expire_at <= timezone.now()):
        return None
    return {"title": above.title, "url": above.url} if above.url else None
