"""Commitments in tables: action plans, logs and highlight reports, whichever words head their columns."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.papers import Box, Table, squash
from ingest.register.due import Due, cell_to_due, header_to_month
from ingest.register.heads import Layout, Role, header_to_layout

NOTHING_TO_DO = re.compile(
    r"^(?:n/?a|none?|nil|not? (?:applicable|action|actions|further action|adverse)\b.*|-+|–|tbc|yes|no)\W*$"
    r"|^(?:please (?:use|complete|add|insert)|add rows)\b",
    re.I,
)
_WHEN = re.compile(
    r"^(?P<when>on-?going|immediate(?:ly)?|(?:by |from )?[A-Z][a-z]+ 20\d\d)\b[.,;:–-]*\s*(?P<who>.*)$", re.I | re.S
)
_NUMBERED = re.compile(r"^\(?\d{1,2}(?:\.\d{1,2})*[.)]\s|^\d{1,2}(?:\.\d{1,2})+\s")
_NOBODY = re.compile(r"^(?:to|will|as|see|this|the \w+ will)\b", re.I)
_RAG_WORDS = 3
_INITIALS = r"(?:[A-Z]{2,4}|Clerk|Chair|Cllrs?\.? [A-Z]\w+)(?:\s*[/&,]\s*(?:[A-Z]{2,4}|Clerk|Chair))*"
_TOLD = re.compile(rf"^(?P<owner>{_INITIALS})\s+to\s+(?P<action>[a-z].*)$", re.S)
_ASKED = re.compile(rf"^(?P<owner>{_INITIALS})(?:\s+(?P<due>.*))?$", re.S)


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row of a plan: what is to be done, by whom, by when, how it goes, and where the row stands."""

    action: str
    owner: str
    due: Due | None
    progress: str
    rag: str
    cells: tuple[str, ...]
    page: int
    box: Box
    last_page: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan: its columns, the tables that have them, and those after it whose columns are not told."""

    layout: Layout
    tables: tuple[Table, ...]
    loose: tuple[Table, ...] = ()

    @property
    def last_page(self) -> int:
        """The last page of the plan as far as it has been read."""
        return max(table.pages[1] for table in (*self.tables, *self.loose))

    @property
    def untold(self) -> tuple[Table, ...]:
        """The tables whose columns are not told, and the rows with a number alone where the action should be."""
        return (*self.loose, *(_numbered(table, self.layout) for table in self.tables))

    @property
    def owners(self) -> tuple[str, ...]:
        """Everybody whom the plan's column of owners names."""
        rows = (row for table in self.tables for row in table.rows)
        return tuple(cell for row in rows for _, cell in self.layout.cells(row, Role.OWNER))


def tables_to_plans(tables: Sequence[Table]) -> Iterator[Plan]:
    """The plans: what goes on with one has its columns, or no header; what has neither comes loose."""
    plan: Plan | None = None
    for table in tables:
        layout = header_to_layout(table.header) if any(table.header) else None
        if plan and table.pages[0] - plan.last_page <= 1 and (layout is None or layout.roles == plan.layout.roles):
            held = layout is not None or _width(table) == len(plan.layout.roles)
            plan = replace(
                plan,
                tables=(*plan.tables, table) if held else plan.tables,
                loose=plan.loose if held else (*plan.loose, table),
            )
            continue
        if plan:
            yield plan
        plan = Plan(layout, (table,)) if layout and layout.is_plan else None
    if plan:
        yield plan


def plan_to_rows(plan: Plan) -> Iterator[PlanRow]:
    """The rows of a plan that say what is to be done."""
    owners = {squash(owner) for owner in plan.owners}
    rows = (
        _shifted(_row(cells, page, box, plan.layout), owners)
        for table in plan.tables
        for cells, page, box in zip(table.rows, table.row_pages, table.row_boxes, strict=True)
    )
    yield from filter(_says, _whole(rows, plan.layout))


def _whole(rows: Iterable[PlanRow], layout: Layout) -> Iterator[PlanRow]:
    """The rows, those that go on joined to their beginnings."""
    held: PlanRow | None = None
    for row in rows:
        if held and _goes_on(held, row, layout):
            held = _joined(held, row)
            continue
        if held:
            yield held
        held = row
    if held:
        yield held


