"""What a section tells an official in their language: how many letters were written to them (ADR 0024)."""

from collections.abc import Sequence
from datetime import datetime

from ..letters.letter import Letter, Paper
from ..letters.official import Known
from ..letters.official import letter_to_official as written_letter
from ..letters.paper.sheets import sheets
from ..letters.phrases import languages, phrases
from ..urgent_action import Target
from .appeal import Appeal, published_appeal
from .files import CONTENT_TYPES, File, Form, Print
from .letters import NO_SUCH_TARGET, UnknownTarget, version_in
from .missions import missions_for

FORMS = (Form.PDF, Form.DOCX)


def language_for(appeal: Appeal, target: Target) -> str:
    """Return the language in which to tell ``target``: theirs, a preferred one, or that of the urgent action.

    Of these the first that there are words in, else English.
    """
    ua = appeal.urgent_action
    wanted = (*target.languages, *ua.preferred_languages, ua.language)
    return next((known.language for tag in wanted if (known := phrases(tag))), "en")


def letter_to_official(
    appeal: Appeal, target_id: str, known: Sequence[Known], *, language: str, section: str, moment: datetime
) -> Letter:
    """Return the letter of ``section`` to one target of ``appeal``, from the published version in ``language``.

    Where there is none, or it is behind its original, the letter has no asks. Raise Closed where the version in that
    language may not be written from, and LetterRefused where there is nothing to tell or no words for it.
    """
    written = _version(appeal, language, moment=moment)
    target = written.target(target_id) if written else None
    if written is None or target is None:
        written, target = appeal, appeal.target(target_id)
    if target is None:
        raise UnknownTarget("target", NO_SUCH_TARGET)
    country = appeal.section.country
    return written_letter(
        written.urgent_action,
        target,
        known,
        language=language if language in languages() else "",
        section=section,
        country=country,
        on=appeal.today,
        missions=missions_for(written, country),
    )


def file_for_official(appeal: Appeal, letter: Letter, form: Form, *, paper: Paper, print_: Print) -> File:
    """Return the letter as PDF or DOCX; PaperUnavailable or PaperBusy are raised as for ``file_of``."""
    if form is Form.DOCX:
        # Without python-docx it cannot be imported, and the PDF is made.
        from ..letters.paper.letter_docx import letter_docx

        content = letter_docx([letter], paper=paper)
    else:
        content = print_(sheets([letter], paper=paper))
    name = f"{appeal.file_name}-to-official-{letter.language}.{form.value}"
    return File(content=content, content_type=CONTENT_TYPES[form], name=name)


def _version(appeal: Appeal, language: str, *, moment: datetime) -> Appeal | None:
    version = version_in(appeal, language)
    # Its asks may be others than those that were sent.
    if version is None or version.id == appeal.id or version.is_behind:
        return None
    return published_appeal(version.id, moment=moment, site=appeal.site_id or None)
