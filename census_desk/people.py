"""Offices, the people in them, who signs for them and on which letterhead."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from census_desk.checks import count, limit, order_of_days, refuse, require
from census_desk.nip import nip_problem
from census_desk.words import N_, _


class OfficeKind(StrEnum):
    """Kinds of perangkat daerah; BPS is an instansi vertikal, never an OPD."""

    SECRETARIAT = "sekretariat"
    INSPECTORATE = "inspektorat"
    DINAS = "dinas"
    BADAN = "badan"
    UNIT = "satuan"
    KANTOR = "kantor"
    HOSPITAL = "rsud"
    DISTRICT = "kecamatan"
    KELURAHAN = "kelurahan"
    VERTICAL = "instansi vertikal"


class Sex(StrEnum):
    """As attendance sheets count it."""

    MALE = "L"
    FEMALE = "P"
    UNKNOWN = ""


class PostKind(StrEnum):
    """The posts whose signature block and letterhead follow their own rule."""

    REGENT = "kepala daerah"
    VICE_REGENT = "wakil kepala daerah"
    SECRETARY = "sekretaris daerah"
    ASSISTANT = "asisten"
    OFFICE_HEAD = "kepala perangkat daerah"
    DISTRICT_HEAD = "camat"
    BPS_HEAD = "kepala BPS"
    OTHER = "pejabat lain"


class PostStatus(StrEnum):
    """How the post is held; the values are the printed prefixes, "" for definitive."""

    DEFINITIVE = ""
    PLT = "Plt."
    PLH = "Plh."
    PJ = "Pj."


class LetterheadKind(StrEnum):
    """The kop follows the signatory, not the topic."""

    REGENT = "jabatan"
    REGIONAL = "perangkat daerah"
    BPS = "BPS"


OFFICE_KIND_NAMES = {
    OfficeKind.SECRETARIAT: N_("Sekretariat"),
    OfficeKind.INSPECTORATE: N_("Inspektorat"),
    OfficeKind.DINAS: N_("Dinas"),
    OfficeKind.BADAN: N_("Badan"),
    OfficeKind.UNIT: N_("Satuan"),
    OfficeKind.KANTOR: N_("Kantor"),
    OfficeKind.HOSPITAL: N_("RSUD"),
    OfficeKind.DISTRICT: N_("Kecamatan"),
    OfficeKind.KELURAHAN: N_("Kelurahan"),
    OfficeKind.VERTICAL: N_("Instansi vertikal"),
}
SEX_NAMES = {Sex.MALE: N_("Laki-laki"), Sex.FEMALE: N_("Perempuan"), Sex.UNKNOWN: N_("Belum diisi")}
POST_KIND_NAMES = {
    PostKind.REGENT: N_("Kepala daerah"),
    PostKind.VICE_REGENT: N_("Wakil kepala daerah"),
    PostKind.SECRETARY: N_("Sekretaris daerah"),
    PostKind.ASSISTANT: N_("Asisten"),
    PostKind.OFFICE_HEAD: N_("Kepala perangkat daerah"),
    PostKind.DISTRICT_HEAD: N_("Camat"),
    PostKind.BPS_HEAD: N_("Kepala BPS"),
    PostKind.OTHER: N_("Pejabat lain"),
}
POST_STATUS_NAMES = {
    PostStatus.DEFINITIVE: N_("Definitif"),
    PostStatus.PLT: N_("Plt. (pelaksana tugas)"),
    PostStatus.PLH: N_("Plh. (pelaksana harian)"),
    PostStatus.PJ: N_("Pj. (penjabat)"),
}
LETTERHEAD_KIND_NAMES = {
    LetterheadKind.REGENT: N_("Kop jabatan (lambang negara di tengah)"),
    LetterheadKind.REGIONAL: N_("Kop perangkat daerah (lambang daerah di kiri)"),
    LetterheadKind.BPS: N_("Kop BPS"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """OPD (perangkat daerah) or another office that the campaign must reach."""

    id: str
    code: str
    name: str
    short_name: str
    kind: OfficeKind = OfficeKind.DINAS
    head_title: str = ""
    asn_count: int = 0
    asn_note: str = ""
    area_code: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    rank: int = 0

    def __post_init__(self) -> None:
        refuse(office_problems(self))


def office_problems(office: Office) -> dict[str, str]:
    """Field to sentence for an office that cannot stand as it is."""
    problems: dict[str, str] = {}
    require(problems, "code", office.code, _("Kode"))
    require(problems, "name", office.name, _("Nama OPD"))
    require(problems, "short_name", office.short_name, _("Nama singkat"))
    count(problems, "asn_count", office.asn_count, _("Jumlah ASN"))
    for field, name in (("name", _("Nama OPD")), ("address", _("Alamat")), ("email", _("Surel"))):
        limit(problems, field, getattr(office, field), name)
    limit(problems, "phone", office.phone, _("Telepon"), 60)
    if office.email and ("@" not in office.email or "." not in office.email.split("@")[-1]):
        problems["email"] = _("Alamat surel belum lengkap, contoh: nama@instansi.go.id")
    return problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Employee:
    """ASN of one office; `name` is printed as written, titles included."""

    id: str
    office_id: str
    name: str
    nip: str = ""
    rank: str = ""
    grade: str = ""
    position: str = ""
    unit: str = ""
    sex: Sex = Sex.UNKNOWN
    nik_ready: bool = False
    kk_ready: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        refuse(employee_problems(self))


def employee_problems(employee: Employee) -> dict[str, str]:
    """Field to sentence for an employee that cannot stand as it is."""
    problems: dict[str, str] = {}
    require(problems, "office_id", employee.office_id, _("OPD"))
    require(problems, "name", employee.name, _("Nama"))
    limit(problems, "name", employee.name, _("Nama"), 120)
    limit(problems, "position", employee.position, _("Jabatan"), 160)
    limit(problems, "note", employee.note, _("Catatan"))
    if employee.nip and (problem := nip_problem(employee.nip)):
        problems["nip"] = problem
    return problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """One person in one post, by one status, from one day to another.

    `post` is the post signed for ("BUPATI KUDUS"); `own_post` the holder's own post, printed as
    second title line when the status is Plt. or Plh. (Kudus annex to Permendagri 54/2009).
    """

    id: str
    name: str
    post: str
    post_kind: PostKind = PostKind.OTHER
    status: PostStatus = PostStatus.DEFINITIVE
    own_post: str = ""
    nip: str = ""
    rank: str = ""
    grade: str = ""
    office_id: str = ""
    from_on: date
    to_on: date | None = None

    def __post_init__(self) -> None:
        refuse(signatory_problems(self))


def signatory_problems(signatory: Signatory) -> dict[str, str]:
    """Field to sentence for a signatory that cannot stand as it is."""
    problems: dict[str, str] = {}
    require(problems, "name", signatory.name, _("Nama"))
    require(problems, "post", signatory.post, _("Jabatan"))
    limit(problems, "name", signatory.name, _("Nama"), 120)
    limit(problems, "post", signatory.post, _("Jabatan"), 160)
    limit(problems, "own_post", signatory.own_post, _("Jabatan asal"), 160)
    if signatory.status in (PostStatus.PLT, PostStatus.PLH) and not signatory.own_post.strip():
        problems["own_post"] = _("Plt. dan Plh. mencetak dua jabatan; isi jabatan asalnya.")
    if signatory.nip and (problem := nip_problem(signatory.nip)):
        problems["nip"] = problem
    order_of_days(problems, "to_on", signatory.from_on, signatory.to_on)
    return problems


def in_office(signatory: Signatory, on: date) -> bool:
    """Whether the signatory holds the post on that day."""
    return signatory.from_on <= on and (signatory.to_on is None or on <= signatory.to_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Kop naskah dinas: its lines and the emblem picture ("" for the neutral placeholder)."""

    id: str
    name: str
    kind: LetterheadKind = LetterheadKind.REGIONAL
    government_line: str = ""
    office_lines: tuple[str, ...]
    address_lines: tuple[str, ...] = ()
    emblem_id: str = ""

    def __post_init__(self) -> None:
        refuse(letterhead_problems(self))


def letterhead_problems(letterhead: Letterhead) -> dict[str, str]:
    """Field to sentence for a letterhead that cannot stand as it is."""
    problems: dict[str, str] = {}
    require(problems, "name", letterhead.name, _("Nama kop"))
    require(problems, "office_lines", " ".join(letterhead.office_lines), _("Baris nama kantor"))
    if len(letterhead.office_lines) > 3:
        problems.setdefault("office_lines", _("Nama kantor paling banyak tiga baris."))
    if len(letterhead.address_lines) > 3:
        problems["address_lines"] = _("Alamat kop paling banyak tiga baris.")
    if letterhead.kind is not LetterheadKind.REGENT:
        require(problems, "government_line", letterhead.government_line, _("Baris instansi induk"))
    return problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An emblem or photo kept inside the register, so that one file holds all."""

    id: str
    name: str
    content: str

    def __post_init__(self) -> None:
        refuse({} if self.content else {"content": _("Gambar kosong.")})
