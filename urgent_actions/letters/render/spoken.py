"""What to say on the phone."""

from ..letter import Letter
from ..phrases import spoken_phrases


def script(letter: Letter) -> str:
    """Return what the writer says on the phone, a line for each breath: who, about whom, what is asked."""
    words = spoken_phrases(letter.language)
    asked = letter.asks or letter.closing[:1] or letter.paragraphs[-1:]
    lines = [
        letter.salutation or words.say("phone.greeting"),
        words.say("phone.name", name=letter.signature) if letter.signature else "",
        words.say("phone.place", place=letter.place) if letter.place else "",
        words.say("phone.concern", names=letter.names),
        words.say("phone.asks"),
        *(f"- {ask}" for ask in asked),
        words.say("phone.thanks"),
    ]
    # Initials end in a full stop, and so does the sentence.
    return "\n".join(line for line in lines if line).replace("..", ".") + "\n"
