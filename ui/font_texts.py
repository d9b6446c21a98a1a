"""A font of the office in words: what stands in for a face that has no file."""

from census_desk.letters.office_font import FACE_NAMES, OfficeFont, missing_faces
from census_desk.words import _


def standing_in(font: OfficeFont) -> str:
    """Which faces are printed in the regular one, "" when every face has its file."""
    missing = [_(FACE_NAMES[face]).lower() for face in missing_faces(font)]
    if not missing:
        return ""
    return _("Belum ada berkas untuk {faces}: dicetak dengan huruf biasa.").format(
        faces=", ".join(missing)
    )
