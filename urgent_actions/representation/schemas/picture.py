"""The image."""

from .part import Part


class Picture(Part):
    """The one rendition of the image that the public loads."""

    url: str
    width: int
    height: int
    alt: str
