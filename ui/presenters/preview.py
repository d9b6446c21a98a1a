"""The live preview of a paper: drawn a moment after the last key, the last good page stays."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from census_desk.errors import CensusDeskError
from census_desk.words import _

PAUSE_MS = 250
ZOOM_STEPS = (0.4, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
SCREEN_SCALE = 96 / 72  # pixels per point at 100 %


class Fit(StrEnum):
    """What decides the size of the page on the screen."""

    WIDTH = "lebar"
    PAGE = "halaman"
    NONE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the pane can show: its size in pixels, and how the page is to fit into it."""

    width: int
    height: int
    fit: Fit = Fit.WIDTH
    zoom: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PageImage:
    """One page as a picture, with its place in the paper and the zoom it came out at."""

    image: object
    index: int
    count: int
    zoom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the worker brought back: a paper with one page drawn, or a sentence."""

    pdf: bytes = b""
    page: PageImage | None = None
    problem: str = ""


class PreviewView(Protocol):
    """What the presenter asks of the pane."""

    def show_page(self, page: PageImage) -> None: ...
    def show_problem(self, sentence: str) -> None: ...
    def show_busy(self, busy: bool) -> None: ...


class Clockwork(Protocol):
    """Time and work of the window: a later call, and one worker that keeps the order."""

    def later(self, ms: int, call: Callable[[], None]) -> object: ...
    def forget(self, handle: object) -> None: ...
    def run(self, work: Callable[[], Outcome], then: Callable[[Outcome], None]) -> None: ...


Draw = Callable[[bytes, int, Frame], PageImage]
Write = Callable[[], bytes]
Collect = Callable[[], Write]


class PreviewPresenter:
    """Asks for the paper when typing pauses; drops what is out of date.

    `collect` is called on the window's thread and gathers finished records; the function it
    answers writes the paper in the worker. Both may raise CensusDeskError.
    """

    def __init__(self, view: PreviewView, clockwork: Clockwork, draw: Draw) -> None:
        self._view = view
        self._clockwork = clockwork
        self._draw = draw
        self._collect: Collect | None = None
        self._waiting: object | None = None
        self._generation = 0
        self._unanswered: Write | None = None
        self._pdf = b""
        self._frame = Frame(width=0, height=0)
        self.index = 0
        self.count = 0

    @property
    def pdf(self) -> bytes:
        """The last paper that could be written."""
        return self._pdf

    @property
    def frame(self) -> Frame:
        """How the page is shown now."""
        return self._frame

    def show(self, collect: Collect) -> None:
        """Show another paper from its first page, without waiting for a pause."""
        self._pdf, self.index, self.count = b"", 0, 0
        self._collect = collect
        self._restart(0)

    def edited(self) -> None:
        """The paper's records changed: write it again when typing pauses."""
        if self._collect is not None:
            self._restart(PAUSE_MS)

    def clear(self) -> None:
        """Show nothing, and let no late page appear."""
        self._collect = self._unanswered = None
        self._pdf, self.index, self.count = b"", 0, 0
        self._generation += 1
        self._stop_waiting()

    def close(self) -> None:
        """Forget pending work; the pane is going."""
        self.clear()

    def turn(self, pages: int) -> None:
        """Go so many pages on; stays inside the paper."""
        wanted = min(max(0, self.index + pages), max(0, self.count - 1))
        if wanted != self.index:
            self.index = wanted
            self._draw_again()

    def resized(self, width: int, height: int) -> None:
        """The pane has another size; a fitted page is drawn anew."""
        before = self._frame
        if (width, height) != (before.width, before.height):
            self._frame = Frame(width=width, height=height, fit=before.fit, zoom=before.zoom)
            if before.fit is not Fit.NONE:
                self._draw_again()

    def fit(self, fit: Fit) -> None:
        """Let the pane decide the size of the page."""
        self._reframe(fit, self._frame.zoom)

    def zoom(self, steps: int) -> None:
        """One step larger or smaller than what is seen now."""
        now = self._frame.zoom
        if steps > 0:
            wanted = next((step for step in ZOOM_STEPS if step > now + 0.01), ZOOM_STEPS[-1])
        else:
            smaller = [step for step in ZOOM_STEPS if step < now - 0.01]
            wanted = smaller[-1] if smaller else ZOOM_STEPS[0]
        self._reframe(Fit.NONE, wanted)

    def _reframe(self, fit: Fit, zoom: float) -> None:
        size = self._frame
        self._frame = Frame(width=size.width, height=size.height, fit=fit, zoom=zoom)
        self._draw_again()

    def _restart(self, pause: int) -> None:
        self._generation += 1
        self._stop_waiting()
        self._waiting = self._clockwork.later(pause, self._start)

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._clockwork.forget(self._waiting)
            self._waiting = None

    def _start(self) -> None:
        self._waiting = None
        assert self._collect is not None
        try:
            write = self._collect()
        except CensusDeskError as error:
            self._view.show_problem(error.sentence)
            return
        self._send(write, is_new=True)

    def _draw_again(self) -> None:
        """The same paper in another size; one still being written is asked for anew."""
        if self._waiting is not None:
            return
        pdf = self._pdf
        if pdf or self._unanswered:
            self._generation += 1
            self._send(self._unanswered or (lambda: pdf), is_new=self._unanswered is not None)

    def _send(self, write: Write, *, is_new: bool) -> None:
        generation, index, frame, draw = self._generation, self.index, self._frame, self._draw
        self._unanswered = write if is_new else None
        self._view.show_busy(True)
        self._clockwork.run(
            lambda: _drawn(write, index, frame, draw),
            lambda outcome: self._take(generation, outcome, is_new),
        )

    def _take(self, generation: int, outcome: Outcome, is_new: bool) -> None:
        if generation != self._generation:
            return
        self._unanswered = None
        self._view.show_busy(False)
        if outcome.page is None:
            self._view.show_problem(outcome.problem)
            return
        self._pdf, self.index, self.count = outcome.pdf, outcome.page.index, outcome.page.count
        if self._frame.fit is not Fit.NONE:
            size = self._frame
            self._frame = Frame(
                width=size.width, height=size.height, fit=size.fit, zoom=outcome.page.zoom
            )
        self._view.show_page(outcome.page)
        if is_new:  # the old page in another size does not settle what is wrong with the new one
            self._view.show_problem("")


def _drawn(write: Write, index: int, frame: Frame, draw: Draw) -> Outcome:
    """The paper and one of its pages; an expected failure becomes its sentence."""
    try:
        pdf = write()
        return Outcome(pdf=pdf, page=draw(pdf, index, frame))
    except CensusDeskError as error:
        return Outcome(problem=error.sentence)


def page_words(page: PageImage) -> str:
    """`Halaman 1 dari 2 · 85 %`, for the line above the page."""
    return _("Halaman {page} dari {count} · {percent} %").format(
        page=page.index + 1, count=page.count, percent=round(page.zoom * 100)
    )
