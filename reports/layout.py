"""Measures that more than one paper uses, in points; pages as papers and margins make them."""

from dataclasses import dataclass, replace

from reportlab.lib.units import mm

from census_desk.letters.profile import LayoutProfile

PAPERS = {"F4": (215 * mm, 330 * mm), "A4": (210 * mm, 297 * mm)}
PAGE_NUMBER_ABOVE_TEXT = 7 * mm
LATER_PAGES_LOWER = 4 * mm  # room between "- 2 -" and the text of pages without a kop
LABEL_WIDTH = 32 * mm
COLON_WIDTH = 4 * mm
PARAGRAPH_GAP = 6.0
BLOCK_GAP = 16.0
EMBLEM_GAP = 4 * mm
RULE_GAP = 2 * mm  # between the kop and its closing line


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A sheet and its text area; y counts up from the foot, as PDF does."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def text_width(self) -> float:
        """Width between the margins."""
        return self.right - self.left


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where flowing text goes on one page."""

    left: float
    top: float
    width: float
    bottom: float


def page_of(profile: LayoutProfile) -> Page:
    """The sheet of a profile with its margins."""
    width, height = profile.paper_width_mm * mm, profile.paper_height_mm * mm
    return Page(
        width=width,
        height=height,
        left=profile.margin_left_mm * mm,
        right=width - profile.margin_right_mm * mm,
        top=height - profile.margin_top_mm * mm,
        bottom=profile.margin_bottom_mm * mm,
    )


def frame_of(page: Page, top: float) -> Frame:
    """The text area of a page below `top`."""
    return Frame(left=page.left, top=top, width=page.text_width, bottom=page.bottom)


def later_frame(page: Page) -> Frame:
    """The text area of a page that carries a page number instead of a kop."""
    return frame_of(page, page.top - LATER_PAGES_LOWER)


def on_a4(profile: LayoutProfile) -> LayoutProfile:
    """The profile on A4: reports and minutes are A4 in F4 offices too (letters.md 0 and 2.5)."""
    return replace(profile, paper_name="A4", paper_width_mm=210.0, paper_height_mm=297.0)
