"""Ready to publish? Every rule that a publication has to keep, told as problems with their place."""

import dataclasses
import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..codes import country_codes, is_language, language_name
from ..letters.placeholders import unfilled
from ..messages import gettext_noop
from ..urgent_action import Person, Target, UrgentAction
from .reference import UnreadableReference

_END_OF_LINE = re.compile(r"<br[^>]*>|</(?:p|li)>")
_TAG = re.compile(r"<[^<>]+>")
_NO_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong, where, and what is allowed.

    ``field`` is a field of the page; ``template % params`` is the sentence for the editor. A face translates the
    template, and the language that ``language_tag`` names beside its English name. A problem that is not ``blocking``
    is worth a look, and refuses nothing.
    """

    code: str
    field: str
    template: str
    params: dict[str, Any] = dataclasses.field(default_factory=dict)
    blocking: bool = True

    def __str__(self) -> str:
        return self.template % self.params


NAMELESS = gettext_noop("without a name")

MISSING = {
    "title": gettext_noop("The headline is missing: one line that says who is in danger of what."),
    "ua_number": gettext_noop("The UA number is missing: serial and two-digit year, like 44/22."),
    "ordinal": gettext_noop("The ordinal is missing: 1 for the first urgent action of a case, 2 for the second."),
    "countries": gettext_noop("No country is chosen: at least one is needed."),
    "summary": gettext_noop("The summary is empty: writers need to know in one paragraph what has happened."),
    "deadline": gettext_noop("The deadline is missing: the last day on which to write."),
    "targets": gettext_noop("No target is named: an appeal needs somebody to write to."),
    "letter": gettext_noop("The sample letter is empty."),
    "asks": gettext_noop("The sample letter asks for nothing: add the asks."),
    "preferred_languages": gettext_noop("No language to write in is chosen, and the writer's own is not welcome."),
}


def problems(
    urgent_action: UrgentAction,
    *,
    today: date,
    asks_to_write: bool,
    same_ordinal_published: bool,
    unreadable: Iterable[tuple[str, UnreadableReference]] = (),
    stops_live: bool = False,
    addresses: Iterable[tuple[str, str]] = (),
) -> list[Problem]:
    """Return all problems in the order of the document, blocking or not; an empty list: ready.

    ``asks_to_write`` is false for a record, of which a stop or a newer urgent action has the say: it may lack what
    only a writer needs. ``same_ordinal_published``: another live one has this number and ordinal in the same locale
    and section. ``unreadable`` names the fields whose reference cannot be read, so is none of the urgent action.
    ``stops_live``: this stops one that is live. A stop must not wait for anything, so nothing but the words that it
    brings itself can refuse it. ``addresses``: (field, text) of what the page says of itself beside the document, such
    as its slug, where a name must stand no more than in the document.
    """
    found = [
        *_identity(urgent_action, dict(unreadable), same_ordinal_published=same_ordinal_published),
        *_dates(urgent_action, today=today, asks_to_write=asks_to_write),
        *_codes(urgent_action),
        *_persons(urgent_action, tuple(addresses)),
        *(_appeal(urgent_action) if asks_to_write else ()),
        *_targets(urgent_action, asks_to_write=asks_to_write),
        *_placeholders(urgent_action),
    ]
    if not stops_live:
        return found
    return [dataclasses.replace(each, blocking=each.blocking and each.field in WORDS_OF_A_STOP) for each in found]


WORDS_OF_A_STOP = ("stop_reason", "persons")


def blocking(found: Iterable[Problem]) -> list[Problem]:
    """Return those that refuse publication."""
    return [problem for problem in found if problem.blocking]


def _identity(
    ua: UrgentAction, unreadable: dict[str, UnreadableReference], *, same_ordinal_published: bool
) -> Iterator[Problem]:
    if not ua.headline.strip():
        yield _missing("title")
    for where, error in unreadable.items():
        yield Problem(f"unreadable_{where}", where, error.template, dict(error.params))
    if ua.ua_number is None and "ua_number" not in unreadable:
        yield _missing("ua_number")
    if not ua.ordinal:
        yield _missing("ordinal")
    if same_ordinal_published:
        yield Problem(
            "same_ordinal",
            "ordinal",
            gettext_noop(
                "Another urgent action %(number)s with ordinal %(ordinal)s is published in this language and section. "
                "Give this one the next ordinal, or unpublish the other."
            ),
            {"number": ua.ua_number, "ordinal": ua.ordinal},
        )
    if not ua.countries:
        yield _missing("countries")
    if not any(_plain(passage.text).strip() for passage in ua.summary):
        yield _missing("summary")


def _dates(ua: UrgentAction, *, today: date, asks_to_write: bool) -> Iterator[Problem]:
    if ua.deadline is None:
        if asks_to_write:
            yield _missing("deadline")
        return
    if ua.issued_on and ua.deadline < ua.issued_on:
        yield Problem(
            "deadline_before_issue",
            "deadline",
            gettext_noop(
                "The deadline %(deadline)s is before the issue date %(issued)s: it must be that day or later."
            ),
            {"deadline": ua.deadline.isoformat(), "issued": ua.issued_on.isoformat()},
        )
    if asks_to_write and ua.deadline < today:
        yield Problem(
            "deadline_passed",
            "deadline",
            gettext_noop("The deadline %(deadline)s has passed: this is published as a record, nobody can write."),
            {"deadline": ua.deadline.isoformat()},
            blocking=False,
        )


def _codes(ua: UrgentAction) -> Iterator[Problem]:
    for code in ua.countries:
        if code not in country_codes():
            yield Problem(
                "unknown_country",
                "countries",
                gettext_noop("“%(code)s” is no country code: two letters by ISO 3166-1, like CN, are allowed."),
                {"code": code},
            )
    for tag in ua.preferred_languages:
        if not is_language(tag):
            yield Problem(
                "unknown_language",
                "preferred_languages",
                gettext_noop("“%(tag)s” is no language code: BCP 47 tags like es or zh-Hans are allowed."),
                {"tag": tag},
            )


def _persons(ua: UrgentAction, addresses: tuple[tuple[str, str], ...]) -> Iterator[Problem]:
    """Yield a problem for each name that should not be there: somebody asked to be known by initials only."""
    for person in ua.persons:
        if not person.use_initials:
            continue
        for where, text in (*public_texts(ua), *addresses):
            if any(_says(name, text) for name in _names_of(person)):
                yield Problem(
                    "name_shown",
                    where,
                    gettext_noop("The name of %(initials)s stands in this text, but initials only were asked for."),
                    {"initials": person.initials},
                )


def _appeal(ua: UrgentAction) -> Iterator[Problem]:
    if not ua.letter.paragraphs and not ua.letter.closing:
        yield Problem("missing_letter", "sample_letter", MISSING["letter"])
    if not ua.letter.asks:
        yield Problem("missing_asks", "sample_letter", MISSING["asks"])
    if not ua.targets:
        yield _missing("targets")
    if not ua.preferred_languages and not ua.own_language_welcome:
        yield _missing("preferred_languages")


def _targets(ua: UrgentAction, *, asks_to_write: bool) -> Iterator[Problem]:
    for target in ua.targets:
        if not target.published:
            yield _of_target(
                "target_unpublished",
                gettext_noop("Target %(target)s is not published in the directory of officials. Publish it there."),
                target,
            )
        elif asks_to_write:
            yield from _writable(target, ua)
    for recipient in ua.copies_to:
        if recipient.official is not None and not recipient.official.published:
            yield _of_target(
                "copy_unpublished",
                gettext_noop("Copies go to %(target)s, who is not published in the directory of officials."),
                recipient.official,
            )


def _writable(target: Target, ua: UrgentAction) -> Iterator[Problem]:
    if not target.reachable:
        yield _of_target(
            "target_unreachable",
            gettext_noop(
                "No channel reaches target %(target)s: a postal address or a contact that is not marked dead is needed."
            ),
            target,
        )
    elif ua.post_suspended and not any(contact.reaches for contact in target.contacts):
        yield _of_target(
            "target_by_post_only",
            gettext_noop(
                "Target %(target)s is reached by post only, and post is suspended: writers need an embassy to send to."
            ),
            target,
            blocking=not any(recipient.missions_of for recipient in ua.copies_to),
        )
    if not target.salutation(ua.language):
        yield _of_target(
            "salutation_missing",
            gettext_noop(
                "Target %(target)s has no salutation in %(language)s: add it to this target or in the directory."
            ),
            target,
            {"language": language_name(ua.language, "en"), "language_tag": ua.language},
        )


def _placeholders(ua: UrgentAction) -> Iterator[Problem]:
    for where, text in public_texts(ua):
        for found in dict.fromkeys(unfilled(text, language=ua.language)):
            yield Problem(
                "placeholder",
                where,
                gettext_noop("“%(placeholder)s” is still to be filled in: replace or remove it."),
                {"placeholder": found},
            )


def public_texts(ua: UrgentAction) -> list[tuple[str, str]]:
    """Return (field, plain text) of all prose that the public reads."""
    letter = ua.letter
    found = [
        ("title", ua.headline),
        *(("summary", _plain(passage.text)) for passage in ua.summary),
        *(("targets", note) for note in ua.notes_to_writers),
        *(("targets", f"{target.note}\n" + "\n".join(text for _, text in target.salutations)) for target in ua.targets),
        *(("targets", recipient.note) for recipient in ua.copies_to),
        ("sample_letter", "\n".join(letter.texts)),
        *(
            (
                "additional_information",
                f"{_plain(passage.text) if passage.kind == 'paragraph' else passage.text}\n{passage.source}",
            )
            for passage in ua.additional_information
        ),
        ("stop_reason", ua.stop_reason),
        *(
            ("persons", f"{person.outcome_source}\n{person.appeals_contribution}\n{person.pronouns}")
            for person in ua.persons
        ),
        ("previous_url", ua.previous_url),
    ]
    return [(where, text) for where, text in found if text.strip()]


def _plain(rich: str) -> str:
    """Return the words of safe HTML as they are read: a new line where a paragraph ends, none where bold ends."""
    return html.unescape(_TAG.sub("", _END_OF_LINE.sub("\n", rich)))


def _names_of(person: Person) -> Iterator[str]:
    return (name for name in (person.name, person.name_in_original_script) if name.strip())


def _says(name: str, text: str) -> bool:
    """Say whether ``text`` holds the name: in capitals or not, with or without its accents, its parts on two lines,
    joined by a hyphen as in an address, or the last one first."""
    parts = _folded(name).split()
    orders = [parts, [*parts[1:], *parts[:1]], [*parts[-1:], *parts[:-1]]]
    within = _folded(text)
    if all(_is_latin(char) for char in name if char.isalpha()):
        return any(f" {' '.join(order)} " in f" {within} " for order in orders)
    # Elsewhere letters that belong to the grammar are joined to a name, or nothing parts the words at all.
    return any(" ".join(order) in within for order in orders)


def _folded(text: str) -> str:
    """Return the bare letters of a text: no accents, vowel marks, invisible signs or punctuation, all in small."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(char for char in decomposed if unicodedata.category(char) not in ("Mn", "Cf"))
    return " ".join(_NO_LETTERS.split(kept)).strip()


def _is_latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith("LATIN")


def _missing(where: str) -> Problem:
    return Problem(f"missing_{where}", where, MISSING[where])


def _of_target(
    code: str, template: str, target: Target, params: dict[str, Any] | None = None, *, blocking: bool = True
) -> Problem:
    called = target.called or NAMELESS
    return Problem(code, "targets", template, {"target": called, **(params or {})}, blocking)
