"""The urgent action itself as a Word document, with the same parts as on the PDF."""

from collections.abc import Iterable

from ...codes import country_name
from ...urgent_action import Address, Contact, CopyRecipient, Passage, Target, UrgentAction
from ..letter import Paper
from ..phrases import Phrases, spoken_phrases
from .document import closing_facts, facts, instructions, reach
from .docx import Sheets
from .prose import Run, blocks


def document_docx(urgent_action: UrgentAction, *, url: str = "", report_url: str = "", paper: Paper) -> bytes:
    """Return the document in the language of ``urgent_action``; ``url`` is where it stands on the site."""
    ua, words = urgent_action, spoken_phrases(urgent_action.language)
    sheets = Sheets(title=ua.headline, language=ua.language, paper=paper)
    sheets.paragraph(Run(words.say("document.title"), bold=True))
    sheets.heading(ua.headline, level=0)
    sheets.paragraph(" · ".join(facts(ua, words)))
    _prose(sheets, ua.summary, bold=True)
    sheets.heading(words.say("document.take_action"), level=1)
    sheets.items(instructions(ua, words, url=url, report_url=report_url))
    sheets.heading(words.say("document.targets"), level=1)
    for note in ua.notes_to_writers:
        sheets.paragraph(note)
    for target in ua.targets:
        if target.published:
            _official(sheets, target, ua, words)
    for recipient in ua.copies_to:
        _copy(sheets, recipient, ua, words)
    sheets.heading(words.say("document.sample_letter"), level=1)
    _sample(sheets, ua, words)
    if ua.additional_information:
        sheets.heading(words.say("document.additional_information"), level=1)
        _prose(sheets, ua.additional_information)
    for label, said in closing_facts(ua, words):
        sheets.paragraph(Run(label, bold=True), f" {said}")
    return sheets.save()


def _prose(sheets: Sheets, passages: Iterable[Passage], *, bold: bool = False) -> None:
    for passage in passages:
        match passage.kind:
            case "paragraph":
                for block in blocks(passage.text):
                    style = {True: "List Number", False: "List Bullet"}[block.number > 0]
                    runs = [Run(run.text, run.bold or bold, run.italic, run.href) for run in block.runs]
                    sheets.paragraph(*runs, style=style if block.kind == "li" else "Normal")
            case "quote":
                sheets.paragraph(f"“{passage.text}”", style="Quote")
                if passage.source:
                    sheets.paragraph(f"– {passage.source}", style="Quote")
            case "heading":
                sheets.heading(passage.text, level=2)


def _official(sheets: Sheets, target: Target, ua: UrgentAction, words: Phrases) -> None:
    sheets.lines([part for part in (target.name, target.role, target.organisation) if part], after=0)
    _where(sheets, target.address, target.contacts, words)
    if salutation := target.salutation(ua.language):
        sheets.paragraph(words.label("document.salutation", salutation))
    if target.note:
        sheets.paragraph(target.note)


def _copy(sheets: Sheets, recipient: CopyRecipient, ua: UrgentAction, words: Phrases) -> None:
    sheets.paragraph(Run(words.say("letter.copies_to"), bold=True), keep=True, after=0)
    mission = recipient.mission
    if recipient.official:
        _official(sheets, recipient.official, ua, words)
    elif mission:
        head = " ".join(part for part in (mission.head_of_mission_title, mission.head_of_mission) if part)
        sheets.lines([mission.name, *([head] if head else [])], after=0)
        _where(sheets, mission.address, mission.contacts, words)
    else:
        country = country_name(recipient.missions_of, ua.language)
        sheets.paragraph(words.say("document.missions_of", country=country))
    if recipient.note:
        sheets.paragraph(recipient.note)


def _where(sheets: Sheets, address: Address, contacts: Iterable[Contact], words: Phrases) -> None:
    known = [*(address.lines if address.reaches else ()), *reach(contacts, words)]
    sheets.lines(known)


def _sample(sheets: Sheets, ua: UrgentAction, words: Phrases) -> None:
    letter = ua.letter
    for text in (*letter.paragraphs, letter.asks_introduction):
        if text:
            sheets.paragraph(text)
    sheets.items(letter.asks)
    for text in (*letter.closing, words.sign_off()):
        sheets.paragraph(text)
    if letter.postscript:
        sheets.paragraph(words.label("letter.postscript", letter.postscript))
