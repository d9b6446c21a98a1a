"""The first screen: try the sample, set up a register in one short form, or open one."""

import tkinter
from collections.abc import Callable
from pathlib import Path

import ttkbootstrap as ttk

from census_desk.errors import CensusDeskError
from census_desk.identity import Ids
from census_desk.words import _
from ui import theme
from ui.preferences import FilePreferences
from ui.presenters.welcome import WelcomePresenter, WelcomeScreen, usual_documents
from ui.views.setup_form import SetupForm
from ui.widgets.scrolled import Scrolled

WORDS_EMS = 44
COLUMN = 900  # pixels at 100 %: wider lines of buttons and words are tiring
EDGE = 24


class Welcome(ttk.Frame):
    """Shown when no register is open; `problem` is why the one asked for could not be."""

    def __init__(
        self,
        parent: tkinter.Misc,
        screen: WelcomeScreen,
        preferences: FilePreferences,
        open_register: Callable[[Path], object],
        problem: CensusDeskError | None,
        *,
        actor: str = "",
        documents: Path | None = None,
    ) -> None:
        super().__init__(parent, padding=EDGE)
        self.problem = problem
        self.presenter = WelcomePresenter(
            screen,
            preferences,
            open_register,
            actor=actor or _clerk(preferences),
            new_id=Ids(),
            documents=documents or usual_documents(),
        )
        parent.columnconfigure(1, weight=1)  # type: ignore[attr-defined]
        parent.rowconfigure(0, weight=1)  # type: ignore[attr-defined]
        for side in (0, 2):
            self.columnconfigure(side, weight=1)
        self.rowconfigure(3, weight=1)
        self._make_head().grid(row=1, column=1, sticky="ew")
        self.told = ttk.Label(self, style="Problem.TLabel", wraplength=theme.scaled(self, COLUMN))
        self.told.grid(row=2, column=1, sticky="ew", pady=(theme.GAP, 0))
        self.body = Scrolled(self)
        self.body.grid(row=3, column=1, sticky="nsew", pady=(theme.GAP * 2, 0))
        self.bind("<Configure>", self._resized)
        self.show_choices()

    # the two faces

    def show_choices(self) -> None:
        """What to do: the first face."""
        self._empty()
        inside = self.body.inside
        inside.columnconfigure(0, weight=1, uniform="half")
        inside.columnconfigure(1, weight=1, uniform="half")
        row = 0
        if self.problem is not None:
            self._make_problem(inside).grid(row=0, column=0, columnspan=2, sticky="ew")
            row = 1
        self._make_ways(inside).grid(row=row, column=0, sticky="new", pady=(theme.GAP * 2, 0))
        self._make_recent(inside).grid(
            row=row, column=1, sticky="new", padx=(EDGE, 0), pady=(theme.GAP * 2, 0)
        )
        self.body.wheel()
        self.first.focus_set()

    def show_setup(self) -> None:
        """The short form of a new register."""
        self._empty()
        self.body.inside.columnconfigure(1, weight=0, uniform="")
        self.form = SetupForm(self.body.inside, self.presenter, back=self.show_choices)
        self.form.grid(row=0, column=0, columnspan=2, sticky="nw")
        self.body.wheel()
        self.update_idletasks()  # a widget not yet on the screen would get the keyboard too late
        self.form.focus_first()

    def say(self, sentence: str) -> None:
        """Show why something did not work, "" for nothing; a register that opened has taken this
        screen's place."""
        if self.told.winfo_exists():
            self.told.configure(text=sentence)

    # making them

    def _resized(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        """One column in the middle; on a high screen some air above it."""
        if event.widget is not self:
            return
        wide = min(event.width - 2 * EDGE, theme.scaled(self, COLUMN))
        self.columnconfigure(1, minsize=wide)
        self.told.configure(wraplength=wide)
        self.rowconfigure(0, minsize=max(0, (event.height - theme.ems(self, 66)) // 3))

    def _empty(self) -> None:
        self.say("")
        for child in self.body.inside.winfo_children():
            child.destroy()

    def _make_head(self) -> ttk.Frame:
        head = ttk.Frame(self)
        ttk.Label(head, text="Census Desk", style="Title.TLabel").pack(anchor="w")
        about = _("Meja kerja sensus: surat edaran, sosialisasi, pendampingan, daftar hadir.")
        ttk.Label(head, text=about, style="Quiet.TLabel").pack(anchor="w")
        return head

    def _make_ways(self, parent: tkinter.Misc) -> ttk.Frame:
        frame = ttk.Frame(parent)
        frame.columnconfigure(0, weight=1)
        ways = (
            (
                _("Buat register baru"),
                _("Pilih kabupaten/kota dan nama kantor; kecamatan dan kop terisi sendiri."),
                "plus-lg",
                self.show_setup,
            ),
            (
                _("Coba contoh: {name}").format(name=self.presenter.sample_name()),
                _("Register contoh yang lengkap, untuk dicoba tanpa takut salah."),
                "play-circle",
                lambda: self.say(self.presenter.try_sample()),
            ),
            (
                _("Buka register…"),
                _("Berkas .censusdesk yang sudah ada."),
                "folder2-open",
                self.presenter.choose_other,
            ),
        )
        for row, (text, about, icon, run) in enumerate(ways):
            button = self._way(frame, row, text, about, icon, run)
            if not row:
                self.first = button
        return frame

    def _way(
        self,
        parent: ttk.Frame,
        row: int,
        text: str,
        about: str,
        icon: str,
        run: Callable[[], object],
    ) -> ttk.Button:
        style = "secondary outline" if row else "primary"
        button = ttk.Button(parent, text=text, icon=icon, bootstyle=style, command=run)
        button.grid(row=2 * row, column=0, sticky="ew")
        label = ttk.Label(
            parent, text=about, style="Quiet.TLabel", wraplength=theme.ems(self, WORDS_EMS)
        )
        label.grid(row=2 * row + 1, column=0, sticky="w", pady=(2, theme.GAP * 2))
        return button

    def _make_recent(self, parent: tkinter.Misc) -> ttk.Frame:
        frame = ttk.Frame(parent, bootstyle="bordered", padding=16)
        frame.columnconfigure(0, weight=1)
        ttk.Label(frame, text=_("Baru dibuka"), style="Head.TLabel").grid(sticky="w")
        recent = self.presenter.recent()
        for one in recent:
            button = ttk.Button(
                frame,
                text=one.name,
                icon="file-earmark",
                bootstyle="primary ghost",
                command=lambda path=one.path: self.presenter.open_register(path),
            )
            button.grid(sticky="w", pady=(theme.GAP, 0))
            button.state(["!disabled" if one.is_there else "disabled"])
            where = (
                one.folder
                if one.is_there
                else _("tidak ditemukan di {folder}").format(folder=one.folder)
            )
            ttk.Label(
                frame,
                text=where,
                style="Quiet.TLabel",
                font=theme.SMALL_FONT,
                wraplength=theme.ems(self, WORDS_EMS),
            ).grid(sticky="w", padx=(12, 0))
        if not recent:
            text = _("Belum ada register yang dibuka di komputer ini.")
            words = theme.ems(self, WORDS_EMS)
            ttk.Label(frame, text=text, style="Quiet.TLabel", wraplength=words).grid(
                sticky="w", pady=theme.GAP
            )
        return frame

    def _make_problem(self, parent: tkinter.Misc) -> ttk.Frame:
        """What is wrong with the register asked for, and its newest good backups."""
        assert self.problem is not None
        card = ttk.Frame(parent, bootstyle="bordered", padding=16)
        card.columnconfigure(0, weight=1)
        problem = self.problem
        ttk.Label(
            card,
            text=problem.sentence,
            style="Problem.TLabel",
            wraplength=theme.ems(self, 100),
        ).grid(sticky="w")
        offered = self.presenter.offered(problem)
        if offered:
            text = _("Cadangan terbaru yang utuh:")
            ttk.Label(card, text=text).grid(sticky="w", pady=(theme.GAP, 0))
        for one in offered:
            ttk.Button(
                card,
                text=_("Pulihkan {backup}").format(backup=one.words),
                icon="arrow-counterclockwise",
                bootstyle="secondary outline",
                command=lambda path=one.path: self.say(self.presenter.restore(path, problem)),
            ).grid(sticky="w", pady=(4, 0))
        return card


def _clerk(preferences: FilePreferences) -> str:
    from ui.clerk import clerk

    return clerk(preferences)
