"""Blocks set into pages: nothing torn that belongs together, no lonely lines, no lonely signature.

Pages are planned first and drawn afterwards, so that a plan can be drawn once and used for many
copies, and a signature can call back the lines it needs for company.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from reports.errors import DoesNotFit
from reports.layout import Frame
from reports.wrapped import Wrapped

FUZZ = 0.01
COMPANY_LINES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A block, the white above it, and what it must not be parted from.

    `keep_next` holds it with the following block; `needs_company` asks for two lines of the text
    before it on its page; `leading` is the height of one of its lines (0: it is never torn);
    `starts_page` begins a new sheet, as a lampiran does.
    """

    flowable: Flowable
    field: str
    before: float = 0
    keep_next: bool = False
    needs_company: bool = False
    leading: float = 0
    starts_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A block at its place: `top` is its upper edge."""

    item: Item
    left: float
    top: float
    height: float


PagePlan = tuple[Placed, ...]


def plan(items: Sequence[Item], first: Frame, later: Frame) -> tuple[PagePlan, ...]:
    """The pages that hold the blocks in order; DoesNotFit names a block larger than a page."""
    setter = _Setter(first, later)
    queue = deque(items)
    while queue:
        setter.take(queue.popleft(), queue)
    return setter.finished()


def draw(page: PagePlan, canvas: Canvas) -> None:
    """Draw a planned page."""
    for placed in page:
        placed.item.flowable.drawOn(canvas, placed.left, placed.top - placed.height)


def first_word(page: PagePlan) -> str:
    """The word a page of text begins with; "" when it begins with something else."""
    flowable = page[0].item.flowable
    while isinstance(flowable, Wrapped):
        flowable = flowable.inner
    if not isinstance(flowable, Paragraph):
        return ""
    for frag in flowable.frags:  # a torn paragraph keeps words, a whole one its text
        if words := getattr(frag, "words", None) or getattr(frag, "text", "").split():
            return str(words[0]).split()[0]  # of a date held together, its day
    return ""


class _Setter:
    """Fills one page after the other."""

    def __init__(self, first: Frame, later: Frame) -> None:
        self._frame, self._later = first, later
        self._top = first.top
        self._page: list[Placed] = []
        self._pages: list[PagePlan] = []

    def finished(self) -> tuple[PagePlan, ...]:
        if self._page:
            self._turn()
        return tuple(self._pages)

    def take(self, item: Item, queue: deque[Item]) -> None:
        if item.starts_page and self._page:
            self._turn()
        height = self._height(item)
        room = self._room(item)
        follow = self._least(queue[0]) if item.keep_next and queue else 0.0
        if height + follow <= room + FUZZ:
            self._place(item, height)
        elif item.needs_company:
            self._move_on_with_company(item, queue)
        elif not self._split(item, room, queue):
            self._move_on(item, queue)

    def _room(self, item: Item) -> float:
        return self._top - (item.before if self._page else 0) - self._frame.bottom

    def _height(self, item: Item) -> float:
        return float(item.flowable.wrap(self._frame.width, 1e6)[1])

    def _least(self, item: Item) -> float:
        """What must fit of a block for the one before it to stay with it."""
        height = self._height(item)
        part = min(height, COMPANY_LINES * item.leading) if item.leading else height
        return item.before + part

    def _place(self, item: Item, height: float) -> None:
        if self._page:
            self._top -= item.before
        placed = Placed(item=item, left=self._frame.left, top=self._top, height=height)
        self._page.append(placed)
        self._top -= height

    def _split(self, item: Item, room: float, queue: deque[Item]) -> bool:
        if not item.leading or room < COMPANY_LINES * item.leading:
            return False
        parts = item.flowable.split(self._frame.width, room)
        if len(parts) < 2:
            return False
        head, rest = (replace(item, flowable=part) for part in parts)
        self._place(replace(head, keep_next=False), self._height(head))
        self._turn()
        queue.appendleft(replace(rest, before=0))
        return True

    def _move_on(self, item: Item, queue: deque[Item]) -> None:
        """The block goes to the next page, with the headings that introduce it."""
        moved = [item]
        while len(self._page) > 1 and self._page[-1].item.keep_next:
            moved.insert(0, self._page.pop().item)
        if not self._page:
            raise DoesNotFit(item.field)
        self._turn()
        queue.extendleft(reversed(moved))

    def _move_on_with_company(self, item: Item, queue: deque[Item]) -> None:
        """The last lines of the text go along, so that a signature never stands alone."""
        if not self._page:
            raise DoesNotFit(item.field)
        last = self._page.pop()
        moved = [last.item, item]
        parts = self._company(last)
        if not parts and not self._page and self._pages:
            raise DoesNotFit(item.field)  # a block that fills the page and cannot be torn
        if parts:
            stays = replace(last.item, flowable=parts[0])
            height = float(parts[0].wrap(self._frame.width, 1e6)[1])
            self._page.append(replace(last, item=stays, height=height))
            moved[0] = replace(last.item, flowable=parts[1], before=0)
        else:
            while len(self._page) > 1 and self._page[-1].item.keep_next:
                moved.insert(0, self._page.pop().item)
        self._turn()
        queue.extendleft(reversed(moved))

    def _company(self, last: Placed) -> list[Flowable]:
        """The block without its last lines (or rows), and these; nothing when it is not torn."""
        leading = last.item.leading
        stay = last.height - COMPANY_LINES * leading
        if not leading or stay <= 0:
            return []
        parts = list(last.item.flowable.split(self._frame.width, stay))
        return parts if len(parts) == 2 else []

    def _turn(self) -> None:
        self._pages.append(tuple(self._page))
        self._page, self._frame = [], self._later
        self._top = self._later.top
