"""The demo's directory: officials, missions, concerns."""

import json
from pathlib import Path
from typing import Any

from urgent_actions.models import (
    Concern,
    FormOfAddress,
    Mission,
    MissionContact,
    Official,
    OfficialContact,
)


def load_directory(fixtures: Path) -> dict[str, Official]:
    """Load officials, missions and concerns; return the officials by their key in the fixtures."""
    for concern in _read(fixtures / "concerns.json"):
        Concern.objects.get_or_create(slug=concern["slug"], defaults={"name": concern["name"]})
    for mission in _read(fixtures / "missions.json"):
        _make_mission(mission)
    return {each["key"]: _make_official(each) for each in _read(fixtures / "officials.json")}


def _make_official(data: dict[str, Any]) -> Official:
    official = Official(
        name=data["name"],
        role=data["role"],
        organisation=data["organisation"],
        address="\n".join(data["address_lines"]),
        country=data["country"],
    )
    official.forms_of_address.set(
        FormOfAddress(language=language, salutation=salutation) for language, salutation in data["salutations"].items()
    )
    official.contacts.set(OfficialContact(**contact) for contact in data["contacts"])
    official.full_clean()
    official.save()
    official.save_revision().publish()
    return official


def _make_mission(data: dict[str, Any]) -> None:
    mission = Mission(
        name=data["name"],
        of_country=data["of_country"],
        in_country=data["in_country"],
        head_of_mission=data["head_of_mission"],
        head_of_mission_title=data["head_of_mission_title"],
        address="\n".join(data["address_lines"]),
        country=data["in_country"],
    )
    mission.contacts.set(MissionContact(**contact) for contact in data["contacts"])
    mission.full_clean()
    mission.save()
    mission.save_revision().publish()


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
