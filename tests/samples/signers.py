"""Every way a letter is signed, on the kop that goes with it, and what strains head and foot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from census_desk.letters.letter import Attachment, Letter, LetterKind
from census_desk.letters.profile import LayoutProfile, profile_on
from census_desk.people import Letterhead, LetterheadKind, PostKind, PostStatus, Signatory
from census_desk.register import Register
from tests.samples.letters import INVITATION, LAYOUT_DAYS, LONG_TIMES, written
from ui.papers import letter_job

SINCE = date(2019, 1, 2)
NIP = "196805141994031004"
PPPK = "198711172023212014"
A4, F4 = ("A4", 210.0, 297.0), ("F4", 215.0, 330.0)
DINSOS = (
    "DINAS SOSIAL, PEMBERDAYAAN PEREMPUAN, PERLINDUNGAN ANAK,",
    "PENGENDALIAN PENDUDUK DAN KELUARGA BERENCANA",
)
ADDRESS = (
    "Jalan Contoh Raya Nomor 12, Desa Contoh, Kecamatan Kota Kudus, Kudus, Jawa Tengah 59300",
    "Telepon (0291) 000000, Faksimile (0291) 000001",
    "Laman contoh.example, Pos-el kantor@contoh.example",
)
COPIES = (
    "Gubernur Jawa Tengah",
    "Kepala Badan Pusat Statistik Provinsi Jawa Tengah",
    "Bupati Kudus",
    "Ketua Dewan Perwakilan Rakyat Daerah Kabupaten Kudus",
    "Sekretaris Daerah Kabupaten Kudus",
    "Asisten Pemerintahan dan Kesejahteraan Rakyat",
    "Inspektur Daerah Kabupaten Kudus",
    "Kepala Dinas Sosial, Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan "
    "Keluarga Berencana Kabupaten Kudus",
    "Kepala Badan Pusat Statistik Kabupaten Kudus",
    "Camat se-Kabupaten Kudus",
    "Lurah se-Kabupaten Kudus",
)
Made = tuple[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """Who signs by what status and for whom; `on_kop` is the kop that follows."""

    post: str
    kind: PostKind
    on_kop: str
    status: PostStatus = PostStatus.DEFINITIVE
    own_post: str = ""
    name: str = "Drs. H. Sumantri Hadikusumo, M.M."
    nip: str = NIP
    rank: str = "Pembina Utama Muda"
    grade: str = "IV/c"
    behalf: str = ""


SEKDA = "SEKRETARIS DAERAH KABUPATEN KUDUS"
REGENT = {"nip": "", "rank": "", "grade": "", "name": "H. Aryo Danurejo, S.E."}
SIGNINGS = {
    "bupati": Signing(post="BUPATI KUDUS", kind=PostKind.REGENT, on_kop="regent", **REGENT),
    "bupati-plt": Signing(
        post="BUPATI KUDUS", kind=PostKind.REGENT, on_kop="regent", status=PostStatus.PLT,
        own_post="WAKIL BUPATI", **REGENT,
    ),
    "bupati-plh": Signing(
        post="BUPATI KUDUS", kind=PostKind.REGENT, on_kop="regent", status=PostStatus.PLH,
        own_post="WAKIL BUPATI", **REGENT,
    ),
    "bupati-pj": Signing(
        post="BUPATI KUDUS", kind=PostKind.REGENT, on_kop="regent", status=PostStatus.PJ, **REGENT
    ),
    "wakil-bupati": Signing(
        post="WAKIL BUPATI KUDUS", kind=PostKind.VICE_REGENT, on_kop="regent", **REGENT
    ),
    "sekda": Signing(post=SEKDA, kind=PostKind.SECRETARY, on_kop="setda"),
    "sekda-an": Signing(
        post="SEKRETARIS DAERAH", kind=PostKind.SECRETARY, on_kop="setda", behalf="BUPATI KUDUS"
    ),
    "sekda-plt": Signing(
        post=SEKDA, kind=PostKind.SECRETARY, on_kop="setda", status=PostStatus.PLT,
        own_post="ASISTEN ADMINISTRASI",
    ),
    "sekda-plh": Signing(
        post=SEKDA, kind=PostKind.SECRETARY, on_kop="setda", status=PostStatus.PLH,
        own_post="ASISTEN PEMERINTAHAN DAN KESEJAHTERAAN RAKYAT",
    ),
    "sekda-pj": Signing(
        post=SEKDA, kind=PostKind.SECRETARY, on_kop="setda", status=PostStatus.PJ
    ),
    "asisten-ub": Signing(
        post="ASISTEN ADMINISTRASI", kind=PostKind.ASSISTANT, on_kop="setda",
        behalf="BUPATI KUDUS; SEKRETARIS DAERAH", rank="Pembina Tingkat I", grade="IV/b",
    ),
    "kabag-plh": Signing(
        post="KEPALA BAGIAN ORGANISASI", kind=PostKind.OTHER, on_kop="setda",
        status=PostStatus.PLH, own_post="Kepala Subbagian Kelembagaan dan Analisis Jabatan",
        rank="Penata Tingkat I", grade="III/d",
    ),
    "kepala-opd": Signing(
        post=f"KEPALA {' '.join(DINSOS)} KABUPATEN KUDUS", kind=PostKind.OFFICE_HEAD,
        on_kop="dinsos", name="Dra. Hj. Siti Nur Rohmah Widyaningsih, M.Pd., M.Si.",
    ),
    "camat": Signing(
        post="CAMAT JATI", kind=PostKind.DISTRICT_HEAD, on_kop="camat",
        name="Yulia Kristanti, S.H., M.M.", rank="Pembina", grade="IV/a",
    ),
    "kepala-bps": Signing(
        post="KEPALA BADAN PUSAT STATISTIK KABUPATEN KUDUS", kind=PostKind.BPS_HEAD, on_kop="bps",
        name="Ir. Prasetyo Kuncahyo, M.Si.", rank="Pembina", grade="IV/a",
    ),
    "pppk": Signing(
        post="KEPALA UNIT PELAKSANA TEKNIS PELATIHAN", kind=PostKind.OTHER, on_kop="dinsos",
        name="Rudi Hartanto, S.Kom.", nip=PPPK, rank="", grade="IX",
    ),
}  # fmt: skip


def signers(register: Register) -> Iterator[Made]:
    """Each signing on a surat dinas of a few lines; circulars where the regent's house signs."""
    kops = letterheads(register)
    for layout, day in LAYOUT_DAYS.items():
        for name, signing in SIGNINGS.items():
            letter = signed(register, signing, day, kops)
            yield f"tanda-tangan-{name}-{layout}", letter_job(register, letter)().pdf


