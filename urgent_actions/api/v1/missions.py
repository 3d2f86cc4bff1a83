"""``GET /missions/``: to which embassy a writer sends the copy."""

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from ...models import Mission
from ...publishing.present import present
from ...publishing.ready import as_json
from ...representation.people import mission
from ..answers import answer, respond
from .questions import MissionsAsked
from .schemas import Missions, Problem

router = Router()


@router.get(
    "/missions/",
    response={200: Missions, 400: Problem},
    by_alias=True,
    operation_id="missions",
    summary="Find a diplomatic mission",
)
def find_mission(request: HttpRequest, asked: Query[MissionsAsked]) -> HttpResponse:
    """The mission of one country in another, as the directory has it now; no item where it has none."""
    mark = present()
    found = Mission.objects.accredited(of=asked.of, in_country=asked.in_)
    items = [mission(found.as_mission(), asked.locale)] if found else []
    return respond(request, answer(as_json({"items": items}), mark=mark))
