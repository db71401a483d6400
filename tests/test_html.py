"""HTML pages: what a browser shows and nothing else, in paragraphs and tables; hostile pages fail with a reason."""

from pathlib import Path

import pytest

from ingest.documents import Flowing, read_document
from ingest.errors import BrokenPaper, NotAPaper
from ingest.html import HtmlSettings, read_html
from ingest.pack import read_pack
from ingest.papers import PackKind


def read(tmp_path: Path, held: str | bytes) -> Flowing:
    """A page as read."""
    path = tmp_path / "a.html"
    path.write_bytes(held if isinstance(held, bytes) else held.encode())
    return read_document(path)


def texts(tmp_path: Path, held: str | bytes) -> list[str]:
    """The lines of a page."""
    return [line.text for line in read(tmp_path, held).pages[0].lines]


@pytest.mark.parametrize(
    ("held", "lines"),
    [
        ("<p>The <b>loan</b>\n is   £16m<br>over ten years</p>", ["The loan is £16m", "over ten years"]),
        ("<div>One<div>Two</div>Three</div>", ["One", "Two", "Three"]),
        ("<p>Roads &amp; bridges &pound;3&nbsp;m &#8211; agreed", ["Roads & bridges £3 m – agreed"]),
        ("<p>&amp;lt;p&amp;gt;Roads &amp;amp; bridges&amp;lt;/p&amp;gt;</p>", ["Roads & bridges"]),
        ("<p>Noted</p><script>alert('x')</script><style>p {}</style><!-- secret -->", ["Noted"]),
        ('<p>Shown<span style="display: none"> hidden</span></p><p hidden>Gone</p>', ["Shown"]),
        ("<p>Paid <del>£10m</del><ins>£16m</ins></p>", ["Paid £16m"]),
        ('<nav><a href="/">Home</a></nav><main><p>Decision</p></main><p>Cookies</p>', ["Decision"]),
        ("<p>R E S O L V E D that</p>", ["RESOLVED that"]),
        (
            '<p class="MsoNormal">1.<span style="font:7pt">&nbsp;&nbsp; </span>Apologies<o:p></o:p></p>',
            ["1. Apologies"],
        ),
        ("<button>Search</button><select><option>Cabinet</select><p>Where 3 &lt; 4</p>", ["Where 3 < 4"]),
    ],
)
def test_what_a_browser_shows(tmp_path: Path, held: str, lines: list[str]) -> None:
    """Words in paragraphs, entities as characters, escaped twice or not; what is hidden stays hidden."""
    assert texts(tmp_path, held) == lines


def test_lists_have_the_numbers_that_browsers_print(tmp_path: Path) -> None:
    """Start, value, form and nesting."""
    held = "<ol start=4><li>Roads<ol type=a><li>Noted<li>Agreed</ol><li value=9>Parks</ol><ul><li><p>Point</p></ul>"
    held += '<ol style="list-style-type: upper-roman" reversed><li>Two<li>One</ol>'
    assert texts(tmp_path, held) == [
        "4. Roads", "a. Noted", "b. Agreed", "9. Parks", "• Point", "II. Two", "I. One",
    ]  # fmt: skip


def test_headings_bold_and_titles(tmp_path: Path) -> None:
    """Headings by level, bold paragraphs, and the words in bold that a paragraph opens with."""
    held = "<title>Decision -  Loan</title><h2>Cabinet</h2><p><strong>Roads</strong></p><p><b>Parks.</b> The park</p>"
    found = read(tmp_path, held)
    lines = [(line.text, line.size, line.bold, line.lead) for line in found.pages[0].lines]
    assert (found.title, found.paged) == ("Decision - Loan", False)
    assert lines == [
        ("Cabinet", 15.0, True, ""),
        ("Roads", 10.0, True, ""),
        ("Parks. The park", 10.0, False, "Parks."),
    ]


def test_a_table_with_spans(tmp_path: Path) -> None:
    """A cell over rows stands in each of them, a header over columns in each column; the caption is kept."""
    held = (
        "<table><caption>Costs (£m)</caption><thead><tr><th rowspan=2>Year<th colspan=2>Cost</tr>"
        "<tr><th>Staff<th>Rent</tr></thead><tr><td>2024<td>3<td>4</tr><tr><td>2025<td>5<td>6</tr></table>"
    )
    (table,) = read(tmp_path, held).tables
    assert (table.header, table.caption, table.unit) == (("Year", "Cost · Staff", "Cost · Rent"), "Costs (£m)", "£m")
    assert table.rows == (("2024", "3", "4"), ("2025", "5", "6"))


def test_tables_that_only_lay_out_text_are_text(tmp_path: Path) -> None:
    """A list of items in two columns, and a table around the whole page."""
    items = (
        '<table class="mgItemTable"><tr><td><p>1.</p><td><p>Apologies</p><p>None.</p></tr><tr><td>2.<td>Roads</table>'
    )
    found = read(tmp_path, f"<table><tr><td>{items}</td></tr></table>")
    assert [line.text for line in found.pages[0].lines] == ["1. Apologies", "None.", "2. Roads"]
    assert found.tables == ()


