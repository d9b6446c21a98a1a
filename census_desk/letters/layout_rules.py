"""What makes a layout profile fit to print by, whoever edited it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from census_desk.checks import limit, order_of_days, require
from census_desk.people import PostKind, PostStatus
from census_desk.words import _

if TYPE_CHECKING:
    from census_desk.letters.profile import LayoutProfile

REGULATING = "regulating"  # pengaturan dan penetapan: circulars
OTHER = "other"  # penugasan, korespondensi, khusus
ANY = "any"
CHOICES: Mapping[str, tuple[str, ...]] = {
    "kop_line": ("thick-thin", "thick"),
    "addressee_side": ("left", "right"),
    "circular_date_place": ("head-right", "foot-right"),
    "circular_body_form": ("opening", "sections"),
    "signature_name_case": ("upper", "as-written"),
}
BLOCKS = ("date", "addressee", "title", "body", "signature", "copies")
# Least and greatest of a length (mm) or a size (points); the others are 0 to 100.
BOUNDS: Mapping[str, tuple[float, float]] = {
    "paper_width_mm": (140, 330),
    "paper_height_mm": (200, 450),
    "body_size_pt": (8, 16),
    "body_leading_pt": (8, 32),
    "copies_size_pt": (7, 14),
    "kop_government_size_pt": (8, 30),
    "kop_office_size_pt": (8, 30),
    "kop_regent_size_pt": (8, 30),
    "kop_address_size_pt": (6, 16),
    "kop_text_gap_lines": (0, 6),
    "margin_left_mm": (10, 60),
    "margin_top_mm": (10, 60),
    "margin_right_mm": (10, 60),
    "margin_bottom_mm": (10, 60),
    "right_block_left_mm": (60, 250),
    "signature_gap_mm": (15, 60),
}
NARROWEST_TEXT_MM = 90
GROUPS = (ANY, REGULATING, OTHER)
POSTS = (ANY, *(post.name.lower() for post in PostKind))
STATUSES = (ANY, *(status.name.lower() for status in PostStatus), "pjs")


def layout_problems(layout: "LayoutProfile") -> dict[str, str]:
    """Field to sentence for a layout no letter can be printed by."""
    problems: dict[str, str] = {}
    require(problems, "name", layout.name, _("Nama profil"))
    for field in layout.__dataclass_fields__:
        value = getattr(layout, field)
        if isinstance(value, str):
            limit(problems, field, value, _("Isian profil"), 300)
        elif isinstance(value, float | int) and not isinstance(value, bool):
            _bounded(problems, field, value)
    for field, allowed in CHOICES.items():
        if getattr(layout, field) not in allowed:
            problems[field] = _("Pilih salah satu: {choices}.").format(choices=", ".join(allowed))
    if "{n}" not in layout.page_number:
        problems["page_number"] = _("Bentuk nomor halaman harus memuat {n}.")
    if sorted(layout.circular_order) != sorted(BLOCKS):
        problems["circular_order"] = _("Urutan harus memuat tiap bagian sekali: {parts}.").format(
            parts=", ".join(BLOCKS)
        )
    order_of_days(problems, "valid_to", layout.valid_from, layout.valid_to)
    return problems | _width_problems(layout) | _rule_problems(layout)


def _bounded(problems: dict[str, str], field: str, value: float) -> None:
    least, most = BOUNDS.get(field, (0, 100))
    if not least <= value <= most:
        problems[field] = _("Nilai antara {least:g} dan {most:g}.").format(least=least, most=most)


def _width_problems(layout: "LayoutProfile") -> dict[str, str]:
    text = layout.paper_width_mm - layout.margin_left_mm - layout.margin_right_mm
    problems = {}
    if text < NARROWEST_TEXT_MM:
        problems["margin_left_mm"] = _(
            "Lebar teks tinggal {width:g} mm; paling sedikit {least} mm."
        )
        problems["margin_left_mm"] = problems["margin_left_mm"].format(
            width=text, least=NARROWEST_TEXT_MM
        )
    if layout.body_leading_pt < layout.body_size_pt:
        problems["body_leading_pt"] = _("Jarak baris tidak boleh kurang dari besar huruf.")
    if 0 < layout.body_leading_least_pt < layout.body_size_pt:
        problems["body_leading_least_pt"] = _("Jarak baris tidak boleh kurang dari besar huruf.")
    return problems


def _rule_problems(layout: "LayoutProfile") -> dict[str, str]:
    """The last row matches everybody: no signatory is without a rule."""
    rules = layout.signature_rules
    for rule in rules:
        known = rule.paper_group in GROUPS and rule.post in POSTS and rule.status in STATUSES
        if not known or len(rule.unsettled) > 300:
            return {"signature_rules": _("Aturan penanda tangan memuat nilai yang tidak dikenal.")}
    if not rules or {rules[-1].paper_group, rules[-1].post, rules[-1].status} != {ANY}:
        return {"signature_rules": _("Baris terakhir aturan penanda tangan harus berlaku umum.")}
    return {}
