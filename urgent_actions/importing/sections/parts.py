"""Pieces put into the parts of the document: by headings where there are any, else by what a line looks like."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..lines.contact_lines import is_contact
from ..lines.headings import Heading, heading_at
from ..lines.openings import is_sign_off, opening_end, sign_off_within
from ..lines.pieces import Piece
from ..lines.references import begins_head, is_header_alone, is_told
from ..lines.rows import row_of, talks
from ..words import any_of
from ..words.folding import fold
from .ahead import address_ahead, block_begins, is_flat_block, is_run_together
from .running import closing_end, instructs, parted, speaks

RUNNING = frozenset(["take_action", "check"])
"""Headings that other parts may follow on the same line, where the line breaks are lost."""
LABELS = frozenset(
    [
        *("index", "issued", "country", "number", "headline", "languages", "deadline", "persons", "missions_of"),
        *("named", "gender", "footer", "previous", "note", "check"),
    ]
)
"""Headings that one value follows; after it the part goes on in which they stand."""
LISTS = frozenset(["take_action", "asks"])
BLOCKS = frozenset(["targets", "copies", "missions"])
OPEN = frozenset(["head", "summary", "loose", "after", "report", "additional", "word_mark"])
"""Parts in which a block, or a list of instructions, may begin without a heading."""


@dataclass(slots=True)
class Part:
    """A part of the document: its ``kind``, the piece with its heading, what follows on that line, and the rest."""

    kind: str
    title: Piece | None = None
    value: Piece | None = None
    body: list[Piece] = field(default_factory=list)

    @property
    def pieces(self) -> list[Piece]:
        """All pieces with content: the value, then the body."""
        return [*([self.value] if self.value else []), *self.body]


def parts_of(pieces: Sequence[Piece]) -> list[Part]:
    """Return the parts of one urgent action, in order. Of these kinds no heading tells: head, loose, after, beyond."""
    return _Walk(pieces).parts()


class _Walk:
    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.found = [Part("head")]
        self.content = False
        """Some part came already that an urgent action is made of."""
        self.sure = False
        """And it was no block without a heading."""

    def parts(self) -> list[Part]:
        for at, each in enumerate(self.pieces):
            self._resume(each)
            if self.content and not self.sure and begins_head(each):
                self._forget_sender()
            self._take(each, at)
        return self.found

    def _take(self, each: Piece, at: int | None) -> None:
        heading = heading_at(each.text, each.folded)
        if self.current.kind == "beyond":
            self.current.body.append(each)
        elif closing := closing_end(each):
            self._close(each, closing)
        elif heading and self._begins(heading, each):
            self._open(heading, each)
        else:
            self._place(each, at)

    @property
    def current(self) -> Part:
        return self.found[-1]

    def _begins(self, heading: Heading, each: Piece) -> bool:
        kind, current = heading.kind, self.current.kind
        if kind == "beyond":
            return self.content or any(part.kind == "closing" for part in self.found)
        if kind == "report" and current == "take_action":
            # An item of the list, like the others.
            return False
        if kind in ("named", "country", "issued", "index", "note") and current in BLOCKS:
            # A labelled line of a block.
            return False
        if kind == "note" and current in ("letter", "additional", "summary"):
            return False
        if current == "letter" and not self._ends_letter(heading, each):
            return False
        return not (kind == "letter" and current == "letter")

    def _ends_letter(self, heading: Heading, each: Piece) -> bool:
        said = each.text[: heading.end].strip(" :.")
        return said.isupper() or heading.words > 1 or not each.text[heading.end :]

    def _open(self, heading: Heading, each: Piece) -> None:
        rest = each.text[heading.end :].strip()
        if heading.kind in RUNNING and rest and (halves := parted(heading.kind, rest)):
            said, rest = halves
            self.found.append(Part(heading.kind, each, replace(each, text=said, folded=fold(said)) if said else None))
            self.sure |= heading.kind == "take_action"
            self.content |= self.sure
            if rest:
                self._resume(each)
                self._take(replace(each, text=rest, folded=fold(rest), gap=True), None)
            return
        value = replace(each, text=rest, folded=fold(rest), gap=False) if rest else None
        self.found.append(Part(heading.kind, each, value))
        self.sure |= heading.kind in ("take_action", "asks", "targets", "letter", "additional")
        self.content |= self.sure
        if heading.kind == "letter" and value and (end := sign_off_within(value.folded)):
            self._cut_after_sign_off(end)

    def _cut_after_sign_off(self, end: int) -> None:
        part = self.current
        whole = part.body.pop() if part.body else part.value
        if whole is None:
            return
        letter, rest = whole.text[:end], whole.text[end:].strip()
        cut = replace(whole, text=letter, folded=fold(letter))
        if part.value is whole:
            part.value = cut
        else:
            part.body.append(cut)
        after = Part("after")
        if rest:
            after.body.append(replace(whole, text=rest, folded=fold(rest), gap=True))
        self.found.append(after)

    def _close(self, each: Piece, end: int) -> None:
        """The formula that closes a case may stand between summary and detail."""
        said, rest = each.text[:end].strip(), each.text[end:].strip()
        self.found.append(Part("closing", replace(each, text=said, folded=fold(said))))
        if any(part.kind == "summary" for part in self.found):
            self.found.append(Part("detail"))
        else:
            self.found.append(Part("head"))
        if rest:
            self.current.body.append(replace(each, text=rest, folded=fold(rest), gap=True))

    def _forget_sender(self) -> None:
        """What stood above the head without a heading was the address of whoever sends the document."""
        for part in self.found:
            part.kind = "loose" if part.kind == "targets" else part.kind
        self.content = False

    def _place(self, each: Piece, at: int | None) -> None:
        if self.current.kind in ("summary", "loose") and not self.content and begins_head(each):
            # What came before was about something else: the urgent action begins here.
            self._begin("head", each)
            return
        kind = self.current.kind
        if kind != "letter" and self._opens_letter(each, at):
            if kind != "letter" and not (self.current.kind == "letter" and not self.current.pieces):
                self.found.append(Part("letter"))
                self.content = self.sure = True
            self._into_letter(each)
        elif kind == "letter":
            if not self.current.pieces and not opening_end(each.folded) and address_ahead(self.pieces, at):
                self._begin("targets", each)
            else:
                self._into_letter(each)
        elif kind in LISTS:
            self._into_list(each, at)
        elif kind in BLOCKS:
            self._into_block(each, at)
        elif kind in OPEN and (begun := self._begun(kind, each, at)):
            self._begin(begun, each)
        elif kind in ("head", "word_mark") or (kind == "loose" and self._unsummed()):
            self._into_head(each)
        elif kind == "report" and not each.bullet:
            self._begin("loose", each)
        else:
            self.current.body.append(each)

    def _begun(self, kind: str, each: Piece, at: int | None) -> str:
        """Return the kind of part that begins here without a heading, or an empty string."""
        if block_begins(self.pieces, at) or (kind == "report" and is_run_together(each)):
            return "targets"
        if instructs(each):
            return "take_action"
        return "asks" if each.bullet and any_of("letter.verbs").match(each.folded) else ""

    def _unsummed(self) -> bool:
        """Where the line breaks are lost, the summary may come after what is printed around it."""
        return not any(part.kind in ("summary", "letter", "additional", "asks") for part in self.found)

    def _begin(self, kind: str, each: Piece) -> None:
        self.found.append(Part(kind))
        self.current.body.append(each)
        self.content |= kind == "targets"

    def _resume(self, each: Piece) -> None:
        """After a label and its value, go on with the part in which it stands."""
        label = self.current
        if label.kind not in LABELS or not label.pieces or (label.kind == "persons" and each.bullet):
            return
        before = next((part.kind for part in reversed(self.found) if part.kind not in LABELS), "head")
        if before in LISTS:
            self.found.append(Part(before))
        elif before in ("head", "word_mark"):
            self.found.append(Part("head"))
        elif before in BLOCKS and label.kind in ("note", "missions_of"):
            self.found.append(Part(before))
        else:
            self.found.append(Part("loose"))

    def _opens_letter(self, each: Piece, at: int | None) -> bool:
        if self.current.kind in ("summary", "additional", *LISTS) and each.prose and not each.gap:
            return False
        end = opening_end(each.folded) or (len(each.folded) if self._is_bare_opening(each, at) else 0)
        if end and (end == len(each.folded) or speaks(each.text[end:])):
            # “H.E. President A. B.,” is how a block may begin, too.
            return self.current.kind not in ("head",) or each.gap or bool(self.current.body)
        block = self.current.kind == "targets" and bool(self.current.pieces)
        office = each.text.endswith((":", ",")) and row_of(each).kind in ("role", "role_name")
        return (
            block
            and office
            and self._addressed()
            and at is not None
            and at + 1 < len(self.pieces)
            and self.pieces[at + 1].prose
        )

    def _is_bare_opening(self, each: Piece, at: int | None) -> bool:
        """Say whether a line is a salutation that lost its comma: text follows behind a gap."""
        if each.prose or not each.gap or at is None or at + 1 == len(self.pieces):
            return False
        following = self.pieces[at + 1]
        return bool(opening_end(f"{each.folded},")) and following.gap and following.prose

    def _addressed(self) -> bool:
        return any(row_of(each).kind in ("address", "country", "contact") for each in self.current.pieces)

    def _into_letter(self, each: Piece) -> None:
        self.current.body.append(each)
        if is_sign_off(each.folded):
            self.found.append(Part("after"))
        elif end := sign_off_within(each.folded):
            self._cut_after_sign_off(end)

    def _into_list(self, each: Piece, at: int | None) -> None:
        if (
            each.bullet
            or (each.prose and not is_flat_block(each))
            or talks(each)
            or heading_at(each.text, each.folded)
            or (
                self.current.kind == "asks"
                and not any(item.bullet for item in self.current.body)
                and not block_begins(self.pieces, at)
            )
        ):
            self.current.body.append(each)
        else:
            # A line that names nobody begins no block.
            nobody = not each.prose and row_of(each).kind in ("address", "country", "note")
            self._begin("loose" if nobody else "targets", each)

    def _into_block(self, each: Piece, at: int | None) -> None:
        part = self.current
        # A sentence between the lines of a block says how to reach somebody.
        inside = at is not None and at + 1 < len(self.pieces) and is_contact(self.pieces[at + 1].text)
        inside = inside or row_of(each).labelled
        if each.prose and not inside and not is_contact(each.text) and not is_flat_block(each):
            self._begin("loose", each)
        else:
            part.body.append(each)

    def _into_head(self, each: Piece) -> None:
        if each.prose and not each.bullet and not is_header_alone(each) and not is_told(each.text):
            self._begin("summary", each)
        else:
            self.current.body.append(each)
