"""The section that is asked, found in the very statement that answers: it costs a request no query of its own."""

import re

from django.conf import settings
from django.db.models import BigIntegerField
from django.db.models.expressions import RawSQL
from django.http import HttpRequest
from django.http.request import split_domain_port
from wagtail.models import Site

from ..models.swap import base_page_model
from .problems import Fault, Refused

HIGHEST_PORT = 65535

# In plain SQL, since Django takes longer to write it than a database to answer it.
_OF_NAME = """
    SELECT root.{key} FROM {site} named JOIN {page} root ON root.{id} = named.root_page_id
    WHERE named.hostname = %s
    AND NOT EXISTS (SELECT 1 FROM {site} other WHERE other.hostname = named.hostname AND other.id <> named.id)
"""
_OF_NAME_AND_PORT = """
    SELECT root.{key} FROM {site} named JOIN {page} root ON root.{id} = named.root_page_id
    WHERE named.hostname = %s AND named.port = %s
"""
# The order is that of Site.find_for_request: a host name that is alone goes before the default site, one of several
# that all have other ports does not.
_OF_HOST = """
    SELECT root.{key} FROM {site} found JOIN {page} root ON root.{id} = found.root_page_id
    LEFT JOIN {site} other ON other.hostname = found.hostname AND other.id <> found.id
    WHERE found.is_default_site OR (found.hostname = %s AND (found.port = %s OR other.id IS NULL))
    ORDER BY CASE
        WHEN found.hostname = %s AND found.port = %s THEN 0
        WHEN found.hostname = %s AND found.is_default_site THEN 1
        WHEN found.hostname = %s THEN 2
        ELSE 3
    END LIMIT 1
"""
_OLDEST = """
    (SELECT same.id FROM {site} same JOIN {page} root ON root.{id} = same.root_page_id
    WHERE root.{key} = ({asked}) ORDER BY same.id LIMIT 1)
"""


def asked_site(request: HttpRequest, *, named: str | None = None) -> RawSQL:
    """Return an expression for the id of the site whose urgent actions are asked for; it is NULL if there is none.

    That is the site ``named`` (host name, or host name and port), else the one that Wagtail finds for the request.
    Raise Refused for a port that is none. Where several sites have the same pages, the oldest has the publications.
    """
    if named:
        hostname, colon, port = named.lower().partition(":")
        if not colon:
            return _expression(_OF_NAME, [hostname])
        if not _is_port(port):
            raise Refused(Fault("A port is a number up to 65535.", "site"))
        return _expression(_OF_NAME_AND_PORT, [hostname, int(port)])
    hostname = split_domain_port(request.get_host())[0]
    at: list[str | int] = [hostname, int(request.get_port()) if _is_port(request.get_port()) else -1]
    return _expression(_OF_HOST, [*at, *at, hostname, hostname])


def _is_port(text: str) -> bool:
    return bool(re.fullmatch("[0-9]{1,5}", text)) and int(text) <= HIGHEST_PORT


def _expression(asked: str, params: list[str | int]) -> RawSQL:
    page = base_page_model()._meta
    words = {
        "site": Site._meta.db_table,
        "page": page.db_table,
        "id": page.pk.column,
        # With languages, a site has the pages of all translations of its root.
        "key": "translation_key" if getattr(settings, "WAGTAIL_I18N_ENABLED", False) else page.pk.column,
    }
    sql = _OLDEST.format(asked=asked.format(**words), **words)
    return RawSQL(sql, params, output_field=BigIntegerField())  # noqa: S611  # no word of it comes from outside
