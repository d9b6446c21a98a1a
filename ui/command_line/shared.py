"""Commands on what an office keeps beside what ships: templates, layouts, classification codes."""

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from census_desk.errors import CensusDeskError
from census_desk.indonesian import short_date
from census_desk.letters.classification import (
    FAMILY_NAMES,
    Classification,
    Family,
    codes_in_force,
    default_classifications,
    search,
)
from census_desk.letters.classification_import import import_classifications, read_classifications
from census_desk.letters.letter import LETTER_KIND_NAMES
from census_desk.letters.one_file import (
    import_profile,
    import_template,
    profile_file,
    template_file,
)
from census_desk.letters.own_profiles import copy_profile, profiles_of
from census_desk.letters.profile import LayoutProfile
from census_desk.letters.templates import (
    LetterTemplate,
    keep_template,
    letter_templates,
    save_as_template,
    templates_of,
)
from census_desk.register import Register
from census_desk.words import _
from ui.command_line.failures import DONE
from ui.command_line.finding import SeveralFound, best_matches
from ui.command_line.letters import day_typed, the_letter
from ui.command_line.opening import reading, size, writing
from ui.command_line.output import clean, table


def list_templates(args: Namespace) -> int:
    """`templates list`: those of the office first when a register is given."""
    every: Iterable[LetterTemplate] = letter_templates()
    if args.register is not None:
        with reading(args) as register:
            every = templates_of(register)
    rows = [[one.id, _(LETTER_KIND_NAMES[one.kind]), one.name] for one in every]
    print("\n".join(table([_("Id"), _("Jenis"), _("Nama")], rows)))
    return DONE


def save_template(args: Namespace) -> int:
    """`templates save`: a letter becomes a template of the office."""
    with writing(args) as register:
        letter = the_letter(register, args.letter)
        kept = save_as_template(register, letter.id, name=args.name)
        print(_kept(kept))
    return DONE


def copy_template(args: Namespace) -> int:
    """`templates copy`: an own copy of a template, to change with `edit`."""
    with writing(args) as register:
        first = the_template(register, args.template)
        print(_kept(keep_template(register, replace(first, id=register.ids(), name=args.name))))
    return DONE


def export_template(args: Namespace) -> int:
    """`templates export`: one template as one file."""
    with reading(args) as register:
        content = template_file(register, the_template(register, args.template).id)
    return _written(args, content)


def take_template(args: Namespace) -> int:
    """`templates import`: the template of a file, read strictly."""
    with writing(args) as register:
        print(_kept(import_template(register, args.path)))
    return DONE


def list_profiles(args: Namespace) -> int:
    """`profiles list`: the layouts to choose from, the office's own first."""
    with reading(args) as register:
        own = set(register.collection("profiles").ids())
        rows = [
            [
                one.id,
                one.name,
                one.paper_name,
                _("kantor") if one.id in own else _("bawaan"),
                _("menurut tanggal") if one.chosen_by_date else _("bila dipilih"),
            ]
            for one in profiles_of(register)
        ]
    headings = [_("Id"), _("Nama"), _("Kertas"), _("Dari"), _("Dipakai")]
    print("\n".join(table(headings, rows)))
    return DONE


def copy_layout(args: Namespace) -> int:
    """`profiles copy`: an own copy of a layout, to change with `edit`."""
    with writing(args) as register:
        first = _the_profile(register, args.profile)
        print(_kept(copy_profile(register, first.id, name=args.name)))
    return DONE


def export_profile(args: Namespace) -> int:
    """`profiles export`: one layout as one file."""
    with reading(args) as register:
        found = _the_profile(register, args.profile)
        content = profile_file(register, found.id)
    return _written(args, content)


def take_profile(args: Namespace) -> int:
    """`profiles import`: the layout of a file with its fonts, read strictly."""
    from reports.fonts import signs_of

    with writing(args) as register:
        print(_kept(import_profile(register, args.path, signs_of)))
    return DONE


def search_codes(args: Namespace) -> int:
    """`codes search`: classification codes a letter of that day may bear, or every one."""
    with reading(args) as register:
        codes = codes_of(register)
        found = search(" ".join(args.search), codes)
        if not args.all:
            holding = set(codes_in_force(day_typed(register, args.on), codes))
            found = [one for one in found if one in holding]
    rows = [
        [
            one.code,
            one.name,
            _(FAMILY_NAMES[one.family]),
            short_date(one.valid_from) if one.valid_from else "",
            short_date(one.valid_to) if one.valid_to else "",
        ]
        for one in found
    ]
    headings = [_("Kode"), _("Uraian"), _("Daftar"), _("Berlaku sejak"), _("Berlaku sampai")]
    print("\n".join(table(headings, rows)))
    return DONE


def import_codes(args: Namespace) -> int:
    """`codes import`: classification codes from Excel or CSV; rows left out are told."""
    with writing(args) as register:
        read = read_classifications(args.path, Family(args.family), register.ids)
        made = import_classifications(register, read)
        told = _("{added} kode ditambahkan, {changed} diubah, {equal} sama.")
        print(told.format(added=made.added, changed=made.changed, equal=made.equal))
        for problem in read.problems:
            print(clean(problem.sentence))
    return DONE


def the_template(register: Register, typed: str) -> LetterTemplate:
    """The template meant, by id or the beginning of its name."""
    told = _("Templat “{typed}” tidak ada; lihat: census-desk templates list")
    found: LetterTemplate = _one(typed, _("templat"), templates_of(register), told)
    return found


def codes_of(register: Register) -> tuple[Classification, ...]:
    """The register's codes; while it has none, those that ship."""
    saved: tuple[Classification, ...] = register.collection("classifications").all()
    return saved or tuple(default_classifications(register.ids))


def _the_profile(register: Register, typed: str) -> LayoutProfile:
    told = _("Tata letak “{typed}” tidak ada; lihat: census-desk profiles list")
    found: LayoutProfile = _one(typed, _("tata letak"), profiles_of(register), told)
    return found


def _one(typed: str, noun: str, every: Iterable[Any], missing: str) -> Any:
    found = best_matches(typed, [(one, (one.id, one.name)) for one in every])
    if len(found) > 1:
        raise SeveralFound(noun, typed, [f"{clean(one.name)} [{one.id}]" for one in found])
    if not found:
        raise CensusDeskError(missing.format(typed=clean(typed)))
    return found[0]


def _kept(record: Any) -> str:
    return _("Disimpan: {name} [{id}]").format(name=clean(record.name), id=record.id)


def _written(args: Namespace, content: bytes) -> int:
    from reports.document import write

    path: Path = args.path
    if path.exists() and not args.force:
        raise CensusDeskError(_("{path} sudah ada; --force menimpanya.").format(path=path))
    write(path, content)
    print(f"{path}  {size(path)}")
    return DONE