def feet_and_heads(register: Register) -> Iterator[Made]:
    """Many copies, several lampiran, the catchword, and each layout on the other's paper."""
    kops = letterheads(register)
    for layout, day in LAYOUT_DAYS.items():
        secretary = signed(register, SIGNINGS["sekda-an"], day, kops)
        regent = signed(register, SIGNINGS["bupati"], day, kops)
        long = "\n\n".join([INVITATION] * LONG_TIMES)
        one = Attachment(title="Jadwal Sosialisasi Perangkat Daerah", body=INVITATION)
        cases = {
            "tembusan-panjang": replace(secretary, copy_to=COPIES),
            "tembusan-panjang-edaran": replace(as_circular(regent), copy_to=COPIES),
            "empat-lampiran": replace(as_circular(regent), attachments=(one,) * 4),
            "kata-penyambung": replace(
                secretary, body=long, profile=other(register, day, catchword=True)
            ),
            "kertas-lain": replace(secretary, profile=other(register, day, paper=True)),
            "edaran-kertas-lain": as_circular(
                replace(regent, body=long, profile=other(register, day, paper=True))
            ),
        }
        for name, letter in cases.items():
            yield f"{name}-{layout}", letter_job(register, letter)().pdf


def letterheads(register: Register) -> dict[str, str]:
    """The ids of a kop for every signatory, those of the sample and two of offices."""
    found = {
        LetterheadKind.REGENT: "regent",
        LetterheadKind.REGIONAL: "setda",
        LetterheadKind.BPS: "bps",
    }
    ids = {found[one.kind]: one.id for one in reversed(register.letterheads.all())}
    with register.change("Contoh kop"):
        for key, lines in (("dinsos", DINSOS), ("camat", ("KECAMATAN JATI",))):
            kop = Letterhead(
                id=register.ids(),
                name=f"Kop {key}",
                government_line="PEMERINTAH KABUPATEN KUDUS",
                office_lines=lines,
                address_lines=ADDRESS,
            )
            register.letterheads.add(kop)
            ids[key] = kop.id
    return ids


def signed(register: Register, signing: Signing, day: date, kops: dict[str, str]) -> Letter:
    """A short surat dinas of that day in that hand."""
    signatory = Signatory(
        id=register.ids(),
        name=signing.name,
        post=signing.post,
        post_kind=signing.kind,
        status=signing.status,
        own_post=signing.own_post,
        nip=signing.nip,
        rank=signing.rank,
        grade=signing.grade,
        from_on=SINCE,
    )
    with register.change("Contoh penanda tangan"):
        register.signatories.add(signatory)
    letter = written(register, LetterKind.OFFICIAL, day, body=INVITATION.split("\n\n")[0])
    return replace(
        letter,
        signatory_id=signatory.id,
        letterhead_id=kops[signing.on_kop],
        on_behalf_of=signing.behalf,
    )


def as_circular(letter: Letter) -> Letter:
    """The letter as a circular to everybody."""
    return replace(
        letter,
        kind=LetterKind.CIRCULAR,
        recipients=("Kepala Perangkat Daerah", "Camat", "Lurah", "se-Kabupaten Kudus"),
        recipients_at="Kudus" if letter.dated_on.year < 2023 else "",
    )


def other(register: Register, day: date, *, paper: bool = False, catchword: bool = False) -> str:
    """The id of an office's own copy of the layout of that day."""
    shipped = profile_on(day)
    name, wide, tall = A4 if shipped.paper_name == "F4" else F4
    own: LayoutProfile = replace(
        shipped, id=register.ids(), name=f"{shipped.name} {register.ids()}", catchword=catchword,
        chosen_by_date=False,
    )  # fmt: skip
    if paper:
        own = replace(own, paper_name=name, paper_width_mm=wide, paper_height_mm=tall)
    with register.change("Contoh tata letak"):
        register.profiles.add(own)
    return own.id
