"""The forms of a letter, in four scripts, as somebody looked at them; and what holds for every form."""

import unicodedata
from dataclasses import replace
from email import message_from_bytes, policy
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.golden import Golden
from tests.letters.mail_links import independently_read
from tests.letters.samples import LATIN, SCRIPTS, SOMEBODY, letter
from urgent_actions.letters.letter import Channel
from urgent_actions.letters.placeholders import unfilled
from urgent_actions.letters.render.eml import eml
from urgent_actions.letters.render.html import html
from urgent_actions.letters.render.mailto import mailto
from urgent_actions.letters.render.social import length, posts
from urgent_actions.letters.render.spoken import script
from urgent_actions.letters.render.text import text
from urgent_actions.letters.render.webmail import webmail
from urgent_actions.urgent_action import Contact, ContactKind, SampleLetter, UrgentAction

EACH = pytest.mark.parametrize("name", SCRIPTS)


@EACH
def test_the_text_is_the_one_that_was_looked_at(name: str, golden: Golden) -> None:
    golden(f"{name}.txt", text(letter(SCRIPTS[name], writer=SOMEBODY)))


@EACH
def test_the_html_is_the_one_that_was_looked_at(name: str, golden: Golden) -> None:
    golden(f"{name}.html", html(letter(SCRIPTS[name], writer=SOMEBODY)) + "\n")


@EACH
def test_the_links_are_those_that_were_looked_at(name: str, golden: Golden) -> None:
    by_email = letter(SCRIPTS[name], channel=Channel.EMAIL)
    links = [mailto(by_email), *webmail(by_email)]
    golden(
        f"{name}-links.json",
        [{"name": each.name, "length": each.length, "too_long": each.too_long, "href": each.href} for each in links],
    )


@EACH
def test_the_message_is_the_one_that_was_looked_at(name: str, golden: Golden) -> None:
    golden(f"{name}.eml", eml(letter(SCRIPTS[name], channel=Channel.EMAIL)).decode("ascii"))


@EACH
def test_the_phone_script_is_the_one_that_was_looked_at(name: str, golden: Golden) -> None:
    golden(f"{name}-phone.txt", script(letter(SCRIPTS[name], channel=Channel.PHONE, writer=SOMEBODY)))


@EACH
def test_the_post_is_the_one_that_was_looked_at(name: str, golden: Golden) -> None:
    (post,) = posts(letter(SCRIPTS[name], channel=Channel.SOCIAL))
    golden(f"{name}-post.json", {"text": post.text, "length": post.length, "limit": post.limit})


@EACH
def test_no_line_of_the_text_is_wider_than_a_mail_program_shows(name: str) -> None:
    wide = [
        line
        for line in text(letter(SCRIPTS[name])).splitlines()
        if sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line) > 72
    ]
    assert wide == []


def test_a_word_longer_than_a_line_stays_whole() -> None:
    address = "https://example.org/" + "x" * 90
    written = text(letter(letter=SampleLetter(paragraphs=(f"See {address} for more.",))))
    assert address in written.splitlines()


@given(st.text(st.characters(codec="utf-8", categories=("L", "P", "Zs")), max_size=400))
def test_wrapping_changes_nothing_but_spaces(words: str) -> None:
    assume(not list(unfilled(words, language="en")))
    sample = SampleLetter(paragraphs=(words,))
    plain, wrapped = (text(letter(letter=sample), width=width) for width in (None, 40))
    assert "".join(plain.split()) == "".join(wrapped.split())


@EACH
def test_two_parsers_read_the_mail_link_alike(name: str) -> None:
    by_email = letter(SCRIPTS[name], channel=Channel.EMAIL)
    link = mailto(by_email).href
    parts = urlsplit(link)
    fields = {field: values[0] for field, values in parse_qs(parts.query).items()}
    assert independently_read(link) == {"to": unquote(parts.path), **fields}
    assert fields["body"].replace("\r\n", "\n") == text(by_email, width=None).rstrip("\n")
    assert fields["cc"] == "embassy@example.org"


@pytest.mark.parametrize("form", ["mailto", "gmail", "outlook", "yahoo"])
def test_lines_in_a_link_end_in_crlf(form: str) -> None:
    by_email = letter(channel=Channel.EMAIL)
    (link,) = (each for each in (mailto(by_email), *webmail(by_email)) if each.name == form)
    assert "%0D%0A" in link.href
    assert link.href.replace("%0D%0A", "").count("%0A") == link.href.replace("%0D%0A", "").count("%0D") == 0


