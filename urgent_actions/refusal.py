"""The refusal to publish: one error, whoever asks and by whichever route."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .codes import language_name
from .rules.readiness import NAMELESS, Problem


class NotReadyToPublish(ValidationError):  # noqa: N818  # a refusal, in the words of an editor
    """Raised when an urgent action must not go live. Nothing has changed by then.

    ``problems`` are the blocking ones. As a ``ValidationError`` it is told by every face that tells of those: the
    form beside its fields, the API as problem details.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__([sentence(problem) for problem in self.problems], code="not_ready_to_publish")


def sentence(problem: Problem) -> str:
    """Return the problem as a sentence in the reader's language."""
    params = dict(problem.params)
    if params.get("target") == NAMELESS:
        params["target"] = _(NAMELESS)
    if tag := params.get("language_tag"):
        params["language"] = language_name(tag, get_language() or "en")
    return _(problem.template) % params
