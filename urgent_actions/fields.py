"""Field types of the plugin: references that read every form, codes with names, sections without migrations."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from .codes import country_choices, country_name, language_choices, language_name
from .rules.index_number import read_index_number
from .rules.reference import UnreadableReference, read_ua_number

if TYPE_CHECKING:
    _CharField = models.CharField[str, str]
else:
    # Generic in the stubs only.
    _CharField = models.CharField


class SectionField(StreamField):
    """A section of the document: a StreamField whose block definitions stay out of migrations.

    Blocks are how an editor types, not how the database stores: changing one needs no migration.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs


class ReferenceField(_CharField):
    """Text that is stored in the one printed form, whatever form it was typed in."""

    read: Callable[[str], object]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 32)
        super().__init__(*args, **kwargs)

    def to_python(self, value: Any) -> str:
        """Return the printed form; raise ``ValidationError`` saying what is wrong and what is allowed."""
        if not value:
            return ""
        try:
            return str(type(self).read(str(value)))
        except UnreadableReference as error:
            raise ValidationError(_(error.template), code="unreadable_reference", params=dict(error.params)) from error

    def get_prep_value(self, value: Any) -> Any:
        # A filter or a draft may hold any form: it is the same reference. What cannot be read matches nothing,
        # and is kept as typed, so that no draft loses it.
        try:
            return self.to_python(value)
        except ValidationError:
            return str(value)


class UANumberField(ReferenceField):
    """A UA number, stored as ``44/22``."""

    read = staticmethod(read_ua_number)


class IndexNumberField(ReferenceField):
    """An index number, stored as ``ASA 17/5628/2022``."""

    read = staticmethod(read_index_number)


class CodeField(_CharField):
    """A code out of CLDR's lists, offered under its name in the editor's own language."""

    codes: Callable[[], list[tuple[str, str]]]
    name_of: Callable[[str, str], str]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 35)
        kwargs["choices"] = type(self).codes
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        # The words for people are no concern of the database.
        del kwargs["choices"], kwargs["error_messages"]
        return name, path, list(args), kwargs

    def formfield(self, **kwargs: Any) -> forms.Field | None:  # type: ignore[override]  # stubs name each keyword
        # Django keeps a model's messages from the form, which would not say what is allowed.
        kwargs.setdefault("error_messages", {"invalid_choice": self.error_messages["invalid_choice"]})
        field = super().formfield(choices_form_class=CodeChoiceField, **kwargs)
        if isinstance(field, CodeChoiceField):
            field.name_of = type(self).name_of
        return field


class CodeChoiceField(forms.TypedChoiceField):
    """Choice of a code, sorted by the names in the editor's language."""

    name_of: Callable[[str, str], str]

    def __init__(self, **kwargs: Any) -> None:
        codes = list(kwargs.pop("choices"))
        super().__init__(**kwargs, choices=lambda: self._named(codes))

    def _named(self, codes: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        language = get_language() or "en"
        named = [(code, self.name_of(code, language) if code else label) for code, label in codes]
        return iter(sorted(named, key=lambda choice: (bool(choice[0]), choice[1].casefold())))


class CountryField(CodeField):
    """A country by ISO 3166-1 alpha-2."""

    description = _("Country (ISO 3166-1 alpha-2)")
    codes = staticmethod(country_choices)
    name_of = staticmethod(country_name)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("error_messages", {"invalid_choice": UNKNOWN_COUNTRY})
        super().__init__(*args, **kwargs)


class LanguageField(CodeField):
    """A language by BCP 47."""

    description = _("Language (BCP 47)")
    codes = staticmethod(language_choices)
    name_of = staticmethod(language_name)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("error_messages", {"invalid_choice": UNKNOWN_LANGUAGE})
        super().__init__(*args, **kwargs)


UNKNOWN_COUNTRY = _("“%(value)s” is no country code: two letters by ISO 3166-1, like CN, are allowed.")
UNKNOWN_LANGUAGE = _("“%(value)s” is no language code: BCP 47 tags like es or zh-Hans are allowed.")
