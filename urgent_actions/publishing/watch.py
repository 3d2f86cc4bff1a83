"""What is watched: every change that the public could see, and how far it reaches.

A page is reflected inside the transaction that saves it. What stands elsewhere (directory, images, links, settings) is
reflected when it is committed. Where something is to be hidden, it is hidden before and not after.
"""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import COMMENTS_RELATION_NAME, Locale, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move, pre_page_move

from ..models import (
    Concern,
    FormOfAddress,
    Mission,
    MissionContact,
    Official,
    OfficialContact,
    ReportingGroup,
    SectionSettings,
)
from ..models.publications import Mark, Publication
from ..models.swap import base_page_model, page_model, urgent_action_saved
from .generation import advance
from .later import reflect_on_commit
from .reach import below, linking_to, of_site, showing
from .reflect import reflect, take_down

BOOKKEEPING = {
    COMMENTS_RELATION_NAME,
    "draft_title",
    "go_live_at",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
    "locked",
    "locked_at",
    "locked_by",
    "numchild",
}
"""Columns of a page of which the public sees nothing."""


def connect() -> None:
    """Watch from now on. Safe to call twice."""
    for signal, receiver, sender in _watched():
        signal.connect(receiver, sender=sender, dispatch_uid=_uid(receiver, sender))


def disconnect() -> None:
    """Stop watching, as a bulk load does that rebuilds everything afterwards."""
    for signal, receiver, sender in _watched():
        signal.disconnect(receiver, sender=sender, dispatch_uid=_uid(receiver, sender))


def _uid(receiver: Any, sender: Any) -> str:
    return f"urgent_actions.publishing.{receiver.__name__}.{sender and sender.__name__}"


def _watched() -> list[tuple[Any, Any, Any]]:
    saved_or_deleted = (post_save, post_delete)
    return [
        (urgent_action_saved, _urgent_action_saved, None),
        (post_save, _other_page_saved, None),
        (post_delete, _publication_deleted, Publication),
        (pre_page_move, _page_to_be_moved, None),
        (post_page_move, _page_moved, None),
        (page_slug_changed, _page_changed, None),
        (page_published, _page_changed, None),
        (page_unpublished, _page_changed, None),
        (pre_delete, _page_to_be_deleted, base_page_model()),
        (pre_save, _to_be_restricted, PageViewRestriction),
        *((signal, _restriction_changed, PageViewRestriction) for signal in saved_or_deleted),
        *((signal, _official_changed, Official) for signal in saved_or_deleted),
        *(
            (signal, _of_official_changed, each)
            for signal in saved_or_deleted
            for each in (OfficialContact, FormOfAddress)
        ),
        *((signal, _mission_changed, Mission) for signal in (pre_save, *saved_or_deleted)),
        *((signal, _of_mission_changed, MissionContact) for signal in saved_or_deleted),
        *((signal, _concern_changed, Concern) for signal in (pre_save, *saved_or_deleted)),
        *((signal, _image_changed, get_image_model()) for signal in saved_or_deleted),
        *((signal, _site_changed, Site) for signal in (*saved_or_deleted, pre_delete)),
        *((signal, _section_changed, SectionSettings) for signal in saved_or_deleted),
        *((signal, _group_changed, ReportingGroup) for signal in saved_or_deleted),
        (post_save, _locale_changed, Locale),
    ]


def _urgent_action_saved(instance: Any, update_fields: Any, **_: Any) -> None:
    if update_fields is not None and not set(update_fields) - BOOKKEEPING:
        return
    loaded = [instance] if update_fields is None else []
    found = reflect({instance.pk}, moment=timezone.now(), loaded=loaded)
    if instance.live and not found:
        # The page API shows columns of the page that no publication holds, such as the title for search engines.
        advance()


def _other_page_saved(instance: Any, update_fields: Any, raw: bool, **_: Any) -> None:
    """Say that a page has changed, and reflect one that was saved without what makes it an urgent action.

    Code may take a page from any queryset; and what is remembered of an urgent action names the page above it.
    """
    if raw or not isinstance(instance, base_page_model()) or isinstance(instance, page_model()):
        return
    if update_fields is not None and not set(update_fields) - BOOKKEEPING:
        return
    if type(instance) is base_page_model():
        reflect({instance.pk}, moment=timezone.now(), keep_records=True)
    advance()


def _publication_deleted(instance: Any, origin: Any, **_: Any) -> None:
    """Note what went with its page or its site; what is deleted here by name is noted by whoever deletes it."""
    if getattr(origin, "model", type(origin)) is not Publication:
        take_down([instance], moment=timezone.now())


def _page_to_be_moved(instance: Any, **_: Any) -> None:
    """Take down what moves: its addresses end now, and where it goes it may be hidden."""
    take_down(Publication.objects.filter(page__path__startswith=instance.path), moment=timezone.now())


def _page_moved(instance: Any, **_: Any) -> None:
    reflect_on_commit(below(instance) | linking_to(instance))


def _page_changed(instance: Any, **kwargs: Any) -> None:
    """Reach what is below a page, if its address changed, and what links to it.

    An urgent action itself was reflected when it was saved.
    """
    reached = linking_to(instance) | (below(instance) if "instance_before" in kwargs else set())
    if reached or not isinstance(instance, page_model()):
        reflect_on_commit(reached)


def _page_to_be_deleted(instance: Any, **_: Any) -> None:
    reflect_on_commit(linking_to(instance))


def _to_be_restricted(instance: Any, **_: Any) -> None:
    _page_to_be_moved(instance.page)


def _restriction_changed(instance: Any, **_: Any) -> None:
    reflect_on_commit(below(instance.page) | linking_to(instance.page))


def _official_changed(instance: Any, **_: Any) -> None:
    reflect_on_commit(showing(Mark.Kind.OFFICIAL, [instance.pk]))


def _of_official_changed(instance: Any, **_: Any) -> None:
    reflect_on_commit(showing(Mark.Kind.OFFICIAL, [instance.official_id]))


def _mission_changed(instance: Any, **_: Any) -> None:
    before = Mission.objects.filter(pk=instance.pk).values_list("of_country", flat=True)
    reflect_on_commit(showing(Mark.Kind.MISSIONS, [instance.of_country, *before]))


def _of_mission_changed(instance: Any, **_: Any) -> None:
    countries = Mission.objects.filter(pk=instance.mission_id).values_list("of_country", flat=True)
    reflect_on_commit(showing(Mark.Kind.MISSIONS, countries))


def _concern_changed(instance: Any, **_: Any) -> None:
    before = Concern.objects.filter(pk=instance.pk).values_list("slug", flat=True)
    reflect_on_commit(showing(Mark.Kind.CONCERN, [instance.slug, *before]))


def _image_changed(instance: Any, **_: Any) -> None:
    reflect_on_commit(showing(Mark.Kind.IMAGE, [instance.pk]))


def _site_changed(instance: Any, **_: Any) -> None:
    # The cache in which Wagtail keeps the roots is cleared by a signal of its own, which may come after this one.
    Site.clear_site_root_paths_cache()
    reflect_on_commit(of_site(instance))


def _section_changed(instance: Any, **_: Any) -> None:
    reflect_on_commit(of_site(instance.site))


def _group_changed(**_: Any) -> None:
    """No publication names a group, but the form on each page of its section does."""
    reflect_on_commit(())


def _locale_changed(instance: Any, created: bool, **_: Any) -> None:
    if not created:
        reflect_on_commit(set(page_model()._default_manager.filter(locale=instance).values_list("pk", flat=True)))
