"""The forms of an office's own letter templates and layout profiles."""

from census_desk.letters.letter import (
    LETTER_KIND_NAMES,
    NATURE_NAMES,
    RELATION_NAMES,
    LetterKind,
    Nature,
    Relation,
)
from census_desk.people import POST_KIND_NAMES, PostKind
from census_desk.words import N_
from ui.forms import Field

KOP_LINES = {"thick-thin": N_("Tebal dan tipis"), "thick": N_("Satu garis tebal")}
SIDES = {"left": N_("Kiri"), "right": N_("Kanan")}
DATE_PLACES = {"head-right": N_("Kanan atas"), "foot-right": N_("Di atas tanda tangan")}
BODY_FORMS = {"opening": N_("Pembuka lalu isi"), "sections": N_("Bagian berjudul")}
NAME_CASES = {"upper": N_("Huruf kapital"), "as-written": N_("Seperti ditulis")}


def _size(name: str, label: str, group: str = "") -> Field:
    return Field(name=name, label=label, kind="decimal", group=group)


def _words(name: str, label: str, hint: str = "") -> Field:
    return Field(name=name, label=label, hint=hint, optional=True)


def _switch(name: str, label: str) -> Field:
    return Field(name=name, label=label, kind="switch", optional=True)


def _one_of(name: str, label: str, names: dict[str, str]) -> Field:
    return Field(name=name, label=label, kind="choice", names=names)


PROFILE = (
    Field(name="name", label=N_("Nama tata letak"), group=N_("Tata letak")),
    Field(name="basis", label=N_("Dasar"), kind="note", rows=2, optional=True),
    Field(
        name="chosen_by_date",
        label=N_("Pakai untuk semua surat menurut tanggalnya"),
        kind="switch",
        optional=True,
    ),
    Field(name="valid_from", label=N_("Berlaku sejak"), kind="date", optional=True),
    Field(name="valid_to", label=N_("Berlaku sampai"), kind="date", optional=True),
    Field(name="paper_name", label=N_("Nama kertas"), group=N_("Kertas dan tepi (mm)")),
    _size("paper_width_mm", N_("Lebar kertas")),
    _size("paper_height_mm", N_("Tinggi kertas")),
    _size("margin_left_mm", N_("Tepi kiri")),
    _size("margin_right_mm", N_("Tepi kanan")),
    _size("margin_top_mm", N_("Tepi atas")),
    _size("margin_bottom_mm", N_("Tepi bawah")),
    _size("right_block_left_mm", N_("Blok kanan mulai dari")),
    _size("first_line_indent_mm", N_("Lekuk baris pertama")),
    _size("list_indent_mm", N_("Lekuk daftar")),
    Field(
        name="body_font",
        label=N_("Huruf surat"),
        kind="choice",
        collection="fonts",
        group=N_("Huruf"),
    ),
    Field(name="circular_font", label=N_("Huruf edaran"), kind="choice", collection="fonts"),
    Field(name="kop_font", label=N_("Huruf kop"), kind="choice", collection="fonts"),
    _size("body_size_pt", N_("Besar huruf isi")),
    _size("body_leading_pt", N_("Jarak baris")),
    _size("copies_size_pt", N_("Besar huruf tembusan")),
    _size("kop_government_size_pt", N_("Nama pemerintah"), N_("Kop (poin)")),
    _size("kop_office_size_pt", N_("Nama perangkat daerah")),
    _size("kop_regent_size_pt", N_("Nama jabatan")),
    _size("kop_address_size_pt", N_("Alamat")),
    _switch("kop_government_bold", N_("Nama pemerintah tebal")),
    _switch("kop_office_bold", N_("Nama perangkat daerah tebal")),
    _switch("kop_regent_bold", N_("Nama jabatan tebal")),
    _switch("kop_first_page_only", N_("Kop hanya di halaman pertama")),
    _one_of("kop_line", N_("Garis kop"), KOP_LINES),
    _size("kop_line_thick_pt", N_("Tebal garis")),
    _size("kop_line_thin_pt", N_("Garis tipis")),
    _size("kop_line_gap_pt", N_("Jarak garis")),
    _size("kop_text_gap_lines", N_("Baris kosong di bawah kop")),
    _size("emblem_height_mm", N_("Tinggi lambang (mm)")),
    _size("emblem_max_width_mm", N_("Lebar lambang (mm)")),
    _size("emblem_top_mm", N_("Lambang dari atas (mm)")),
    Field(
        name="addressee_side",
        label=N_("Letak tujuan"),
        kind="choice",
        names=SIDES,
        group=N_("Tujuan dan hal"),
    ),
    _words("addressee_opening", N_("Kata di atas tujuan")),
    _words("addressee_word", N_("Kata sapaan tujuan")),
    _words("addressee_place_word", N_("Kata tempat tujuan")),
    _switch("addressee_place_capitals", N_("Tempat tujuan berhuruf kapital")),
    _words("subject_word", N_("Kata hal")),
    Field(
        name="circular_order",
        label=N_("Urutan bagian edaran"),
        kind="order",
        rows=6,
        hint=N_("Satu baris satu bagian, dari atas ke bawah."),
        group=N_("Edaran"),
    ),
    _one_of("circular_body_form", N_("Bentuk isi"), BODY_FORMS),
    _one_of("circular_date_place", N_("Letak tanggal"), DATE_PLACES),
    _words("circular_title", N_("Judul")),
    _words("circular_number_line", N_("Baris nomor"), N_("{nomor} diganti nomor surat.")),
    _words("circular_about_word", N_("Kata tentang")),
    _words("circular_date_line", N_("Baris tanggal"), N_("{tempat} dan {tanggal} diganti.")),
    _words("circular_enacted_line", N_("Baris ditetapkan di")),
    _words("circular_enacted_on_line", N_("Baris ditetapkan pada")),
    Field(
        name="page_number",
        label=N_("Bentuk nomor halaman"),
        hint=N_("{n} diganti nomor halaman."),
        group=N_("Halaman"),
    ),
    _switch("page_number_on_first", N_("Halaman pertama juga bernomor")),
    _switch("catchword", N_("Cetak kata penyambung di kaki halaman")),
    _words("attachment_heading", N_("Kepala lampiran"), N_("{romawi} dan {jenis} diganti.")),
    Field(
        name="signature_gap_mm",
        label=N_("Ruang tanda tangan (mm)"),
        kind="decimal",
        group=N_("Tanda tangan"),
    ),
    _size("stamp_room_mm", N_("Ruang cap (mm)")),
    _one_of("signature_name_case", N_("Nama"), NAME_CASES),
    _switch("signature_name_bold", N_("Nama tebal")),
    _switch("signature_name_underlined", N_("Nama bergaris bawah")),
    _switch("degrees_keep_case", N_("Gelar tetap seperti ditulis")),
    _words("nip_word", N_("Kata NIP")),
    Field(
        name="signature_rules",
        label=N_("Aturan penanda tangan"),
        kind="rules",
        rows=12,
        hint=N_(
            "Baris pertama yang cocok berlaku: naskah | jabatan | status | yang dicetak | catatan."
        ),
    ),
    _words("copies_heading", N_("Judul tembusan")),
    _words("assignment_title", N_("Judul surat tugas")),
    _words("assignment_verb", N_("Kata perintah surat tugas")),
)

