"""Why a report is not taken. Nothing is stored by then."""

from collections.abc import Mapping
from typing import Any

from ..messages import gettext_noop


class ReportRefused(ValueError):  # noqa: N818  # a refusal, named for what it says
    """No report: ``parameter`` says where to look, ``template % params`` is the sentence for whoever told us."""

    parameter = ""
    template = ""

    def __init__(self, **params: object) -> None:
        super().__init__(self.template % params)
        self.params = params


class NotThere(ReportRefused):
    """Nothing is published of this page."""

    template = gettext_noop("There is no such urgent action.")


class NotTakenAnyMore(ReportRefused):
    """It is closed: ``reason`` is its status, as a word of the field, and ``latest`` the card of the one to go to."""

    template = gettext_noop("Reports on this urgent action are not taken any more.")

    def __init__(self, reason: str, *, latest: Mapping[str, Any] | None = None) -> None:
        super().__init__()
        self.reason, self.latest = reason, latest


class UnknownTarget(ReportRefused):
    """There is no target with this id in the urgent action."""

    parameter = "target"
    template = gettext_noop("There is no such target here.")


class UnknownChannel(ReportRefused):
    """Letters do not go this way."""

    parameter = "channel"
    template = gettext_noop("There is no such channel.")


class UnknownCountry(ReportRefused):
    """It is no country by ISO 3166-1."""

    parameter = "country"
    template = gettext_noop("There is no such country: two letters by ISO 3166-1, like CN, are allowed.")


class UnknownGroup(ReportRefused):
    """The section has no such group, or it is closed, or the report is not one of a group."""

    parameter = "group"
    template = gettext_noop("There is no such group here.")


class UnfitQuantity(ReportRefused):
    """So many letters are not told of in one report."""

    parameter = "quantity"
    template = gettext_noop("One report is of 1 to %(most)d letters.")


class UnfitKey(ReportRefused):
    """Without a key of its own a report cannot be told from its repetition."""

    parameter = "key"
    template = gettext_noop(
        "A report needs a key of 1 to %(longest)d characters, which it keeps when it is sent again."
    )


class UnfitNote(ReportRefused):
    """A note is for what the section itself has counted: writers might say in it who they are."""

    parameter = "note"
    template = gettext_noop("A note of at most %(longest)d characters is for letters that the section has counted.")
