"""What the frame of the window says: title, saved, backup, working day, banners."""

from datetime import datetime
from typing import TYPE_CHECKING

from census_desk.indonesian import clock, short_date
from census_desk.words import _
from ui.wording import spoken_date

if TYPE_CHECKING:
    from ui.window import Window


def show_frame_facts(window: "Window", saved_at: str) -> None:
    """Title, banners, status bar and the line under the desk's name."""
    desk = window.workplace.desk
    path = window.register.path
    name = path.name if path is not None else _("contoh")
    office = desk.office_name if desk else _("belum disiapkan")
    window.root.title(f"{office} · {name} · Census Desk")
    programmes = window.register.collection("programmes").all()
    window.sidebar.say("\n".join([*(p.short_name for p in programmes[:1]), office]))
    show_saved(window, saved_at)
    backup = window.register.last_backup_at
    told = _("cadangan terakhir {when}").format(when=_moment(backup)) if backup else ""
    day = _("tanggal kerja {day}").format(day=short_date(window.workplace.working_day()))
    window.status.facts(name, told, day)
    show_banners(window)


def show_saved(window: "Window", saved_at: str) -> None:
    """The left end of the status bar."""
    if window.register.read_only:
        window.status.saved(_("Baca-saja"), good=False)
    elif saved_at:
        window.status.saved(_("✓ Tersimpan {time}").format(time=saved_at))
    else:
        window.status.saved(_("✓ Semua tersimpan"))


def show_banners(window: "Window") -> None:
    """Read-only with its reason; a working day that is not today."""
    if window.register.read_only:
        window.read_only_banner.fill(
            _("Register dibuka baca-saja: perubahan tidak dapat disimpan. {reason}").format(
                reason=window.register.read_only_reason
            ),
            "warning",
        )
        window.read_only_banner.grid()
    else:
        window.read_only_banner.grid_remove()
    working, today = window.workplace.working_day(), window.workplace.today()
    if working == today:
        window.day_banner.grid_remove()
        return
    text = _("Tanggal kerja {day}, bukan hari ini ({today}).").format(
        day=spoken_date(working), today=spoken_date(today)
    )
    change = (_("Ganti…"), lambda: window.go("settings", "office"))
    window.day_banner.fill(text, "info", change)
    window.day_banner.grid()


def _moment(at: datetime) -> str:
    local = at.astimezone()
    return f"{short_date(local.date())} {clock(local.time())}"
