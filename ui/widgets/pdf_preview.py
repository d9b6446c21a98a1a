"""A PDF pane: one page of a paper as it will be printed, with zoom, fit and turning."""

import tkinter
from collections.abc import Callable
from typing import Any

import ttkbootstrap as ttk

from census_desk.words import _
from ui import theme
from ui.pdf_pages import draw_page
from ui.presenters.preview import (
    Collect,
    Draw,
    Fit,
    Outcome,
    PageImage,
    PreviewPresenter,
    page_words,
)
from ui.workplace import Background

EDGE = 12  # grey around the page, pixels
SHADOW = 3
DESK_LIGHT, DESK_DARK = "#8b9098", "#14171a"
RESIZE_PAUSE_MS = 60
LEAST_WRAP = 200  # pixels
PANE_KEYS = {
    "<Prior>": "previous",
    "<Next>": "next",
    "<plus>": "larger",
    "<KP_Add>": "larger",
    "<minus>": "smaller",
    "<KP_Subtract>": "smaller",
}


class Bench:
    """Time and work for the presenter; one paper at a time, only the newest waits."""

    def __init__(self, widget: tkinter.Misc, background: Background) -> None:
        self._widget = widget
        self._background = background
        self._busy = False
        self._next: tuple[Callable[[], Outcome], Callable[[Outcome], None]] | None = None

    def later(self, ms: int, call: Callable[[], None]) -> object:
        """Call it in so many milliseconds."""
        return self._widget.after(ms, call)

    def forget(self, handle: object) -> None:
        """Do not call it after all."""
        self._widget.after_cancel(str(handle))

    def run(self, work: Callable[[], Outcome], then: Callable[[Outcome], None]) -> None:
        """Do it when the job before is done; a job that still waits gives way."""
        self._next = (work, then)
        self._start()

    def _start(self) -> None:
        if self._busy or self._next is None:
            return
        work, then = self._next
        self._next, self._busy = None, True
        self._background.run(work, lambda outcome: self._end(then, outcome), self._broke)

    def _end(self, then: Callable[[Outcome], None], outcome: Outcome) -> None:
        self._busy = False
        if self._widget.winfo_exists():
            then(outcome)
            self._start()

    def _broke(self, error: Exception) -> None:
        self._busy = False
        self._start()
        raise error