def _row(cells: Sequence[str], page: int, box: Box, layout: Layout) -> PlanRow:
    """A row by the roles of its columns."""
    action = " ".join(cell for _, cell in layout.cells(cells, Role.ACTION))
    owner = ", ".join(cell for _, cell in layout.cells(cells, Role.OWNER))
    said = " ".join(cell for _, cell in layout.cells(cells, Role.DUE))
    due = cell_to_due(said) or _charted(cells, layout)
    for _, cell in layout.cells(cells, Role.WHO_WHEN):
        owner, due, action = _who_and_when(cell, action, owner, due)
    progress = "; ".join(cell for _, cell in layout.cells(cells, Role.PROGRESS))
    rag = " ".join(cell for _, cell in layout.cells(cells, Role.RAG))
    if len(rag.split()) > _RAG_WORDS:
        progress, rag = rag, ""
    return PlanRow(
        action, owner, due, progress, rag if re.search(r"[A-Za-z]", rag) else "", tuple(cells), page, box, page
    )


def _numbered(table: Table, layout: Layout) -> Table:
    """The rows of a table that have no word in their column of actions."""
    actions = [" ".join(cell for _, cell in layout.cells(row, Role.ACTION)) for row in table.rows]
    at = [number for number, action in enumerate(actions) if action and not re.search(r"[A-Za-z]{3}", action)]
    rows = tuple(table.rows[number] for number in at)
    pages, boxes = tuple(table.row_pages[number] for number in at), tuple(table.row_boxes[number] for number in at)
    return Table(table.pages, (), rows, pages, boxes)


def _shifted(row: PlanRow, owners: set[str]) -> PlanRow:
    """A row of which the cells were read a column too far to the left: its action is what stands before an owner."""
    if row.owner or squash(row.action) not in owners:
        return row
    before = (
        [cell for cell in row.cells[: row.cells.index(row.action)] if cell.strip()] if row.action in row.cells else []
    )
    return replace(row, action=" ".join(before[-1].split()), owner=row.action) if before else row


def _charted(cells: Sequence[str], layout: Layout) -> Due | None:
    """The last month that is marked in the columns of a time chart."""
    marked = [head for head, _ in layout.cells(cells, Role.MONTH)]
    months = [(month, head) for head in marked if (month := header_to_month(head))]
    if not months:
        return None
    last, head = max(months)
    return Due(last, head.split(" · ")[-1])


def _who_and_when(cell: str, action: str, owner: str, due: Due | None) -> tuple[str, Due | None, str]:
    """Owner, due date and action out of a cell that gives who and when, or who is to do what."""
    told, asked = _TOLD.match(cell), _ASKED.match(cell)
    if told:
        return told["owner"], due, told["action"]
    if asked:
        return asked["owner"], cell_to_due(asked["due"] or "") or due, action
    when = _WHEN.match(cell)
    if when:
        return owner or when["who"].strip(" .,;:–-"), cell_to_due(when["when"]), action
    dated = cell_to_due(cell)
    if dated and dated.day:
        return owner, dated, action
    return owner or ("" if _NOBODY.match(cell) else cell), due, action


def _says(row: PlanRow) -> bool:
    """Whether a row says what is to be done, and is not the heading of a part of the plan."""
    filled = sum(bool(cell.strip()) for cell in row.cells)
    return filled > 1 and not NOTHING_TO_DO.match(row.action) and bool(re.search(r"[A-Za-z]{3}", row.action))


def _goes_on(held: PlanRow, row: PlanRow, layout: Layout) -> bool:
    """Whether a row goes on with the one above, cut by a page's end or in the middle of a sentence."""
    if row.due or _NUMBERED.match(row.action):
        return False
    if row.action[:1].islower() and not row.owner:
        return True
    if row.page == held.last_page:
        return False
    if Role.REFERENCE not in layout.roles:
        return not row.owner
    references, above = ([cell for _, cell in layout.cells(each.cells, Role.REFERENCE)] for each in (row, held))
    return not references or (not row.owner and references == above)


def _joined(held: PlanRow, row: PlanRow) -> PlanRow:
    """A row with what goes on below it."""
    return replace(
        held,
        action=f"{held.action} {row.action}".strip(),
        owner=f"{held.owner} {row.owner}".strip(),
        progress=f"{held.progress} {row.progress}".strip(),
        rag=held.rag or row.rag,
        last_page=row.page,
    )


def _width(table: Table) -> int:
    return max((len(row) for row in table.rows), default=0)
