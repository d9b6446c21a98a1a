"""The first screen without a window: try the sample, set up a new register, or open one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from census_desk import places
from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.words import _
from ui.forms import Choice
from ui.wording import spoken_moment

if TYPE_CHECKING:
    from ui.preferences import FilePreferences

ENDING = ".censusdesk"
REGENCY, OFFICE, EMBLEM, FILE = "regency", "office_name", "emblem", "path"


class WelcomeScreen(Protocol):
    """What the presenter asks of the window."""

    def choose_open_path(
        self, title: str, kinds: Sequence[tuple[str, str]], *, folder: Path | None = None
    ) -> Path | None:
        """Which file to read."""

    def choose_save_path(self, name: str, *, folder: Path | None = None) -> Path | None:
        """Where to save."""

    def confirm(self, question: str, *, action: str, danger: bool = False) -> bool:
        """Ask before something final."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recent:
    """One register opened lately."""

    path: Path
    name: str
    folder: str
    is_there: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A good backup of a register that cannot be opened."""

    path: Path
    words: str


@dataclass(kw_only=True)
class NewRegister:
    """What the wizard was told so far."""

    regency_code: str = ""
    office_name: str = ""
    emblem: str = ""
    emblem_name: str = ""
    path: Path | None = None


class WelcomePresenter:
    """Everything the first screen can do; `open_register(path)` goes on to the window."""

    def __init__(
        self,
        screen: WelcomeScreen,
        preferences: "FilePreferences",
        open_register: Callable[[Path], object],
        *,
        actor: str,
        new_id: Callable[[], str],
        documents: Path,
    ) -> None:
        self.screen = screen
        self.preferences = preferences
        self.open_register = open_register
        self.new = NewRegister()
        self._actor = actor
        self._new_id = new_id
        self._documents = documents

    # what was open before

    def recent(self) -> list[Recent]:
        """The registers opened lately; one that is gone says so."""
        return [
            Recent(path=path, name=path.stem, folder=str(path.parent), is_there=path.exists())
            for path in self.preferences.recent_registers
        ]

    def choose_other(self) -> None:
        """Open a register by its file."""
        kinds = ((_("Register Census Desk"), f"*{ENDING}"), (_("Semua berkas"), "*"))
        path = self.screen.choose_open_path(_("Buka register"), kinds)
        if path is not None:
            self.open_register(path)

    # the sample

    def sample_name(self) -> str:
        """The campaign that ships with the desk."""
        from census_desk.sample import samples

        return samples()[0].name

    def try_sample(self) -> str:
        """Make the sample at a free name and open it; the sentence when that fails."""
        from census_desk.sample import build, samples

        chosen = samples()[0]
        path = free_path(self._documents, chosen.folder)
        return self._made(path, lambda register: build(register, None, chosen))

    # the wizard

    def provinces(self) -> list[Choice]:
        """All provinces."""
        return [Choice(key=one.code, label=one.name) for one in places.provinces()]

    def regencies(self, province_code: str) -> list[Choice]:
        """The kabupaten and kota of a province by name; of all, with the province told, for ""."""
        ordered = sorted(places.regencies(province_code), key=lambda r: (r.kind, r.bare_name))
        if province_code:
            return [Choice(key=one.code, label=one.name) for one in ordered]
        names = {one.code: one.name for one in places.provinces()}
        return [Choice(key=r.code, label=f"{r.name} · {names[r.code[:2]]}") for r in ordered]

    def choose_regency(self, code: str) -> None:
        """The kabupaten/kota; the office is its Setda until somebody types another."""
        before = self.suggested_office
        self.new.regency_code = code
        if self.new.office_name in ("", before):
            self.new.office_name = self.suggested_office

    @property
    def suggested_office(self) -> str:
        """The office that usually runs the desk."""
        if not self.new.regency_code:
            return ""
        from census_desk.setting_up import SECRETARIAT

        return f"{SECRETARIAT} {places.regency(self.new.regency_code).name}"

    def area_words(self) -> str:
        """What choosing this kabupaten fills in."""
        if not self.new.regency_code:
            return ""
        villages = places.villages(self.new.regency_code)
        kelurahan = sum(1 for one in villages if one.kind is places.VillageKind.KELURAHAN)
        return _("{districts} kecamatan, {desa} desa, {kelurahan} kelurahan").format(
            districts=len(places.districts(self.new.regency_code)),
            desa=len(villages) - kelurahan,
            kelurahan=kelurahan,
        )

    def choose_emblem(self) -> str:
        """Take the emblem from a file; the sentence when it cannot be used."""
        from census_desk.intake.pictures import read_emblem

        kinds = ((_("Gambar PNG atau JPEG"), "*.png *.jpg *.jpeg *.PNG *.JPG *.JPEG"),)
        path = self.screen.choose_open_path(_("Pilih berkas lambang"), kinds)
        if path is None:
            return ""
        try:
            self.new.emblem = read_emblem(path)
        except CensusDeskError as refused:
            return refused.sentence
        self.new.emblem_name = path.name
        return ""

    def drop_emblem(self) -> None:
        """Go on with the neutral placeholder."""
        self.new.emblem = self.new.emblem_name = ""

    @property
    def path(self) -> Path:
        """Where the register will be: the chosen place, else a free name among the documents."""
        if self.new.path is not None:
            return self.new.path
        name = "sensus"
        if self.new.regency_code:
            name = places.regency(self.new.regency_code).name.casefold().replace(" ", "-")
        return free_path(self._documents, name)

    def choose_path(self) -> None:
        """Choose where the register will be."""
        path = self.screen.choose_save_path(self.path.name, folder=self.path.parent)
        if path is not None:
            self.new.path = path if path.suffix else path.with_suffix(ENDING)

    def problems(self) -> dict[str, str]:
        """What is missing before the register can be made, by field."""
        missing = {}
        if not self.new.regency_code:
            missing[REGENCY] = _("Pilih provinsi dan kabupaten/kota.")
        if not self.new.office_name.strip():
            missing[OFFICE] = _("Nama kantor belum diisi.")
        return missing

    def make(self) -> dict[str, str]:
        """Make the register and open it; sentences by field when something stands in the way."""
        from census_desk.setting_up import set_up

        if missing := self.problems():
            return missing

        def fill(register: Any) -> None:
            set_up(
                register,
                regency_code=self.new.regency_code,
                office_name=self.new.office_name,
                emblem=self.new.emblem,
                new_id=self._new_id,
            )

        try:
            sentence = self._made(self.path, fill)
        except InvalidRecord as refused:
            return refused.problems
        return {FILE: sentence} if sentence else {}

    # a register that cannot be opened

    def offered(self, problem: CensusDeskError | None) -> list[Offered]:
        """The newest good backups of the register that cannot be opened."""
        backups = getattr(problem, "backups", ())
        return [
            Offered(
                path=one.path,
                words=_("{at}: {records} catatan").format(
                    at=spoken_moment(one.at), records=one.records
                ),
            )
            for one in backups
        ]

    def restore(self, backup: Path, problem: CensusDeskError) -> str:
        """Put a backup in the damaged register's place and open it; the sentence on failure."""
        from census_desk.register import Register

        path: Path = problem.path  # type: ignore[attr-defined]
        question = _(
            "Pulihkan {name} dari cadangan ini? Berkas yang sekarang tetap disimpan di sebelahnya."
        ).format(name=path.name)
        if not self.screen.confirm(question, action=_("Pulihkan")):
            return ""
        try:
            Register.restore(backup, path, actor=self._actor).close()
        except CensusDeskError as refused:
            return refused.sentence
        self.open_register(path)
        return ""

    # inside

    def _made(self, path: Path, fill: Callable[[Any], object]) -> str:
        from census_desk.register import Register

        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            register = Register.create(path, actor=self._actor)
            try:
                fill(register)
            except CensusDeskError:
                register.close()
                path.unlink(missing_ok=True)
                raise
            register.close()
        except InvalidRecord:
            raise
        except CensusDeskError as refused:
            return refused.sentence
        except OSError as refused:
            return _("Register belum dibuat di {folder}: {reason}").format(
                folder=path.parent, reason=refused.strerror or refused
            )
        self.open_register(path)
        return ""


def free_path(folder: Path, name: str) -> Path:
    """`name.censusdesk` in the folder, numbered when it is taken, or was: its backups lie there."""
    from census_desk.register.backups import folder_beside

    path, number = folder / f"{name}{ENDING}", 2
    while path.exists() or folder_beside(path).exists():
        path, number = folder / f"{name}-{number}{ENDING}", number + 1
    return path


def usual_documents() -> Path:
    """Where a person keeps registers: their documents folder."""
    from platformdirs import user_documents_path

    return user_documents_path() / "Census Desk"
