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
from census_desk.intake.font_files import Signs
from census_desk.intake.strict_json import strict_json
from census_desk.intake.table import UnreadableFile, bytes_of
from census_desk.letters.font_travel import (
    FONTS_KEY,
    packed_fonts,
    settled_fonts,
    unpacked_fonts,
)
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
MOST_PROFILE_BYTES = 52 * 1024 * 1024  # three families of four fonts of the greatest size

Shared = TypeVar("Shared", LetterTemplate, LayoutProfile)
Document = dict[str, object]


def template_file(register: Register, template_id: str) -> bytes:
    """The file of a template, own or shipped; TemplateNotFound if none."""
    return _file(template_named(register, template_id), TEMPLATE_FORMAT)


def profile_file(register: Register, profile_id: str) -> bytes:
    """The file of a layout, own or shipped, with the office's fonts it is set in.

    Raises UnknownProfile if there is none, FontGone when a font is not whole.
    """
    if not profile_id:
        raise UnknownProfile(profile_id)
    found = profile_for(register, profile_id, date.min)
    layout, fonts = packed_fonts(register, found)
    return _file(layout, PROFILE_FORMAT, {FONTS_KEY: fonts} if fonts else {})


def read_template(path: Path, new_id: Callable[[], str] = new_id) -> LetterTemplate:
    """The template in a file, with an id of its own; UnreadableFile says what is wrong with it.

    It names no layout of another register: the date chooses.
    """
    document = _document(path, TEMPLATE_FORMAT, MOST_FILE_BYTES)
    return replace(_read(document, path, LetterTemplate, new_id()), profile="")


def read_profile(path: Path, new_id: Callable[[], str] = new_id) -> LayoutProfile:
    """The layout in a file, without its fonts; letters take it by date once the office says so."""
    document = _document(path, PROFILE_FORMAT, MOST_PROFILE_BYTES)
    document.pop(FONTS_KEY, None)
    return _layout(document, path, new_id())


def import_template(register: Register, path: Path) -> LetterTemplate:
    """Take a template file in as an own template, in one named step; UnreadableFile."""
    return keep_template(register, read_template(path, register.ids))


def import_profile(register: Register, path: Path, signs: Signs) -> LayoutProfile:
    """Take a profile file in as an own layout, in one named step, with the fonts it brings.

    `signs` is what papers can print with a font file. Raises UnreadableFile, UnusableFont for a
    font that would be refused on its own too.
    """
    document = _document(path, PROFILE_FORMAT, MOST_PROFILE_BYTES)
    fonts = unpacked_fonts(document.pop(FONTS_KEY, {}), path.name, signs)
    layout = _layout(document, path, register.ids())
    with register.change(_("Mengambil tata letak dari berkas: {name}").format(name=layout.name)):
        return keep_profile(register, settled_fonts(register, layout, fonts, path.name))


def _layout(document: Document, path: Path, record_id: str) -> LayoutProfile:
    return replace(_read(document, path, LayoutProfile, record_id), chosen_by_date=False)


def _file(record: Shared, form: str, beside: Document | None = None) -> bytes:
    document = {FORMAT_KEY: form, **Codec(type(record)).encode(record), **(beside or {})}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _read(document: Document, path: Path, kind: type[Shared], record_id: str) -> Shared:
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


def _document(path: Path, form: str, most: int) -> Document:
    value = strict_json(bytes_of(path, most), path.name)
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
