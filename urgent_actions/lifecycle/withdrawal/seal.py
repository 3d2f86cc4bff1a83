"""The seal on the record of a withdrawn case: without the key nobody reads it, in the database or in a backup."""

import base64
import gzip
import json
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.core.serializers.json import DjangoJSONEncoder

from ...models.keyed import secrets


class SealBroken(Exception):  # noqa: N818  # a state, named for what it is
    """The record was sealed with a key that the site does not have any more, or has been tampered with."""


def sealed(record: dict[str, Any]) -> str:
    """Return the record as a text that only the keys of this site open."""
    plain = json.dumps(record, cls=DjangoJSONEncoder, ensure_ascii=False).encode()
    return _keys().encrypt(gzip.compress(plain)).decode()


def opened(seal: str) -> Any:
    """Return the record; raise SealBroken where no key of this site opens it."""
    try:
        plain = _keys().decrypt(seal.encode())
    except InvalidToken as error:
        raise SealBroken from error
    return json.loads(gzip.decompress(plain))


def _keys() -> MultiFernet:
    return MultiFernet([Fernet(_key(secret)) for secret in secrets()])


def _key(secret: str) -> bytes:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"urgent_actions.seal")
    return base64.urlsafe_b64encode(derived.derive(secret.encode()))
