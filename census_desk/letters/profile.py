"""Layout profiles: the rules by which a letter of a given date is laid out, read as data."""

from dataclasses import MISSING, dataclass, fields
from datetime import date
from functools import cache

from census_desk.checks import refuse
from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.letters.layout_rules import ANY, OTHER, REGULATING, layout_problems
from census_desk.people import PostKind, PostStatus
from census_desk.resource_files import file_names, read_json
from census_desk.words import _

__all__ = ["ANY", "OTHER", "REGULATING", "LayoutProfile", "SignatureRule"]

FOLDER = "profiles"


class UnreadableProfile(CensusDeskError):
    """A layout profile lacks a value or holds one of the wrong kind."""

    def __init__(self, name: str, key: str) -> None:
        super().__init__(
            _("Profil tata letak {name} tidak dapat dibaca: periksa “{key}”.").format(
                name=name, key=key
            )
        )


class UnknownProfile(CensusDeskError):
    """A letter asks for a profile that does not exist."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("Profil tata letak “{name}” tidak ada; pilih profil lain pada surat.").format(
                name=name
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureRule:
    """What is printed around a name, for one group of papers, post and status."""

    paper_group: str
    post: str
    status: str
    prints_own_post: bool
    prints_degrees: bool
    prints_rank: bool
    prints_nip: bool
    unsettled: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutProfile:
    """One layout; lengths end in `_mm`, type sizes and line weights in `_pt`.

    An office's own copy that is not `chosen_by_date` serves only letters that name it. Lines may be
    set as close as `body_leading_least_pt` where that saves a sheet (0: never).
    """

    id: str
    name: str
    basis: str
    valid_from: date | None
    valid_to: date | None
    paper_name: str
    paper_width_mm: float
    paper_height_mm: float
    margin_left_mm: float
    margin_top_mm: float
    margin_right_mm: float
    margin_bottom_mm: float
    body_font: str
    circular_font: str
    body_size_pt: float
    body_leading_pt: float
    first_line_indent_mm: float
    list_indent_mm: float
    kop_font: str
    kop_government_size_pt: float
    kop_government_bold: bool
    kop_office_size_pt: float
    kop_office_bold: bool
    kop_regent_size_pt: float
    kop_regent_bold: bool
    kop_address_size_pt: float
    kop_line: str
    kop_line_thick_pt: float
    kop_line_thin_pt: float
    kop_line_gap_pt: float
    kop_first_page_only: bool
    kop_text_gap_lines: float
    emblem_height_mm: float
    emblem_max_width_mm: float
    emblem_top_mm: float
    right_block_left_mm: float
    addressee_side: str
    addressee_opening: str
    addressee_word: str
    addressee_place_word: str
    addressee_place_capitals: bool
    subject_word: str
    circular_title: str
    circular_number_line: str
    circular_about_word: str
    circular_date_place: str
    circular_date_line: str
    circular_enacted_line: str
    circular_enacted_on_line: str
    circular_body_form: str
    circular_order: tuple[str, ...]
    page_number: str
    page_number_place: str
    page_number_on_first: bool
    catchword: bool
    signature_gap_mm: float
    stamp_room_mm: float
    signature_name_case: str
    signature_name_bold: bool
    signature_name_underlined: bool
    degrees_keep_case: bool
    nip_word: str
    copies_heading: str
    copies_size_pt: float
    attachment_heading: str
    assignment_title: str
    assignment_verb: str
    signature_rules: tuple[SignatureRule, ...]
    chosen_by_date: bool = True
    body_leading_least_pt: float = 0.0

    def __post_init__(self) -> None:
        refuse(layout_problems(self))


@cache
def profiles() -> tuple[LayoutProfile, ...]:
    """Every layout that ships with the desk, by file name; UnreadableProfile if one is broken."""
    names = [name for name in file_names(FOLDER) if name.endswith(".json")]
    return tuple(_read(name) for name in names)


def profile_on(day: date, available: tuple[LayoutProfile, ...] | None = None) -> LayoutProfile:
    """The layout of letters dated that day: the rules changed in 2023 (letters.md section 0).

    The first of `available` that holds on that day; those that ship where none are handed in.
    """
    for profile in available if available is not None else profiles():
        if (
            profile.chosen_by_date
            and (profile.valid_from is None or profile.valid_from <= day)
            and (profile.valid_to is None or day <= profile.valid_to)
        ):
            return profile
    raise UnknownProfile(str(day))


def profile_named(
    name: str, day: date, available: tuple[LayoutProfile, ...] | None = None
) -> LayoutProfile:
    """The layout with that id, or the one of the day when `name` is empty; UnknownProfile else."""
    if not name:
        return profile_on(day, available)
    for profile in available if available is not None else profiles():
        if profile.id == name:
            return profile
    raise UnknownProfile(name)


def signature_rule(
    profile: LayoutProfile, group: str, post: PostKind, status: PostStatus
) -> SignatureRule:
    """The first rule that matches the group of papers, the post and its status."""
    asked = (group, post.name.lower(), status.name.lower())
    for rule in profile.signature_rules:
        if all(mine in (ANY, theirs) for mine, theirs in zip(_keys(rule), asked, strict=True)):
            return rule
    raise UnreadableProfile(profile.id, "signature_rules")


def _keys(rule: SignatureRule) -> tuple[str, str, str]:
    return rule.paper_group, rule.post, rule.status


def _read(file_name: str) -> LayoutProfile:
    document = read_json(f"{FOLDER}/{file_name}")
    if not isinstance(document, dict):
        raise UnreadableProfile(file_name, "{")
    values: dict[str, object] = {}
    for field in fields(LayoutProfile):
        if field.name not in document and field.default is not MISSING:
            continue
        if field.name not in document:
            raise UnreadableProfile(file_name, field.name)
        values[field.name] = _value(file_name, field.name, str(field.type), document[field.name])
    try:
        return LayoutProfile(**values)  # type: ignore[arg-type]
    except InvalidRecord as error:
        raise UnreadableProfile(file_name, next(iter(error.problems))) from error


def _value(file_name: str, key: str, kind: str, value: object) -> object:
    """`value` as its field wants it; only what JSON cannot say itself is converted."""
    if "date" in kind and isinstance(value, str):
        return date.fromisoformat(value)
    if "SignatureRule" in kind and isinstance(value, list):
        return tuple(SignatureRule(**rule) for rule in value)
    if "tuple" in kind and isinstance(value, list):
        return tuple(str(entry) for entry in value)
    if not _fits(kind, value):
        raise UnreadableProfile(file_name, key)
    return value


def _fits(kind: str, value: object) -> bool:
    if "float" in kind:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if "bool" in kind:
        return isinstance(value, bool)
    if "str" in kind and "tuple" not in kind:
        return isinstance(value, str)
    return value is None and "None" in kind
