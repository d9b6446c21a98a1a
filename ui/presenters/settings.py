"""Pengaturan without a window: its sections, and the records behind those that are tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from census_desk import editing
from census_desk.errors import CensusDeskError
from census_desk.words import LANGUAGES, N_, _
from ui.clerk import KEY, clerk
from ui.columns import COLUMNS
from ui.fields import FIELDS
from ui.forms import Choice
from ui.presenters.records import RecordsSpec
from ui.tables import shown
from ui.wording import spoken_day

if TYPE_CHECKING:
    from ui.workplace import Workplace

ONE_DAY = timedelta(days=1)
SMALLEST_FONT, LARGEST_FONT, USUAL_FONT = 9, 16, 10
LANGUAGE_NAMES = {"id": "Bahasa Indonesia", "en": "English"}
THEME_NAMES = {"light": N_("Terang"), "dark": N_("Gelap")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One entry of the list at the left; `collection` when it is a table of records."""

    id: str
    title: str
    icon: str
    collection: str = ""


SECTIONS = (
    Section(id="office", title=N_("Kantor"), icon="building"),
    Section(id="letterheads", title=N_("Kop surat"), icon="card-heading", collection="letterheads"),
    Section(id="pictures", title=N_("Lambang"), icon="image"),
    Section(id="signatories", title=N_("Penanda tangan"), icon="pen", collection="signatories"),
    Section(id="books", title=N_("Buku nomor"), icon="journal-bookmark", collection="books"),
    Section(
        id="classifications",
        title=N_("Klasifikasi"),
        icon="diagram-3",
        collection="classifications",
    ),
    Section(
        id="templates", title=N_("Templat surat"), icon="file-earmark-text", collection="templates"
    ),
    Section(id="profiles", title=N_("Tata letak"), icon="rulers", collection="profiles"),
    Section(id="fonts", title=N_("Huruf kantor"), icon="fonts"),
    Section(id="programmes", title=N_("Program"), icon="flag", collection="programmes"),
    Section(id="phases", title=N_("Tahap"), icon="calendar-range", collection="phases"),
    Section(id="targets", title=N_("Target"), icon="bullseye", collection="targets"),
    Section(id="denominators", title=N_("Jumlah dasar"), icon="123", collection="denominators"),
    Section(
        id="staffing_plans",
        title=N_("Rencana petugas"),
        icon="people",
        collection="staffing_plans",
    ),
    Section(id="venues", title=N_("Tempat acara"), icon="geo-alt", collection="venues"),
    Section(
        id="facilitators",
        title=N_("Fasilitator"),
        icon="person-badge",
        collection="facilitators",
    ),
    Section(
        id="reasons", title=N_("Alasan kendala"), icon="question-octagon", collection="reasons"
    ),
    Section(
        id="day_changes",
        title=N_("Hari kerja dan libur"),
        icon="calendar-check",
        collection="day_changes",
    ),
    Section(id="schedule_rules", title=N_("Aturan jadwal"), icon="sliders"),
    Section(id="look", title=N_("Tampilan"), icon="palette"),
    Section(id="backups", title=N_("Cadangan"), icon="shield-check"),
    Section(id="log", title=N_("Log"), icon="journal-text"),
)
EMPTY: Mapping[str, tuple[str, str, str, str]] = {
    # collection: title, what to say when there is none, the button then, the first order
    "letterheads": (N_("Kop surat"), N_("Belum ada kop surat."), N_("Kop baru"), "name"),
    "signatories": (
        N_("Penanda tangan"),
        N_("Belum ada penanda tangan. Surat memerlukan satu yang menjabat pada tanggalnya."),
        N_("Penanda tangan baru"),
        "post",
    ),
    "books": (
        N_("Buku nomor"),
        N_("Belum ada buku nomor. Buku bawaan disiapkan saat nomor pertama diambil."),
        N_("Buku baru"),
        "name",
    ),
    "classifications": (
        N_("Klasifikasi"),
        N_("Belum ada kode tersimpan; kode bawaan dipakai. Impor daftar lengkap di bawah tabel."),
        N_("Kode baru"),
        "code",
    ),
    "templates": (
        N_("Templat surat"),
        N_("Belum ada templat sendiri. Salin templat bawaan, atau simpan dari sebuah surat."),
        N_("Salin templat…"),
        "name",
    ),
    "profiles": (
        N_("Tata letak"),
        N_("Dua tata letak bawaan dipakai menurut tanggal surat. Salin satu untuk diubah."),
        N_("Salin tata letak…"),
        "name",
    ),
    "programmes": (N_("Program"), N_("Belum ada program sensus."), N_("Program baru"), ""),
    "phases": (
        N_("Tahap"),
        N_("Belum ada tahap. Isi tanggal sensus daring dan pendataan lapangan."),
        N_("Tahap baru"),
        "-known_from",
    ),
    "targets": (
        N_("Target"),
        N_("Belum ada target. Isi persen sasaran dengan sumbernya."),
        N_("Target baru"),
        "-known_from",
    ),
    "denominators": (
        N_("Jumlah dasar"),
        N_("Belum ada jumlah penduduk atau keluarga sebagai dasar target."),
        N_("Jumlah dasar baru"),
        "-known_from",
    ),
    "staffing_plans": (
        N_("Rencana petugas"),
        N_("Belum ada rencana jumlah petugas."),
        N_("Rencana baru"),
        "-known_from",
    ),
    "venues": (
        N_("Tempat acara"),
        N_("Belum ada tempat. Isi aula dan ruang rapat dengan kapasitas dan koordinatnya."),
        N_("Tempat baru"),
        "name",
    ),
    "day_changes": (
        N_("Hari kerja dan libur"),
        N_("Belum ada perubahan. Hari libur bawaan di bawah berlaku sampai kantor mengubahnya."),
        N_("Perubahan hari"),
        "-known_from",
    ),
    "facilitators": (
        N_("Fasilitator"),
        N_("Belum ada fasilitator. Isi nama dan hari cutinya, agar bentrok terlihat."),
        N_("Fasilitator baru"),
        "name",
    ),
    "reasons": (
        N_("Alasan kendala"),
        N_("Belum ada alasan tersimpan; daftar bawaan dipakai."),
        N_("Alasan baru"),
        "",
    ),
}
DATED = ("day_changes", "phases", "targets", "denominators", "staffing_plans")


