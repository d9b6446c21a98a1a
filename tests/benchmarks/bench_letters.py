"""Letters in bulk beside ReportLab's Platypus, a raw canvas and typst, and the live preview.

The same one-page letter for 1,190 officers, one core, CPU time; every ratio inside one run.
"""

from __future__ import annotations

import importlib
import importlib.util
import io
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer

from census_desk.letters.letter import LetterKind
from census_desk.letters.profile import profile_on
from census_desk.people import Letterhead, LetterheadKind, PostKind, Signatory
from reports.body import Body, look
from reports.fonts import family
from reports.layout import page_of
from reports.letterhead import draw_kop, page_kop
from reports.letters.circular import CIRCULAR
from reports.letters.content import ArchiveMark, Copy, LetterContent
from reports.letters.press import print_copies
from reports.styles import style
from tests.benchmarks.reporting import median_of, turns

COPIES = 1190
PEER_COPIES = 119  # peers that take seconds print a tenth, their time told for all
ROUNDS = 5
PREVIEW_WIDTH, PREVIEW_HEIGHT = 700, 900  # pixels; a window of 1366 shows less
ON = date(2020, 2, 13)
OPENING = (
    "Dalam rangka menyukseskan Sensus Penduduk 2020 di Kabupaten Pati, berdasarkan Undang-Undang "
    "Nomor 16 Tahun 1997 tentang Statistik, dengan ini disampaikan hal-hal sebagai berikut:"
)
POINTS = (
    "Sensus dilaksanakan dalam dua tahap: pengisian mandiri secara daring oleh setiap keluarga "
    "pada tanggal 15 Februari s.d. 31 Maret 2020, dan wawancara pada tanggal 1–31 Juli 2020.",
    "Target partisipasi daring adalah 27 persen dari 857.415 jiwa; Aparatur Sipil Negara yang "
    "berjumlah 7.140 orang diharapkan menjadi teladan bagi masyarakat.",
    "Saudara diminta menyiapkan kartu keluarga sebelum mengisi, serta memfasilitasi sosialisasi "
    "dan pendampingan teknis sesuai dengan jadwal yang disepakati.",
)
CLOSING = "Demikian untuk menjadi perhatian dan dilaksanakan dengan penuh tanggung jawab."
MARK = ArchiveMark(code="7K3Q-X9MP-HW", qr="KA17K3QX9MPHW")


def run(report: Callable[..., object]) -> None:
    """Report the figures of issue 3 section 5."""
    letter, copies = a_letter(), addressees(COPIES)
    bulk(report, letter, copies)
    with_fields(report, letter, copies)
    peer_typst(report, letter, copies)
    preview(report)
    memory(report)


def a_letter(body: str = "") -> LetterContent:
    """A circular of one page, number, kop, archive mark and copies included."""
    points = "\n".join(f"{place}. {text}" for place, text in enumerate(POINTS, 1))
    return LetterContent(
        kind=LetterKind.CIRCULAR,
        profile=profile_on(ON),
        letterhead=Letterhead(
            id="k",
            name="Kop Bupati",
            kind=LetterheadKind.REGENT,
            office_lines=("BUPATI PATI",),
        ),
        number="470/12/2020",
        subject="Partisipasi Aparatur Sipil Negara dalam Sensus Penduduk Secara Daring",
        dated_on=ON,
        place="Pati",
        recipients=("Kepala Perangkat Daerah",),
        recipients_at="Pati",
        body=body or f"{OPENING}\n\n{points}\n\n{CLOSING}",
        signatory=Signatory(
            id="s", name="Sapto Wibowo", post="BUPATI PATI", post_kind=PostKind.REGENT, from_on=ON
        ),
        copy_to=("Gubernur Jawa Tengah", "Kepala BPS Kabupaten Pati"),
        archive=MARK,
    )


def addressees(many: int, *, own_fields: bool = False) -> list[Copy]:
    """Officers, each with a name of his own."""
    return [
        Copy(
            recipients=(f"Sdr. Ahmad Hidayat Nomor {number}",),
            recipients_at="Pati",
            values={"opd": f"Dinas Nomor {number}", "jumlah_asn_opd": str(number)}
            if own_fields
            else {},
        )
        for number in range(many)
    ]


