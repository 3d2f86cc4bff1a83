"""What a translator's deed is refused for."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class TranslationRefused(ValidationError):  # noqa: N818  # a refusal, in the words of a translator
    """Raised when something must not be done to a version. Nothing has changed by then."""

    def __init__(self, template: str, **params: Any) -> None:
        super().__init__(_(template) % params, code="translation_refused")

    def __str__(self) -> str:
        return str(self.message)
