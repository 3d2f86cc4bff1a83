"""Urgent actions in four scripts, of which letters are written. All persons, offices and places are invented."""

from dataclasses import replace
from datetime import date
from typing import Any

from urgent_actions.letters.compose import compose
from urgent_actions.letters.letter import Channel, Letter, Writer
from urgent_actions.urgent_action import (
    Address,
    Contact,
    ContactHealth,
    ContactKind,
    CopyRecipient,
    IndexNumber,
    Mission,
    Passage,
    Person,
    SampleLetter,
    Target,
    UANumber,
    UrgentAction,
)

ON = date(2026, 6, 15)
ANYBODY = Writer(country="US")
SOMEBODY = Writer(
    name="Example Writer", place="Sampletown", country="US", paragraph="I teach children of the same age."
)
CONTACTS = (
    Contact(kind=ContactKind.EMAIL, value="minister@example.org"),
    Contact(kind=ContactKind.EMAIL, value="old@example.org", health=ContactHealth.DEAD),
    Contact(kind=ContactKind.FAX, value="+504 2230-0001"),
    Contact(kind=ContactKind.PHONE, value="+504 2230-0000"),
    Contact(kind=ContactKind.SOCIAL, value="@example_ministry", platform="X"),
    Contact(kind=ContactKind.WEB_FORM, value="https://ministry.example.org/contact"),
)
EMBASSY = Mission(
    name="Example Embassy in the United States",
    of_country="HN",
    in_country="US",
    head_of_mission="Sample Diplomat",
    head_of_mission_title="Ambassador",
    address=Address(lines=("2 Example Avenue", "Washington DC 20000"), country="US"),
    contacts=(Contact(kind=ContactKind.EMAIL, value="embassy@example.org"),),
)
MISSIONS = {"HN": EMBASSY}
MINISTER = Target(
    id="minister",
    name="Example Minister",
    role="Minister of Examples",
    organisation="Ministry of Examples",
    address=Address(lines=("1 Example Street", "Example City"), country="HN"),
    contacts=CONTACTS,
    salutations=(
        ("en", "Dear Minister,"),
        ("ar", "معالي الوزيرة،"),
        ("zh", "尊敬的部长："),
        ("ru", "Уважаемая госпожа министр!"),
    ),
)
JUDGE = replace(
    MINISTER,
    id="judge",
    name="Sample Judge",
    role="",
    organisation="Court of Examples",
    contacts=(),
    salutations=(),
    priority=2,
)
LATIN = UrgentAction(
    language="en",
    headline="Teacher in danger",
    ua_number=UANumber(44, 22),
    ordinal=2,
    index_number=IndexNumber("AMR", "37", "0001", "2026"),
    countries=("HN",),
    issued_on=date(2026, 6, 1),
    deadline=date(2026, 7, 1),
    persons=(
        Person(id="1", name="Sample Person", pronouns="She/her"),
        Person(id="2", name="Jane Example", use_initials=True),
    ),
    summary=(Passage(kind="paragraph", text="<p>A <b>teacher</b> was threatened &amp; followed.</p>"),),
    targets=(MINISTER, JUDGE),
    notes_to_writers=("Please write to both, each in a letter of its own.",),
    copies_to=(CopyRecipient(id="copy", missions_of="HN"),),
    letter=SampleLetter(
        paragraphs=("I am writing to you about the teacher Sample Person, who was threatened on 3 May.",),
        asks_introduction="I therefore urge you to:",
        asks=("protect her and her family;", "find out who threatened her."),
        closing=("I look forward to your reply.",),
    ),
    additional_information=(
        Passage(kind="heading", text="Background"),
        Passage(
            kind="paragraph",
            text='<p>Read <a href="https://example.org/report">the report</a>.</p><ol><li>One</li><li>Two</li></ol>',
        ),
        Passage(kind="quote", text="Nobody helped.", source="A neighbour"),
    ),
    preferred_languages=("es",),
    own_language_welcome=True,
    previous_url="https://example.org/first/",
)
ARABIC = replace(
    LATIN,
    language="ar",
    headline="معلّمة في خطر",
    persons=(Person(id="1", name="سميرة المثال", pronouns="هي"),),
    summary=(Passage(kind="paragraph", text="<p>تعرّضت معلّمة للتهديد.</p>"),),
    letter=SampleLetter(
        paragraphs=("أكتب إليكم بشأن المعلّمة سميرة المثال، التي تعرّضت للتهديد في 3 مايو.",),
        asks_introduction="لذا أحثكم على:",
        asks=("حمايتها وحماية أسرتها؛", "معرفة من هدّدها."),
    ),
    additional_information=(),
    previous_url="",
)
CHINESE = replace(
    LATIN,
    language="zh-Hans",
    headline="教师处境危险",
    persons=(Person(id="1", name="示例甲", pronouns="她"),),
    summary=(Passage(kind="paragraph", text="<p>一名教师受到威胁。</p>"),),
    letter=SampleLetter(
        paragraphs=(
            "我写信给您，是为了教师示例甲的安全。她于五月三日受到威胁，此后一直有不明身份的人跟踪她和她的家人，她因此不敢离家。",
        ),
        asks_introduction="因此，我敦促您：",
        asks=("保护她和她的家人；", "查明是谁威胁了她。"),
    ),
    additional_information=(),
    previous_url="",
)
CYRILLIC = replace(
    LATIN,
    language="ru",
    headline="Учительница в опасности",
    persons=(Person(id="1", name="Образцова Пример"),),
    summary=(Passage(kind="paragraph", text="<p>Учительнице угрожали.</p>"),),
    letter=SampleLetter(
        paragraphs=("Пишу Вам об учительнице, которой угрожали 3 мая.",),
        asks_introduction="Призываю Вас:",
        asks=("защитить её и её семью;", "выяснить, кто ей угрожал."),
    ),
    additional_information=(),
    previous_url="",
)
SCRIPTS = {"latin": LATIN, "arabic": ARABIC, "chinese": CHINESE, "cyrillic": CYRILLIC}


def letter(
    ua: UrgentAction = LATIN,
    *,
    target: Target = MINISTER,
    channel: Channel = Channel.POST,
    writer: Writer = ANYBODY,
    language: str = "",
    missions: Any = MISSIONS,
    **facts: Any,
) -> Letter:
    """Return a letter about an urgent action; ``facts`` replace its own."""
    written = replace(ua, **facts)
    return compose(written, target, language or written.language, writer, channel, on=ON, missions=missions)
