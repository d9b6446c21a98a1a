"""Pages of a PDF as pictures; pdfium is not thread-safe, so one page at a time."""

import threading

from ui.presenters.preview import SCREEN_SCALE, Fit, Frame, PageImage

MARGIN = 24  # grey around the page, pixels
SMALLEST, LARGEST = 0.2, 4.0
_pdfium = threading.Lock()


def draw_page(pdf: bytes, index: int, frame: Frame) -> PageImage:
    """One page of the paper in the size that `frame` asks for; the last page when it has fewer."""
    with _pdfium:
        return _draw(pdf, index, frame)


def page_count(pdf: bytes) -> int:
    """How many pages a paper has."""
    import pypdfium2

    with _pdfium:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def _draw(pdf: bytes, index: int, frame: Frame) -> PageImage:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        count = len(document)
        index = min(index, count - 1)
        page = document[index]
        zoom = zoom_for(*page.get_size(), frame)
        picture = page.render(scale=zoom * SCREEN_SCALE).to_pil()
    finally:
        document.close()
    return PageImage(image=picture, index=index, count=count, zoom=zoom)


def zoom_for(width: float, height: float, frame: Frame) -> float:
    """The zoom (1.0 is real size at 96 dpi) of a page of so many points in that frame."""
    across = (frame.width - MARGIN) / (width * SCREEN_SCALE)
    down = (frame.height - MARGIN) / (height * SCREEN_SCALE)
    wanted = {Fit.WIDTH: across, Fit.PAGE: min(across, down), Fit.NONE: frame.zoom}[frame.fit]
    return min(max(wanted, SMALLEST), LARGEST)
