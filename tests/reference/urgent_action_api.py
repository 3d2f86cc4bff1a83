"""docs/reference/urgent-action-api.md: what the urgent-action API may be asked."""

from collections.abc import Iterator
from typing import Any

from urgent_actions.api.v1 import urgent_actions_api

from .tables import GENERATED, table

ROOT = "/api/urgent-actions/v1/"


def urgent_action_api_page() -> str:
    document = urgent_actions_api.get_openapi_schema()
    schemas = document["components"]["schemas"]
    return "\n".join(
        [
            GENERATED,
            "# Urgent-action API\n",
            f"`{ROOT}`. How to ask: see [use the urgent-action API](../how-to/use-the-urgent-action-api.md).",
            "The types of the answers are in its OpenAPI document, `openapi.json` under that address.\n",
            *(
                part
                for path, operations in document["paths"].items()
                for method, operation in operations.items()
                for part in _endpoint(f"{method.upper()} {path}", operation, schemas)
            ),
        ]
    )


def _endpoint(address: str, operation: dict[str, Any], schemas: dict[str, Any]) -> Iterator[str]:
    yield f"## {operation['summary']}\n"
    yield f"`{address}`\n"
    yield f"{operation['description']}\n"
    rows = [
        (f"`{each['name']}`", _form(each["schema"], schemas), _default(each), each.get("description", ""))
        for each in operation["parameters"]
    ]
    rows += [
        (f"`{each['name']}` in the body", _form(each["schema"], schemas), _default(each), each["description"])
        for each in _body(operation, schemas)
    ]
    if rows:
        yield table(("parameter", "form", "if not given", "what it says"), rows)
    refusals = [status for status in operation["responses"] if int(status) >= 400]
    yield f"Refusals: {', '.join(map(str, refusals))}.\n"


def _body(operation: dict[str, Any], schemas: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield what stands in the body, in the form of parameters."""
    if "requestBody" not in operation:
        return
    body = _resolved(operation["requestBody"]["content"]["application/json"]["schema"], schemas)
    for name, schema in body["properties"].items():
        required = name in body.get("required", ())
        yield {"name": name, "schema": schema, "required": required, "description": schema.get("description", "")}


def _resolved(schema: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    """Return a schema without references, and without the null that stands for what is not given."""
    for kind in ("anyOf", "allOf"):
        if kind in schema:
            (there,) = (each for each in schema[kind] if each != {"type": "null"})
            schema = {**schema, **there}
    if "$ref" in schema:
        return {**schema, **schemas[schema["$ref"].rpartition("/")[2]]}
    return schema


def _form(given: dict[str, Any], schemas: dict[str, Any]) -> str:
    schema = _resolved(given, schemas)
    if schema["type"] == "array":
        return f"some of {_values(schema['items'])}"
    if "enum" in schema:
        return f"one of {_values(schema)}"
    if schema["type"] == "integer":
        return f"number from {schema['minimum']} to {schema['maximum']}"
    if schema.get("format") == "date":
        return "date, as `2026-12-31`"
    examples = " or ".join(f"`{example}`" for example in schema.get("examples", ()))
    longest = f" of at most {schema['maxLength']} characters" if "maxLength" in schema and not examples else ""
    return f"text, as {examples}" if examples else f"text{longest}"


def _values(schema: dict[str, Any]) -> str:
    return ", ".join(f"`{value}`" for value in schema["enum"])


def _default(parameter: dict[str, Any]) -> str:
    default = parameter["schema"].get("default")
    return "needed" if parameter.get("required") else f"`{default}`" if default else "0" if default == 0 else ""
