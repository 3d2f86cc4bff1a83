"""Why no letter is written. Faces say it to people; the parameter is the one that has to be another."""


class LetterRefused(ValueError):  # noqa: N818  # a refusal, named for what it says
    """No letter: ``parameter`` says where to look, ``template % params`` is the sentence for whoever asked."""

    def __init__(self, parameter: str, template: str, **params: object) -> None:
        super().__init__(template % params)
        self.parameter, self.template, self.params = parameter, template, params


class ChannelClosed(LetterRefused):
    """The target is not reached by this channel, or not from the writer's country."""


class Unfilled(LetterRefused):
    """A placeholder stands in the letter, and nothing to put there is known."""


class UnfitWords(LetterRefused):
    """The writer's own words cannot stand in a letter."""
