"""The site with a published tree, as docs/how-to/deploy.md has it."""

import os
from typing import Any

from .settings_site import *  # noqa: F403  # the settings are one namespace by Django's design
from .settings_site import STORAGES as OF_THE_SITE

STORAGES: dict[str, dict[str, Any]] = {
    **OF_THE_SITE,
    "urgent_actions_tree": {
        "BACKEND": "urgent_actions.publishing.tree.storage.FolderStorage",
        "OPTIONS": {"location": os.environ["BENCH_TREE"]},
    },
}
