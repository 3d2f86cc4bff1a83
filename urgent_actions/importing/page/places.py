"""Under which index page an urgent action goes."""

from typing import Any

from django.utils.translation import gettext_noop
from wagtail.permissions import page_permission_policy

from ...codes import same_language
from ...models.swap import index_page_model
from ..refusal import ImportRefused

MOST_PLACES = 200
NO_PLACE = gettext_noop("There is no list of urgent actions in the language “%(language)s”. Choose one.")
SEVERAL_PLACES = gettext_noop(
    "There are several lists of urgent actions in the language “%(language)s” (%(ids)s). Choose one."
)


def places_for(user: Any) -> list[Any]:
    """Return the index pages below which this user may add urgent actions, by their place in the tree."""
    allowed = page_permission_policy.instances_user_has_permission_for(user, "add")
    pages = index_page_model()._default_manager.filter(pk__in=allowed.values("pk"))
    return list(pages.select_related("locale").order_by("path")[:MOST_PLACES])


def place_for(language: str) -> Any:
    """Return the one index page in a language; raise ImportRefused if there is none, or more than one.

    An empty language is one that could not be told: any will do, if there is but one page.
    """
    pages = index_page_model()._default_manager.select_related("locale").order_by("path")[:MOST_PLACES]
    found = [page for page in pages if not language or same_language(page.locale.language_code, language)]
    if not found:
        raise ImportRefused(NO_PLACE, language=language)
    if len(found) > 1:
        raise ImportRefused(SEVERAL_PLACES, language=language, ids=", ".join(str(page.pk) for page in found))
    return found[0]
