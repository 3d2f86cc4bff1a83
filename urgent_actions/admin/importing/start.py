"""What is asked for first: where the draft goes, and the document, as a file or as text."""

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from ...codes import language_name
from ...importing.document import SourceDocument, Unreadable
from ...importing.readers import read, read_text
from .carried import MOST_CHARACTERS
from .upload import TOO_BIG

LONGEST_NAME = 120


class PlaceForm(forms.Form):
    """Which list of urgent actions the draft goes under, of those below which the user may add."""

    place = forms.TypedChoiceField(label=_("List of urgent actions"), coerce=int)

    def __init__(self, *args: Any, places: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._places = {page.pk: page for page in places}
        reader = get_language() or "en"
        self.fields["place"].choices = [  # type: ignore[attr-defined]  # the stubs know fields in general only
            (page.pk, f"{page.get_admin_display_title()} ({language_name(page.locale.language_code, reader)})")
            for page in places
        ]

    @property
    def chosen(self) -> Any:
        """Return the index page, once the form is valid."""
        return self._places[self.cleaned_data["place"]]


class StartForm(PlaceForm):
    """The document, too: one way or the other."""

    file = forms.FileField(
        label=_("File with the document"),
        required=False,
        allow_empty_file=True,
        help_text=_("Text, Markdown, HTML, Word (DOCX), PDF with text in it, or an e-mail (.eml)."),
    )
    text = forms.CharField(
        label=_("Or its text"),
        required=False,
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 12, "dir": "auto"}),
        help_text=_("Paste all of it, with its headings and line breaks."),
    )

    def __init__(self, *args: Any, request: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.document: SourceDocument | None = None

    def clean(self) -> dict[str, Any]:
        """Read the document; say in one sentence why it cannot be read."""
        cleaned: dict[str, Any] = super().clean() or {}
        file, text = cleaned.get("file"), cleaned.get("text")
        if TOO_BIG in self.request.META:
            self.add_error("file", gettext("It is bigger than any urgent action: nothing of it was read."))
        elif file and text:
            self.add_error("text", gettext("Choose a file or paste a text, not both."))
        elif not file and not text:
            self.add_error("file", gettext("Choose a file, or paste the text below."))
        else:
            self._read(file, text)
        return cleaned

    def _read(self, file: Any, text: str | None) -> None:
        try:
            self.document = read(file.read(), name=file.name[-LONGEST_NAME:]) if file else read_text(text or "")
        except Unreadable as unreadable:
            self.add_error("file" if file else "text", gettext(unreadable.template) % unreadable.params)
