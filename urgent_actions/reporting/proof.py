"""Proof of work: a riddle that costs a browser about a second, and a robot a second for each report.

The riddles are django-altcha's (extra ``captcha``), each good for one report. Its widget is not used: it brings styles
and workers of its own into the page, which a strict content security policy does not allow.
"""

from typing import Any

from django.core.exceptions import ValidationError

from ..conf import reports_need_proof

HARDEST = 50_000
"""The answer is a number up to this one, and is found by trying."""


def riddle() -> dict[str, Any]:
    """Return a riddle in altcha's form: find the number that with ``salt`` before it has the hash ``challenge``."""
    from django_altcha import get_altcha_challenge

    made = get_altcha_challenge(max_number=HARDEST)
    said = {name: getattr(made, name) for name in ("algorithm", "challenge", "salt", "signature")}
    return {**said, "maxnumber": HARDEST}


def suffices(proof: str) -> bool:
    """Say whether a report with this proof need not be doubted for it: it is a solution, or the site asks for none."""
    return not reports_need_proof() or _is_solution(proof)


def _is_solution(proof: str) -> bool:
    from django_altcha import AltchaField

    try:
        AltchaField().clean(proof)
    except ValidationError:
        return False
    return True
