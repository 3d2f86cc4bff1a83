"""An urgent action as a visitor of the site gets it: from what is published, and never from the page."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from .caching import PRIVATE, UNTIL
from .expiry import GoneAtExpiry, note_gone
from .reading import Reading, published_reading
from .sections import section_of


class ServedAsPublished(GoneAtExpiry):
    """A page that shows the edition in force, and leaves a note where it is not there for the visitor."""

    class Meta:
        abstract = True

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Return the way to this page, as Wagtail does; where it is not live, leave a note of it and raise Http404."""
        if not path_components and not self.live:
            note_gone(request, self)
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Return the page as the public sees it; once it has expired, leave a note of it and raise Http404."""
        if self.is_gone():
            note_gone(request, self)
        return super().serve(request, *args, **kwargs)

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Return the template; a project restyles it under the same name.

        A method, since Wagtail gives every page class a template named after it, over that of a mixin.
        """
        return "urgent_actions/urgent_action_page.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the template's context; ``urgent_action`` is the very representation that the API serves.

        Raise Http404 if nothing of the page is published.
        """
        return self.context_of(published_reading(self, moment=timezone.now()), request, *args, **kwargs)

    def context_of(self, reading: Reading, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the template's context for a reading; ``today`` is the day of ``section``, by which time counts."""
        section = section_of(self)
        today = section.today(timezone.now())
        return {
            **super().get_context(request, *args, **kwargs),
            "urgent_action": reading.shown,
            "section": section,
            "today": today,
            # The days that are left are other ones after midnight.
            UNTIL: min(reading.until, section.last_days(today)[1]),
            PRIVATE: reading.private,
        }
