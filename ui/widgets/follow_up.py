"""The panel of a letter's follow-up: which offices it was sent to, and who has it."""

import tkinter
from collections.abc import Callable, Mapping, Sequence

import ttkbootstrap as ttk

from census_desk.letters.delivery import Acted
from census_desk.letters.sending import FollowUp
from census_desk.words import N_, _
from ui import theme
from ui.columns.letters import FOLLOW_UP
from ui.presenters.follow_up import FOLLOW_UP_FIELDS, FollowUpPresenter
from ui.widgets.chooser import Chooser
from ui.widgets.date_field import DateField
from ui.widgets.inputs import Input, LineInput
from ui.widgets.rows_panel import RowsPanel
from ui.widgets.surfaces import dress_menu
from ui.workplace import Workplace


class FollowUpPanel(ttk.Frame):
    """Choose offices in the table, then say that the letter was sent or received."""

    def __init__(self, parent: tkinter.Misc, workplace: Workplace) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._receipts: Callable[[], object] = lambda: None
        self._expedition: Callable[[], object] = lambda: None
        self.rows = RowsPanel(
            self,
            N_("Pengiriman"),
            FOLLOW_UP,
            workplace.lookup,
            empty=_("Pilih surat untuk melihat OPD penerimanya."),
            on_delete=self.clear,
            state_of=self._colour,
        )
        self.rows.pack(fill="both", expand=True)
        self.presenter = FollowUpPresenter(workplace, self)
        self._make_entries()
        for text, words, run, icon in (
            (_("Terkirim"), _("Tandai OPD terpilih: terkirim"), self.mark_sent, "send"),
            (_("Diterima"), _("Tandai OPD terpilih: diterima"), self.mark_received, "check-lg"),
        ):
            ttk.ToolTip(self.rows.add_button(text, run, icon=icon), text=words)
        self._make_more()
        self._reset()

    def use_papers(self, receipts: Callable[[], object], expedition: Callable[[], object]) -> None:
        """How the page prints what offices sign."""
        self._receipts, self._expedition = receipts, expedition

    def show(self, letter_id: str) -> None:
        """Show the offices of a letter, "" for none."""
        if letter_id != self.presenter.letter_id:
            self._reset()
            self.rows.model.select("")
        self.presenter.show(letter_id)

    def mark_sent(self) -> None:
        """The chosen offices were sent the letter."""
        self.presenter.mark_sent(self.rows.ids, self._texts())

    def mark_received(self) -> None:
        """The chosen offices have the letter."""
        self.presenter.mark_received(self.rows.ids, self._texts())

    def set_reply_due(self) -> None:
        """The chosen offices are to reply by the day typed."""
        self.presenter.set_reply_due(self.rows.ids, self._texts())

    def mark_replied(self) -> None:
        """The chosen offices replied."""
        self.presenter.mark_replied(self.rows.ids, self._texts())

    def mark_acted(self, acted: Acted) -> None:
        """The chosen offices did what was asked."""
        self.presenter.mark_acted(self.rows.ids, self._texts(), acted)

    def attach_receipt(self) -> None:
        """Keep the scan of what the chosen offices signed."""
        self.presenter.attach_receipt(self.rows.ids)

    def select_late(self) -> None:
        """Choose the offices that are behind, to act on them together."""
        late = self.presenter.late
        self.rows.model.select_many(late)
        if self.rows.model.cursor:
            self.rows.table.show(self.rows.model.cursor)
            self.rows.model.select_many(late)
        self.rows.table.paint()
        self.rows.tell_chosen()
        self.rows.table.focus_table()
        if not late:
            self._workplace.say(_("Tidak ada OPD yang terlambat."), "info")

    def clear(self) -> None:
        """Take back what was noted for the chosen offices."""
        self.presenter.clear(self.rows.ids)

    # what the presenter asks

    def show_rows(self, rows: Sequence[FollowUp], facts: str) -> None:
        """The offices and what became of the letter there."""
        self.rows.show(rows, facts)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Red borders, and the sentences in one line."""
        for name, entry in self._entries.items():
            entry.mark(name in problems)
        self._problem.configure(text=" ".join(problems.values()))
        for name, entry in self._entries.items():
            if name in problems:
                entry.focus_input()
                return

    # inside

    def _print_receipts(self) -> None:
        self._receipts()

    def _print_expedition(self) -> None:
        self._expedition()

    def _make_entries(self) -> None:
        foot = self.rows.foot
        on, channel, received_by = FOLLOW_UP_FIELDS
        lookup = self._workplace.lookup
        self._entries: dict[str, Input] = {
            "on": DateField(foot, start=self._workplace.working_day),
            "channel": Chooser(
                foot,
                choices=lambda: lookup.choices(channel),
                label_of=lambda key: lookup.choice_text(channel, key),
                may_be_empty=False,
            ),
            "received_by": LineInput(foot, ems=18),
        }
        for place, field in enumerate((on, channel, received_by)):
            label = ttk.Label(foot, text=_(field.label), style="Quiet.TLabel")
            label.grid(row=0, column=place, sticky="w", padx=(0, theme.GAP))
            self._entries[field.name].grid(row=1, column=place, sticky="ew", padx=(0, theme.GAP))
        foot.columnconfigure((1, 2), weight=1)
        self._problem = ttk.Label(foot, style="Problem.TLabel", font=theme.SMALL_FONT)
        self._problem.grid(row=2, column=0, columnspan=3, sticky="w")

    def _reset(self) -> None:
        for name, text in self.presenter.first_texts().items():
            self._entries[name].set(text)
        self.show_problems({})

    def _texts(self) -> dict[str, str]:
        for entry in self._entries.values():
            entry.settle()
        return {name: entry.get() for name, entry in self._entries.items()}

    def _more_entries(self) -> list[tuple[str, Callable[[], object]]]:
        return [
            (_("Pilih yang terlambat"), self.select_late),
            (_("Catat batas jawaban"), self.set_reply_due),
            (_("Tandai dijawab"), self.mark_replied),
            (_("Sesi sudah dijadwalkan"), lambda: self.mark_acted(Acted.SESSION)),
            (_("Rekap sudah diserahkan"), lambda: self.mark_acted(Acted.RECAP)),
            (_("Simpan pindaian tanda terima…"), self.attach_receipt),
            (_("Cetak tanda terima"), self._print_receipts),
            (_("Cetak halaman buku ekspedisi"), self._print_expedition),
            (_("Hapus catatan pengiriman"), self.clear),
        ]

    def _make_more(self) -> None:
        more = ttk.Menubutton(self.rows.buttons, text=_("Lainnya"), bootstyle="secondary outline")
        menu = tkinter.Menu(more, tearoff=False)
        dress_menu(menu)
        for text, run in self._more_entries():
            menu.add_command(label=text, command=run)
        more.configure(menu=menu)
        more.bind("<<ThemeChanged>>", lambda event: dress_menu(menu), add="+")
        more.pack(side="left", padx=(theme.GAP // 2, 0))

    def _colour(self, row: FollowUp) -> str:
        if row.id in self.presenter.late:
            return "danger"
        if row.is_received:
            return "success"
        return "" if row.is_sent else "warning"
