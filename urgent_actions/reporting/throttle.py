"""Slows down who asks too often, without keeping who it was (DOMAIN rule 8)."""

import hmac
import ipaddress
import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from ..models.throttle import ThrottleCount, ThrottleSalt

_OF_A_CONNECTION = 64
"""Bits of an IPv6 address that a provider gives to one connection. The others each device chooses anew."""


@dataclass(frozen=True, slots=True)
class Throttle:
    """Counts how often each address asks in a day; ``purpose`` keeps what is counted for one apart from another."""

    purpose: str

    @transaction.atomic
    def allowed(self, address: str, *, limit: int, moment: datetime) -> bool:
        """Count this time, and say whether it is within ``limit`` for the day (of UTC).

        What is kept is a hash, with a salt that is thrown away with all the hashes when the next day begins to be
        counted: then nobody can try out whose it was.
        """
        day = moment.astimezone(UTC).date()
        message = f"{self.purpose}\n{_connection(address)}".encode()
        row: dict[str, Any] = {"day": day, "hash": hmac.digest(_salt(day), message, "sha256").hex()}
        counted = ThrottleCount.objects.filter(**row)
        if not counted.update(count=F("count") + 1):
            ThrottleCount.objects.get_or_create(**row)
            counted.update(count=F("count") + 1)
        # Nobody else changes the row before the transaction ends.
        return counted.values_list("count", flat=True).get() <= limit


def forget(*, before: date) -> None:
    """Remove salts and counts of days before this one."""
    ThrottleSalt.objects.filter(day__lt=before).delete()
    ThrottleCount.objects.filter(day__lt=before).delete()


def _salt(day: date) -> bytes:
    row, is_new = ThrottleSalt.objects.get_or_create(day=day, defaults={"salt": secrets.token_bytes(32)})
    if is_new:
        forget(before=day)
    return bytes(row.salt)


def _connection(address: str) -> str:
    try:
        found = ipaddress.ip_address(address.strip())
    except ValueError:
        # Whoever has no address we can read shares one count.
        return ""
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network((int(found), _OF_A_CONNECTION), strict=False))
    return str(found)
