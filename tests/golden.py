"""Golden files: what came out when somebody last looked at it and found it right."""

import difflib
import json
from pathlib import Path

import pytest


class Golden:
    """`golden("second.json", answer)`: the same as `golden/second.json` beside the test, or the test fails."""

    def __init__(self, folder: Path, *, refresh: bool) -> None:
        self.folder = folder
        self.refresh = refresh

    def __call__(self, name: str, content: object) -> None:
        written = content if isinstance(content, str) else json.dumps(content, indent=2, ensure_ascii=False) + "\n"
        file = self.folder / name
        if self.refresh:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(written.encode())
            return
        # As bytes on both ways: a CRLF is a difference.
        expected = file.read_bytes().decode() if file.exists() else ""
        if written != expected:
            difference = difflib.unified_diff(
                expected.splitlines(), written.splitlines(), f"golden/{name}", "now", lineterm=""
            )
            pytest.fail("\n".join([*difference, "If this is what it should be: make golden"]), pytrace=False)