def bulk(report: Callable[..., object], letter: LetterContent, copies: Sequence[Copy]) -> None:
    """1,190 copies beside Platypus for every copy and a raw canvas page for page."""
    few = copies[:PEER_COPIES]
    print_copies(CIRCULAR, letter, copies[:2])
    taken = turns(
        ROUNDS,
        {
            "desk": lambda: print_copies(CIRCULAR, letter, copies),
            "platypus": lambda: platypus(letter, few),
            "raw": lambda: raw_canvas(letter, copies),
        },
        time.process_time,
    )
    scale = COPIES / PEER_COPIES
    report(
        "1,190 letters vs Platypus per copy",
        taken["platypus"] * scale / taken["desk"],
        15,
        "x",
        "higher",
    )
    report("1,190 letters vs raw canvas", taken["desk"] / taken["raw"], 0.35)
    file = print_copies(CIRCULAR, letter, copies)
    report("1,190 letters, file", len(file) / 1e6, 1.2, "MB")
    report("1,190 letters, archive QR in the file", codes_in(file), 1, "")


def codes_in(file: bytes) -> int:
    """How many of the file's streams draw a QR (an inline picture)."""
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(file))
    objects = (reader.get_object(number) for number in range(1, int(reader.trailer["/Size"])))
    streams = (one.get_data() for one in objects if isinstance(one, pypdf.generic.StreamObject))
    return sum(b"BI /W " in data for data in streams)


def with_fields(
    report: Callable[..., object], letter: LetterContent, copies: Sequence[Copy]
) -> None:
    """A body with the receiving office's own fields in one paragraph of five."""
    body = letter.body + "\n\nSaudara memimpin {opd} dengan {jumlah_asn_opd} orang ASN."
    own = a_letter(body)
    few = addressees(PEER_COPIES, own_fields=True)
    taken = turns(
        ROUNDS,
        {
            "desk": lambda: print_copies(CIRCULAR, own, few),
            "platypus": lambda: platypus(own, few),
        },
        time.process_time,
    )
    report(
        "letters with own fields vs Platypus per copy",
        taken["platypus"] / taken["desk"],
        3,
        "x",
        "higher",
    )


def platypus(letter: LetterContent, copies: Sequence[Copy]) -> bytes:
    """The same letter as a Platypus story, set again for every copy."""
    page = page_of(letter.profile)
    kop = page_kop(letter.profile, page, letter.letterhead, "")
    target = io.BytesIO()
    frame = Frame(
        page.left, page.bottom, page.text_width, kop.bottom - page.bottom - 20, 0, 0, 0, 0
    )
    template = PageTemplate(frames=[frame], onPage=lambda canvas, _doc: draw_kop(canvas, kop))
    document = BaseDocTemplate(
        target, pagesize=(page.width, page.height), pageTemplates=[template],
        initialFontName=family("Arimo").regular,
    )  # fmt: skip
    story: list[object] = []
    for copy in copies:
        story += _story(letter, copy)
    document.build(story)
    return target.getvalue()


def _story(letter: LetterContent, copy: Copy) -> list[object]:
    from reportlab.platypus import PageBreak

    left = style("Arimo", 12, 16, indent=75 * mm)
    centre = style("Arimo", 12, 16, align="center")
    text = style("Arimo", 12, 16, align="justify", first=11 * mm)
    point = style("Arimo", 12, 16, align="justify", indent=7 * mm)
    story: list[object] = [Paragraph("Pati, 13 Februari 2020", left), Paragraph("Kepada", left)]
    story += [Paragraph(f"Yth. {copy.recipients[0]}", left), Paragraph("di – PATI", left)]
    story += [Spacer(1, 16), Paragraph("<b>SURAT EDARAN</b>", centre)]
    story += [Paragraph("NOMOR : 470/12/2020", centre), Paragraph("TENTANG", centre)]
    story += [Paragraph(letter.subject.upper(), centre), Spacer(1, 16), Paragraph(OPENING, text)]
    story += [
        Paragraph(words, point, bulletText=f"{place}.") for place, words in enumerate(POINTS, 1)
    ]
    if copy.values:
        words = f"Saudara memimpin {copy.values['opd']} dengan 40 orang ASN."
        story.append(Paragraph(words, text))
    story += [Paragraph(CLOSING, text), Spacer(1, 16), Paragraph("BUPATI PATI,", left)]
    story += [Spacer(1, 25 * mm), Paragraph("SAPTO WIBOWO", left), Paragraph("Tembusan :", point)]
    story += [Paragraph("1. Gubernur", point), Paragraph("2. Kepala BPS", point), PageBreak()]
    return story


