"""What finds what. Python, SQLite and PostgreSQL are held to this one table.

Persons are invented. A document is one text here, as though it were the title of an urgent action.
"""

from typing import NamedTuple

from urgent_actions.words import query_words, words


class Finding(NamedTuple):
    """Whether a query finds a document."""

    query: str
    document: str
    found: bool


LATIN = (
    Finding("tegucigalpa", "Protest in Tegucigálpa", True),
    Finding("TEGUCIGÁLPA", "Protest in Tegucigalpa", True),
    Finding("teguci", "Protest in Tegucigalpa", True),
    Finding("cigalpa", "Protest in Tegucigalpa", False),
    Finding("protest tegucigalpa", "In Tegucigalpa: protests", True),
    Finding("protest managua", "Protest in Tegucigalpa", False),
    Finding("strasse", "Hauptstraße", False),
    Finding("hauptstrasse", "Hauptstraße", True),
    Finding("HAUPTSTRASSE", "hauptstraße", True),
    Finding("istanbul", "İstanbul", True),
    Finding("ISPARTA", "ısparta", True),
    Finding("soren", "Søren", True),
    Finding("lodz", "Łódź", True),
    Finding("dorde", "Đorđe", True),
    Finding("aegir", "Ægir", True),
    Finding("Þóra", "Thora", True),
    Finding("nguyen", "Nguyễn", True),
    Finding("Ｎｇｕｙｅｎ", "Nguyễn", True),
    Finding("cafe\u0301", "Café", True),
    Finding("co\u00adopera\u200dtive", "Cooperative", True),
)

COMPOUNDS = (
    Finding("oneill", "Sinéad O'Neill", True),
    Finding("o'neill", "Sinéad O’Neill", True),
    Finding("o’neill", "Sinéad ONeill", True),
    Finding("neill", "Sinéad O'Neill", True),
    Finding("o neill", "Sinéad O'Neill", True),
    Finding("sayed", "Noor Al-Sayed", True),
    Finding("al-sayed", "Noor Al Sayed", True),
    Finding("al sayed", "Noor Al\u2011Sayed", True),
    Finding("alsayed", "Noor Al-Sayed", True),
    Finding("Al-Sayed", "Noor Alsayed", False),
    Finding("ali", "ʿAlī", True),
    Finding("sanaa", "Ṣanʿāʾa", True),
    Finding("Sana'a", "Sanaa", True),
    Finding("l'avocat", "Un avocat", True),
    Finding("avocat", "Contre l’avocat", True),
    Finding("N'Diaye", "Awa Ndiaye", True),
    Finding("Sample's", "The trial of Sample", True),
    Finding("sample", "Sample’s trial", True),
    Finding("collectiu", "Col·lectiu", True),
    Finding("unfair-trial", "An unfair trial", True),
)

ARABIC = (
    Finding("محمد", "مُحَمَّد", True),
    Finding("مُحَمَّد", "محمـــد", True),
    Finding("احمد", "أحمد", True),
    Finding("إيمان", "ايمان", True),
    Finding("ٱحمد", "آحمد", True),
    Finding("موسي", "موسى", True),
    Finding("فاطمه", "فاطمة", True),
    Finding("مومن", "مؤمن", True),
    Finding("علی", "علي", True),
    Finding("کریم", "كريم", True),
    Finding("السعودية", "المملكة العربية السعودية", True),
    Finding("سعودية", "المملكة العربية السعودية", True),
    Finding("السعودية", "سعودية", True),
    Finding("سعودية", "مصر والسعودية", True),
    Finding("السعودية", "مصر والسعودية", True),
    Finding("السع", "السعودية", True),
    Finding("الس", "السعودية", True),
    Finding("الس", "مصر والسعودية", True),
    Finding("حق", "الحق", True),
    Finding("الحق", "والحق", True),
    Finding("الله", "عبد الله", True),
    Finding("الله", "له", False),
    Finding("عودية", "السعودية", False),
    Finding("٤٤/٢٢", "UA 44/22", True),
    Finding("۴۴/۲۲", "UA 44/22", True),
    Finding("\u200fمحمد\u200e", "محمد", True),
    Finding("ميخواهم", "می\u200cخواهم", True),
    Finding("خواهم", "می\u200cخواهم", True),
)

UNSPACED = (
    Finding("张", "声援示例张三", True),
    Finding("三", "声援示例张三", True),
    Finding("示例", "声援示例张三", True),
    Finding("示例张三", "声援示例张三", True),
    Finding("三张", "声援示例张三", False),
    Finding("李", "声援示例张三", False),
    Finding("示例 声援", "声援示例张三", True),
    Finding("張", "张三", False),
    Finding("买买提·示例", "买买提示例", True),
    Finding("买买提示例", "买买提・示例", True),
    Finding("示例", "买买提·示例", True),
    Finding("サンプル", "拘束されたサンプルさん", True),
    Finding("ｻﾝﾌﾟﾙ", "拘束されたサンプルさん", True),
    Finding("作家abc", "ABC作家", True),
    Finding("ตัวอย่าง", "ปล่อยตัวอย่างทันที", True),
    Finding("김", "김보기", True),
    Finding("김보기", "김보기", True),
    Finding("기", "김보기", False),
    Finding("김보기", "\u1100\u1175\u11b7\u1107\u1169\u1100\u1175", True),
)

