"""A page past its expiry, whose job has not run yet: Wagtail still shows it, we do not."""

from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone

from .swap import OnPage


class GoneAtExpiry(OnPage):
    """A page that is gone at the second of its expiry, on the site as in the API."""

    class Meta:
        abstract = True

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Return the page as the public sees it; raise Http404 once it has expired."""
        if self.expire_at and self.expire_at <= timezone.now():
            raise Http404
        return super().serve(request, *args, **kwargs)
