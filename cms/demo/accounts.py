"""Demo accounts: a person for each role. They exist under the development settings, and nowhere else."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ImproperlyConfigured

DEMO_PASSWORD = "urgent-demo-2026"  # noqa: S105  # printed at every start of the demo; no secret


@dataclass(frozen=True, slots=True)
class DemoAccount:
    username: str
    group: str | None
    role: str

    @property
    def password(self) -> str:
        return DEMO_PASSWORD


DEMO_ACCOUNTS = (
    DemoAccount("demo-editor", "Editors", "writes urgent actions and hands them in"),
    DemoAccount("demo-moderator", "Moderators", "reviews and publishes them"),
    DemoAccount("demo-translator", "Translators", "makes localised versions and hands them in"),
    DemoAccount("demo-coordinator", "Coordinators", "looks after reports of letters, and tells officials the totals"),
    DemoAccount("demo-administrator", None, "keeps users, sections and settings"),
)


def create_demo_accounts() -> None:
    """Create the demo accounts that are not there yet. Raises ImproperlyConfigured outside development."""
    if not settings.DEMO_ACCOUNTS_ALLOWED:
        raise ImproperlyConfigured("Demo accounts are for the development settings only.")
    # Imported here, since the entry points import this module before the apps are loaded.
    from django.contrib.auth.models import Group

    users = get_user_model().objects
    for account in DEMO_ACCOUNTS:
        if users.filter(username=account.username).exists():
            continue
        email = f"{account.username}@example.org"
        if account.group is None:
            users.create_superuser(account.username, email, account.password)
        else:
            user = users.create_user(account.username, email, account.password)
            user.groups.add(Group.objects.get(name=account.group))


def refuse_demo_accounts() -> None:
    """Raise ImproperlyConfigured if demo accounts are in the database of a site that does not allow them."""
    if settings.DEMO_ACCOUNTS_ALLOWED:
        return
    names = [account.username for account in DEMO_ACCOUNTS]
    found = list(get_user_model().objects.filter(username__in=names).values_list("username", flat=True))
    if found:
        raise ImproperlyConfigured(
            f"The demo accounts {', '.join(sorted(found))} are in this database, and their password is known to all. "
            "Delete them before this site starts."
        )