CYRILLIC = (
    Finding("пример", "Анна ПРИМЕРОВА", True),
    Finding("семен", "Семён", True),
    Finding("семён", "Семен", True),
    Finding("сергеи", "Сергей", True),
    Finding("сергей", "СЕРГЕЙ", True),
    Finding("Словянськ", "Слов’янськ", True),
    Finding("пример", "Primer", False),
)

NAMES_IN_EITHER_SCRIPT = (
    Finding("zhang", "Zhang Shili 张示例", True),
    Finding("张示例", "Zhang Shili 张示例", True),
    Finding("zhang 示例", "Zhang Shili 张示例", True),
    Finding("noor", "Noor Al-Sayed نور السيد", True),
    Finding("سيد", "Noor Al-Sayed نور السيد", True),
    Finding("primerova", "Anna Primerova Анна Примерова", True),
    Finding("анна primerova", "Anna Primerova Анна Примерова", True),
)

UA_NUMBERS = (
    *(
        Finding(query, "UA 44/22", True)
        for query in (
            "44/22",
            "44.22",
            "44/2022",
            "044/22",
            "(44/22),",
            "44/22-3",
            "UA 44/22",
            "UA: 44/22",
            "UA 44 /22",
            "UA44/22",
            "ua44/22",
            "ua 44/22",
            "UA-44/22",
            "ua-44-22",
            "UA-4422",
            "uaa4422",
            "AU 44/22",
            "FI 044/22-2",
            "Second Urgent Action 44/22",
            "urgent action 44/22",
            "acción urgente 44/22",
            # Not read as a number: found by its parts.
            "UA 44 22",
            "44-22",
            # On the way to the whole number.
            "UA",
            "ua4",
            "UA 44",
            "44",
            "44/",
            "44/2",
            "22",
        )
    ),
    Finding("44", "UA 441/09", True),
    Finding("44", "UA 144/09", False),
    Finding("4/22", "UA 44/22", False),
    Finding("UA 4/22", "UA 44/22", False),
    Finding("4/22", "UA 4/221", False),
    Finding("44/22", "UA 144/22", False),
    Finding("44/22", "UA 44/23", False),
    Finding("Sample 44/22", "UA 44/22 Person Sample", True),
    Finding("44/22 sample", "UA 44/22 Person Sample", True),
    Finding("other 44/22", "UA 44/22 Person Sample", False),
    Finding("44/22 45/22", "First UA 45/22, then UA 44/22", True),
    Finding("44/22 45/22", "UA 44/22", False),
    Finding("5/11", "On 5/11 a court ruled", True),
    Finding("UA 5/11", "On 5/11 a court ruled", False),
    Finding("UA", "On 5/11 a court ruled", False),
    Finding("UA 5/11", "See ua 5/11 for more", True),
    Finding("12/05/2022", "On 12/05/2022 a court ruled", True),
    Finding("12/05/2022", "UA 12/05", False),
)

INDEX_NUMBERS = (
    *(
        Finding(query, "ASA 17/5628/2022", True)
        for query in (
            "ASA 17/5628/2022",
            "asa 17/5628/2022",
            "ASA17/5628/2022",
            "asa17/5628/2022",
            "ASA-17/5628/22",
            "ASA 17/5628/2022/s",
            "asa17/5628/2022/en/",
            "https://www.amnesty.org/en/documents/asa17/5628/2022/en/",
            "ASA\u00a017/5628/2022",
            "ASA 17 5628 2022",
            "17/5628/2022",
            "5628/2022",
            "5628",
            "562",
            "asa",
            "ASA17",
            "ASA 17",
        )
    ),
    Finding("MDE 11/15/11", "MDE 11/015/2011", True),
    Finding("15/11", "MDE 11/015/2011", True),
    Finding("UA 15/11", "MDE 11/015/2011", False),
    Finding("ASA 17/562/2022", "ASA 17/5628/2022", False),
    Finding("ASA 17/5628/2022", "ASA 17/5628/2021", False),
    Finding("ASA 17/5628/2022", "AFR 17/5628/2022", False),
    Finding("ASA 17/5628/2022 sample", "ASA 17/5628/2022 Person Sample", True),
)

FINDINGS = (
    *LATIN,
    *COMPOUNDS,
    *ARABIC,
    *UNSPACED,
    *CYRILLIC,
    *NAMES_IN_EITHER_SCRIPT,
    *UA_NUMBERS,
    *INDEX_NUMBERS,
)


def finds(query: str, document: str) -> bool:
    """Say whether ``query`` finds a document of this text: each of its words begins a word of the document."""
    kept = words(document)
    return all(any(word.startswith(asked) for word in kept) for asked in query_words(query))
