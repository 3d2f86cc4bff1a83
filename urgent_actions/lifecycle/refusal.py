"""Why something does not happen to a case. Faces say it to people."""

from django.utils.translation import gettext as _


class DecisionRefused(Exception):  # noqa: N818  # a refusal, named for what it says
    """Nothing was done, and ``str()`` says why in the reader's language; ``field`` is what has to be another."""

    def __init__(self, template: str, *, field: str = "", **params: object) -> None:
        super().__init__(template)
        self.template, self.field, self.params = template, field, params

    def __str__(self) -> str:
        return _(self.template) % self.params
