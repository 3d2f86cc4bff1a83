"""What is said where no paper is to be had: never, or not now."""


class PaperUnavailable(RuntimeError):  # noqa: N818  # a refusal, named for what it says
    """This server makes no such file: what is needed for it is not installed."""


class PaperBusy(RuntimeError):  # noqa: N818  # as above
    """So much is being set that nobody should wait for more: ask again in a moment."""