def raw_canvas(letter: LetterContent, copies: Sequence[Copy]) -> bytes:
    """Every page redrawn on a bare canvas: the lines broken once, one text object a page."""
    page = page_of(letter.profile)
    kop = page_kop(letter.profile, page, letter.letterhead, "")
    face = family("Arimo").regular
    lines = _broken_lines(letter)
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(page.width, page.height), initialFontName=face)
    for copy in copies:
        draw_kop(canvas, kop)
        text = canvas.beginText(page.left, kop.bottom - 40)
        text.setFont(face, 12, 16)
        text.textLine(f"Yth. {copy.recipients[0]}")
        for spare, line in lines:
            text.setWordSpace(spare)
            text.textLine(line)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _broken_lines(letter: LetterContent) -> list[tuple[float, str]]:
    page = page_of(letter.profile)
    body = Body(letter.body, look(letter.profile, "Arimo"), 0)
    lines: list[tuple[float, str]] = []
    heads = ("Pati, 13 Februari 2020", "Kepada", "di – PATI", "SURAT EDARAN", "NOMOR : 470/12/2020")
    lines += [(0.0, head) for head in (*heads, "TENTANG", letter.subject.upper())]
    for item in body.items():
        paragraph = item.flowable
        paragraph.wrap(page.text_width, 1e6)
        for line in getattr(paragraph, "blPara").lines:  # noqa: B009
            spare, words = line[0], line[1]
            room = max(len(words) - 1, 1)
            lines.append((max(0.0, spare) / room, " ".join(words)))
    tail = ("BUPATI PATI,", "", "", "", "SAPTO WIBOWO", "Tembusan :", "1. Gubernur", "2. BPS")
    return lines + [(0.0, line) for line in tail]


def peer_typst(
    report: Callable[..., object], letter: LetterContent, copies: Sequence[Copy]
) -> None:
    """The same text set by typst, where the extra `bench` is installed."""
    if importlib.util.find_spec("typst") is None:
        print("1,190 letters vs typst: skipped, typst is not installed (extra bench)", flush=True)
        return
    typst = importlib.import_module("typst")
    source = _typst_source(copies)
    taken = turns(
        3,
        {
            "desk": lambda: print_copies(CIRCULAR, letter, copies),
            "typst": lambda: typst.compile(source.encode()),
        },
        time.process_time,
    )
    report("1,190 letters vs typst", taken["typst"] / taken["desk"], 7, "x", "higher")


def _typst_source(copies: Sequence[Copy]) -> str:
    points = "\n".join(f"+ {text}" for text in POINTS)
    common = (
        "#set page(width: 215mm, height: 330mm, margin: (left: 30mm, right: 20mm, y: 20mm))\n"
        "#set text(size: 12pt)\n#set par(justify: true)\n"
        f"#let isi = [\n{OPENING}\n\n{points}\n\n{CLOSING}\n\n#h(1fr) BUPATI PATI, #v(25mm)"
        " SAPTO WIBOWO\n\nTembusan: Gubernur, Kepala BPS\n]\n"
    )
    head = "#align(center)[*BUPATI PATI*]\n#line(length: 100%)\nPati, 13 Februari 2020 Kepada "
    title = "\n#align(center)[*SURAT EDARAN* NOMOR 470/12/2020 TENTANG PARTISIPASI ASN]\n#isi\n"
    pages = [f"{head}Yth. {copy.recipients[0]} di PATI{title}" for copy in copies]
    return common + "#pagebreak()\n".join(pages)


def preview(report: Callable[..., object]) -> None:
    """Text to picture of a two-page circular of the sample campaign, as after the last key."""
    from census_desk import sample
    from census_desk.register import Register
    from tests.samples.papers import issued_and_draft, letter_of_2026
    from ui.papers import letter_job
    from ui.pdf_pages import draw_page, page_count
    from ui.presenters.preview import Fit
    from ui.presenters.preview import Frame as Shown

    with Register.in_memory(actor="Ukur") as register:
        sample.build(register)
        issued, _draft = issued_and_draft(register)
        letter = letter_of_2026(register, issued)
        assert page_count(letter_job(register, letter)().pdf) == 2
        frame = Shown(width=PREVIEW_WIDTH, height=PREVIEW_HEIGHT, fit=Fit.WIDTH)

        def shown() -> None:
            pdf = letter_job(register, letter)().pdf
            for index in range(2):
                draw_page(pdf, index, frame)

        shown()
        taken = median_of(20, shown, time.process_time)
    report("preview of a two-page circular", taken * 1e3, 250, "ms")


def memory(report: Callable[..., object]) -> None:
    """Peak memory of a process that prints 1,190 letters, over a bare interpreter's."""
    if not Path("/proc/self/status").exists():
        return
    bare, full = (_peak(code) for code in ("", _PRINTS))
    report("1,190 letters, peak memory", full - bare, 60, "MB")


_PRINTS = (
    "from tests.benchmarks.bench_letters import *;"
    "print_copies(CIRCULAR, a_letter(), addressees(COPIES));"
)


def _peak(code: str) -> float:
    """Megabytes at most in use; a fork would hand its own peak on, what /proc tells begins anew."""
    told = f"{code}\nprint(open('/proc/self/status').read())"
    out = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    (line,) = (line for line in out.stdout.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024
