"""The letters that a writer can take now: for each target, in one language, by each channel that reaches it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ..codes import same_language
from ..letters.channels import channels
from ..letters.compose import compose
from ..letters.letter import Channel, Letter, Writer
from ..letters.refusal import LetterRefused
from ..messages import gettext_noop
from ..urgent_action import Mission, Target
from .appeal import Appeal, Version, published_appeal
from .missions import missions_for

ANYBODY = Writer()
NO_SUCH_TARGET = gettext_noop("There is no such target here.")
NOBODY_REACHED = gettext_noop("No target is reached by this channel from there: choose another one.")


class UnknownTarget(LetterRefused):
    """There is no target with this id in the urgent action."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a writer asks for. Empty: every target, the language of the urgent action, every channel.

    Without a country of the writer it is that of the section.
    """

    target: str = ""
    language: str = ""
    channel: Channel | None = None
    writer: Writer = ANYBODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The letters for a wish, in the order of the editor's priority, and until when they may be handed out."""

    appeal: Appeal
    written: Appeal
    """The version that they are written in: another one than ``appeal`` where another language was asked for."""
    letters: Sequence[Letter]
    until: datetime


def offer(appeal: Appeal, wish: Wish, *, moment: datetime) -> Offer:
    """Return the letters for ``wish``; raise LetterRefused where there is none.

    In a language in which it is not published, or where the version has not this target, letters are in the language
    of the urgent action, and their notes say so. Raise Closed where the version in that language may not be written
    from: what closed it there may be true here.
    """
    language = wish.language or appeal.urgent_action.language
    if wish.target and appeal.target(wish.target) is None:
        raise UnknownTarget("target", NO_SUCH_TARGET)
    written = _version(appeal, language, wish.target, moment=moment) or appeal
    country = wish.writer.country or appeal.section.country
    writer = replace(wish.writer, country=country)
    missions = missions_for(written, country)
    targets = [target for target in written.urgent_action.targets if wish.target in ("", target.id)]
    letters = [
        compose(written.urgent_action, target, language, writer, channel, on=appeal.today, missions=missions)
        for target in targets
        for channel in _wanted(wish, written, target, missions)
    ]
    if not letters:
        raise LetterRefused("channel", NOBODY_REACHED)
    until = min(appeal.until, written.until)
    return Offer(appeal=appeal, written=written, letters=letters, until=until)


def _wanted(wish: Wish, written: Appeal, target: Target, missions: Mapping[str, Mission]) -> Sequence[Channel]:
    there = channels(written.urgent_action, target, missions=missions)
    if wish.channel is None:
        return there
    # Of one target that was named, the letter itself says why there is none.
    return [wish.channel] if wish.target or wish.channel in there else []


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A language in which letters are handed out; ``rank`` is how much it is preferred, 0 most, None not at all."""

    version: Version
    rank: int | None


def offered_languages(appeal: Appeal) -> Sequence[Offered]:
    """Return the languages in which letters are handed out, the preferred ones first; none that is behind."""
    wanted = appeal.urgent_action.preferred_languages
    found = [
        Offered(version=version, rank=_rank(version.language, wanted))
        for version in appeal.versions
        if not version.is_behind
    ]
    return sorted(found, key=lambda each: len(wanted) if each.rank is None else each.rank)


def _rank(language: str, wanted: Sequence[str]) -> int | None:
    return next((place for place, tag in enumerate(wanted) if same_language(language, tag)), None)


def _version(appeal: Appeal, language: str, target: str, *, moment: datetime) -> Appeal | None:
    """Return the published version in ``language``, if it has this target; raise Closed if nobody may write from it."""
    version = version_in(appeal, language)
    if version is None or version.id == appeal.id:
        return None
    found = published_appeal(version.id, moment=moment, site=appeal.site_id or None)
    return found if found and (not target or found.target(target)) else None


def version_in(appeal: Appeal, language: str) -> Version | None:
    """Return the version in exactly this language, else the first that is the same as far as the shorter tag tells."""
    exact = (each for each in appeal.versions if each.language.lower() == language.lower())
    same = (each for each in appeal.versions if same_language(each.language, language))
    return next(exact, None) or next(same, None)
