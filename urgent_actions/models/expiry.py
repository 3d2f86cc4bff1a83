"""A page past its expiry, whose job has not run yet: Wagtail still shows it, we do not."""

from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone

from .caching import limit_caches
from .swap import OnPage

_GONE = "_urgent_actions_gone"


def note_gone(request: HttpRequest, page: Any) -> None:
    """Note that the request has come to ``page``, which is not there for it. Wagtail forgets why it raises Http404."""
    setattr(request, _GONE, page)


def gone_page(request: HttpRequest) -> Any:
    """Return the page that the request came to and that is not there for it, or None."""
    return getattr(request, _GONE, None)


class GoneAtExpiry(OnPage):
    """A page that is gone at the second of its expiry, on the site as in the API, and in no cache afterwards."""

    class Meta:
        abstract = True

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Return the page as the public sees it; raise Http404 once it has expired."""
        if self.is_gone():
            raise Http404
        return limit_caches(super().serve(request, *args, **kwargs))

    def is_gone(self) -> bool:
        """Say whether the page is past its expiry."""
        return self.expire_at is not None and self.expire_at <= timezone.now()
