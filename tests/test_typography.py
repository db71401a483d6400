"""How a document is set, from its lines."""

from paper_examples import line

from ingest.typography import Body, lines_to_typography

BODY = [
    (page, line("Text of the report as most of it is set", 100 + 14 * at)) for page in (1, 2, 3, 4) for at in range(4)
]


def test_the_body_is_what_most_is_set_in_near_a_page() -> None:
    """Each page is compared with the pages next to it, not with the whole document."""
    small = [
        (page, line("Small print in a long appendix", 100 + 10 * at, size=8))
        for page in range(8, 20)
        for at in range(9)
    ]
    look = lines_to_typography([*BODY, *small])
    assert (look.bodies[1], look.bodies[12]) == (Body(12.0, False), Body(8.0, False))


def test_the_pitch_is_the_least_that_is_common() -> None:
    """That of the lines of a paragraph, not of paragraphs; else a usual one."""
    apart = [(5, line("A paragraph of one line", 100 + 24 * at)) for at in range(9)]
    look = lines_to_typography([*BODY, *apart])
    assert (look.pitch(12.0), look.pitch(20.0)) == (14.0, 25.0)


def test_captions_and_sentences_do_not_stand_out() -> None:
    """However they are set."""
    look = lines_to_typography(BODY)
    found = [look.stands_out(1, line(text, bold=True)) for text in ("Table 2 Bands", "Noted.", "2023", "Background")]
    assert found == [False, False, False, True]
