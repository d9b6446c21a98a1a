"""The live preview: what is drawn when, and what is thrown away."""

import pytest

from census_desk.errors import CensusDeskError
from ui.pdf_pages import draw_page, zoom_for
from ui.presenters.preview import PAUSE_MS, Fit, Frame, PageImage, PreviewPresenter, page_words


class FakePane:
    def __init__(self):
        self.page = None
        self.problem = ""
        self.busy = False

    def show_page(self, page):
        self.page = page

    def show_problem(self, sentence):
        self.problem = sentence

    def show_busy(self, busy):
        self.busy = busy


class FakeClockwork:
    """Calls and work wait until the test lets them happen."""

    def __init__(self):
        self.calls = {}
        self.jobs = []
        self.pauses = []

    def later(self, ms, call):
        handle = object()
        self.calls[handle] = call
        self.pauses.append(ms)
        return handle

    def forget(self, handle):
        self.calls.pop(handle, None)

    def run(self, work, then):
        self.jobs.append((work, then))

    def pause(self):
        waiting, self.calls = self.calls, {}
        for call in waiting.values():
            call()

    def work(self):
        jobs, self.jobs = self.jobs, []
        for work, then in jobs:
            then(work())


def draw(pdf, index, frame):
    count = len(pdf)
    return PageImage(image=pdf, index=min(index, count - 1), count=count, zoom=frame.zoom)


@pytest.fixture
def clockwork():
    return FakeClockwork()


@pytest.fixture
def pane():
    return FakePane()


@pytest.fixture
def presenter(pane, clockwork):
    return PreviewPresenter(pane, clockwork, draw)


def show(presenter, clockwork, pdf):
    presenter.show(lambda: lambda: pdf)
    clockwork.pause()
    clockwork.work()


def test_the_paper_is_written_once_after_typing_pauses(presenter, pane, clockwork):
    written = []
    presenter.show(lambda: lambda: written.append(1) or b"a")
    for _ in range(3):
        presenter.edited()
    clockwork.pause()
    clockwork.work()

    assert written == [1]
    assert clockwork.pauses[-1] == PAUSE_MS
    assert pane.page.image == b"a"


def test_a_page_that_comes_late_is_thrown_away(presenter, pane, clockwork):
    texts = iter([b"old", b"new"])

    def collect():
        text = next(texts)
        return lambda: text

    presenter.show(collect)
    clockwork.pause()
    presenter.edited()
    clockwork.work()

    assert pane.page is None

    clockwork.pause()
    clockwork.work()

    assert pane.page.image == b"new"


def test_the_last_good_page_stays_when_the_paper_cannot_be_written(presenter, pane, clockwork):
    show(presenter, clockwork, b"good")
    refused = CensusDeskError("Penanda tangan belum dipilih.")

    def refuse():
        raise refused

    presenter._collect = refuse
    presenter.edited()
    clockwork.pause()

    assert pane.problem == "Penanda tangan belum dipilih."
    assert pane.page.image == presenter.pdf == b"good"


def test_the_old_page_in_another_size_does_not_hide_what_is_wrong(presenter, pane, clockwork):
    show(presenter, clockwork, b"good")

    def refuse():
        raise CensusDeskError("Kop belum diisi.")

    presenter._collect = refuse
    presenter.edited()
    clockwork.pause()
    presenter.resized(300, 400)
    clockwork.work()

    assert pane.problem == "Kop belum diisi."

    presenter._collect = lambda: lambda: b"better"
    presenter.edited()
    clockwork.pause()
    clockwork.work()

    assert pane.problem == ""
    assert pane.page.image == b"better"


def test_a_failure_while_writing_is_shown_in_words(presenter, pane, clockwork):
    def write():
        raise CensusDeskError("Huruf 😀 tidak ada.")

    presenter.show(lambda: write)
    clockwork.pause()
    clockwork.work()

    assert pane.problem == "Huruf 😀 tidak ada."
    assert not pane.busy


def test_another_page_is_drawn_without_writing_the_paper_again(presenter, pane, clockwork):
    written = []
    presenter.show(lambda: lambda: written.append(1) or b"abc")
    clockwork.pause()
    clockwork.work()
    presenter.turn(1)
    clockwork.work()

    assert (pane.page.index, pane.page.count, written) == (1, 3, [1])

    presenter.turn(5)
    clockwork.work()

    assert pane.page.index == 2


def test_a_new_size_asked_while_writing_does_not_lose_the_new_text(presenter, pane, clockwork):
    show(presenter, clockwork, b"old")
    presenter._collect = lambda: lambda: b"new"
    presenter.edited()
    clockwork.pause()
    presenter.resized(400, 500)
    clockwork.work()

    assert pane.page.image == b"new"


def test_zooming_goes_on_from_what_is_seen_and_leaves_fitting(presenter, pane, clockwork):
    show(presenter, clockwork, b"a")
    presenter.zoom(1)
    clockwork.work()

    assert (presenter.frame.fit, pane.page.zoom) == (Fit.NONE, 1.25)

    presenter.zoom(-1)
    presenter.zoom(-1)
    clockwork.work()

    assert pane.page.zoom == 0.8


def test_a_fixed_zoom_is_not_redrawn_when_the_pane_grows(presenter, clockwork):
    show(presenter, clockwork, b"a")
    presenter.zoom(1)
    clockwork.work()
    presenter.resized(900, 900)

    assert clockwork.jobs == []


def test_nothing_appears_after_the_preview_was_cleared(presenter, pane, clockwork):
    presenter.show(lambda: lambda: b"a")
    clockwork.pause()
    presenter.clear()
    clockwork.work()

    assert pane.page is None


def test_the_page_is_named_with_its_place_and_zoom():
    page = PageImage(image=None, index=0, count=2, zoom=0.853)

    assert page_words(page) == "Halaman 1 dari 2 · 85 %"


@pytest.mark.parametrize(("fit", "expected"), [(Fit.WIDTH, 1.0), (Fit.PAGE, 0.5), (Fit.NONE, 1.25)])
def test_a_page_fits_by_width_by_height_or_as_told(fit, expected):
    frame = Frame(width=824, height=324, fit=fit, zoom=1.25)

    assert zoom_for(600, 450, frame) == pytest.approx(expected)


def test_a_page_of_a_real_paper_becomes_a_picture():
    import pypdfium2

    document = pypdfium2.PdfDocument.new()
    document.new_page(300, 400)
    document.new_page(300, 400)
    import io

    buffer = io.BytesIO()
    document.save(buffer)
    page = draw_page(buffer.getvalue(), 7, Frame(width=0, height=0, fit=Fit.NONE, zoom=0.75))

    assert (page.index, page.count) == (1, 2)
    assert page.image.size == (300, 400)


def test_a_preview_without_a_paper_does_nothing(presenter, pane, clockwork):
    presenter.edited()
    presenter.turn(1)
    presenter.fit(Fit.PAGE)
    presenter.resized(10, 10)
    clockwork.pause()
    clockwork.work()

    assert pane.page is None


def test_a_size_asked_while_typing_waits_for_the_new_text(presenter, pane, clockwork):
    show(presenter, clockwork, b"old")
    presenter._collect = lambda: lambda: b"new"
    presenter.edited()
    presenter.resized(400, 500)

    assert clockwork.jobs == []

    clockwork.pause()
    clockwork.work()

    assert pane.page.image == b"new"


def test_a_closed_pane_gets_no_page(presenter, pane, clockwork):
    presenter.show(lambda: lambda: b"a")
    presenter.close()
    clockwork.pause()

    assert pane.page is None
