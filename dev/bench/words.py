"""The words of the content. All persons, places and events are invented.

``{person}``, ``{place}`` and ``{topic}`` differ from document to document, so that searches do.
"""

from itertools import product

LANGUAGES = ("en", "es", "ar")

# Eleven and 567 have no divisor in common, so whole names repeat after some thousands only.
GIVEN = ("Amara", "Belu", "Cirio", "Dafne", "Eskil", "Fenna", "Goran", "Hilde", "Ismo", "Jorun", "Kelda")
_STARTS = ("Ba", "Ke", "Lo", "Mi", "Ru", "Sha", "To", "Va", "Ze")
_MIDDLES = ("lan", "rto", "zem", "fi", "gor", "ndu", "pel", "ska", "vi")
_ENDS = ("ski", "mor", "veno", "dal", "reki", "tari", "shan")
FAMILY = tuple(start + middle + end for end, middle, start in product(_ENDS, _MIDDLES, _STARTS))
_SITES = ("Alto", "Brin", "Corva", "Dun", "Elma", "Fal", "Gris", "Hol", "Isk", "Jura")
_KINDS = ("haven", "burg", "mira", "stad", "polis", "wick", "ford", "dorf", "gard", "ville", "mont")
PLACES = tuple(site + kind for kind, site in product(_KINDS, _SITES))
COUNTRIES = (
    *("AR", "BD", "BO", "BR", "BY", "CL", "CN", "CO", "CU", "DZ", "EC", "EG", "ER", "ET", "GT", "HN", "HT", "ID", "IN"),
    *("IQ", "IR", "JO", "KE", "KG", "KH", "KZ", "LA", "LB", "LY", "MA", "MX", "MY", "NG", "NI", "PE", "PH", "PK", "SA"),
)
TOPICS = {
    "en": ("eviction", "torture", "disappearance", "flogging", "deportation", "surveillance", "detention", "execution"),
    "es": ("desalojo", "tortura", "desaparición", "flagelación", "deportación", "vigilancia", "detención", "ejecución"),
    "ar": ("الإخلاء", "التعذيب", "الاختفاء", "الجلد", "الترحيل", "المراقبة", "الاحتجاز", "الإعدام"),
}
HEADLINES = {
    "en": "{person} faces {topic} in {place}",
    "es": "{person} en peligro de {topic} en {place}",
    "ar": "{person} وخطر {topic} في {place}",
}
SENTENCES = {
    "en": (
        "The village teacher {person} was taken from the school of {place} by four men in plain clothes.",
        "Her family has had no news of her since, and the police of {place} refuse to open a case.",
        "Neighbours saw a grey van without number plates leave the town towards the barracks.",
        "She had spoken in public against the {topic} that the people of {place} have lived with for years.",
        "Two of her colleagues received calls at night and were told to stay away from the court.",
        "Her lawyer was allowed to see the file for ten minutes and may not make copies of it.",
        "She needs medicine every day, and nobody will say whether it reaches her.",
        "The prosecutor has announced a hearing without naming a day or a charge.",
        "The invented district of {place} lies in the hills, a day away from the nearest hospital.",
        "Those who ask about the {topic} are questioned at the station and have to sign blank sheets.",
        "A commission visited {place} last spring and left without hearing a single witness.",
        "This case is invented from the first to the last word and serves a measurement of speed.",
    ),
    "es": (
        "Cuatro hombres vestidos de civil se llevaron a la maestra {person} de la escuela de {place}.",
        "Desde entonces su familia no sabe nada de ella, y la policía de {place} se niega a abrir una investigación.",
        "Los vecinos vieron salir del pueblo una furgoneta gris sin matrícula en dirección al cuartel.",
        "Ella había denunciado en público la {topic} que sufre desde hace años la gente de {place}.",
        "Dos de sus compañeras recibieron llamadas nocturnas con la orden de no acercarse al juzgado.",
        "Su abogado pudo ver el expediente durante diez minutos y no se le permite copiarlo.",
        "Necesita medicinas todos los días, y nadie quiere decir si le llegan.",
        "La fiscalía ha anunciado una vista sin fecha y sin cargos.",
        "El distrito inventado de {place} está en la sierra, a un día del hospital más cercano.",
        "Quienes preguntan por la {topic} son interrogados en la comisaría y firman hojas en blanco.",
        "Una comisión visitó {place} la primavera pasada y se marchó sin escuchar a ningún testigo.",
        "Este caso es inventado de la primera a la última palabra y sirve para medir la velocidad.",
    ),
    "ar": (
        "اقتاد أربعة رجال بملابس مدنية المعلمة {person} من مدرسة {place}.",
        "لا تعرف عائلتها عنها شيئاً منذ ذلك الحين، وترفض شرطة {place} فتح تحقيق.",
        "رأى الجيران سيارة رمادية بلا لوحات تغادر البلدة نحو الثكنة.",
        "كانت قد تحدثت علناً ضد {topic} الذي يعيشه أهل {place} منذ سنوات.",
        "تلقت اثنتان من زميلاتها مكالمات ليلية تأمرهما بالابتعاد عن المحكمة.",
        "سُمح لمحاميها بالاطلاع على الملف عشر دقائق ولا يجوز له نسخه.",
        "تحتاج إلى دواء كل يوم، ولا يقول أحد إن كان يصل إليها.",
        "أعلنت النيابة عن جلسة من دون تحديد يوم أو تهمة.",
        "تقع منطقة {place} المختلقة في الجبال على بعد يوم من أقرب مستشفى.",
        "من يسأل عن {topic} يُستجوب في المركز ويوقّع على أوراق بيضاء.",
        "زارت لجنة {place} في الربيع الماضي وغادرت من دون أن تسمع شاهداً واحداً.",
        "هذه الحالة مختلقة من أول كلمة إلى آخرها وتخدم قياس السرعة.",
    ),
}
ASKS = {
    "en": (
        "I urge you to:",
        "release {person} at once, since nothing is held against her;",
        "tell her family where she is, and let them visit her;",
        "give her the medicine that she needs and a doctor of her choice;",
        "investigate the {topic} in {place}, and publish what is found.",
    ),
    "es": (
        "Le insto a que:",
        "ponga en libertad de inmediato a {person}, contra quien no hay nada;",
        "comunique a su familia dónde está y permita que la visite;",
        "le proporcione las medicinas que necesita y un médico de su elección;",
        "investigue la {topic} en {place} y publique el resultado.",
    ),
    "ar": (
        "أحثكم على ما يلي:",
        "الإفراج فوراً عن {person} إذ لا يوجد ما يدينها؛",
        "إبلاغ عائلتها بمكانها والسماح لها بزيارتها؛",
        "توفير الدواء الذي تحتاجه وطبيب تختاره؛",
        "التحقيق في {topic} في {place} ونشر النتائج.",
    ),
}
SALUTATIONS = {"en": "Dear Minister,", "es": "Estimado Sr. Ministro:", "ar": "معالي الوزير،"}


def person(serial: int) -> str:
    """Return a name; names repeat after some hundreds, as in life."""
    return f"{GIVEN[serial % len(GIVEN)]} {FAMILY[serial % len(FAMILY)]}"


def place(serial: int) -> str:
    """Return the name of a place."""
    return PLACES[serial % len(PLACES)]


def topic(serial: int, language: str) -> str:
    """Return what the case is about, in one word."""
    topics = TOPICS[language]
    return topics[serial % len(topics)]


def filled(text: str, *, language: str, serial: int) -> str:
    """Return a text with the words of one document."""
    return text.format(person=person(serial), place=place(serial), topic=topic(serial, language))


def searches() -> list[str]:
    """Return what people search for: mostly a name, often a place, sometimes a subject. Each finds something."""
    serials = range(7, 327, 8)
    subjects = [f"{topic(serial, language)} {place(serial)}" for serial in serials[::20] for language in LANGUAGES]
    return [
        *(person(serial).split()[-1] for serial in serials),
        *map(person, serials[::4]),
        *map(place, serials[::4]),
        *subjects,
    ]
