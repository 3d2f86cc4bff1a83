"""The site with a published tree of files, in the folder that BENCH_TREE names."""

import os
from typing import Any

from .settings_site import *  # noqa: F403  # the settings are one namespace by Django's design
from .settings_site import STORAGES

_storages: dict[str, Any] = STORAGES
_storages["urgent_actions_tree"] = {
    "BACKEND": "urgent_actions.publishing.tree.storage.FolderStorage",
    "OPTIONS": {"location": os.environ["BENCH_TREE"]},
}
