"""What is given on the command line, read: dates and ranges of pages."""

from datetime import date

import typer

from ingest.dates import first_date


def day(text: str) -> date:
    """A date as given to a filter: 2023-03-09, 09/03/2023 or 9 March 2023."""
    found = first_date(text)
    if found is None:
        raise typer.BadParameter(f"{text!r} is not a date; write 2023-03-09, 09/03/2023 or 9 March 2023")
    return found


def span(text: str) -> range:
    """PDF pages as given: 11-44, or one page."""
    first, _, last = text.partition("-")
    if not (first.strip().isdigit() and (last or first).strip().isdigit()):
        raise typer.BadParameter(f"{text!r} is not a range of pages; write 11-44")
    if last and int(last) < int(first):
        raise typer.BadParameter(f"{text!r} ends before it begins; write {last.strip()}-{first.strip()}")
    return range(int(first), int(last or first) + 1)