def test_printed_minutes_as_a_page(tmp_path: Path) -> None:
    """Their sitting, items and kind are those of minutes."""
    held = (
        "<h1>Cabinet</h1><p>Thursday 9 March 2023</p><p>PRESENT:</p><p>Councillor Bingley, in the Chair.</p>"
        "<table><tr><td><b>104.</b><td><p><b>Interests</b></p><p>None.</p></tr>"
        "<tr><td><b>105.</b><td><p><b>Loan</b></p><p>The Cabinet agreed the loan.</p></tr></table>"
    )
    (tmp_path / "a.htm").write_text(held, encoding="utf-8")
    pack = read_pack(tmp_path / "a.htm")
    assert (pack.kind, str(pack.meeting), pack.paged) == (PackKind.MINUTES, "Cabinet, 9 March 2023", False)
    assert [(item.number, item.title) for item in pack.items if item.number] == [("104", "Interests"), ("105", "Loan")]


def test_a_meetings_page_with_its_minutes_is_minutes(tmp_path: Path) -> None:
    """ModernGov's list of a meeting's items, each with its minutes, names nobody present."""
    row = "<tr><td><p>{}</p><td><p>{}</p><p>To consider it.</p><h3>Minutes:</h3><p>It was noted.</p>"
    held = (
        "<title>Agenda for Cabinet</title><h1>Agenda and minutes</h1><h2>Cabinet - Thursday, 9 March 2023 2.30 pm</h2>"
        f"<table><tr><th>No.<th>Item</tr>{row.format('104.', 'Interests')}{row.format('105.', 'Loan PDF 3 KB')}</table>"
    )
    (tmp_path / "a.html").write_text(held, encoding="utf-8")
    pack = read_pack(tmp_path / "a.html")
    assert (pack.kind, str(pack.meeting), pack.tables) == (PackKind.MINUTES, "Cabinet, 9 March 2023", ())
    assert [(item.number, item.title) for item in pack.items] == [("104", "Interests"), ("105", "Loan")]


def test_a_decision_page_names_its_sitting(tmp_path: Path) -> None:
    """ModernGov's page of a decision, the site's name left out of its title."""
    held = (
        "<title>Decision - Winter service - Bridgeford Council</title><h1>Decision details</h1><h2>Winter service</h2>"
        "<p><span>Decision Maker: </span><a>Cabinet</a></p><h3>Decision:</h3><ol><li>the policy be approved</ol>"
        "<p>Publication date: 14/03/2024</p><p>Decided at meeting: 12/03/2024 - <a>Cabinet</a></p>"
    )
    (tmp_path / "a.html").write_text(held, encoding="utf-8")
    pack = read_pack(tmp_path / "a.html")
    assert (pack.kind, pack.title) == (PackKind.DECISION_SHEET, "Decision - Winter service")
    assert str(pack.meeting) == "Cabinet, 12 March 2024"


@pytest.mark.parametrize(
    ("held", "text"),
    [
        ("<p>Cost: £3 – agreed".encode("utf-16"), "Cost: £3 – agreed"),
        ("<meta charset=windows-1252><p>Cost: £3 – agreed".encode("cp1252"), "Cost: £3 – agreed"),
        ("<p>Cost: £3 – agreed".encode("cp1252"), "Cost: £3 – agreed"),
        (b'<?xml version="1.0" encoding="utf-8"?><html><body><p>Caf\xc3\xa9</p></body></html>', "Café"),
        (b'<meta charset="no-such"><p>caf\xe9</p>', "café"),
    ],
)
def test_the_encoding_is_found(tmp_path: Path, held: bytes, text: str) -> None:
    """By its mark, as UTF-8, as declared, else as Windows writes it."""
    assert texts(tmp_path, held) == [text]


def test_nothing_is_fetched_or_expanded(tmp_path: Path) -> None:
    """Entities that a page declares are not read from files."""
    held = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>Noted</p><img src="http://host/x.png">'
    assert texts(tmp_path, held)[-1] == "Noted"


@pytest.mark.parametrize("held", ["<div>" * 100_000 + "x", "<table><tr><td>" * 5000 + "x"])
def test_a_page_nested_beyond_reason_fails(tmp_path: Path, held: str) -> None:
    """Elements in elements without end."""
    with pytest.raises(BrokenPaper, match=r"^a\.html: "):
        read(tmp_path, held)


def test_a_page_that_is_too_large_or_empty_fails(tmp_path: Path) -> None:
    """The reason names the limit, or says that nothing is there."""
    (tmp_path / "a.html").write_text("<p>" + "x" * 2_000_000, encoding="utf-8")
    with pytest.raises(NotAPaper, match="more than 1 MB of HTML"):
        read_html(tmp_path / "a.html", HtmlSettings(largest=1_000_000))
    with pytest.raises(NotAPaper, match="holds no text"):
        read(tmp_path, "<html><body><script>x()</script></body></html>")
