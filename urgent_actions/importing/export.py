"""The way back: an urgent action as a Markdown document that is read into the same urgent action."""

from collections.abc import Iterable, Iterator
from html import unescape

from ..codes import country_name, language_name
from ..letters.phrases import Phrases, spoken_phrases
from ..urgent_action import Contact, ContactKind, CopyRecipient, Passage, Person, Target, UrgentAction
from ..words import plain_text
from .words import languages, listed_in

ENGLISH = "en"
LEFT_OUT = {
    "UrgentAction": ("concerns", "stopped_at", "stop_reason"),
    "Person": ("id", "use_initials", "outcome", "outcome_on", "outcome_source", "appeals_contribution"),
    "Target": ("id", "languages", "gender", "register", "published"),
    "Address": ("health", "verified_on"),
    "Contact": ("label", "health", "verified_on"),
    "CopyRecipient": ("id", "mission", "note"),
    "SampleLetter": (),
    "Passage": ("source", "id"),
}
"""Fields that no document says, by class. See ``as_markdown``."""


def as_markdown(urgent_action: UrgentAction) -> str:
    """Return the urgent action as a document, which ``drafts`` reads into an equal one, but for what is left out.

    Left out (``LEFT_OUT``) is what documents of the field do not say: ids; concerns; outcomes, and who is named by
    initials only; stop and reason, which a document says as prose; what the directory knows of an official beside the
    words here, with the health of contacts; and the mission of a section, which the directory finds by the country.
    Prose loses bold type and links. A quotation becomes a paragraph. Of salutations only those in the language of the
    urgent action stand here. A country before a colon at the beginning of the headline is read as none of it.
    """
    words = spoken_phrases(urgent_action.language)
    parts = [
        _head(urgent_action, words),
        _section(words.say("document.summary"), _passages(urgent_action.summary)),
        _section(words.say("document.take_action"), _notes(urgent_action, words)),
        _section(words.say("document.targets"), [_block(each, urgent_action) for each in urgent_action.targets]),
        _section(words.say("letter.copies_to").rstrip(" :"), _copies(urgent_action, words)),
        _section(words.say("document.sample_letter"), _letter(urgent_action, words)),
        _section(words.say("document.additional_information"), _passages(urgent_action.additional_information)),
        _foot(urgent_action, words),
    ]
    return "\n\n".join(paragraph for part in parts for paragraph in part if paragraph) + "\n"


def _head(ua: UrgentAction, words: Phrases) -> Iterator[str]:
    yield words.say("document.title")
    yield f"# {ua.headline}" if ua.headline else ""
    if ua.ua_number and ua.ordinal:
        yield words.say("document.numbered", number=ua.ua_number, ordinal=ua.ordinal)
    elif ua.ua_number:
        yield f"UA {ua.ua_number}"
    yield words.say("document.index", index=ua.index_number) if ua.index_number else ""
    # ISO days are read in every language.
    yield words.say("document.issued", date=ua.issued_on.isoformat()) if ua.issued_on else ""
    names = "; ".join(country_name(code, _spoken(ua)) for code in ua.countries)
    yield f"{_label('country', ua)} {names}" if names else ""


def _section(title: str, paragraphs: Iterable[str]) -> Iterator[str]:
    found = [paragraph for paragraph in paragraphs if paragraph]
    if found:
        yield f"## {title}"
        yield from found


def _passages(passages: Iterable[Passage]) -> Iterator[str]:
    for passage in passages:
        if passage.kind == "heading":
            yield f"### {passage.text}"
        elif passage.kind == "quote":
            yield f"“{passage.text}”" + (f" ({passage.source})" if passage.source else "")
        else:
            yield unescape(plain_text(passage.text))


def _notes(ua: UrgentAction, words: Phrases) -> Iterator[str]:
    found = list(ua.notes_to_writers)
    found += [words.say("document.safety")] if ua.writer_safety_notice else []
    found += [words.say("document.post_suspended")] if ua.post_suspended else []
    yield "\n".join(f"- {note}" for note in found)


def _block(target: Target, ua: UrgentAction) -> str:
    """Return a target, every row with a label, so that nothing has to be guessed when it is read again."""
    return "\n".join(line for line in _rows(target, ua) if line)


def _rows(target: Target, ua: UrgentAction) -> Iterator[str]:
    # Always there: it begins the block.
    yield f"{_label('name', ua)} {target.name}".strip()
    yield f"{_label('role', ua)} {target.role}" if target.role else ""
    yield f"{_label('organisation', ua)} {target.organisation}" if target.organisation else ""
    first, *others = target.address.lines or ("",)
    yield f"{_label('address', ua)} {first}" if first else ""
    yield from others
    yield from map(_contact, target.contacts)
    salutation = target.salutation(ua.language)
    yield f"{_said('contacts.salutation', ua).capitalize()}: {salutation}" if salutation else ""
    yield f"{_label('note', ua)} {target.note}" if target.note else ""
    yield f"{_label('priority', ua)} {target.priority}" if target.priority > 1 else ""


def _contact(contact: Contact) -> str:
    label = contact.platform if contact.kind is ContactKind.SOCIAL else _LABELS[contact.kind]
    return f"{label}: {contact.value}"


_LABELS = {
    ContactKind.EMAIL: "E-mail",
    ContactKind.PHONE: "Tel",
    ContactKind.FAX: "Fax",
    ContactKind.WEB_FORM: "Contact form",
}


def _copies(ua: UrgentAction, words: Phrases) -> Iterator[str]:
    for copy in ua.copies_to:
        yield _copy(copy, ua, words)


def _copy(copy: CopyRecipient, ua: UrgentAction, words: Phrases) -> str:
    if copy.official:
        return _block(copy.official, ua)
    return words.say("document.missions_of", country=country_name(copy.missions_of, _spoken(ua)))


def _letter(ua: UrgentAction, words: Phrases) -> Iterator[str]:
    """Yield the letter as it is typed; each target has its own salutation, and the sign-off belongs to the language."""
    letter = ua.letter
    yield from letter.paragraphs
    yield letter.asks_introduction
    yield "\n".join(f"- {ask}" for ask in letter.asks)
    yield from letter.closing
    yield words.label("letter.postscript", letter.postscript) if letter.postscript else ""


def _foot(ua: UrgentAction, words: Phrases) -> Iterator[str]:
    tongues = [language_name(tag, _spoken(ua)) for tag in ua.preferred_languages]
    tongues += [words.say("document.own_language")] if ua.own_language_welcome else []
    yield words.label("document.languages", ", ".join(tongues)) if tongues else ""
    yield words.label("document.until", ua.deadline.isoformat()) if ua.deadline else ""
    persons = "\n".join(f"- {_person(person)}" for person in ua.persons)
    yield f"{words.say('document.persons')}\n\n{persons}" if persons else ""
    yield words.label("document.previous", ua.previous_url) if ua.previous_url else ""


def _person(person: Person) -> str:
    brackets = [each for each in (person.name_in_original_script, person.pronouns) if each]
    return " ".join([person.name, *(f"({each})" for each in brackets)])


def _spoken(ua: UrgentAction) -> str:
    """Return the language of names and labels: that of the urgent action, if documents in it can be read."""
    return ua.language if ua.language in languages() else ENGLISH


def _said(key: str, ua: UrgentAction) -> str:
    return listed_in(_spoken(ua), key)[0]


def _label(name: str, ua: UrgentAction) -> str:
    return f"{_said(f'fields.{name}', ua).capitalize()}:"
