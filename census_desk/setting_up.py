"""Setting up a new register: whose desk it is, its kecamatan, its letterheads, its programme."""

from collections.abc import Callable, Iterator

from census_desk import places
from census_desk.desk import Desk
from census_desk.letters.classification import add_default_classifications
from census_desk.letters.ledger.book import add_default_books
from census_desk.people import Letterhead, LetterheadKind, Office, OfficeKind, Picture
from census_desk.places import Regency, RegencyKind
from census_desk.programme import Programme
from census_desk.register import Register
from census_desk.visits.reasons import add_default_reasons
from census_desk.words import _

# What is saved is printed on Indonesian papers: these words stay whatever the screen says.
SECRETARIAT = "Sekretariat Daerah"
STATISTICS = "Badan Pusat Statistik"
PROGRAMME_NAME = "Sensus Penduduk"
HEAD_OF_REGENCY = {RegencyKind.KABUPATEN: "Bupati", RegencyKind.KOTA: "Wali Kota"}
FIRST_DISTRICT_RANK = 500
FIRST_KELURAHAN_RANK = 1_000


def set_up(
    register: Register,
    *,
    regency_code: str,
    office_name: str,
    emblem: str,
    new_id: Callable[[], str],
) -> Desk:
    """Fill a new register for that kabupaten/kota, in one step.

    `emblem` is a base64 PNG as `read_emblem` answers, "" for the neutral placeholder. Raises
    UnknownPlace for a code no area has, InvalidRecord for an empty office name.
    """
    regency = places.regency(regency_code)
    desk = desk_of(regency, office_name.strip(), new_id())
    what = _("Menyiapkan register untuk {regency}").format(regency=regency.name)
    with register.change(what, final=True):
        register.collection("desks").add(desk)
        register.collection("programmes").add(
            Programme(
                id=new_id(),
                name=PROGRAMME_NAME,
                short_name=PROGRAMME_NAME,
                regency_code=regency_code,
            )
        )
        register.collection("offices").add_many(area_offices(regency_code, new_id))
        emblem_id = _kept_emblem(register, emblem, new_id) if emblem else ""
        register.collection("letterheads").add_many(
            letterheads(regency, desk.office_name, emblem_id, new_id)
        )
        add_default_books(register, regency_code=regency_code, new_id=new_id)
        add_default_classifications(register, new_id=new_id)
        add_default_reasons(register, new_id=new_id)
    return desk


def desk_of(regency: Regency, office_name: str, new_id: str) -> Desk:
    """The desk of an office of that kabupaten/kota; letters are signed in its own town."""
    return Desk(
        id=new_id,
        office_name=office_name,
        regency_code=regency.code,
        regency_name=regency.name,
        place=regency.bare_name,
        province_name=places.province(regency.code).name,
    )


def area_offices(regency_code: str, new_id: Callable[[], str]) -> Iterator[Office]:
    """The kecamatan and the kelurahan as offices: both have ASN of their own, a desa has none."""
    for place, district in enumerate(places.districts(regency_code)):
        yield Office(
            id=new_id(),
            code=f"KEC-{district.code}",
            name=f"Kecamatan {district.name}",
            short_name=f"Kec. {district.name}",
            kind=OfficeKind.DISTRICT,
            head_title="Camat",
            area_code=district.code,
            rank=FIRST_DISTRICT_RANK + place,
        )
    for place, village in enumerate(places.villages(regency_code)):
        if village.kind is places.VillageKind.KELURAHAN:
            yield Office(
                id=new_id(),
                code=f"KEL-{village.code}",
                name=f"Kelurahan {village.name}",
                short_name=f"Kel. {village.name}",
                kind=OfficeKind.KELURAHAN,
                head_title="Lurah",
                area_code=village.code,
                rank=FIRST_KELURAHAN_RANK + place,
            )


def letterheads(
    regency: Regency, office_name: str, emblem_id: str, new_id: Callable[[], str]
) -> Iterator[Letterhead]:
    """The kop of the head of the region, of the Setda, of BPS, and of the desk's own office.

    The regional emblem goes on the regional ones only; the address lines are the office's to add.
    """
    head = HEAD_OF_REGENCY[regency.kind]
    government = f"PEMERINTAH {regency.name}".upper()
    yield Letterhead(
        id=new_id(),
        name=f"Kop {head}",
        kind=LetterheadKind.REGENT,
        office_lines=(f"{head} {regency.bare_name}".upper(),),
    )
    for name in dict.fromkeys((SECRETARIAT, *_other_office(office_name))):
        yield Letterhead(
            id=new_id(),
            name=f"Kop {name}",
            kind=LetterheadKind.REGIONAL,
            government_line=government,
            office_lines=(name.upper(),),
            emblem_id=emblem_id,
        )
    yield Letterhead(
        id=new_id(),
        name="Kop BPS",
        kind=LetterheadKind.BPS,
        government_line=STATISTICS.upper(),
        office_lines=(regency.name.upper(),),
    )


def _other_office(office_name: str) -> Iterator[str]:
    folded = office_name.casefold()
    is_known = folded.startswith((SECRETARIAT.casefold(), STATISTICS.casefold(), "bps", "setda"))
    if not is_known:
        yield office_name


def _kept_emblem(register: Register, emblem: str, new_id: Callable[[], str]) -> str:
    picture = Picture(id=new_id(), name="Lambang daerah", content=emblem)
    register.collection("pictures").add(picture)
    return picture.id
