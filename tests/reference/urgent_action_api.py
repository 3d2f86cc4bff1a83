"""docs/reference/urgent-action-api.md: what the urgent-action API may be asked."""

from collections.abc import Iterator
from typing import Any

from urgent_actions.api.v1 import urgent_actions_api

from .tables import GENERATED, table

ROOT = "/api/urgent-actions/v1/"


def urgent_action_api_page() -> str:
    paths = urgent_actions_api.get_openapi_schema()["paths"]
    return "\n".join(
        [
            GENERATED,
            "# Urgent-action API\n",
            f"`GET {ROOT}`. How to ask: see [use the urgent-action API](../how-to/use-the-urgent-action-api.md).",
            "The types of the answers are in its OpenAPI document, `openapi.json` under that address.\n",
            *(part for path, operations in paths.items() for part in _endpoint(path, operations["get"])),
        ]
    )


def _endpoint(path: str, operation: dict[str, Any]) -> Iterator[str]:
    yield f"## {operation['summary']}\n"
    yield f"`GET {path}`\n"
    yield f"{operation['description']}\n"
    rows = [
        (f"`{each['name']}`", _form(each), _default(each), each.get("description", ""))
        for each in operation["parameters"]
    ]
    yield table(("parameter", "form", "if not given", "what it says"), rows)
    refusals = [status for status in operation["responses"] if status != 200]
    yield f"Refusals: {', '.join(map(str, refusals))}.\n"


def _form(parameter: dict[str, Any]) -> str:
    schema = parameter["schema"]
    if schema["type"] == "array":
        return f"some of {_values(schema['items'])}"
    if "enum" in schema:
        return f"one of {_values(schema)}"
    if schema["type"] == "integer":
        return f"number from {schema['minimum']} to {schema['maximum']}"
    if schema.get("format") == "date":
        return "date, as `2026-12-31`"
    examples = " or ".join(f"`{example}`" for example in schema.get("examples", ()))
    return f"text, as {examples}" if examples else "text"


def _values(schema: dict[str, Any]) -> str:
    return ", ".join(f"`{value}`" for value in schema["enum"])


def _default(parameter: dict[str, Any]) -> str:
    default = parameter["schema"].get("default")
    return "needed" if parameter["required"] else f"`{default}`" if default else "0" if default == 0 else ""
