"""Periksa kode: a typed code, a PDF, a scan or a photo, and what the register says about it."""

import tkinter
from collections.abc import Sequence

import ttkbootstrap as ttk

from census_desk.letters.archive import Verification
from census_desk.words import _
from ui import commands as menus
from ui import theme
from ui.commands import Command
from ui.presenters.verifying import CODE_FIELD, STYLES, VerifyPresenter, verdict_words
from ui.views.record_commands import command_of
from ui.widgets import page
from ui.widgets.inputs import LineInput
from ui.widgets.scrolled import Scrolled


class VerifyPage(page.Page):
    """One field, one button, and a card for each answer."""

    def build(self) -> None:
        self.presenter = VerifyPresenter(self.workplace, self)
        self.columnconfigure(0, weight=1)
        self.rowconfigure(2, weight=1)
        self._make_entry()
        self._wrapped: list[ttk.Label] = []
        self.answers = Scrolled(self)
        self.answers.grid(row=2, column=0, sticky="nsew", pady=(theme.GAP * 2, 0))
        self.answers.inside.columnconfigure(0, weight=1)
        self.answers.inside.bind("<Configure>", self._rewrap, add="+")
        self._show_nothing_yet()

    def facts(self) -> str:
        return _("Kode arsip membuktikan naskah dan register sama; bukan tanda tangan elektronik.")

    def panes(self) -> Sequence[tkinter.Misc]:
        return [self.code.entry]

    def shown(self) -> None:
        self.code.focus_input()

    def commands(self) -> Sequence[Command]:
        return [
            command_of(
                "letters",
                "verify_file",
                _("Buka PDF, pindaian, atau foto…"),
                self.presenter.check_file,
                icon="folder2-open",
                keys=("F8",),
                toolbar="secondary",
                group=menus.FILE,
            ),
            command_of(
                "letters",
                "verify",
                _("Periksa kode"),
                self.check,
                icon="qr-code",
                keys=("F7",),
                toolbar="primary",
            ),
        ]

    def check(self) -> None:
        """Ask the register about the typed code."""
        self.presenter.check_code(self.code.get())

    # what the presenter asks

    def show_answers(self, answers: tuple[Verification, ...]) -> None:
        """A card for each."""
        for child in self.answers.inside.winfo_children():
            child.destroy()
        self._wrapped = []
        for row, answer in enumerate(answers):
            self._make_card(row, answer)
        self.answers.wheel()
        self._rewrap()

    # inside

    def _make_entry(self) -> None:
        label = ttk.Label(self, text=_(CODE_FIELD.label))
        label.grid(row=0, column=0, sticky="w")
        line = ttk.Frame(self)
        line.grid(row=1, column=0, sticky="ew", pady=(2, 0))
        self.code = LineInput(line, ems=24)
        self.code.grid(row=0, column=0, sticky="w")
        line.columnconfigure(1, weight=1)
        hint = ttk.Label(line, text=_(CODE_FIELD.hint), style="Quiet.TLabel", font=theme.SMALL_FONT)
        hint.grid(row=1, column=0, columnspan=2, sticky="w")
        for key in ("<Return>", "<KP_Enter>"):
            self.code.entry.bind(key, lambda event: self.check())

    def _show_nothing_yet(self) -> None:
        """What can be checked, before anything was."""
        told = ttk.Label(
            self.answers.inside,
            style="Quiet.TLabel",
            justify="left",
            text=_(
                "Ketik kode lalu tekan Enter, atau buka berkas PDF, pindaian, atau foto surat: "
                "kode QR di kakinya dibaca. Jawabannya: terdaftar dan sama, terdaftar tetapi "
                "berbeda, tidak dikenal, dibatalkan, atau sudah diganti."
            ),
        )
        told.grid(row=0, column=0, sticky="w")
        self._wrapped = [told]

    def _make_card(self, row: int, answer: Verification) -> None:
        card = ttk.Frame(self.answers.inside, bootstyle="bordered", padding=16)
        card.grid(row=row, column=0, sticky="ew", pady=(0, theme.GAP))
        card.columnconfigure(0, weight=1)
        head = ttk.Label(
            card, text=verdict_words(answer), style=STYLES[answer.verdict], font=theme.HEAD_FONT
        )
        head.grid(row=0, column=0, sticky="w")
        if answer.code:
            code = ttk.Label(card, text=answer.code, style="Quiet.TLabel")
            code.grid(row=0, column=1, sticky="e")
        told = ttk.Label(card, text=answer.sentence, justify="left")
        told.grid(row=1, column=0, columnspan=2, sticky="w", pady=(theme.GAP, 0))
        self._wrapped.append(told)
        letter = answer.letter
        if letter is not None:
            ttk.Button(
                card,
                text=_("Buka surat"),
                bootstyle="secondary outline",
                command=lambda: self.workplace.go("letters", letter.id),
            ).grid(row=2, column=0, sticky="w", pady=(theme.GAP, 0))

    def _rewrap(self, event: object = None) -> None:
        width = max(200, self.answers.inside.winfo_width() - 48)
        for label in self._wrapped:
            label.configure(wraplength=width)
