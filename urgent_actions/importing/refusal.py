"""Why no draft is made of a document. Faces say it to people."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

ALREADY_THERE = gettext_noop("This urgent action is there already: “%(title)s”. It can be updated from the document.")
THERE_WITH_OTHERS = gettext_noop(
    "This urgent action is there already, where you may not edit it: ask those who keep it."
)
MAY_NOT_ADD_OFFICIALS = gettext_noop(
    "%(called)s is not in the directory, and you may not add to it: choose an entry, or leave this one out."
)
GONE = gettext_noop("The entry that was chosen for %(called)s is not in the directory any more. Choose again.")
NOBODY = gettext_noop("A new entry of the directory needs a name, a role or an organisation: somebody has to be named.")
LOCKED = gettext_noop("“%(title)s” is locked, or you may not edit it. Nothing was changed.")


class ImportRefused(Exception):  # noqa: N818  # a refusal, named for what it says
    """Nothing was made or changed, and ``str()`` says why in the reader's language.

    ``place`` is where in the draft, as in ``targets[0]``; empty where it is no one place.
    """

    def __init__(self, template: str, *, place: str = "", **params: object) -> None:
        super().__init__(template)
        self.template, self.place, self.params = template, place, params

    def __str__(self) -> str:
        return _(self.template) % self.params


class AlreadyThere(ImportRefused):
    """The same document was imported before, or typed: ``page`` is what became of it.

    A ``user`` who may not edit that page is told no word of it: it may be a draft of others.
    """

    def __init__(self, page: Any, *, user: Any = None) -> None:
        may_know = user is None or page.permissions_for_user(user).can_edit()
        super().__init__(ALREADY_THERE if may_know else THERE_WITH_OTHERS, title=page.title if may_know else "")
        self.page = page
