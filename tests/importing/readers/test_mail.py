"""E-mails: of their parts the one that is to be read."""

from email.message import EmailMessage

import pytest

from tests.importing.readers.samples import blocks, docx, mail, texts
from urgent_actions.importing.document import Line, Unreadable
from urgent_actions.importing.readers import read
from urgent_actions.importing.readers.mail import read_mail

LONG = "Please write to the Minister at once. " * 8


def lines(message: EmailMessage) -> list[Line]:
    return read_mail(message.as_bytes())


def test_a_mail_is_its_text_without_headers_and_signs_of_quoting() -> None:
    message = mail("> URGENT ACTION\n>\n> > Señor Ministro:\n")
    assert blocks(read(message.as_bytes(), name="appeal.eml").lines) == [["URGENT ACTION"], ["Señor Ministro:"]]


def test_plain_text_is_read_rather_than_html() -> None:
    assert texts(lines(mail(LONG, "<p>Another one</p>"))) == [LONG.strip()]


def test_html_is_read_where_the_plain_text_says_next_to_nothing() -> None:
    message = mail("Your program cannot show this mail.", "<h1>IN DANGER</h1><p>Señor</p>")
    assert lines(message) == [
        Line(number=1, text="IN DANGER", heading=True),
        Line(number=2, text="Señor", after_gap=True),
    ]


def test_a_forwarded_mail_is_read_and_not_the_word_above_it() -> None:
    message = mail("FYI")
    message.add_attachment(mail(LONG))
    assert texts(lines(message)) == [LONG.strip()]


def test_flowing_lines_are_joined() -> None:
    message = b"MIME-Version: 1.0\r\nContent-Type: text/plain; format=flowed\r\n\r\nWrite to \r\nher.\r\n\r\nNow."
    assert blocks(read_mail(message)) == [["Write to her."], ["Now."]]


def test_latin_1_is_read_as_declared() -> None:
    head = b"MIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-15\nContent-Transfer-Encoding: 8bit\n\n"
    assert texts(read_mail(head + "Señor, 5 €".encode("iso-8859-15"))) == ["Señor, 5 €"]


def test_a_mail_with_nothing_but_an_attachment_says_so() -> None:
    message = mail()
    message.add_attachment(
        docx(lambda document: None), maintype="application", subtype="octet-stream", filename="a.docx"
    )
    with pytest.raises(Unreadable, match=r"^The e-mail has no text of its own: hand over the document"):
        lines(message)


def test_a_mail_without_text_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"^There is no text in it\.$"):
        lines(mail("\n"))


def test_parts_within_parts_without_end_are_refused() -> None:
    deep = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number) for number in range(2_000)
    )
    with pytest.raises(Unreadable):
        read(b"MIME-Version: 1.0\n" + deep + b"\ntext")


def test_headers_that_people_paste_make_no_mail() -> None:
    text = b"Date: 1 May 2025\nSubject: An appeal\n\nText"
    assert texts(read(text).lines) == ["Date: 1 May 2025", "Subject: An appeal", "Text"]
