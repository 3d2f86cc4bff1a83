"""What is in the tree when all is written."""

import pytest
from django.core.files.storage import Storage

from tests import factories
from tests.publishing.tree.trees import differences, write_all

pytestmark = pytest.mark.django_db


def test_each_file_says_what_the_application_says(tree: Storage) -> None:
    factories.index_page()
    factories.index_page(language="es")
    factories.published()
    factories.stopped_case()
    factories.superseded_action()
    write_all(tree)
    assert differences(tree) == []
