"""What is gathered while a document is read: where values stand, how they are printed, what is doubtful."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from .draft import Doubt
from .lines.pieces import Piece


@dataclass(slots=True)
class Reading:
    """Provenance, printed words and doubts of one urgent action; ``language`` is the one that it is written in."""

    language: str
    provenance: dict[str, tuple[int, ...]] = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)

    def found(self, path: str, pieces: Iterable[Piece], *, printed: str = "") -> None:
        """Note from which pieces the value at ``path`` was read, and its words where the value is none of them."""
        lines = {line for piece in pieces for line in piece.lines}
        self.provenance[path] = tuple(sorted({*self.provenance.get(path, ()), *lines}))
        if printed:
            self.printed[path] = printed

    def doubt(self, code: str, template: str, *, line: int | None = None, **params: object) -> None:
        """Note a doubt, each once."""
        doubt = Doubt(code=code, template=template, params=params, line=line)
        if doubt not in self.doubts:
            self.doubts.append(doubt)
