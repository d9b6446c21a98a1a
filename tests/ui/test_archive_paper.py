"""A letter issued on the sample, shown again as file, scan and photo, whatever became of it."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pypdf
import pypdfium2
import pytest
from PIL import Image, ImageFilter, ImageOps

from census_desk import sample
from census_desk.letters import issuing
from census_desk.letters.archive import Verdict, frozen_pdf, paper_of, verify, verify_paper
from census_desk.letters.letter import Letter, LetterStatus
from census_desk.letters.templates import template_named
from census_desk.register import Register
from tests.samples.drafts import begun, furnish
from ui.papers import letter_draw, letter_pdf
from ui.papers.drawn import drawn_facts

TABLE = 96  # grey of the desk a photographed letter lies on


@dataclass
class Issued:
    """A register with one letter issued by the whole way, and its file."""

    register: Register
    letter: Letter
    pdf: bytes

    def shown(self, content: bytes, name: str = "naskah") -> Verdict:
        (answer,) = verify_paper(self.register, content, name)
        return answer.verdict

    @property
    def now(self) -> Letter:
        return self.register.letters.get(self.letter.id)


@pytest.fixture
def issued() -> Iterator[Issued]:
    with Register.in_memory(actor="Uji") as register:
        sample.build(register)
        furnish(register)
        draft = begun(register, template_named(register, "jawaban-dukungan"))
        with register.change("Draf"):
            register.letters.add(draft)
        issue(register, draft)
        yield Issued(
            register, register.letters.get(draft.id), frozen_pdf(paper_of(register, draft.id))
        )


def issue(register: Register, letter: Letter) -> None:
    issuing.issue(
        register, letter.id, on=letter.dated_on, draw=letter_draw(register),
        drawn=drawn_facts(register, letter),
    )  # fmt: skip


def page_picture(pdf: bytes, dots_an_inch: float) -> Image.Image:
    """The first page in grey."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=dots_an_inch / 72, grayscale=True).to_pil().convert("L")
    document.close()
    return picture


def noisy(picture: Image.Image, share: float) -> Image.Image:
    """Grain, the same in every run."""
    grain = random.Random(1).randbytes(picture.width * picture.height)
    return Image.blend(picture, Image.frombytes("L", picture.size, grain), share)


def as_scan(pdf: bytes) -> bytes:
    """150 dots an inch, laid a little aslant, with grain: a PNG of an office scanner."""
    page = page_picture(pdf, 150).rotate(1.7, Image.Resampling.BICUBIC, fillcolor=244)
    return saved(noisy(page.filter(ImageFilter.GaussianBlur(0.6)), 0.12), "PNG")


def as_photo(pdf: bytes, angle: float) -> bytes:
    """Turned, seen from one side, badly lit and compressed: a JPEG of a telephone."""
    page = page_picture(pdf, 220)
    lit = Image.linear_gradient("L").resize(page.size).point(lambda grey: 150 + grey * 100 // 255)
    page = Image.composite(page, Image.new("L", page.size, 20), lit)
    wide, tall = page.size
    aslant = (0.0, 0.0, wide * 0.02, float(tall), wide * 0.97, tall * 0.985, float(wide), 10.0)
    page = page.transform(
        page.size, Image.Transform.QUAD, aslant, Image.Resampling.BICUBIC, fillcolor=TABLE
    )
    page = page.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=TABLE)
    return saved(noisy(page.filter(ImageFilter.GaussianBlur(0.8)), 0.06), "JPEG", quality=55)


def as_tte_or_rewritten(pdf: bytes) -> bytes:
    """Another program has written the same pages anew, as a signing service does."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    kept = io.BytesIO()
    writer.write(kept)
    assert kept.getvalue() != pdf
    return kept.getvalue()


def saved(picture: Image.Image, kind: str, **options: int) -> bytes:
    kept = io.BytesIO()
    picture.save(kept, kind, **options)
    return kept.getvalue()


SHOWN: dict[str, Callable[[bytes], bytes]] = {
    "file": lambda pdf: pdf,
    "rewritten": as_tte_or_rewritten,
    "scan": as_scan,
    "scan upside down": lambda pdf: saved(
        ImageOps.flip(ImageOps.mirror(page_picture(pdf, 150))), "PNG"
    ),
    "photo": lambda pdf: as_photo(pdf, 12),
    "photo lying": lambda pdf: as_photo(pdf, 97),
}


@pytest.mark.parametrize("way", SHOWN)
def test_an_issued_letter_is_known_however_it_is_shown(issued, way):
    assert issued.shown(SHOWN[way](issued.pdf)) is Verdict.EQUAL


def test_the_code_printed_on_the_paper_is_the_one_a_person_types(issued):
    text = pypdf.PdfReader(io.BytesIO(issued.pdf)).pages[0].extract_text()
    code = next(line for line in text.splitlines() if line.count("-") == 2 and len(line) == 12)

    assert verify(issued.register, code.lower()).verdict is Verdict.EQUAL
    assert verify(issued.register, code[:-1] + ("A" if code[-1] != "A" else "B")).verdict is (
        Verdict.UNKNOWN
    )


def test_a_reprint_is_the_same_file_byte_for_byte_whatever_the_register_says_since(issued):
    signatory = issued.register.signatories.get(issued.letter.signatory_id)
    with issued.register.change("Ganti nama"):
        issued.register.signatories.replace(replace(signatory, name="Nama Lain, S.E."))

    assert letter_pdf(issued.register, issued.letter.id).pdf == issued.pdf


def test_a_revision_replaces_the_first_paper_and_keeps_its_number(issued):
    issuing.revise(issued.register, issued.letter.id, reason="Salah ketik")
    changed = replace(issued.now, body=f"{issued.now.body}\n\nTambahan.")
    with issued.register.change("Ubah"):
        issued.register.letters.replace(changed)
    issue(issued.register, issued.now)
    second = frozen_pdf(paper_of(issued.register, issued.letter.id))

    assert issued.shown(as_scan(issued.pdf)) is Verdict.REPLACED
    assert issued.shown(as_scan(second)) is Verdict.EQUAL
    assert issued.now.number == issued.letter.number


def test_a_void_letter_is_told_as_void(issued):
    issuing.void(issued.register, issued.letter.id, reason="Salah tujuan")

    (answer,) = verify_paper(issued.register, as_photo(issued.pdf, 12), "foto.jpg")
    assert answer.verdict is Verdict.VOID
    assert "Salah tujuan" in answer.sentence


def test_a_letter_another_one_replaced_names_its_successor(issued):
    later = replace(issued.letter, id=issued.register.ids(), number="", status=LetterStatus.DRAFT)
    with issued.register.change("Draf"):
        issued.register.letters.add(later)
    issue(issued.register, later)
    issuing.mark_replaced(issued.register, issued.letter.id, later.id)

    (answer,) = verify_paper(issued.register, as_scan(issued.pdf), "pindaian.png")
    assert answer.verdict is Verdict.REPLACED
    assert issued.register.letters.get(later.id).number in answer.sentence


def test_data_changed_behind_an_issued_paper_is_told_as_different(issued):
    with issued.register.change("Diubah di luar"):
        issued.register.letters.replace(replace(issued.now, subject="Hal lain"))

    assert issued.shown(as_scan(issued.pdf)) is Verdict.DIFFERENT


def test_a_letter_of_another_register_is_unknown(issued):
    with Register.in_memory(actor="Lain") as other:
        sample.build(other)

        (answer,) = verify_paper(other, as_scan(issued.pdf), "pindaian.png")
        assert answer.verdict is Verdict.UNKNOWN
