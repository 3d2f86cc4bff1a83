"""A letter of its own for each target: what is in it, and when there is none."""

from dataclasses import replace
from typing import Any

import pytest

from tests.letters.samples import ANYBODY, JUDGE, LATIN, MINISTER, SOMEBODY, letter
from urgent_actions.letters.channels import channels
from urgent_actions.letters.letter import Channel, Note, Writer
from urgent_actions.letters.refusal import ChannelClosed, Unfilled
from urgent_actions.letters.render.text import text
from urgent_actions.urgent_action import Address, CopyRecipient, Gender, Person, Register, SampleLetter


def test_each_target_is_addressed_by_its_own_salutation() -> None:
    other = replace(JUDGE, salutations=(("en", "Your Honour,"),))
    assert [letter(target=each).salutation for each in (MINISTER, other)] == ["Dear Minister,", "Your Honour,"]


@pytest.mark.parametrize(
    ("gender", "register", "salutation", "sign_off"),
    [
        (None, Register.FORMAL, "Dear Sir or Madam,", "Yours sincerely,"),
        (Gender.FEMININE, Register.FORMAL, "Dear Madam,", "Yours sincerely,"),
        (Gender.MASCULINE, Register.FORMAL, "Dear Sir,", "Yours sincerely,"),
        (None, Register.CEREMONIAL, "Your Excellency,", "Yours respectfully,"),
    ],
)
def test_without_a_salutation_a_general_one_stands_and_a_note_says_so(
    gender: Gender | None, register: Register, salutation: str, sign_off: str
) -> None:
    written = letter(target=replace(JUDGE, gender=gender, register=register))
    assert (written.salutation, written.sign_off, written.notes) == (salutation, sign_off, (Note.GENERAL_SALUTATION,))


def test_a_salutation_for_any_chinese_serves_the_simplified() -> None:
    assert letter(language="zh-Hans", ua=replace(LATIN, language="zh-Hans")).salutation == "尊敬的部长："


def test_in_a_language_without_phrases_nothing_of_another_language_stands() -> None:
    written = letter(replace(LATIN, language="tr"), target=JUDGE)
    assert (written.salutation, written.sign_off) == ("", "")
    assert written.notes == (Note.NO_SALUTATION, Note.NO_SIGN_OFF)


def test_another_language_than_asked_for_is_noted() -> None:
    assert Note.OTHER_LANGUAGE in letter(language="es").notes


def test_a_letter_asks_what_the_sample_letter_asks() -> None:
    written = letter(writer=SOMEBODY)
    assert written.asks == LATIN.letter.asks
    assert written.closing == ("I look forward to your reply.", "I teach children of the same age.")


def test_a_letter_on_paper_has_sender_place_and_date() -> None:
    written = letter(writer=SOMEBODY)
    assert (written.sender, written.place_and_date) == (("Example Writer", "Sampletown"), "Sampletown, June 15, 2026")


def test_an_email_has_neither_sender_block_nor_date_nor_address() -> None:
    written = letter(channel=Channel.EMAIL, writer=SOMEBODY)
    assert (written.sender, written.place_and_date, written.address) == ((), "", ())


def test_who_is_known_by_initials_stays_so() -> None:
    assert letter().names == "Sample Person and J. E."


def test_many_persons_are_named_by_the_headline() -> None:
    many = tuple(Person(id=str(number), name=f"Person {number}") for number in range(4))
    assert letter(persons=many).subject == "Concerning Teacher in danger"


def test_the_embassy_in_the_writers_country_gets_a_copy() -> None:
    (copy,) = letter().copies
    assert copy.name == "Example Embassy in the United States"
    assert copy.address == (
        "Ambassador Sample Diplomat",
        "Example Embassy in the United States",
        "2 Example Avenue",
        "Washington DC 20000",
    )
    assert copy.emails == ("embassy@example.org",)


def test_no_embassy_known_says_so() -> None:
    written = letter(missions={}, writer=Writer(country="FJ"))
    assert (written.copies, written.missing_missions, written.notes) == ((), ("HN",), (Note.NO_MISSION,))


def test_an_official_who_gets_a_copy_is_named() -> None:
    recipient = CopyRecipient(id="c", official=JUDGE)
    assert [copy.name for copy in letter(copies_to=(recipient,)).copies] == ["Sample Judge"]


def test_an_official_who_left_the_directory_gets_no_copy() -> None:
    recipient = CopyRecipient(id="c", official=replace(JUDGE, published=False))
    assert letter(copies_to=(recipient,)).copies == ()


def test_where_post_is_suspended_the_letter_goes_through_the_embassy() -> None:
    written = letter(post_suspended=True)
    assert written.address[-3:] == (
        "c/o Example Embassy in the United States",
        "2 Example Avenue",
        "Washington DC 20000",
    )
    assert written.forward == "To the mission: please forward this letter to Example Minister."
    assert Note.THROUGH_MISSION in written.notes


