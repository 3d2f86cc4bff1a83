"""Spreadsheets that are safe to open: no cell of them is a formula, whatever somebody has typed."""

from typing import Any

from django.utils.encoding import force_str
from django.utils.functional import Promise
from wagtail.admin.views.mixins import SpreadsheetExportMixin

BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A spreadsheet program takes a text that begins with one of these for something to be worked out."""


def neutral(value: Any) -> Any:
    """Return a cell as it may stand in a spreadsheet: a text that would be a formula begins with an apostrophe."""
    if not isinstance(value, str | Promise):
        return value
    text = force_str(value)
    # Spaces before it do not keep every program from reading on.
    return f"'{text}" if text.lstrip(" \u00a0").startswith(BEGINS_A_FORMULA) else text


class NeutralCells(SpreadsheetExportMixin):
    """Wagtail's export, with neutral cells and headings in CSV and XLSX. It stands before Wagtail's view."""

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """Return the cell of a row."""
        return neutral(super().preprocess_field_value(field, value, export_format))

    def get_heading(self, queryset: Any, field: str) -> str:
        """Return the cell above a column."""
        return str(neutral(super().get_heading(queryset, field)))
