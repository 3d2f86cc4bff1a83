"""The page as the public reads it: its representation, and the fields of the page API that read from it."""

import logging
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urljoin

from django.db.models import Q
from django.utils import timezone
from rest_framework.fields import Field
from wagtail.api import APIField
from wagtail.images.models import SourceImageIOError

from ..representation import FIELDS, Card, Picture, represent
from ..rules.chain import Chain, chain
from ..rules.status import Status
from .sections import section_of, section_roots

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
        translations=[card(each) for each in public_translations(page, moment=moment)],
        image=picture(page.image, alt=urgent_action.headline, near=page.full_url) if page.image else None,
        report_url=section.report_url,
    )


def public_translations(page: Any, *, moment: datetime) -> list[Any]:
    """Return the other language versions that the public may see, by language tag."""
    if not page.translation_key:
        return []
    versions = type(page)._default_manager.published(moment=moment).filter(translation_key=page.translation_key)
    return list(versions.filter(~Q(pk=page.pk)).select_related("locale").order_by("locale__language_code"))


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


class Represented(Field[Any, Any, Any, Any]):
    """A field of the page API that reads the representation, so that API and page never differ."""

    def get_attribute(self, instance: Any) -> Any:
        """Return the field's part of the representation, which is made once for all fields of an answer."""
        moment = timezone.now()
        made = instance.__dict__.get("_represented")
        if made is None or not timedelta(0) <= moment - made[0] < _ONE_ANSWER:
            made = instance.__dict__["_represented"] = (moment, representation(instance, moment=moment))
        return made[1][self.field_name]

    def to_representation(self, value: Any) -> Any:
        """Return the value as it is: it is JSON already."""
        return value


API_FIELDS = [APIField(name, serializer=Represented()) for name in FIELDS]
