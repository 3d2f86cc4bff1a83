"""Which answers of API v2 the memory may keep: those about urgent actions alone, as everybody reads them in JSON."""

from datetime import datetime
from typing import Any

from django.db.models import Min
from django.utils import timezone
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from wagtail.api.v2.views import BaseAPIViewSet

from ..models.public import shown_by_api
from ..models.publications import END, Edition
from ..models.swap import page_model
from ..publishing.present import present
from .answers import answer, respond
from .filters import FILTERS

# A search asks an index that is written some time after a change. The tree is asked for by pages of other kinds.
_OF_PUBLICATIONS = FILTERS | {"type", "locale", "fallback", "limit", "offset", "order", "fields"}


class KeptAnswers(BaseAPIViewSet):
    """An endpoint for pages whose plain answers about urgent actions may be remembered."""

    _mark: tuple[Any, ...] | None = None
    _until: datetime = END

    def detail_view(self, request: Request, pk: int) -> Any:
        """Return one page."""
        if not request.GET:
            self._mark = present()
        response = super().detail_view(request, pk)
        page = self.get_object()
        if isinstance(page, page_model()):
            self._until = min(shown_by_api(page).until, page.get_parent().expire_at or END)
        else:
            self._mark = None
        return response

    def listing_view(self, request: Request) -> Any:
        """Return a page of the list."""
        if self._is_plain_list(request):
            self._mark = present()
            in_force = Edition.objects.in_force(moment=timezone.now())
            self._until = in_force.aggregate(first=Min("ends_at"))["first"] or END
        return super().listing_view(request)

    def _is_plain_list(self, request: Request) -> bool:
        is_of_urgent_actions = request.GET.getlist("type") == [page_model()._meta.label]
        return is_of_urgent_actions and request.GET.keys() <= _OF_PUBLICATIONS and request.GET.get("order") != "random"

    def finalize_response(self, request: Any, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Return the response; one that may be remembered is made of ready bytes."""
        response = super().finalize_response(request, response, *args, **kwargs)
        if self._mark is None or response.status_code != 200 or not self._is_for_everybody(request, response):
            return response
        text = response.render().content.decode()
        return respond(request, answer(text, until=self._until, mark=self._mark, vary="Accept, Accept-Encoding"))

    def _is_for_everybody(self, request: Any, response: Any) -> bool:
        return isinstance(response.accepted_renderer, JSONRenderer) and not request.user.is_authenticated
