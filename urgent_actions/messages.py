"""Sentences for people in modules that do not know Django."""


def gettext_noop(message: str) -> str:
    """Return ``message`` as it is; the name lets ``makemessages`` find the templates, though Django is not imported."""
    return message
