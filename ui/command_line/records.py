"""Commands on records: list, show, add, edit, delete, and any table as a workbook."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from census_desk import editing
from census_desk.catalogue import COLLECTIONS
from census_desk.errors import CensusDeskError
from census_desk.identity import new_id
from census_desk.indonesian import number
from census_desk.register import Register
from census_desk.words import N_, _
from ui.command_line import typed
from ui.command_line.failures import DONE
from ui.command_line.finding import Titled, find_record
from ui.command_line.names import UnknownField, form_of
from ui.command_line.opening import reading, writing
from ui.command_line.output import as_json, clean, cut, droppable, table
from ui.command_line.saving import writer_of
from ui.command_line.showing import Shower, is_number, shower_of
from ui.fields.letters import LETTER_STATE
from ui.forms import Field
from ui.tables import TableModel, rank

if TYPE_CHECKING:
    from reports.workbook import Value

LONGEST_LINE = 400
EXPECTED = {
    "date": N_("tanggal: 13/02/2020"),
    "time": N_("waktu: 09.00"),
    "number": N_("bilangan: 1.250"),
    "count": N_("bilangan: 1.250"),
    "decimal": N_("bilangan: 27,5"),
    "switch": N_("ya, atau kosong"),
    "lines": N_("beberapa, dipisah “;”"),
    "areas": N_("nama atau kode, dipisah “;”"),
    "nip": N_("18 angka"),
}
T = TypeVar("T")


def list_records(args: Namespace) -> int:
    """`list`: the window's table as text, or all fields as JSON."""
    with reading(args) as register:
        shower = shower_of(register, args.collection, args.full)
        model = arranged(shower, args.filter, args.sort, args.descending)
        records = [model.at(place) for place in range(model.count)]
        if args.json:
            print(as_json([shower.plain(record) for record in records]))
        else:
            print("\n".join(_table(shower, model, records)))
        refuse_unreadable(register, args)
    return DONE


def refuse_unreadable(register: Register, args: Namespace) -> None:
    """A list without its damaged records must not pass for a whole one; it was still shown."""
    if bad := register.collection(args.collection).unreadable:
        sentence = _("{count} catatan rusak tidak ditampilkan; lihat: census-desk check {path}")
        raise CensusDeskError(sentence.format(count=number(len(bad)), path=args.register))


def show_record(args: Namespace) -> int:
    """`show`: every field of one record."""
    with reading(args) as register:
        record = find_record(register, args.collection, args.id)
        shower = shower_of(register, args.collection, args.full)
        print(as_json(shower.plain(record)) if args.json else "\n".join(described(shower, record)))
    return DONE


def add_record(args: Namespace) -> int:
    """`add`: a new record from field=value; tells its id."""
    with writing(args) as register:
        pairs = [*args.values, *typed.file_pairs(args.file)]
        record = typed.new_record(register, args.collection, pairs, new_id())
        record = writer_of(args.collection).add(register, record)
        print(_("Ditambahkan: {title} [{id}]").format(title=_title(record), id=record.id))
    return DONE


def edit_record(args: Namespace) -> int:
    """`edit`: some fields of one record; an empty value clears the field."""
    with writing(args) as register:
        record = find_record(register, args.collection, args.id)
        rev = register.collection(args.collection).rev(record.id)
        pairs = [*args.values, *typed.file_pairs(args.file)]
        changed = typed.changed_record(register, args.collection, record, pairs)
        if changed != record:
            changed = writer_of(args.collection).change(register, changed, rev)
        told = _("Diubah: {title} [{id}]") if changed != record else _("Tetap: {title} [{id}]")
        print(told.format(title=_title(changed), id=record.id))
    return DONE


def delete_record(args: Namespace) -> int:
    """`delete`: one record with its own parts; undo brings it back."""
    with writing(args) as register:
        record = find_record(register, args.collection, args.id)
        editing.delete(register, args.collection, record.id)
        told = _("Dihapus: {title}. Untuk mengembalikannya: census-desk undo {path}")
        print(told.format(title=_title(record), path=args.register))
    return DONE


