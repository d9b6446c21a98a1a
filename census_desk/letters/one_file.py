"""A template or a layout profile as one file, to hand to another office and to take in strictly."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from census_desk.errors import InvalidRecord
from census_desk.identity import new_id, to_number
from census_desk.intake.strict_json import strict_json
from census_desk.intake.table import UnreadableFile, bytes_of
from census_desk.letters.own_profiles import keep_profile, profile_for
from census_desk.letters.profile import LayoutProfile, UnknownProfile
from census_desk.letters.templates import LetterTemplate, keep_template, template_named
from census_desk.register import Register
from census_desk.register.codec import Codec, Unreadable
from census_desk.words import _

FORMAT_KEY = "census_desk"
TEMPLATE_FORMAT = "templat surat 1"
PROFILE_FORMAT = "profil tata letak 1"
TEMPLATE_SUFFIX = ".templat.json"
PROFILE_SUFFIX = ".profil.json"
MOST_FILE_BYTES = 512 * 1024

Shared = TypeVar("Shared", LetterTemplate, LayoutProfile)
Document = dict[str, object]


def template_file(register: Register, template_id: str) -> bytes:
    """The file of a template, own or shipped; TemplateNotFound if none."""
    return _file(template_named(register, template_id), TEMPLATE_FORMAT)


def profile_file(register: Register, profile_id: str) -> bytes:
    """The file of a layout, own or shipped; UnknownProfile if none."""
    if not profile_id:
        raise UnknownProfile(profile_id)
    return _file(profile_for(register, profile_id, date.min), PROFILE_FORMAT)


def read_template(path: Path, new_id: Callable[[], str] = new_id) -> LetterTemplate:
    """The template in a file, with an id of its own; UnreadableFile says what is wrong with it.

    It names no layout of another register: the date chooses.
    """
    return replace(_read(path, LetterTemplate, TEMPLATE_FORMAT, new_id()), profile="")


def read_profile(path: Path, new_id: Callable[[], str] = new_id) -> LayoutProfile:
    """The layout in a file; letters take it by date only once the office says so."""
    found = _read(path, LayoutProfile, PROFILE_FORMAT, new_id())
    return replace(found, chosen_by_date=False)


def import_template(register: Register, path: Path) -> LetterTemplate:
    """Take a template file in as an own template, in one named step; UnreadableFile."""
    return keep_template(register, read_template(path, register.ids))


def import_profile(register: Register, path: Path) -> LayoutProfile:
    """Take a profile file in as an own layout, in one named step; UnreadableFile."""
    return keep_profile(register, read_profile(path, register.ids))


def _file(record: Shared, form: str) -> bytes:
    document = {FORMAT_KEY: form, **Codec(type(record)).encode(record)}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _read(path: Path, kind: type[Shared], form: str, record_id: str) -> Shared:
    document = _document(path, form)
    codec = Codec(kind)
    try:
        record: Shared = codec.decode(to_number(record_id), document)
    except Unreadable as error:
        raise UnreadableFile(path.name, _unfit(error)) from error
    if extra := _unknown(document, codec.encode(record)):
        raise UnreadableFile(
            path.name,
            _("memuat isian yang tidak dikenal: “{key}”; mungkin dari versi lebih baru.").format(
                key=extra[:40]
            ),
        )
    return record


def _document(path: Path, form: str) -> Document:
    value = strict_json(bytes_of(path, MOST_FILE_BYTES), path.name)
    if not isinstance(value, dict) or value.get(FORMAT_KEY) != form:
        raise UnreadableFile(
            path.name, _("bukan berkas {form} dari Census Desk.").format(form=form[:-2])
        )
    return {key: inner for key, inner in value.items() if key != FORMAT_KEY}


def _unfit(error: Unreadable) -> str:
    """Why a record cannot be made of a file: the record's own sentence, else the field's name."""
    cause: BaseException | None = error
    while isinstance(cause, Unreadable):
        cause = cause.__cause__
    if isinstance(cause, InvalidRecord):
        return _("isinya tidak dapat dipakai: {reason}").format(reason=cause.sentence[:200])
    field = re.match(r"\w+", str(error))
    return _("isian “{key}” hilang atau nilainya tidak dikenal.").format(
        key=field[0][:40] if field else "?"
    )


def _unknown(given: object, known: object) -> str:
    """The first key of the file that the record has no place for, "" if every one has."""
    if isinstance(given, dict) and isinstance(known, dict):
        for key, inner in given.items():
            found = _unknown(inner, known[key]) if key in known else str(key)
            if found:
                return found
    if isinstance(given, list) and isinstance(known, list):
        pairs = zip(given, known, strict=False)
        return next((found for one, other in pairs if (found := _unknown(one, other))), "")
    return ""
