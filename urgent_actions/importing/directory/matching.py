"""Who of the directory a target or a copy may be: offered with the reasons, never merged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...codes import country_name
from ...messages import gettext_noop
from ...models import Mission, Official, OfficialContact
from ...urgent_action import Address, Contact, ContactKind, Target
from ...urgent_action import Mission as MissionFacts
from ..resemblance import Likeness, likeness, name_keys, plainly, says_no_more

MOST_ENTRIES = 20_000
"""So many of the newest entries of the directory are looked through."""
MOST_CANDIDATES = 5
_MOST_LOADED = 40
_MOST_MISSIONS = 300
"""More than any country has."""

REASONS = {
    Likeness.SAME: gettext_noop("The name is the same."),
    Likeness.SPELLING: gettext_noop("The name is nearly the same: perhaps another spelling."),
    Likeness.LONGER: gettext_noop("The name is a longer or shorter form of this one."),
}
SAME_OFFICE = gettext_noop("The office is the same: perhaps its holder has changed.")
SAME_EMAIL = gettext_noop("The e-mail address is the same.")
SAME_PAIR = gettext_noop("It is the mission of this country in that one.")
SAME_MISSION_NAME = gettext_noop("The mission has this name.")
_COUNTRY_NAMES_IN = ("en", "es", "fr", "de")
_SCORES = {Likeness.SAME: 8, Likeness.SPELLING: 5, Likeness.LONGER: 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What the document says of somebody, and the directory does not: ``field`` of the directory, both values."""

    field: str
    known: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An entry of the directory that may be meant. ``reasons`` are sentences to be translated."""

    pk: int
    called: str
    live: bool
    reasons: Sequence[str]
    news: Sequence[News]
    certain: bool
    """It is the same name or, of a nameless office, the same office; and the document says nothing new of it."""


@dataclass(slots=True)
class Directory:
    """The names, offices and e-mail addresses of the directory, read once for any number of questions."""

    _by_key: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def read(cls) -> "Directory":
        """Return the directory as it is now: two queries, published or not."""
        found = cls()
        columns = ("pk", "name", "role", "organisation")
        for pk, name, role, organisation in Official.objects.order_by("-pk").values_list(*columns)[:MOST_ENTRIES]:
            found._note(pk, name, role, organisation, ())
        emails = OfficialContact.objects.filter(kind=ContactKind.EMAIL.value).order_by("-pk")
        for pk, email in emails.values_list("official_id", "value")[:MOST_ENTRIES]:
            found._by_key[_email_key(email)].add(pk)
        return found

    def add(self, official: Any) -> None:
        """Take in an entry that was made since."""
        emails = [contact.value for contact in official.contacts.all() if contact.kind == ContactKind.EMAIL.value]
        self._note(official.pk, official.name, official.role, official.organisation, emails)

    def officials_like(self, target: Target) -> list[Candidate]:
        """Return who may be meant, the likeliest first, at most ``MOST_CANDIDATES``; two or three queries."""
        votes: dict[int, int] = defaultdict(int)
        for key in _keys(target.name, target.role, target.organisation, _emails(target.contacts)):
            for pk in self._by_key.get(key, ()):
                votes[pk] += 2 if key.startswith(("=", "&", "@")) else 1
        if not votes:
            return []
        nearest = sorted(votes, key=lambda pk: (-votes[pk], -pk))[:_MOST_LOADED]
        loaded = Official.objects.filter(pk__in=nearest).prefetch_related("contacts", "forms_of_address")
        found = [(score, candidate) for official in loaded for score, candidate in _weighed(official, target)]
        found.sort(key=lambda each: (-each[0], len(each[1].news), -each[1].live, each[1].pk))
        return [candidate for _, candidate in found[:MOST_CANDIDATES]]

    def _note(self, pk: int, name: str, role: str, organisation: str, emails: Iterable[str]) -> None:
        for key in _keys(name, role, organisation, emails):
            self._by_key[key].add(pk)


def missions_like(mission: MissionFacts) -> list[Candidate]:
    """Return the missions of the directory that may be meant: of the same two countries, or of the same name."""
    near = {"of_country": mission.of_country} if mission.of_country else {"name__iexact": mission.name}
    found = []
    for each in Mission.objects.filter(**near).prefetch_related("contacts").order_by("pk")[:_MOST_MISSIONS]:
        reasons = []
        if mission.in_country and mission.in_country == each.in_country and mission.of_country:
            reasons.append(SAME_PAIR)
        if mission.name and plainly(mission.name) == plainly(each.name):
            reasons.append(SAME_MISSION_NAME)
        if reasons:
            news = [*_mission_news(mission, each.as_mission())]
            found.append(_candidate(each, reasons, news, certain=not news))
    return found[:MOST_CANDIDATES]


def only_certain(candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the one candidate that is certain; None if there is none, or more than one."""
    certain = [each for each in candidates if each.certain]
    return certain[0] if len(certain) == 1 else None


