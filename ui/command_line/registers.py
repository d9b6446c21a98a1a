"""Commands on a whole register: new, open, date, check, backup, restore, export-json."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from census_desk import places
from census_desk.editing import set_working_date, the_desk
from census_desk.errors import CensusDeskError
from census_desk.indonesian import full_date, number, read_date, short_date
from census_desk.register import Register
from census_desk.setting_up import set_up
from census_desk.words import _
from ui.command_line.failures import DONE
from ui.command_line.finding import NothingFound, SeveralFound, best_matches
from ui.command_line.opening import clerk, existing, reading, size, with_ending, writing

FOLLOWING = ("today", "hari ini", "hari-ini", "")


def new_register(args: Namespace) -> int:
    """`new`: an empty register for one kabupaten, or one with the sample campaign."""
    path = with_ending(args.path)
    if args.sample:
        make_sample(path, clerk(args), args.sample)
    elif args.regency and args.office.strip():
        regency = regency_of(args.regency)
        emblem = _emblem(args.emblem)
        with Register.create(path, actor=clerk(args), office=args.office) as register:
            set_up(
                register,
                regency_code=regency.code,
                office_name=args.office,
                emblem=emblem,
                new_id=register.ids,
            )
    else:
        raise CensusDeskError(_("Sebutkan --regency dan --office, atau --sample."))
    print(path)
    return DONE


def make_sample(path: Path, actor: str, name: str) -> None:
    """A register with the sample campaign; PathTaken when something is already there."""
    from census_desk import sample

    known = [one.folder for one in sample.samples()]
    if name not in known:
        sentence = _("Contoh “{name}” tidak ada; yang ada: {known}.")
        raise CensusDeskError(sentence.format(name=name, known=", ".join(known)))
    sample.create(path, actor=actor).close()


def _emblem(path: Path | None) -> str:
    if path is None:
        return ""
    from census_desk.intake.pictures import read_emblem

    return read_emblem(path)


def regency_of(typed: str) -> places.Regency:
    """The kabupaten or kota by code or name; the sentence lists several that are called so."""
    word = typed.strip()
    if word[:1].isdigit():
        return places.regency(word)
    known = [(one, (one.name, one.bare_name)) for one in places.regencies()]
    found = best_matches(word, known) or list(places.find_regencies(word))
    noun = _("kabupaten/kota")
    if not found:
        raise NothingFound(noun, typed)
    if len(found) > 1:
        raise SeveralFound(noun, typed, [f"{one.name} [{one.code}]" for one in found])
    return found[0]


def list_areas(args: Namespace) -> int:
    """`areas`: provinces, kabupaten/kota of a province or by name, kecamatan of a kabupaten."""
    text = " ".join(args.search).strip()
    for code, name in _areas(text):
        print(f"{code:<13}  {name}")
    return DONE


def _areas(text: str) -> list[tuple[str, str]]:
    if not text:
        return [(one.code, one.name) for one in places.provinces()]
    if not text[:1].isdigit():
        regencies = places.find_regencies(text)
        if not regencies:
            raise NothingFound(_("kabupaten/kota"), text)
        return [(one.code, one.name) for one in regencies]
    if len(text) == len("33"):
        return [(one.code, one.name) for one in places.regencies(text)]
    if len(text) == places.REGENCY_CODE_LENGTH:
        return [(one.code, one.name) for one in places.districts(text)]
    return [(one.code, one.name) for one in places.villages(text)]


def open_window(args: Namespace) -> int:
    """`open`: the window, on this register."""
    from census_desk.__main__ import window

    return window([str(existing(args.register))])


def tell_or_set_date(args: Namespace) -> int:
    """`date`: tell the working date, or set it; "today" follows the calendar again."""
    text = " ".join(args.date).strip() if args.date else None
    if text is None:
        with reading(args) as register:
            _tell_date(register)
        return DONE
    on = _day(text)
    with writing(args) as register:
        set_working_date(register, on)
        _tell_date(register)
    return DONE


def _day(text: str) -> date | None:
    if text.casefold() in FOLLOWING:
        return None
    try:
        return read_date(text)
    except ValueError:
        sentence = _("“{text}” bukan tanggal; tulis seperti 21/02/2020, atau today.")
        raise CensusDeskError(sentence.format(text=text)) from None


def _tell_date(register: Register) -> None:
    on = the_desk(register).working_date
    if on is None:
        told = _("Tanggal kerja mengikuti hari ini: {day}").format(day=full_date(date.today()))
    else:
        told = _("Tanggal kerja: {day}").format(day=full_date(on))
    print(told)


def check(args: Namespace) -> int:
    """`check`: the register itself, or one letter of it."""
    if not args.letter:
        return check_register(args)
    from ui.command_line.letters import check_letter

    return check_letter(args)


def check_register(args: Namespace) -> int:
    """`check`: rows, checksums, history, records; 1 when anything is wrong."""
    with reading(args) as register:
        report = register.check()
    print("\n".join(report.problems), end="\n" if report.problems else "")
    if not report.ok:
        sentence = _("Register bermasalah ({count} temuan); pulihkan dari cadangan yang baik.")
        raise CensusDeskError(sentence.format(count=number(len(report.problems))))
    print(
        _("Register baik: {rows} catatan, {commits} langkah riwayat.").format(
            rows=number(report.rows), commits=number(report.commits)
        )
    )
    return DONE


def back_up(args: Namespace) -> int:
    """`backup`: a verified copy now, in the backup folder or the one named."""
    with writing(args) as register:
        if args.to:
            args.to.mkdir(parents=True, exist_ok=True)
            register.backup_folder = args.to
        path = register.backup(_("Diminta lewat baris perintah"))
    print(f"{path}  {size(path)}")
    return DONE


def list_backups(args: Namespace) -> int:
    """`backups`: the copies there are, newest first."""
    with reading(args) as register:
        backups = register.backups()
    for backup in backups:
        good = _("baik") if backup.good else _("rusak")
        print(f"{short_date(backup.at)} {backup.at:%H.%M}  {good:<5}  {backup.path}")
    return DONE


def restore_register(args: Namespace) -> int:
    """`restore`: the register as a backup holds it; the file there now is kept beside it."""
    Register.restore(args.backup, existing(args.register), actor=clerk(args)).close()
    told = _("Dipulihkan: {path}. Berkas sebelumnya disimpan di sampingnya (sebelum-pulih).")
    print(told.format(path=args.register))
    return DONE


def export_json(args: Namespace) -> int:
    """`export-json`: one JSON file that stock TinyDB opens."""
    if args.path.exists() and not args.force:
        raise CensusDeskError(_("{path} sudah ada; --force menimpanya.").format(path=args.path))
    with reading(args) as register:
        register.export_json(args.path)
    print(f"{args.path}  {size(args.path)}")
    return DONE