def list_fields(args: Namespace) -> int:
    """`fields`: what may be typed for a collection, and the entries of its choices."""
    rows = [
        [field.name, _(field.label), "" if field.optional else "*", _expected(field)]
        for field in form_of(args.collection)
        if field not in LETTER_STATE
    ]
    print("\n".join(table([_("Isian"), _("Nama"), _("Wajib"), _("Yang ditulis")], rows)))
    return DONE


def _expected(field: Field) -> str:
    if field.enum is not None:
        return ", ".join(filter(None, (one.value for one in field.enum)))
    if field.collection in COLLECTIONS:
        return _(COLLECTIONS[field.collection].singular)
    return _(EXPECTED.get(field.kind, field.hint))


def save_table(args: Namespace) -> int:
    """`table`: the window's table as xlsx."""
    path: Path = args.xlsx
    if path.exists() and not args.force:
        raise CensusDeskError(_("{path} sudah ada; --force menimpanya.").format(path=path))
    with reading(args) as register:
        content = table_workbook(shower_of(register, args.collection, args.full))
    write_whole(path, content)
    print(path)
    return DONE


def table_workbook(shower: Shower) -> bytes:
    """The collection's table as a workbook: numbers and dates as such, NIP masked unless full."""
    from reports.workbook import workbook

    model = shower.table()
    rows = [
        [shower.masked(cell) if isinstance(cell, str) else cast("Value", cell) for cell in row]
        for row in model.export_rows()
    ]
    noun = _(COLLECTIONS[shower.collection].singular)
    return workbook(noun[:1].upper() + noun[1:], model.export_columns(), rows)


def write_whole(path: Path, content: bytes) -> None:
    """The file whole or not at all."""
    from reports.document import write

    write(path, content)


def arranged(shower: Shower, words: str, sort: str, descending: bool) -> TableModel:
    """The table with the rows that hold every word, in the order of one field."""
    model = shower.table()
    if sort:
        _sort(shower, model, sort, descending)
    model.filter(words)
    return model


def described(shower: Shower, record: Titled) -> list[str]:
    """One line a field: its label, then its value; texts of several lines stand below."""
    names = [field.name for field in fields(record)]  # type: ignore[arg-type]
    labels = [shower.label(name) for name in names]
    width = max(map(len, labels))
    lines = []
    for name, label in zip(names, labels, strict=True):
        parts = [clean(part) for part in shower.text(record, name).splitlines()] or [""]
        lines.append(f"{label.ljust(width)}  {cut(parts[0], LONGEST_LINE)}".rstrip())
        lines += [f"{' ' * width}  {cut(part, LONGEST_LINE)}".rstrip() for part in parts[1:]]
    return lines


def _sort(shower: Shower, model: TableModel, typed_name: str, descending: bool) -> None:
    kind = COLLECTIONS[shower.collection].record
    columns = {column.name for column in model.columns}
    names = [field.name for field in fields(kind)]
    by_label = {shower.label(name).casefold(): name for name in names}
    by_label |= {_(column.label).casefold(): column.name for column in model.columns}
    name = by_label.get(typed_name.casefold(), typed_name)
    if name in columns:
        model.sort(name, descending)
    elif name in names:
        records = shower.lookup.records(shower.collection)
        ordered = sorted(records, key=lambda one: rank(shower.text(one, name)), reverse=descending)
        model.set_records(ordered)
    else:
        raise UnknownField(typed_name, names)


def _table(shower: Shower, model: TableModel, records: Sequence[Titled]) -> list[str]:
    columns = model.shown_columns
    rows = [
        [one.id, *(shower.masked(column.text(one, shower.lookup)) for column in columns)]
        for one in records
    ]
    headings = [shower.label("id"), *(_(column.label) for column in columns)]
    right = [False, *map(is_number, columns)]
    telling = {0, 1, *(at for at, one in enumerate(columns, 1) if one.name == "code")}
    dropped = droppable(headings, rows, telling)
    counted = _("{shown} dari {total} baris") if model.count < model.total else _("{total} baris")
    return [
        *table(
            _without(dropped, headings),
            [_without(dropped, row) for row in rows],
            _without(dropped, right),
        ),
        counted.format(shown=number(model.count), total=number(model.total)),
    ]


def _without(dropped: set[int], row: Sequence[T]) -> list[T]:
    return [cell for place, cell in enumerate(row) if place not in dropped]


def _title(record: object) -> str:
    return clean(editing.title_of(record))
