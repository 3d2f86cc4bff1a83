"""What everybody can read of one case at a moment: each surface in a word or two."""

import json
import urllib.error
import urllib.parse
import urllib.request
from typing import Any

NAME = "Huang Xueqin"


def surfaces(site: str, page_id: int, address: str, *, since: str = "") -> dict[str, Any]:
    """Return what each surface says of a page: its status, or what is refused and why."""
    api = f"/api/urgent-actions/v1/{page_id}/"
    return {
        "site": _page(site, address),
        "page API v2": _status(site, f"/api/v2/pages/{page_id}/"),
        "page API v3": _status(site, f"/api/v3/pages/{page_id}/"),
        "urgent-action API": _status(site, api),
        "letters": _letters(site, f"{api}letters/"),
        "PDF": _letters(site, f"{api}letters/?format=pdf"),
        "document": _letters(site, f"{api}document/"),
        "reports": _letters(site, f"{api}reports/"),
        "timeline": _timeline(site, f"{api}timeline/"),
        "list": _is_listed(site, page_id),
        "search": _is_found(site, page_id),
        "sitemap": address in _get(site, "/sitemap-urgent-actions-1.xml")[1],
        "changes": _change(site, page_id, since),
    }


def totals(site: str, page_id: int) -> Any:
    """Return what the public reads of reports."""
    return _json(site, f"/api/urgent-actions/v1/{page_id}/reports/")["totals"]


def deadline(site: str, page_id: int) -> str:
    """Return the deadline that the public reads."""
    return str(_json(site, f"/api/urgent-actions/v1/{page_id}/")["deadline"])


def names_anywhere(site: str, page_ids: list[int], addresses: list[str]) -> list[str]:
    """Return the surfaces that still say the name of somebody of the case."""
    paths = [*addresses, "/en/urgent-actions/", "/ar/urgent-actions/", "/api/urgent-actions/v1/", "/api/v2/pages/"]
    paths += [
        f"{front}{pk}/" for pk in page_ids for front in ("/api/v2/pages/", "/api/v3/pages/", "/api/urgent-actions/v1/")
    ]
    return [path for path in paths if NAME.partition(" ")[0] in _get(site, path)[1]]


def _page(site: str, address: str) -> str:
    status, text = _get(site, address)
    return text.partition("ua-badge ua-badge--")[2].partition('"')[0] if status == 200 else str(status)


def _status(site: str, path: str) -> str:
    status, text = _get(site, path)
    return str(json.loads(text)["status"]) if status == 200 else str(status)


def _letters(site: str, path: str) -> str:
    status, text = _get(site, path)
    return "yes" if status == 200 else f"{status} {json.loads(text).get('reason', '')}".strip()


def _timeline(site: str, path: str) -> str:
    status, text = _get(site, path)
    return ", ".join(event["kind"] for event in json.loads(text)["items"]) if status == 200 else str(status)


def _is_listed(site: str, page_id: int) -> bool:
    return page_id in [each["id"] for each in _json(site, "/api/urgent-actions/v1/?limit=100")["items"]]


def _is_found(site: str, page_id: int) -> bool:
    asked = urllib.parse.urlencode({"q": NAME})
    return page_id in [each["id"] for each in _json(site, f"/api/urgent-actions/v1/?{asked}")["items"]]


def now(site: str) -> str:
    """Return the cursor of whoever keeps copies, and has all that is public now."""
    return str(_json(site, "/api/urgent-actions/v1/changes/?limit=100")["next"])


def _change(site: str, page_id: int, since: str) -> str:
    found = _json(site, f"/api/urgent-actions/v1/changes/?limit=100&since={since}")["items"]
    return next((each["kind"] for each in found if each["id"] == page_id), "")


def _json(site: str, path: str) -> Any:
    return json.loads(_get(site, path)[1])


def _get(site: str, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"{site}{path}", timeout=30) as answer:  # noqa: S310  # the demo's own address
            return answer.status, answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode("utf-8", "replace")
