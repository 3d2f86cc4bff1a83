"""Situations of a source and its versions, named."""

import json
from typing import Any

from wagtail.models import Locale

from tests import factories
from urgent_actions.models import UrgentActionIndexPage, UrgentActionPage
from urgent_actions.models.publications import Edition
from urgent_actions.models.versions import texts_of, with_texts


def copied(source: UrgentActionPage, *, language: str = "es", words: dict[str, str] | None = None) -> UrgentActionPage:
    """Return a published version with the blocks of its source, each text another one; ``words`` replace some."""
    _index_beside(source, language)
    locale = Locale.objects.get(language_code=language)
    version = source.copy_for_translation(locale)
    own = {path: f"{text.words} ({language})" for path, text in texts_of(source).items() if text.words}
    salutations = {path: factories.SALUTATIONS[language] for path in texts_of(source) if path.endswith(".salutation")}
    with_texts(version, {**own, **salutations, **(words or {})}, of=source)
    version.save_revision().publish()
    return factories.fresh(version)


def _index_beside(source: UrgentActionPage, language: str) -> None:
    lists = UrgentActionIndexPage.objects.filter(locale__language_code=language)
    if not lists.exists():
        other = factories.index_page(language=language)
        key = source.get_parent().translation_key
        UrgentActionIndexPage.objects.filter(pk=other.pk).update(translation_key=key)


def change(page: UrgentActionPage, **fields: Any) -> UrgentActionPage:
    """Publish ``page`` with these fields changed; return it as it is then."""
    page = factories.fresh(page)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return factories.fresh(page)


def told(version: UrgentActionPage) -> dict[str, Any]:
    """Return what the public is told of ``version``."""
    edition = Edition.objects.in_force(moment=factories.NOW).get(publication_id=version.pk)
    return dict(json.loads(edition.detail))


def is_public(page: UrgentActionPage) -> bool:
    """Say whether anything of ``page`` is published."""
    return Edition.objects.filter(publication_id=page.pk).exists()
