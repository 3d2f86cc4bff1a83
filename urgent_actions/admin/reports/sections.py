"""Whose reports somebody sees: those of the sections in which they may edit."""

from typing import Any

from wagtail.permissions import page_permission_policy

from ...models.sections import SectionRoot, section_roots

_EDITS = ("change_page", "publish_page")


def sections_of(user: Any) -> frozenset[int]:
    """Return the ids of the sites that have pages which this user may change or publish."""
    roots = section_roots()
    if user.is_superuser:
        return frozenset(root.site_id for root in roots)
    granted = page_permission_policy.get_cached_permissions_for_user(user)
    paths = {each.page.url_path for each in granted if each.permission.codename in _EDITS}
    return frozenset(site for path in paths for site in _reached(path, roots))


def may(user: Any, deed: str) -> bool:
    """Say whether this user may ``view``, ``add`` or ``change`` reports: change is to count or refuse them."""
    return bool(user.has_perm(f"urgent_actions.{deed}_report"))


def _reached(path: str, roots: list[SectionRoot]) -> set[int]:
    """Return the sections below a page, or else the one that it is in."""
    below = {root.site_id for root in roots if root.path.startswith(path)}
    return below or {root.site_id for root in [root for root in roots if path.startswith(root.path)][:1]}
