"""By which channels a target is reached from where the writer is."""

from collections.abc import Mapping

from ..urgent_action import Contact, ContactKind, Mission, Target, UrgentAction
from .letter import Channel

_KINDS = {
    Channel.EMAIL: ContactKind.EMAIL,
    Channel.FAX: ContactKind.FAX,
    Channel.PHONE: ContactKind.PHONE,
    Channel.SOCIAL: ContactKind.SOCIAL,
    Channel.WEB_FORM: ContactKind.WEB_FORM,
}


def channels(urgent_action: UrgentAction, target: Target, *, missions: Mapping[str, Mission]) -> tuple[Channel, ...]:
    """Return the channels by which ``target`` is reached, post first.

    ``missions``: those in the writer's country, by the country that they are of. They matter where post is suspended.
    """
    return tuple(each for each in Channel if is_open(each, urgent_action, target, missions=missions))


def is_open(channel: Channel, urgent_action: UrgentAction, target: Target, *, missions: Mapping[str, Mission]) -> bool:
    """Say whether ``channel`` reaches the target."""
    if not target.published:
        return False
    if channel is not Channel.POST:
        return bool(contacts(channel, target))
    if urgent_action.post_suspended:
        return through(urgent_action, target, missions) is not None
    return target.address.reaches


def contacts(channel: Channel, target: Target) -> tuple[Contact, ...]:
    """Return the contacts by which this channel reaches the target; post has none, since the address is none."""
    kind = _KINDS.get(channel)
    return tuple(contact for contact in target.contacts if contact.kind is kind and contact.reaches)


def through(urgent_action: UrgentAction, target: Target, missions: Mapping[str, Mission]) -> Mission | None:
    """Return the mission that is asked to forward a letter: that of the country where the target is."""
    country = target.address.country or next(iter(urgent_action.countries), "")
    mission = missions.get(country)
    return mission if mission and mission.address.reaches else None