class PdfPreview(ttk.Frame):
    """The pane; a page hands it `collect` (see PreviewPresenter) and tells it of edits."""

    def __init__(
        self, parent: tkinter.Misc, background: Background, draw: Draw = draw_page
    ) -> None:
        super().__init__(parent)
        self._photo: Any = None
        self._page: PageImage | None = None
        self._resizing = ""
        self._is_of_another = False
        self.presenter = PreviewPresenter(self, Bench(self, background), draw)
        self._build_bar()
        self._build_pane()
        self.bind("<Configure>", self._rewrap, add="+")
        self.bind("<Destroy>", self._destroyed, add="+")

    def show(self, collect: Collect) -> None:
        """Show another paper; the one before stays until this one is drawn or refused."""
        self._is_of_another = True
        self.presenter.show(collect)

    def edited(self) -> None:
        """What the paper shows has changed."""
        self.presenter.edited()

    def clear(self, hint: str = "") -> None:
        """Show no paper, perhaps a hint."""
        self.presenter.clear()
        self._page = self._photo = None
        self._words.configure(text=hint)
        self.show_problem("")
        self._paint()

    def focus_pane(self) -> None:
        """Take the keyboard: PageUp, PageDown, + and − work on the page."""
        self._canvas.focus_set()

    # what the presenter asks

    def show_page(self, page: PageImage) -> None:
        """Paint a page."""
        from PIL import ImageTk

        self._page, self._is_of_another = page, False
        self._photo = ImageTk.PhotoImage(page.image, master=self)
        self._words.configure(text=page_words(page))
        self._turners(page)
        self._paint()

    def show_problem(self, sentence: str) -> None:
        """Say above the last good page of this paper why the newest could not be drawn."""
        self._problem.configure(text=sentence)
        if sentence and self._is_of_another:
            self._page = self._photo = None
            self._words.configure(text="")
            self._paint()
        if sentence:
            self._problem.grid()
        else:
            self._problem.grid_remove()

    def show_busy(self, busy: bool) -> None:
        """A page is being drawn."""
        self._canvas.configure(cursor="watch" if busy else "")

    # inside

    def _build_bar(self) -> None:
        bar = ttk.Frame(self)
        bar.grid(row=0, column=0, columnspan=2, sticky="ew", pady=(0, 4))
        self._buttons: dict[str, ttk.Button] = {}
        for name, icon, words, run in self._tools():
            button = ttk.Button(
                bar, icon=icon, icon_only=True, bootstyle="secondary ghost", command=run
            )
            ttk.ToolTip(button, text=words)
            button.pack(side="left")
            self._buttons[name] = button
        self._words = ttk.Label(bar, style="Quiet.TLabel")
        self._words.pack(side="left", padx=theme.GAP)

    def _tools(self) -> list[tuple[str, str, str, Callable[[], None]]]:
        turn, zoom, fit = self.presenter.turn, self.presenter.zoom, self.presenter.fit
        return [
            ("smaller", "zoom-out", _("Perkecil (tanda −)"), lambda: zoom(-1)),
            ("larger", "zoom-in", _("Perbesar (tanda +)"), lambda: zoom(1)),
            ("width", "arrows-expand-vertical", _("Pas lebar"), lambda: fit(Fit.WIDTH)),
            ("page", "fullscreen", _("Pas halaman"), lambda: fit(Fit.PAGE)),
            ("previous", "chevron-left", _("Halaman sebelumnya (PageUp)"), lambda: turn(-1)),
            ("next", "chevron-right", _("Halaman berikutnya (PageDown)"), lambda: turn(1)),
        ]

    def _build_pane(self) -> None:
        self.columnconfigure(0, weight=1)
        self.rowconfigure(2, weight=1)
        self._problem = ttk.Label(self, style="Problem.TLabel", padding=4, wraplength=LEAST_WRAP)
        self._problem.grid(row=1, column=0, columnspan=2, sticky="ew")
        self._problem.grid_remove()
        self._canvas = tkinter.Canvas(self, highlightthickness=2, takefocus=True, width=1, height=1)
        self._canvas.grid(row=2, column=0, sticky="nsew")
        scroll = ttk.Scrollbar(self, command=self._canvas.yview)
        scroll.grid(row=2, column=1, sticky="ns")
        self._canvas.configure(yscrollcommand=scroll.set)
        self._canvas.bind("<Configure>", self._configured)
        self._canvas.bind("<<ThemeChanged>>", lambda event: self._paint())
        self._canvas.bind("<Button-1>", lambda event: self._canvas.focus_set())
        self._bind_keys()

    def _bind_keys(self) -> None:
        for sequence, name in PANE_KEYS.items():
            self._canvas.bind(sequence, lambda event, name=name: self._press(name))  # type: ignore[misc]
        for sequence, step in (("<Up>", -1), ("<Down>", 1), ("<Button-4>", -2), ("<Button-5>", 2)):
            self._canvas.bind(
                sequence,
                lambda event, step=step: self._canvas.yview_scroll(step, "units"),  # type: ignore[misc]
            )
        self._canvas.bind(
            "<MouseWheel>",
            lambda event: self._canvas.yview_scroll(-2 if event.delta > 0 else 2, "units"),
        )

    def _press(self, name: str) -> str:
        self._buttons[name].invoke()
        return "break"

    def _turners(self, page: PageImage) -> None:
        self._buttons["previous"].configure(state="normal" if page.index else "disabled")
        last = page.index >= page.count - 1
        self._buttons["next"].configure(state="disabled" if last else "normal")

    def _rewrap(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        """By the pane's own width: a sentence set too narrow would leave the page no height."""
        if event.widget is self:
            self._problem.configure(wraplength=max(LEAST_WRAP, event.width - 24))

    def _configured(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        self._paint()
        if self._resizing:
            self.after_cancel(self._resizing)
        self._resizing = self.after(RESIZE_PAUSE_MS, self._resized)

    def _resized(self) -> None:
        self._resizing = ""
        self.presenter.resized(self._canvas.winfo_width(), self._canvas.winfo_height())

    def _paint(self) -> None:
        canvas, colours = self._canvas, theme.palette()
        desk = DESK_DARK if theme.is_dark() else DESK_LIGHT
        canvas.configure(
            background=desk, highlightbackground=colours.line, highlightcolor=colours.primary
        )
        canvas.delete("all")
        if self._photo is None:
            return
        width, height = self._photo.width(), self._photo.height()
        left = max(EDGE, (canvas.winfo_width() - width) // 2)
        right, bottom = left + width, EDGE + height
        canvas.create_rectangle(
            left + SHADOW, EDGE + SHADOW, right + SHADOW, bottom + SHADOW, fill="#3b4046", width=0
        )
        canvas.create_image(left, EDGE, image=self._photo, anchor="nw")
        canvas.configure(
            scrollregion=(0, 0, max(right + EDGE, canvas.winfo_width()), bottom + EDGE)
        )

    def _destroyed(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        if event.widget is self:
            self.presenter.close()
            if self._resizing:
                self.after_cancel(self._resizing)