def test_a_fax_goes_to_the_target_itself_also_where_post_is_suspended() -> None:
    written = letter(post_suspended=True, channel=Channel.FAX)
    assert (written.address[-2:], written.forward) == (("Example City", "HONDURAS"), "")


def test_where_post_is_suspended_and_no_embassy_is_known_nothing_is_posted() -> None:
    assert Channel.POST not in channels(replace(LATIN, post_suspended=True), MINISTER, missions={})
    with pytest.raises(ChannelClosed, match="Example Minister is not reached by this channel"):
        letter(post_suspended=True, missions={})


def test_channels_are_those_that_reach_post_first() -> None:
    assert channels(LATIN, MINISTER, missions={}) == tuple(Channel)
    assert channels(LATIN, JUDGE, missions={}) == (Channel.POST,)


def test_a_dead_contact_is_not_among_the_addresses() -> None:
    assert letter(channel=Channel.EMAIL).emails == ("minister@example.org",)


@pytest.mark.parametrize("target", [replace(MINISTER, published=False), replace(JUDGE, address=Address())])
def test_nobody_is_written_to_who_is_not_reached(target: Any) -> None:
    with pytest.raises(ChannelClosed):
        letter(target=target)


def test_the_notice_for_writers_with_ties_goes_with_every_letter() -> None:
    assert all(Note.WRITER_SAFETY in letter(channel=each, writer_safety_notice=True).notes for each in Channel)


def with_text(words: str) -> SampleLetter:
    return replace(LATIN.letter, paragraphs=(words,))


def test_a_placeholder_is_filled_with_what_the_writer_says() -> None:
    written = letter(writer=SOMEBODY, letter=with_text("I, [YOUR NAME] of {{your city}}, write on <<date>>."))
    assert written.paragraphs == ("I, Example Writer of Sampletown, write on June 15, 2026.",)


@pytest.mark.parametrize(
    ("language", "words", "parameter"),
    [
        ("en", "I, [YOUR NAME], write.", "name"),
        ("en", "I, [your name], write.", "name"),
        ("en", "We met on [DATE OF THE MEETING].", ""),
        ("en", "Case number ______", ""),
        ("en", "I live at [your address].", ""),
        ("en", "I, [insert your name here], write.", ""),
        ("en", "I, <your name>, write.", "name"),
        ("en", "I, (your name), write.", "name"),
        ("en", "I, {your name}, write.", "name"),
        ("en", "We met [AT A PLACE THAT TAKES MORE THAN SIXTY CHARACTERS\nAND MORE THAN ONE LINE TO SAY].", ""),
        ("en", "Prisoner number XXXX.", ""),
        ("es", "Yo, [su nombre y apellidos], escribo.", "name"),
        ("zh-Hans", "我是【您的姓名】。", "name"),
        ("zh-Hans", "我是［您的姓名］。", "name"),
        ("ar", "أنا [اسمك]", "name"),
    ],
)
def test_no_unfilled_placeholder_leaves(language: str, words: str, parameter: str) -> None:
    with pytest.raises(Unfilled) as refused:
        letter(replace(LATIN, language=language), letter=with_text(words), writer=ANYBODY)
    assert refused.value.parameter == parameter


def test_an_editors_word_inside_a_quotation_is_no_placeholder() -> None:
    assert letter(letter=with_text("He said: “[the] court”.")).paragraphs == ("He said: “[the] court”.",)


def test_a_placeholder_in_the_writers_own_words_is_refused() -> None:
    with pytest.raises(Unfilled) as refused:
        letter(writer=replace(SOMEBODY, paragraph="I am [NAME]."))
    assert refused.value.parameter == "paragraph"


@pytest.mark.parametrize("name", ["{{date}}", "[YOUR NAME]", "[your name]"])
def test_a_form_that_was_left_as_it_was_is_refused(name: str) -> None:
    with pytest.raises(Unfilled) as refused:
        letter(writer=replace(SOMEBODY, name=name))
    assert refused.value.parameter == "name"


def test_all_placeholders_are_filled_at_once() -> None:
    written = letter(writer=SOMEBODY, letter=with_text("[YOUR NAME], [DATE], (date), [YOUR NAME]"))
    assert written.paragraphs == ("Example Writer, June 15, 2026, June 15, 2026, Example Writer",)


def test_the_writers_country_is_filled_in_by_its_name() -> None:
    assert letter(letter=with_text("From [YOUR COUNTRY].")).paragraphs == ("From United States.",)


def test_by_email_the_place_stands_under_the_name() -> None:
    assert text(letter(channel=Channel.EMAIL, writer=SOMEBODY)).split("\n\n")[-2] == (
        "Yours sincerely,\nExample Writer\nSampletown"
    )


def test_the_request_to_forward_is_there_in_every_language() -> None:
    written = letter(replace(LATIN, language="tr"), post_suspended=True)
    assert written.forward == "To the mission: please forward this letter to Example Minister."


def test_a_subject_is_one_line() -> None:
    persons = (Person(id="1", name="Sample\u2028Person\n\u202eX"),)
    assert letter(persons=persons).subject == "Concerning Sample Person X"
