"""Plans made by hand: tables of cells a row each, and the facts of plans in the shared corpus checked by eye."""

from collections.abc import Sequence

from ingest.papers import Table

PLAN = ("Ref", "Action", "Lead officer", "By when", "Progress", "RAG")


def table(header: Sequence[str], *rows: Sequence[str], page: int = 1, pages: Sequence[int] = ()) -> Table:
    """A table with that header and those rows, all on one page or on the pages given."""
    on = tuple(pages) or (page,) * len(rows)
    boxes = tuple((50.0, 100.0 + 20 * at, 500.0, 118.0 + 20 * at) for at in range(len(rows)))
    return Table((on[0], on[-1]), tuple(header), tuple(map(tuple, rows)), on, boxes)


CHECKED = (
    ("ecsc-scrutiny-2023-11-07-supplement-pack", range(18, 19),
     (("Director of Children's Services", None), ("Service Director CYPFS", None), ("Chief Executive", None),
      ("Service Director CYPFS", None))),
    ("ecsc-scrutiny-2023-11-07-supplement-pack", range(25, 26),
     (("Service Director CYPFS", None), ("Service Director CYPFS", None), ("HROD", None),
      ("HoS Quality Assurance and Safeguarding", None))),
    ("ecsc-scrutiny-2023-11-07-supplement-pack", range(33, 34),
     (*(("HoS QAS", None),) * 3, ("HoS FD, HoS CSW, HoS Perm", None), *(("HoS QAS", None),) * 4)),
    ("ecsc-scrutiny-2023-11-07-supplement-pack", range(53, 54),
     (("HoS TS and YJS", "2023-12-31"), ("HoS TS and YJS", "2023-12-31"), ("HoS TS and YJS", "2024-01-31"),
      ("HoS TS and YJS", "2024-01-31"), ("HoS TS and Partners", "2024-01-31"))),
    ("cabinet-2023-06-12-public-reports-pack", range(118, 125),
     (("DCS and SD.", "2023-07-31"), ("SD", "2023-05-31"), ("DCS", "2023-03-31"),
      ("CEO, DCS, Directors of partner organisations", "2023-04-30"),
      ("DCS, SD, HOS and operational managers, Partners", "2023-03-31"), ("DCS, SD, PIL, HOS", "2023-03-31"),
      ("DCS, SD, AD EPS", "2023-07-31"))),
)  # fmt: skip
"""Plans of the shared corpus as their pages' pictures show them: document, pages, and owner and date of each row."""
