"""What an editor has to see before publishing: letters too long for a mail link, contacts and salutations that lack."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..urgent_action import Target, UrgentAction
from .compose import compose
from .letter import Channel, Writer
from .refusal import LetterRefused
from .render.mailto import MailLink, mailto


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """The mail link of the letter to one target in one language."""

    language: str
    target: str
    link: MailLink

    @property
    def scale(self) -> int:
        """Return where the scale of a meter ends, on which a link that is too long is beyond the limit."""
        return max(self.link.length, self.link.limit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meter:
    """How the letters of an urgent action stand, in all its languages."""

    gauges: Sequence[Gauge]
    dead: Sequence[tuple[str, str]]
    """Target and contact of those contacts that reach nobody."""
    without_salutation: Sequence[tuple[str, str]]
    """Target and language of those letters that begin with a general salutation."""


def meter(versions: Sequence[UrgentAction], *, on: date) -> Meter:
    """Return the meter of an urgent action and its other language versions, this one first."""
    return Meter(
        gauges=[gauge for version in versions for gauge in _gauges(version, on)],
        dead=[each for version in versions[:1] for target in version.targets for each in _dead(target)],
        without_salutation=list(dict.fromkeys(_without_salutation(versions))),
    )


def _gauges(version: UrgentAction, on: date) -> Iterator[Gauge]:
    for target in version.targets:
        try:
            letter = compose(version, target, version.language, Writer(), Channel.EMAIL, on=on)
        except LetterRefused:
            # Nobody is reached, or something is to be filled in: what is not ready is said elsewhere.
            continue
        yield Gauge(language=version.language, target=target.called, link=mailto(letter))


def _dead(target: Target) -> Iterator[tuple[str, str]]:
    if target.address.lines and not target.address.reaches:
        yield target.called, target.address.lines[0]
    yield from ((target.called, contact.value) for contact in target.contacts if not contact.reaches)


def _without_salutation(versions: Iterable[UrgentAction]) -> Iterator[tuple[str, str]]:
    for version in versions:
        for target in version.targets:
            if target.published and not target.salutation(version.language):
                yield target.called, version.language
