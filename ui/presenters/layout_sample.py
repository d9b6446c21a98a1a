"""A sample letter by a layout as it stands in its form, saved or not."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from census_desk.errors import CensusDeskError
from census_desk.letters.letter import Letter
from census_desk.letters.profile import LayoutProfile
from census_desk.letters.starting import started
from census_desk.words import N_

if TYPE_CHECKING:
    from ui.workplace import Workplace

# Templates that show most of a layout, and what the letters are called on the screen.
SAMPLES: Mapping[str, str] = {
    "edaran-partisipasi-asn": N_("Edaran"),
    "permintaan-rekap": N_("Surat dinas"),
    "surat-tugas-petugas": N_("Surat tugas"),
}


class LayoutSample:
    """`collect` gathers a paper as PdfPreview asks for it; `key` is the template it begins from."""

    def __init__(self, workplace: "Workplace") -> None:
        self._workplace = workplace
        self.key = next(iter(SAMPLES))

    def collect(
        self, layout: LayoutProfile | None, problems: Mapping[str, str], titles: Mapping[str, str]
    ) -> Callable[[], bytes]:
        """What writes the sample; CensusDeskError with the first problem of the form in words."""
        if layout is None:
            name, sentence = next(iter(problems.items()))
            title = titles.get(name, "")
            raise CensusDeskError(f"{title}: {sentence}" if title else sentence)
        from ui.papers.preview import layout_preview_job

        job = layout_preview_job(self._workplace.register, self._letter(layout), layout)
        return lambda: job().pdf

    def _letter(self, layout: LayoutProfile) -> Letter:
        """A letter of today whose text has the form this layout asks for."""
        return started(
            self._workplace.register,
            self.key,
            on=self._workplace.working_day(),
            letter_id=self._workplace.new_id(),
            layouts=(replace(layout, chosen_by_date=True, valid_from=None, valid_to=None),),
        )