def with_address(*addresses: str, **facts: object) -> UrgentAction:
    contacts = tuple(Contact(kind=ContactKind.EMAIL, value=each) for each in addresses)
    return replace(LATIN, targets=(replace(LATIN.targets[0], contacts=contacts),), **facts)


@pytest.mark.parametrize(
    ("address", "encoded"),
    [
        ("a+b&c@example.org", "a%2Bb%26c@example.org"),
        ("o'neil#1?@example.org", "o%27neil%231%3F@example.org"),
        ("100%@example.org", "100%25@example.org"),
        ("имя@example.org", "%D0%B8%D0%BC%D1%8F@example.org"),
    ],
)
def test_each_address_is_encoded_by_itself(address: str, encoded: str) -> None:
    ua = with_address(address, "second@example.org")
    link = mailto(letter(ua, target=ua.targets[0], channel=Channel.EMAIL)).href
    assert link.startswith(f"mailto:{encoded},second@example.org?cc=")


def test_a_link_without_copies_and_subject_has_no_empty_fields() -> None:
    by_email = letter(channel=Channel.EMAIL, missions={}, language="tr", persons=(), headline="")
    assert mailto(replace(by_email, subject="")).href.startswith("mailto:minister@example.org?body=")


@pytest.mark.parametrize(("sign", "cost"), [("a", 1), ("я", 6), ("ع", 6), ("字", 9)])
def test_the_length_of_a_link_is_measured_as_it_is_encoded(sign: str, cost: int) -> None:
    lengths = [
        mailto(letter(letter=SampleLetter(paragraphs=(sign * count,)), channel=Channel.EMAIL)).length
        for count in (1, 101)
    ]
    assert lengths[1] - lengths[0] == 100 * cost


def test_a_link_that_is_too_long_says_so_and_opens_an_empty_message() -> None:
    link = mailto(letter(letter=SampleLetter(paragraphs=("x" * 2000,)), channel=Channel.EMAIL))
    assert (link.too_long, link.safe) == (
        True,
        "mailto:minister@example.org?cc=embassy@example.org&subject=Concerning%20Sample%20Person%20and%20J.%20E.",
    )


@EACH
def test_the_message_reads_back_as_it_was_written(name: str) -> None:
    by_email = letter(SCRIPTS[name], channel=Channel.EMAIL)
    message = message_from_bytes(eml(by_email), policy=policy.default)
    assert (message["To"], message["Cc"], message["Subject"]) == (
        "minister@example.org",
        "embassy@example.org",
        by_email.subject,
    )
    assert (message["From"], message["Date"], message["X-Unsent"]) == (None, None, "1")
    assert message.get_content().replace("\r\n", "\n") == text(by_email)


def test_markup_in_a_letter_is_text() -> None:
    sample = SampleLetter(paragraphs=('<script>alert(1)</script> & "<b>"',))
    assert '>&lt;script&gt;alert(1)&lt;/script&gt; &amp; "&lt;b&gt;"</p>' in html(letter(letter=sample))


def test_a_post_asks_only_what_fits_whole() -> None:
    long = "protect her " * 30
    (post,) = posts(letter(channel=Channel.SOCIAL, letter=SampleLetter(asks=("free her;", long))))
    assert post.text == "@example_ministry Sample Person and J. E.: free her;"


def test_x_counts_signs_of_asian_scripts_twice() -> None:
    assert (length("示例", "X"), length("示例", "Mastodon"), length("ab", "X")) == (4, 2, 2)


@pytest.mark.parametrize(
    ("value", "platform", "mention"),
    [
        ("https://x.com/ministry?s=20", "X", "@ministry"),
        ("ministry", "X", "@ministry"),
        ("@ministry", "X", "@ministry"),
        ("https://social.example.org/@ministry?x=1", "Mastodon", "@ministry@social.example.org"),
        ("https://example.org/profile.php?id=1", "Facebook", "https://example.org/profile.php?id=1"),
        ("The Ministry", "Facebook", "The Ministry"),
    ],
)
def test_an_account_is_mentioned_as_its_platform_does(value: str, platform: str, mention: str) -> None:
    account = Contact(kind=ContactKind.SOCIAL, value=value, platform=platform)
    target = replace(LATIN.targets[0], contacts=(account,))
    (post,) = posts(letter(target=target, channel=Channel.SOCIAL))
    assert post.text.startswith(f"{mention} ")