def records_spec(collection: str) -> RecordsSpec:
    """The table and form of one section."""
    title, empty_text, new_text, order = EMPTY[collection]
    return RecordsSpec(
        collection=collection,
        title=title,
        columns=COLUMNS[collection],
        fields=FIELDS[collection],
        empty_text=empty_text,
        empty_action=new_text,
        new_text=new_text,
        order=order,
        defaults=_dated_defaults if collection in DATED else _no_defaults,
    )


def _dated_defaults(workplace: "Workplace") -> Mapping[str, str]:
    """A new dated entry is known from the working day on, unless the person says otherwise."""
    return {"known_from": shown(workplace.working_day())}


def _no_defaults(workplace: "Workplace") -> Mapping[str, str]:
    return {}


class WorkingDatePresenter:
    """The day lists, reports and the phase bar use."""

    def __init__(self, workplace: "Workplace") -> None:
        self.workplace = workplace

    @property
    def words(self) -> str:
        """The working date in words, and whether it is today or a chosen day."""
        day = spoken_day(self.workplace.working_day())
        desk = self.workplace.desk
        if desk is None or desk.working_date is None:
            return _("{day} (mengikuti tanggal hari ini)").format(day=day)
        return _("{day} (dipilih; hari ini {today})").format(
            day=day, today=spoken_day(self.workplace.today())
        )

    def follow_today(self) -> None:
        """Let the working date follow the calendar again."""
        self._set(None)

    def step(self, days: int) -> None:
        """Move the working date by so many days."""
        self._set(self.workplace.working_day() + days * ONE_DAY)

    def _set(self, on: date | None) -> None:
        try:
            editing.set_working_date(self.workplace.register, on)
        except CensusDeskError as refused:
            self.workplace.refused(refused)


class LookPresenter:
    """Theme, font size and language of this computer."""

    def __init__(self, workplace: "Workplace") -> None:
        self.workplace = workplace

    @property
    def theme(self) -> str:
        """ "light" or "dark"."""
        return "dark" if self.workplace.preferences.get("theme") == "dark" else "light"

    @property
    def font_size(self) -> int:
        """Points."""
        size = self.workplace.preferences.get("font_size", USUAL_FONT)
        return size if isinstance(size, int) else USUAL_FONT

    @property
    def language(self) -> str:
        """ "id" or "en"."""
        return "en" if self.workplace.preferences.get("language") == "en" else "id"

    def themes(self) -> Sequence[Choice]:
        """The themes to choose from."""
        return [Choice(key=key, label=_(name)) for key, name in THEME_NAMES.items()]

    def languages(self) -> Sequence[Choice]:
        """The languages to choose from, each in its own words."""
        return [Choice(key=key, label=LANGUAGE_NAMES[key]) for key in LANGUAGES]

    def use_theme(self, theme: str) -> None:
        """Switch the colours at once."""
        if theme != self.theme:
            self.workplace.preferences.set("theme", theme)
            self.workplace.screen.redraw()

    def use_font_size(self, size: int) -> None:
        """Switch the size of all text at once, from 9 to 16 points."""
        size = max(SMALLEST_FONT, min(LARGEST_FONT, size))
        if size != self.font_size:
            self.workplace.preferences.set("font_size", size)
            self.workplace.screen.redraw()

    @property
    def clerk(self) -> str:
        """The name that goes into the history of every change made here."""
        return self.workplace.register.actor

    def use_clerk(self, name: str) -> None:
        """Write this name into the history from now on; the computer's user when empty."""
        if name.strip() != self.clerk:
            self.workplace.preferences.set(KEY, name.strip() or None)
            self.workplace.register.actor = clerk(self.workplace.preferences)

    def use_language(self, language: str) -> None:
        """Switch the screens' language: the window's content is built anew."""
        if language != self.language:
            self.workplace.preferences.set("language", language)
            self.workplace.screen.redraw(rebuild=True)
