from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import Storage, storages

from urgent_actions.publishing.tree.storage import ALIAS

FOLDER = "urgent_actions.publishing.tree.storage.FolderStorage"


@pytest.fixture
def tree(settings: Any, tmp_path: Path) -> Storage:
    """The tree of the project, in a folder that is still empty."""
    settings.STORAGES = {
        **settings.STORAGES,
        ALIAS: {"BACKEND": FOLDER, "OPTIONS": {"location": str(tmp_path / "tree")}},
    }
    return storages[ALIAS]
