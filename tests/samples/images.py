"""`python -m tests.samples.images FOLDER`: the pictures of README and guide, from made samples."""

from __future__ import annotations

import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
IMAGES = PROJECT / "docs" / "images"
MOST_BYTES = 150_000
COLOURS = 48
LIGHT, DARK = "screens/1366x768-light", "screens/1366x768-dark"
PICTURES = {
    "awal": f"{LIGHT}/01-awal.png",
    "register-baru": f"{LIGHT}/04-register-baru-terisi.png",
    "beranda": f"{LIGHT}/10-beranda.png",
    "papan-cakupan": f"{LIGHT}/12-cakupan-ditandai.png",
    "papan-kecamatan": f"{LIGHT}/13-cakupan-kecamatan.png",
    "surat": f"{LIGHT}/20-surat.png",
    "surat-isi": f"{LIGHT}/27-surat-undangan-isi.png",
    "surat-diperiksa": f"{LIGHT}/27-surat-ke-isian.png",
    "surat-masuk": f"{LIGHT}/28-surat-masuk.png",
    "buku-nomor": f"{LIGHT}/29-buku-nomor.png",
    "periksa-kode": f"{LIGHT}/29-periksa-kode.png",
    "tata-letak": f"{LIGHT}/70-pengaturan-profiles-formulir.png",
    "surat-dua-versi": f"{LIGHT}/25-surat-dua-versi.png",
    "sosialisasi-bulan": f"{LIGHT}/30-sosialisasi-bulan.png",
    "sosialisasi-daftar": f"{LIGHT}/31-sosialisasi-daftar.png",
    "rencana-waktu": f"{LIGHT}/45-rencana-langkah-1.png",
    "rencana-siapa": f"{LIGHT}/45-rencana-langkah-2.png",
    "rencana-kalender": f"{LIGHT}/46-rencana-kalender.png",
    "rencana-mengapa": f"{LIGHT}/46-rencana-mengapa.png",
    "rencana-tanpa-tempat": f"{LIGHT}/47-rencana-tanpa-tempat.png",
    "rencana-perbaikan": f"{LIGHT}/47-rencana-terkena.png",
    "sosialisasi-bentrok": f"{LIGHT}/32-sosialisasi-formulir-bentrok.png",
    "kehadiran": f"{LIGHT}/71-kehadiran-pratinjau.png",
    "meja-daftar": f"{LIGHT}/74-meja-daftar-tercatat.png",
    "pendampingan": f"{LIGHT}/40-pendampingan.png",
    "opd": f"{LIGHT}/50-opd-recaps.png",
    "opd-semua": f"{LIGHT}/53-opd-semua.png",
    "riwayat": f"{LIGHT}/60-riwayat.png",
    "bantuan": f"{LIGHT}/92-bantuan.png",
    "tanggal-kerja": f"{LIGHT}/95-tanggal-kerja.png",
    "kesalahan-isian": f"{LIGHT}/42-pendampingan-baru-kesalahan.png",
    "beranda-gelap": f"{DARK}/10-beranda.png",
    "edaran": "papers/edaran-2020-01.png",
    "daftar-hadir": "papers/daftar-hadir-rapat-f4-01.png",
}


def main(folder: Path) -> int:
    """Take over every picture that is named; one that is missing or too heavy is a failure."""
    from PIL import Image

    IMAGES.mkdir(parents=True, exist_ok=True)
    for name, source in PICTURES.items():
        path = IMAGES / f"{name}.png"
        with Image.open(folder / source) as picture:
            small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
            small.save(path, optimize=True)
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise AssertionError(f"{path.name}: {size} bytes")
        print(f"{size:>8}  {path.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
