"""What can be done in Rencana: the wizard, the search, the plan in front and one of its lines."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from census_desk.words import _
from ui import commands as menus
from ui.commands import Command
from ui.presenters.planner_paper import plan_paper
from ui.presenters.printing import Printing
from ui.views.planner_result import LOOKS, MISSING

if TYPE_CHECKING:
    from ui.views.planner import PlannerPane

PAGE = "sessions"


def planner_commands(pane: "PlannerPane") -> list[Command]:
    """All of them; each says itself when it can be done."""
    return [
        *_wizard(pane),
        *_plan(pane),
        *_line(pane),
        *_looks(pane),
    ]


def _make(name: str, text: str, run: Callable[[], object], **more: object) -> Command:
    return Command(id=f"{PAGE}.plan_{name}", text=text, run=run, page=PAGE, **more)  # type: ignore[arg-type]


def _wizard(pane: "PlannerPane") -> list[Command]:
    def writes() -> bool:
        return pane.in_wizard and not pane.workplace.read_only

    def rows() -> bool:
        return writes() and pane.wizard.has_rows

    return [
        _make("new", _("Susun rencana"), pane.begin, icon="signpost-split", keys=("Ctrl+N",),
              enabled=lambda: not pane.is_searching, toolbar="secondary"),
        _make("next", _("Langkah berikutnya"), lambda: pane.wizard.steps.next(),
              icon="arrow-right", keys=("Alt+Right", "Ctrl+Enter"), group=menus.VIEW,
              enabled=lambda: pane.in_wizard),
        _make("back", _("Langkah sebelumnya"), lambda: pane.wizard.steps.back(),
              icon="arrow-left", keys=("Alt+Left",), group=menus.VIEW,
              enabled=lambda: pane.in_wizard),
        _make("search", _("Cari rencana"), pane.search, icon="search", keys=("Ctrl+G",),
              enabled=writes),
        _make("escape", _("Hentikan pencarian, pakai yang terbaik"), pane.escape,
              icon="stop-circle", keys=("Esc",),
              enabled=lambda: pane.is_searching or pane.in_wizard),
        _make("edit", _("Ubah baris ini"), lambda: pane.wizard.edit(), icon="pencil", keys=("F2",),
              enabled=rows),
        _make("leave_out", _("Lewati, ikutkan lagi, atau hapus tim"),
              lambda: pane.wizard.leave_out(), icon="slash-circle", keys=("Del",),
              where="table", enabled=rows),
        _make("only", _("Hanya kelompok yang ditandai"), lambda: pane.wizard.only_chosen(),
              icon="funnel", keys=("Ctrl+Shift+O",), enabled=rows),
        _make("form_teams", _("Bentuk tim"), lambda: pane.wizard.asking.teams(), icon="people",
              keys=("Ctrl+T",), enabled=writes),
        _make("reach", _("Jenis kelompok yang dijangkau"), lambda: pane.wizard.asking.reach(),
              icon="bullseye", keys=("Ctrl+Shift+J",), enabled=writes),
        _make("room", _("Ukuran umum tempat"), lambda: pane.wizard.asking.room(), icon="house",
              keys=("Ctrl+Shift+U",), enabled=writes),
    ]  # fmt: skip


def _plan(pane: "PlannerPane") -> list[Command]:
    def shown() -> bool:
        return pane.in_result and not pane.workplace.read_only

    def paper() -> None:
        if (version := pane.front.version) is not None:
            Printing(pane.workplace).print(lambda: plan_paper(pane.workplace, version))

    return [
        _make("print", _("Cetak rencana"), paper, icon="printer", keys=("Ctrl+P",),
              group=menus.FILE, paper=True,
              enabled=lambda: pane.in_result and pane.front.version is not None),
        _make("again", _("Rencanakan ulang…"), pane.ask_again, icon="arrow-repeat",
              keys=("Ctrl+R",), enabled=shown, toolbar="secondary"),
        _make("repair", _("Perbaiki yang terkena"), pane.repair, icon="bandaid",
              keys=("Ctrl+Shift+R",), enabled=lambda: shown() and bool(pane.front.hit_words())),
        _make("accept_marked", _("Terima yang ditandai"), pane.accept_marked, icon="check2",
              keys=("Ctrl+Shift+S",),
              enabled=lambda: shown() and bool(pane.result.marked), toolbar="secondary"),
        _make("decline", _("Tidak pakai rancangan ini"), pane.deeds.decline, icon="x-circle",
              keys=("Ctrl+Shift+X",), enabled=shown),
        _make("fix", _("Terapkan jalan keluar"), pane.apply_fix, icon="check2-circle",
              keys=("Ctrl+Shift+F",),
              enabled=lambda: shown() and pane.result.look == MISSING
              and pane.result.can_apply),
        _make("accept", _("Terima semua"), pane.deeds.accept, icon="check2-all", keys=("Ctrl+S",),
              enabled=lambda: shown() and pane.result.has_changes, toolbar="primary"),
    ]  # fmt: skip


def _line(pane: "PlannerPane") -> list[Command]:
    def chosen() -> bool:
        return pane.in_result and bool(pane.result.line_id)

    def writes() -> bool:
        return chosen() and not pane.workplace.read_only

    return [
        _make("why", _("Mengapa tanggal ini?"), pane.lines.why, icon="question-circle",
              keys=("Ctrl+I",), enabled=chosen),
        _make("lock", _("Kunci atau lepaskan tanggalnya"), pane.lines.lock, icon="lock",
              keys=("Ctrl+L",), enabled=writes),
        _make("move", _("Pindahkan…"), pane.lines.ask_move, icon="calendar2-week", keys=("Ctrl+M",),
              enabled=writes),
        _make("carry", _("Bawa ke hari lain (Spasi)"), pane.lines.carry, icon="arrows-move",
              enabled=lambda: writes() and pane.result.month is not None),
        _make("forbid", _("Larang tanggal ini…"), pane.lines.ask_forbid, icon="calendar-x",
              keys=("Ctrl+D",), enabled=writes),
        _make("open", _("Buka sesinya"), pane.lines.open_session, icon="box-arrow-up-right",
              keys=("Ctrl+B",), enabled=lambda: chosen() and pane.lines.has_session),
    ]  # fmt: skip


def _looks(pane: "PlannerPane") -> list[Command]:
    def in_calendar() -> bool:
        return pane.in_result and pane.result.month is not None

    looks = [
        _make(name, _(words), lambda name=name: pane.result.show_look(name), icon=icon,
              keys=(key,), group=menus.VIEW, enabled=lambda: pane.in_result)
        for name, words, icon, key in LOOKS
    ]  # fmt: skip
    return [
        *looks,
        _make("previous_month", _("Sebelumnya"), lambda: pane.turn(-1), keys=("PageUp",),
              group=menus.VIEW, enabled=in_calendar),
        _make("next_month", _("Berikutnya"), lambda: pane.turn(1), keys=("PageDown",),
              group=menus.VIEW, enabled=in_calendar),
        _make("working_day", _("Ke tanggal kerja"), pane.to_working_day, keys=("T",),
              group=menus.VIEW, enabled=in_calendar),
    ]  # fmt: skip
