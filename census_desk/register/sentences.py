"""What the clerk reads when storage fails: what happened, that nothing is lost, what to do."""

from census_desk.register.engine import EngineError
from census_desk.register.errors import SaveFailed
from census_desk.words import N_, _

_NOT_SAVED = {
    "full": N_("Disk penuh; belum disimpan. Isian Anda masih di layar."),
    "io": N_(
        "Disk bermasalah; belum disimpan. Register sekarang baca-saja; buat cadangan sekarang. "
        "Isian Anda masih di layar."
    ),
    "busy": N_(
        "Register sedang dipakai program lain (antivirus, sinkronisasi, jendela lain); "
        "belum disimpan. Isian Anda masih di layar, coba lagi sebentar."
    ),
    "readonly": N_("Berkas register tidak boleh ditulis; belum disimpan."),
    "damaged": N_("Berkas register rusak; belum disimpan. Pulihkan dari cadangan."),
    "gone": N_(
        "Folder register tidak terjangkau; belum disimpan. "
        "Sambungkan lagi folder atau stik itu lalu coba lagi."
    ),
    "other": N_("Penyimpanan gagal; belum disimpan. Isian Anda masih di layar."),
}


def save_failed(error: EngineError, *, saved: bool, known: bool = True) -> SaveFailed:
    """The SaveFailed for a storage error, after the file was read back."""
    if not known:
        text = _(
            "Penyimpanan gagal dan berkas tidak dapat dibaca ulang; "
            "mungkin tersimpan, mungkin tidak. Register sekarang baca-saja."
        )
    elif saved:
        text = _("Disk melaporkan kesalahan, tetapi setelah dibaca ulang perubahan ini tersimpan.")
    else:
        text = _(_NOT_SAVED[error.trouble])
    return SaveFailed(text, saved=saved, known=known)
