"""What is drawn on a page: rules, tints, and the words as they are seen."""

from collections.abc import Callable
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ingest.drawn import MOST_RULES, Drawing
from ingest.pdf import read_pdf


def drawn(path: Path, *steps: Callable[[Canvas], object]) -> Drawing:
    """A page of four rules around 100 points each way, and whatever the steps draw."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    top = A4[1]
    for box in ((100, top - 100, 200, top - 100), (100, top - 200, 200, top - 200)):
        canvas.line(*box)
    for x in (100, 200):
        canvas.line(x, top - 100, x, top - 200)
    for step in steps:
        step(canvas)
    canvas.save()
    (drawing,) = read_pdf(path).drawn
    return drawing


def texts(drawing: Drawing) -> list[str]:
    """The words of a drawing's pieces."""
    return [piece.text for piece in drawing.pieces]


def test_rules_are_counted_from_the_top_left(tmp_path: Path) -> None:
    """Level ones have no height, upright ones no width."""
    rules = {tuple(round(x) for x in rule) for rule in drawn(tmp_path / "a.pdf").rules}
    assert rules == {(100, 100, 200, 100), (100, 200, 200, 200), (100, 100, 100, 200), (200, 100, 200, 200)}


def test_a_grey_fill_is_a_tint_and_a_white_one_is_not(tmp_path: Path) -> None:
    """Shading tells a header; what hides something is no shading."""

    def fill(canvas: Canvas) -> None:
        for grey, x in ((0.8, 100), (1, 300)):
            canvas.setFillGray(grey)
            canvas.rect(x, 700, 50, 20, stroke=0, fill=1)

    assert [round(tint[0]) for tint in drawn(tmp_path / "a.pdf", fill).tints] == [100]


def test_a_form_stands_where_it_is_placed(tmp_path: Path) -> None:
    """Lines within a form are moved with it."""

    def form(canvas: Canvas) -> None:
        canvas.beginForm("logo")
        canvas.line(0, 0, 40, 0)
        canvas.endForm()
        canvas.translate(300, 500)
        canvas.doForm("logo")

    assert round(drawn(tmp_path / "a.pdf", form).rules[-1][0]) == 300


def test_a_rule_between_letters_parts_a_word(tmp_path: Path) -> None:
    """Figures set close on both sides of a rule are two; a rule through a letter parts nothing."""

    def write(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawRightString(199, A4[1] - 150, "5.6")
        canvas.drawString(201.5, A4[1] - 150, "4.4")
        canvas.drawString(190, A4[1] - 180, "Overflow")

    assert texts(drawn(tmp_path / "a.pdf", write)) == ["5.6", "4.4", "Overflow"]


def test_a_raised_figure_is_a_mark(tmp_path: Path) -> None:
    """The mark of a note is no digit of the sum before it."""

    def write(canvas: Canvas) -> None:
        text = canvas.beginText(110, 680)
        text.setFont("Helvetica", 10)
        text.textOut("197.750")
        text.setFont("Helvetica", 6)
        text.setRise(4)
        text.textOut("12")
        canvas.drawText(text)

    assert texts(drawn(tmp_path / "a.pdf", write)) == ["197.750¹²"]


def test_words_clipped_away_are_not_there(tmp_path: Path) -> None:
    """What nobody sees is in no cell."""

    def write(canvas: Canvas) -> None:
        canvas.drawString(110, 680, "Seen")
        clip = canvas.beginPath()
        clip.rect(100, 600, 100, 2)
        canvas.clipPath(clip, stroke=0)
        canvas.drawString(110, 630, "Hidden")

    assert texts(drawn(tmp_path / "a.pdf", write)) == ["Seen"]


def test_a_page_of_many_lines_is_a_chart(tmp_path: Path) -> None:
    """Its lines rule nothing."""

    def hatch(canvas: Canvas) -> None:
        for at in range(MOST_RULES):
            canvas.line(100, 100 + at / 10, 110, 100 + at / 10)

    assert drawn(tmp_path / "a.pdf", hatch).rules == ()