TEMPLATE = (
    Field(name="name", label=N_("Nama templat"), group=N_("Templat")),
    Field(name="purpose", label=N_("Kegunaan"), kind="note", rows=2, optional=True),
    Field(
        name="kind",
        label=N_("Jenis"),
        kind="choice",
        enum=LetterKind,
        names=LETTER_KIND_NAMES,
        default=LetterKind.CIRCULAR.value,
    ),
    Field(name="subject", label=N_("Tentang"), kind="note", rows=2, group=N_("Surat")),
    Field(
        name="nature",
        label=N_("Sifat"),
        kind="choice",
        enum=Nature,
        names=NATURE_NAMES,
        default=Nature.ORDINARY.value,
    ),
    Field(
        name="signer",
        label=N_("Jabatan penanda tangan"),
        kind="choice",
        enum=PostKind,
        names=POST_KIND_NAMES,
        hint=N_("Kosong: menurut jenis surat."),
        optional=True,
    ),
    Field(name="on_behalf_of", label=N_("Atas nama"), optional=True),
    Field(
        name="code",
        label=N_("Klasifikasi"),
        kind="code",
        collection="codes",
        hint=N_("Kosong: kode sensus."),
        optional=True,
    ),
    Field(
        name="older_code",
        label=N_("Klasifikasi sebelum 2022"),
        kind="code",
        collection="codes",
        optional=True,
    ),
    Field(
        name="profile",
        label=N_("Tata letak"),
        kind="choice",
        collection="profiles",
        hint=N_("Kosong: menurut tanggal surat."),
        optional=True,
    ),
    Field(name="recipients", label=N_("Yth."), kind="lines", rows=3, optional=True),
    _switch("recipients_attached", N_("Tujuan dicetak sebagai lampiran")),
    Field(name="copy_to", label=N_("Tembusan"), kind="lines", rows=3, optional=True),
    Field(
        name="reply_days",
        label=N_("Dijawab dalam (hari)"),
        kind="number",
        hint=N_("0: tidak meminta jawaban."),
        optional=True,
    ),
    Field(
        name="bodies",
        label=N_("Isi"),
        kind="bodies",
        rows=16,
        hint=N_("Baris “=== pembuka” atau “=== bagian” bila isi berbeda menurut tata letak."),
        group=N_("Isi surat"),
        optional=True,
    ),
    Field(name="items", label=N_("Yang dikirim"), kind="items", rows=3, optional=True),
    Field(
        name="attachments", label=N_("Lampiran tercetak"), kind="attachments", rows=3, optional=True
    ),
    Field(name="attachment_count", label=N_("Lampiran lepas"), kind="number", optional=True),
    Field(name="attachment_unit", label=N_("Satuan lampiran"), optional=True),
    Field(
        name="relation",
        label=N_("Kaitan"),
        kind="choice",
        enum=Relation,
        names=RELATION_NAMES,
        optional=True,
    ),
    _switch("electronic", N_("Ruang tanda tangan elektronik (TTE)")),
)
