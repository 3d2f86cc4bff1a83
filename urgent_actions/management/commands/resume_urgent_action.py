"""Takes a stop back from the command line, as the button of the editor does."""

from ...lifecycle.stop import ResumeUrgentAction
from ..deciding import DecisionCommand


class Command(DecisionCommand):
    help = "Take back the stop of a case, in all its languages and sections: people are asked to write again."
    makes = ResumeUrgentAction
    would, did = "Would resume", "Resumed"
