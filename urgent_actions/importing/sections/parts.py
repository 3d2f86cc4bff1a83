"""Pieces put into the parts of the document: by headings where there are any, else by what a line looks like."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..lines.contact_lines import is_contact, is_sender, mail_address
from ..lines.headings import Heading, heading_at
from ..lines.openings import is_sign_off, opening_end, sign_off_within
from ..lines.pieces import Piece
from ..lines.references import begins_head, is_header_alone
from ..lines.rows import row_of, rows_of
from ..words import any_of
from ..words.folding import fold
from .running import SENTENCE, closing_end, instructs, is_run_together, parted, speaks

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
LONGEST_BLOCK = 9


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

    def parts(self) -> list[Part]:
        for at, each in enumerate(self.pieces):
            self._resume(each)
            heading = heading_at(each.text, each.folded)
            if self.current.kind == "beyond":
                self.current.body.append(each)
            elif closing := closing_end(each):
                self._close(each, closing)
            elif heading and self._begins(heading, each):
                self._open(heading, each)
            else:
                self._place(each, at)
        return self.found

    @property
    def current(self) -> Part:
        return self.found[-1]

    def _begins(self, heading: Heading, each: Piece) -> bool:
        kind, current = heading.kind, self.current.kind
        if kind == "beyond":
            return self.content
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
            self.content |= heading.kind == "take_action"
            if rest:
                self._resume(each)
                self._place(replace(each, text=rest, folded=fold(rest), gap=True), None)
            return
        value = replace(each, text=rest, folded=fold(rest), gap=False) if rest else None
        self.found.append(Part(heading.kind, each, value))
        self.content |= heading.kind in ("take_action", "asks", "targets", "letter", "additional")
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

    def _place(self, each: Piece, at: int | None) -> None:
        if self.current.kind in ("summary", "loose") and not self.content and begins_head(each):
            # What came before was about something else: the urgent action begins here.
            self._begin("head", each)
            return
        kind = self.current.kind
        if kind != "letter" and self._opens_letter(each, at):
            if kind != "letter" and not (self.current.kind == "letter" and not self.current.pieces):
                self.found.append(Part("letter"))
                self.content = True
            self._into_letter(each)
        elif kind == "letter":
            if not self.current.pieces and self._address_ahead(at):
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
        if self._block_begins(at) or (kind == "report" and is_run_together(each)):
            return "targets"
        return "take_action" if instructs(each) else ""

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
        end = opening_end(each.folded)
        if end and (end == len(each.folded) or speaks(each.text[end:])):
            # “H.E. President A. B.,” is how a block may begin, too.
            return self.current.kind not in ("head",) or each.gap or bool(self.current.body)
        block = self.current.kind == "targets" and bool(self.current.pieces)
        office = each.text.endswith((":", ",")) and row_of(each).kind in ("role", "role_name")
        return block and office and self._addressed() and at is not None and self._prose_follows(at)

    def _prose_follows(self, at: int) -> bool:
        return at + 1 < len(self.pieces) and self.pieces[at + 1].prose

    def _address_ahead(self, at: int | None) -> bool:
        """Say whether a block begins here, be it under a heading that announces a letter."""
        if at is None or self.pieces[at].prose or not row_of(self.pieces[at]).opens:
            return False
        ahead = [row_of(each).kind for each in self.pieces[at + 1 : at + 4] if not each.prose]
        return any(kind in ("address", "care_of", "country", "contact") for kind in ahead)

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
            or (each.prose and not self._flat_block(each))
            or heading_at(each.text, each.folded)
            or (
                self.current.kind == "asks"
                and not any(item.bullet for item in self.current.body)
                and not self._block_begins(at)
            )
        ):
            self.current.body.append(each)
        else:
            self._begin("targets", each)

    def _into_block(self, each: Piece, at: int | None) -> None:
        part = self.current
        # A sentence between the lines of a block says how to reach somebody.
        inside = at is not None and at + 1 < len(self.pieces) and is_contact(self.pieces[at + 1].text)
        inside = inside or row_of(each).labelled
        if each.prose and not inside and not is_contact(each.text) and not self._flat_block(each):
            self._begin("loose", each)
        else:
            part.body.append(each)

    def _flat_block(self, each: Piece) -> bool:
        """A block that lost its line breaks is long, and no sentence."""
        words = each.text.split()
        small = sum(word[0].islower() for word in words)
        return small < SENTENCE * len(words) and (
            mail_address(each.text) is not None
            or bool(any_of("contacts.salutation").search(each.folded))
            or any(row.kind in ("role", "role_name", "address", "care_of") for row in rows_of(each))
        )

    def _into_head(self, each: Piece) -> None:
        if each.prose and not each.bullet and not is_header_alone(each):
            self._begin("summary", each)
        else:
            self.current.body.append(each)

    def _block_begins(self, at: int | None) -> bool:
        """Say whether a block of lines begins here that ends in contacts: a target without a heading."""
        if at is None:
            return False
        first = self.pieces[at]
        if first.prose or first.bullet or is_contact(first.text) or heading_at(first.text, first.folded):
            return False
        block: list[Piece] = []
        contacts = 0
        for each in self.pieces[at : at + LONGEST_BLOCK]:
            if (each.prose and not is_contact(each.text)) or each.bullet or each.heading:
                break
            if heading_at(each.text, each.folded) and not row_of(each).labelled:
                break
            contact = is_contact(each.text)
            if contacts and not contact:
                break
            contacts += contact
            block.append(each)
        if not contacts or len(block) - contacts < 2 or any(is_sender(each.folded) for each in block):
            return False
        return row_of(first).opens
