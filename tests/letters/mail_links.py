"""A second reader of mail links, written from RFC 6068 alone, sign by sign, so that two readers can be compared."""

_HEX = "0123456789ABCDEFabcdef"


def independently_read(link: str) -> dict[str, str]:
    """Return the addresses under ``to`` and the fields; raise ValueError where the link is none by RFC 6068."""
    scheme, colon, rest = link.partition(":")
    if scheme.lower() != "mailto" or not colon:
        raise ValueError("no mail link")
    to, _, query = rest.partition("?")
    found = {"to": ",".join(_decoded(each) for each in to.split(","))}
    for field in filter(None, query.split("&")):
        name, equals, value = field.partition("=")
        if not equals or not value:
            raise ValueError(f"{name} is empty")
        found[_decoded(name).lower()] = _decoded(value)
    return found


def _decoded(text: str) -> str:
    """Return the text; a plus is a plus here, and what is not allowed to stand as it is, is an error."""
    read, place = bytearray(), 0
    while place < len(text):
        sign = text[place]
        if sign == "%":
            digits = text[place + 1 : place + 3]
            if len(digits) != 2 or not set(digits) <= set(_HEX):
                raise ValueError("a percent sign stands alone")
            read.append(int(digits, 16))
            place += 3
            continue
        if not (sign.isascii() and (sign.isalnum() or sign in "-._~!$*();:@")):
            raise ValueError(f"{sign!r} is not encoded")
        read += sign.encode()
        place += 1
    return read.decode("utf-8")
