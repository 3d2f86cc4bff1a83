"""Phrases that every letter has and nobody types: data per language, so that a language is added without code."""

from ..codes import same_language

# How a formal letter to an official ends in this language. Longer tags first: the first that fits is taken.
SIGN_OFFS = {
    "zh-Hant": "此致\n敬禮",
    "zh": "此致\n敬礼",
    "ar": "وتفضلوا بقبول فائق الاحترام،",
    "de": "Mit freundlichen Grüßen",
    "en": "Yours sincerely,",
    "es": "Atentamente,",
    "fr": "Je vous prie d’agréer l’expression de ma haute considération.",
    "pt": "Atenciosamente,",
    "ru": "С уважением,",
}


def sign_off(language: str) -> str:
    """Return the closing words in ``language`` (BCP 47), or an empty string: no letter ends in a wrong language."""
    return next((phrase for tag, phrase in SIGN_OFFS.items() if same_language(tag, language)), "")
