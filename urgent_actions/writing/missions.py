"""The missions in the writer's country: who gets a copy, and who forwards a letter where post is suspended."""

from collections.abc import Mapping

from ..models import Mission as MissionModel
from ..urgent_action import Mission
from .appeal import Appeal


def missions_for(appeal: Appeal, country: str) -> Mapping[str, Mission]:
    """Return the missions that letters of this appeal may need in ``country``, by the country that they are of.

    What is published names those in the section's own country; others are looked up in the directory in two queries.
    """
    urgent_action = appeal.urgent_action
    copies = {each.missions_of for each in urgent_action.copies_to if each.missions_of}
    wanted = copies | (_reached_through(appeal) if urgent_action.post_suspended else set())
    here = {each.missions_of: each.mission for each in urgent_action.copies_to if each.mission}
    if country == appeal.section.country:
        wanted -= copies
    else:
        here = {}
    if wanted and country:
        found = MissionModel.objects.filter(live=True, in_country=country, of_country__in=wanted)
        here |= {each.of_country: each.as_mission() for each in found.prefetch_related("contacts")}
    return here


def _reached_through(appeal: Appeal) -> set[str]:
    """Return the countries whose missions can forward a letter: those where the targets are."""
    first = appeal.urgent_action.countries[:1]
    return {
        country for target in appeal.urgent_action.targets for country in (target.address.country, *first) if country
    }