def _weighed(official: Any, target: Target) -> Iterator[tuple[int, Candidate]]:
    alike = likeness(target.name, official.name)
    office = _same_office(official, target)
    shared = _emails(target.contacts) & _emails(contact.as_contact() for contact in official.contacts.all())
    reasons = [REASONS[alike]] if alike else []
    reasons += [SAME_OFFICE] if office else []
    reasons += [SAME_EMAIL] if shared else []
    if not reasons:
        return
    news = list(_official_news(official, target))
    named_alike = alike is Likeness.SAME or (office and not target.name and not official.name)
    score = (_SCORES[alike] if alike else 0) + (3 if office else 0) + (2 if shared else 0)
    yield score, _candidate(official, reasons, news, certain=bool(named_alike) and not news)


def _candidate(entry: Any, reasons: Sequence[str], news: Sequence[News], *, certain: bool) -> Candidate:
    return Candidate(
        pk=entry.pk, called=str(entry), live=entry.live, reasons=tuple(reasons), news=tuple(news), certain=certain
    )


def _same_office(official: Any, target: Target) -> bool:
    if plainly(official.organisation) != plainly(target.organisation):
        return False
    if target.address.country and official.country and target.address.country != official.country:
        return False
    return _has_role(official, target.role) if target.role else bool(target.organisation)


def _has_role(official: Any, role: str) -> bool:
    roles = (official.role, *(form.role for form in official.forms_of_address.all()))
    return any(plainly(role) == plainly(each) for each in roles if each)


def _official_news(official: Any, target: Target) -> Iterator[News]:
    if target.name and likeness(target.name, official.name) is not Likeness.SAME:
        yield News(field="name", known=official.name, said=target.name)
    if target.role and not _has_role(official, target.role):
        yield News(field="role", known=official.role, said=target.role)
    if not says_no_more(target.organisation, official.organisation):
        yield News(field="organisation", known=official.organisation, said=target.organisation)
    yield from _address_news(target.address, official.as_address())
    yield from _contact_news(target.contacts, [contact.as_contact() for contact in official.contacts.all()])


def _mission_news(said: MissionFacts, known: MissionFacts) -> Iterator[News]:
    if plainly(said.name) != plainly(known.name) and said.name:
        yield News(field="name", known=known.name, said=said.name)
    if said.head_of_mission and likeness(said.head_of_mission, known.head_of_mission) is not Likeness.SAME:
        yield News(field="head_of_mission", known=known.head_of_mission, said=said.head_of_mission)
    yield from _address_news(said.address, known.address)
    yield from _contact_news(said.contacts, known.contacts)


def _address_news(said: Address, known: Address) -> Iterator[News]:
    if not says_no_more(" ".join(_without_country(said)), " ".join(known.lines)):
        yield News(field="address", known="\n".join(known.lines), said="\n".join(said.lines))
    if said.country and said.country != known.country:
        yield News(field="country", known=known.country, said=said.country)


def _without_country(address: Address) -> tuple[str, ...]:
    """Return the lines without a last one that is nothing but the name of the country."""
    *lines, last = address.lines or ("",)
    names = {plainly(country_name(address.country, language)) for language in _COUNTRY_NAMES_IN} - {""}
    return tuple(lines) if plainly(last) in names else address.lines


def _contact_news(said: Iterable[Contact], known: Iterable[Contact]) -> Iterator[News]:
    ours = {(each.kind, _bare(each)) for each in known}
    for each in said:
        if (each.kind, _bare(each)) not in ours:
            yield News(field=each.kind.value, known="", said=each.value)


def _bare(contact: Contact) -> str:
    """Return the value without what may be written differently: of a number its digits alone."""
    if contact.kind in (ContactKind.PHONE, ContactKind.FAX):
        return "".join(char for char in contact.value if char.isdigit())
    return contact.value.casefold().strip().removeprefix("https://").removeprefix("http://").strip("/@")


def _emails(contacts: Iterable[Contact]) -> frozenset[str]:
    return frozenset(each.value.casefold() for each in contacts if each.kind is ContactKind.EMAIL)


def _keys(name: str, role: str, organisation: str, emails: Iterable[str]) -> Iterator[str]:
    yield from name_keys(name)
    if organisation:
        yield f"@{plainly(organisation)}"
    elif role:
        yield f"@{plainly(role)}"
    yield from map(_email_key, emails)


def _email_key(email: str) -> str:
    return f"&{email.casefold()}"
