"""The page as the public reads it: its representation, and the fields of the page API that read from it."""

import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urljoin

from django.utils import timezone
from rest_framework.fields import Field
from rest_framework.serializers import ListSerializer
from wagtail.api import APIField
from wagtail.images.models import SourceImageIOError

from ..representation import FIELDS, Card, Picture, represent
from ..representation.schemas import TYPES
from ..rules.chain import Chain, chain
from ..rules.status import Status
from .public_versions import public_versions
from .publications import Edition
from .sections import section_of, section_roots
from .versions import translations

logger = logging.getLogger(__name__)

IMAGE_FILTER = "max-1200x1200|format-jpeg|jpegquality-75"
_ONE_ANSWER = timedelta(seconds=1)


def representation(page: Any, *, moment: datetime, as_status: Status | None = None) -> dict[str, Any]:
    """Return what the public reads of ``page`` at ``moment``; ``as_status`` shows how it looks in another status.

    Nested urgent actions (chain, translations) appear as cards, and only those that the public may see.
    """
    roots = section_roots()
    section = section_of(page, roots)
    case = page.published_chain(moment=moment, roots=roots)
    urgent_action = page.as_urgent_action(moment=moment, section=section)
    return represent(
        urgent_action,
        status=as_status or page.status_at(moment, case=case, section=section),
        case=_cards(case),
        translations=public_versions(page, moment=moment),
        image=picture(page.image, alt=urgent_action.headline, near=page.full_url) if page.image else None,
        report_url=section.report_url,
        translation=translations([page]).get(page.pk),
    )


def card(page: Any) -> Card:
    """Return what may be said of a public urgent action elsewhere."""
    return Card(
        id=page.pk,
        title=page.title,
        ua_number=page.ua_number,
        ordinal=page.ordinal,
        language=page.locale.language_code,
        url=page.full_url,
    )


def picture(image: Any, *, alt: str, near: str | None) -> Picture | None:
    """Return the one rendition of an image that the public loads, by an address on the site of the page ``near``.

    None if its file is lost or broken, which is logged: a picture must not take down an appeal, or hide a stop.
    """
    try:
        rendition = image.get_rendition(IMAGE_FILTER)
    except (SourceImageIOError, OSError):
        logger.exception("Image %s has no usable file.", image.pk)
        return None
    return Picture(
        url=urljoin(near or "", rendition.url),
        width=rendition.width,
        height=rendition.height,
        alt=image.description or alt,
    )


def _cards(case: Chain[Any]) -> Chain[Card]:
    return chain([card(page) for page in case.items], ordinal=case.ordinal)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the API shows of a page, when it was read, and when it changes by itself, as far as that is known."""

    fields: dict[str, Any]
    read_at: datetime
    until: datetime


_SHOWN = "_shown_by_api"


def shown_by_api(page: Any, *, among: Iterable[Any] = ()) -> Shown:
    """Return what the API shows of ``page``: what is published of it.

    Of a draft, or of a page that is not public, it is what would be published; who may see that is for others to know.
    All pages ``among`` which it stands are read with it, in one query.
    """
    moment = timezone.now()
    if (known := _known(page, moment)) is None:
        _read_published([page, *among], moment=moment)
        known = _known(page, moment)
    if known is None:
        known = page.__dict__[_SHOWN] = Shown(representation(page, moment=moment), moment, until=moment)
    return known


def _known(page: Any, moment: datetime) -> Shown | None:
    known: Shown | None = page.__dict__.get(_SHOWN)
    return known if known and timedelta(0) <= moment - known.read_at < _ONE_ANSWER else None


def _read_published(pages: Iterable[Any], *, moment: datetime) -> None:
    # A revision has the id of its page, and shows itself.
    stored = {page.pk: page for page in pages if page.is_from_table}
    in_force = Edition.objects.in_force(moment=moment).filter(publication_id__in=stored)
    for page_id, detail, until in in_force.values_list("publication_id", "detail", "ends_at"):
        stored[page_id].__dict__[_SHOWN] = Shown(json.loads(detail), moment, until)


class Represented(Field[Any, Any, Any, Any]):
    """A field of the page API that shows what is published, so that API and page never differ."""

    def get_attribute(self, instance: Any) -> Any:
        """Return the field's part of what is shown, which is read once for all fields and all pages of an answer."""
        return shown_by_api(instance, among=self._listed()).fields[self.field_name or ""]

    def _listed(self) -> Iterable[Any]:
        """Return the pages of the list that is being answered; none for an answer about one."""
        every = getattr(self.parent, "parent", None)
        listed: Any = every.instance if isinstance(every, ListSerializer) else ()
        return listed

    def to_representation(self, value: Any) -> Any:
        """Return the value as it is: it is JSON already."""
        return value


def represented(name: str) -> Represented:
    """Return what serves the field ``name``; API v3 types the field by what ``to_representation`` is said to return."""

    class Typed(Represented):
        def to_representation(self, value: Any) -> Any:
            return value

    Typed.to_representation.__annotations__["return"] = TYPES[name]
    return Typed()


API_FIELDS = [APIField(name, serializer=represented(name)) for name in FIELDS]
