"""Addresses at which nothing may answer any more but 410, known by their hashes alone."""

from collections.abc import Iterable
from urllib.parse import unquote

from django.utils.crypto import salted_hmac

from .keyed import secrets
from .sealed import Tombstone

_SALT = "urgent_actions.tombstone"


def bury(addresses: Iterable[tuple[int, str]]) -> None:
    """Keep in mind these (site id, path) for good; none twice."""
    newest = secrets()[0]
    rows = [Tombstone(site_id=site_id, address=_hash(path, newest)) for site_id, path in set(addresses)]
    Tombstone.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)


def is_buried(site_id: int, path: str) -> bool:
    """Say whether something that was withdrawn was public at ``path`` of a site. One query."""
    hashes = [_hash(path, secret) for secret in secrets()]
    return Tombstone.objects.filter(site_id=site_id, address__in=hashes).exists()


def _hash(path: str, secret: str) -> str:
    # With and without its last slash it is the same page.
    told = unquote(path).strip("/")
    return salted_hmac(_SALT, told, secret=secret, algorithm="sha256").hexdigest()
