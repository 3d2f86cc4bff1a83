"""The example front end: the docs quote it as it is, and it stands alone."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "docs" / "examples" / "front-end"
HOW_TO = ROOT / "docs" / "how-to" / "build-a-front-end.md"
FILES = sorted(EXAMPLE.iterdir())

_QUOTED = re.compile(r"^`docs/examples/front-end/([\w.]+)`:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SCRIPT = re.compile(r"^```(?:js|html)$", re.MULTILINE)


def quoted() -> dict[str, str]:
    return dict(_QUOTED.findall(HOW_TO.read_text(encoding="utf-8")))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_how_to_quotes_the_file_as_it_is(file: Path) -> None:
    assert quoted()[file.name] == file.read_text(encoding="utf-8")


def test_the_how_to_has_no_script_that_is_no_file() -> None:
    assert len(_SCRIPT.findall(HOW_TO.read_text(encoding="utf-8"))) == len(FILES) == len(quoted()) == 4


def test_the_address_of_the_api_stands_in_one_place() -> None:
    code = "".join(file.read_text(encoding="utf-8") for file in FILES)
    assert re.findall(r"https?://[^\"'\s;]+", code) == ["http://127.0.0.1:8000/api/v2"]


def test_the_example_has_nothing_of_others() -> None:
    code = "".join(file.read_text(encoding="utf-8") for file in FILES)
    assert set(re.findall(r"(?:from|src=|href=)\s*\"([^\"#$]+)\"", code)) == {
        "./client.js", "./panel.js", "main.js", "./", "data:,",
    }  # fmt: skip
