"""What is said where the libraries that make paper are not installed."""


class PaperUnavailable(RuntimeError):  # noqa: N818  # a refusal, named for what it says
    """This server makes no such file: what is needed for it is not installed."""
