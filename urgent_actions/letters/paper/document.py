"""The urgent action itself on paper, in the anatomy that the field has used for decades (DOMAIN: anatomy)."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from ...codes import country_name, is_right_to_left, language_name
from ...urgent_action import Address, Contact, ContactKind, CopyRecipient, Passage, Target, UrgentAction
from ..compose import in_words, names_of
from ..direction import isolated
from ..letter import Paper
from ..phrases import Phrases, spoken_phrases
from ..render.elements import Child, element, lines, paragraphs
from .prose import as_elements
from .sheets import sheet_document


def document(urgent_action: UrgentAction, *, url: str = "", report_url: str = "", paper: Paper) -> str:
    """Return the document in the language of ``urgent_action``; ``url`` is where it stands on the site."""
    ua, words = urgent_action, spoken_phrases(urgent_action.language)
    content: list[Child] = [
        element("p", words.say("document.title"), class_="kind"),
        element("h1", ua.headline),
        element("p", " · ".join(facts(ua, words)), class_="facts"),
        element("div", *_prose(ua.summary), class_="summary"),
        *_part(words.say("document.take_action"), _how_to(ua, words, url=url, report_url=report_url)),
        *_part(words.say("document.targets"), [*paragraphs(ua.notes_to_writers), *_targets(ua, words)]),
        *_part(words.say("document.sample_letter"), [_sample(ua, words)]),
        *_part(words.say("document.additional_information"), _prose(ua.additional_information)),
        *(element("p", element("strong", label), " ", said) for label, said in closing_facts(ua, words)),
    ]
    body = element("article", *content, class_="document")
    return sheet_document([body], title=ua.headline, language=ua.language, paper=paper, styles=("document",))


def facts(ua: UrgentAction, words: Phrases) -> list[str]:
    """Return what identifies the document, each as it is printed."""
    numbered = words.say("document.numbered", number=ua.ua_number, ordinal=ua.ordinal) if ua.ordinal else ua.ua_number
    return [
        *([str(numbered)] if ua.ua_number else []),
        *([words.say("document.index", index=ua.index_number)] if ua.index_number else []),
        *(country_name(code, ua.language) for code in ua.countries),
        *([words.say("document.issued", date=in_words(ua.issued_on, ua.language))] if ua.issued_on else []),
    ]


def instructions(ua: UrgentAction, words: Phrases, *, url: str, report_url: str) -> list[str]:
    """Return what a writer has to know before writing, a sentence or two each."""
    return [
        *([words.say("document.safety")] if ua.writer_safety_notice else []),
        *([words.say("document.post_suspended")] if ua.post_suspended else []),
        words.say("document.write"),
        *([f"{words.say('document.report')} {report_url}"] if report_url else []),
        *([f"{words.say('kit.check')} {url}"] if url else []),
    ]


def closing_facts(ua: UrgentAction, words: Phrases) -> list[tuple[str, str]]:
    """Return (label, what it says) of what stands at the end of the document."""
    tongues = [language_name(tag, ua.language) for tag in ua.preferred_languages]
    tongues += [words.say("document.own_language")] if ua.own_language_welcome else []
    persons = [
        f"{person.public_name} ({person.pronouns})" if person.pronouns else person.public_name for person in ua.persons
    ]
    found = (
        ("document.languages", ", ".join(tongues)),
        ("document.until", in_words(ua.deadline, ua.language) if ua.deadline else ""),
        ("document.persons", ", ".join(persons) or names_of(ua)),
        ("document.previous", ua.previous_url),
    )
    return [(words.say(key), said) for key, said in found if said]


def reach(contacts: Iterable[Contact], words: Phrases) -> list[str]:
    """Return each contact that reaches somebody, with what it is."""
    return [
        f"{each.platform or words.say(f'document.{each.kind.value}')}: {_readable(each, words)}"
        for each in contacts
        if each.reaches
    ]


def _readable(contact: Contact, words: Phrases) -> str:
    """Return a contact as it is read and copied; only a number is turned round by text from right to left."""
    is_number = contact.kind in (ContactKind.PHONE, ContactKind.FAX)
    return isolated(contact.value) if is_number and is_right_to_left(words.language) else contact.value


def _part(heading: str, content: list[Element]) -> list[Element]:
    return [element("section", element("h2", heading), *content)] if content else []


def _prose(passages: Iterable[Passage]) -> list[Element]:
    return [each for passage in passages for each in _passage(passage)]


def _passage(passage: Passage) -> list[Element]:
    match passage.kind:
        case "paragraph":
            return as_elements(passage.text)
        case "quote":
            source = paragraphs([f"– {passage.source}"]) if passage.source else []
            return [element("blockquote", *paragraphs([passage.text]), *source)]
        case "heading":
            return [element("h3", passage.text)]
    return paragraphs([passage.text])


def _how_to(ua: UrgentAction, words: Phrases, *, url: str, report_url: str) -> list[Element]:
    said = instructions(ua, words, url=url, report_url=report_url)
    return [element("ul", *(element("li", each) for each in said))]


def _targets(ua: UrgentAction, words: Phrases) -> Iterable[Element]:
    in_order = len({target.priority for target in ua.targets}) > 1
    for target in ua.targets:
        if target.published:
            priority = words.say("document.priority", number=target.priority) if in_order else ""
            yield _official(target, ua, words, heading=priority)
    for recipient in ua.copies_to:
        yield _copy(recipient, ua, words)


def _official(target: Target, ua: UrgentAction, words: Phrases, *, heading: str) -> Element:
    called = [part for part in (target.name, target.role, target.organisation) if part]
    salutation = target.salutation(ua.language)
    return element(
        "div",
        element("h3", heading) if heading else None,
        lines("p", called, class_="called"),
        *_where(target.address, target.contacts, words),
        element("p", words.label("document.salutation", salutation)) if salutation else None,
        *paragraphs([target.note]),
        class_="target",
    )


def _copy(recipient: CopyRecipient, ua: UrgentAction, words: Phrases) -> Element:
    heading, mission = words.say("letter.copies_to").rstrip(":： "), recipient.mission
    if recipient.official:
        return _official(recipient.official, ua, words, heading=heading)
    if mission is None:
        country = country_name(recipient.missions_of, ua.language)
        said = paragraphs([words.say("document.missions_of", country=country)])
    else:
        head = " ".join(part for part in (mission.head_of_mission_title, mission.head_of_mission) if part)
        called = lines("p", [mission.name, *([head] if head else [])], class_="called")
        said = [*([called] if called is not None else []), *_where(mission.address, mission.contacts, words)]
    return element("div", element("h3", heading), *said, *paragraphs([recipient.note]), class_="target")


def _where(address: Address, contacts: Iterable[Contact], words: Phrases) -> list[Element]:
    block = lines("p", address.lines, class_="address", translate="no") if address.reaches else None
    found = reach(contacts, words)
    ways = lines("p", found, class_="reach") if found else None
    return [each for each in (block, ways) if each is not None]


def _sample(ua: UrgentAction, words: Phrases) -> Element:
    letter = ua.letter
    return element(
        "div",
        *paragraphs(letter.paragraphs),
        *paragraphs([letter.asks_introduction]),
        element("ul", *(element("li", ask) for ask in letter.asks)) if letter.asks else None,
        *paragraphs(letter.closing),
        *paragraphs([words.sign_off()]),
        *paragraphs([letter.postscript and words.label("letter.postscript", letter.postscript)]),
        class_="sample",
    )
