"""Documents as programs write them, made here. All persons and offices in them are invented."""

from collections.abc import Callable, Sequence
from email.message import EmailMessage
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import weasyprint
from docx import Document
from pypdf import PdfReader, PdfWriter

from urgent_actions.importing.document import Line

MAIN = "word/document.xml"


def texts(lines: Sequence[Line]) -> list[str]:
    return [line.text for line in lines]


def blocks(lines: Sequence[Line]) -> list[list[str]]:
    """Return the texts of the lines, a list for each stretch without a gap."""
    found: list[list[str]] = []
    for line in lines:
        if line.after_gap or not found:
            found.append([])
        found[-1].append(line.text)
    return found


def docx(write: Callable[[Any], object]) -> bytes:
    document, file = Document(), BytesIO()
    write(document)
    document.save(file)
    return file.getvalue()


def repacked(content: bytes, change: Callable[[str, bytes], bytes], **more: bytes) -> bytes:
    """Return a zip with each of its parts changed, and with more of them."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, part in more.items():
            new.writestr(name, part)
    return file.getvalue()


def pdf(body: str, *, style: str = "") -> bytes:
    document: Any = weasyprint.HTML(string=f"<style>body {{ font-size: 11pt }} {style}</style>{body}")
    return bytes(document.write_pdf())


def locked(content: bytes, *, user: str, owner: str = "owner") -> bytes:
    writer, file = PdfWriter(clone_from=PdfReader(BytesIO(content))), BytesIO()
    writer.encrypt(user, owner, algorithm="AES-256")
    writer.write(file)
    return file.getvalue()


def blank_pages(number: int) -> bytes:
    writer, file = PdfWriter(), BytesIO()
    for _ in range(number):
        writer.add_blank_page(width=595, height=842)
    writer.write(file)
    return file.getvalue()


def mail(plain: str = "", html: str = "", **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"] = "An appeal", "somebody@example.org"
    for name, value in headers.items():
        message[name] = value
    if plain:
        message.set_content(plain)
    if html:
        message.add_alternative(html, subtype="html") if plain else message.set_content(html, subtype="html")
    return message
