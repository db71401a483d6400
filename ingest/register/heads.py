"""The columns of plans and logs: what they hold, whichever words head them."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from ingest.papers import squash
from ingest.register.due import header_to_month


class Role(StrEnum):
    """What a column of a plan holds, in the order in which a head is asked what it is."""

    WHO_WHEN = "who and when"
    RAG = "rag"
    OWNER = "owner"
    PROGRESS = "progress"
    DUE = "due"
    ACTION = "action"
    REFERENCE = "reference"
    MONTH = "month"
    OTHER = ""


@cache
def _heads() -> tuple[tuple[str, frozenset[str], tuple[re.Pattern[str], ...]], ...]:
    """For each role of `heads.toml` the heads that it is, and patterns of what it has."""
    read = tomllib.loads(files("ingest.register").joinpath("heads.toml").read_text(encoding="utf-8"))
    return tuple(
        (
            row["name"],
            frozenset(map(squash, row.get("is", ()))),
            tuple(re.compile(".*".join(map(squash, head.split("…")))) for head in row.get("has", ())),
        )
        for row in read["role"]
    )


def _is(head: str, name: str) -> bool:
    """Whether a head, or the last part of a head over several rows, is of that name."""
    parts = {squash(head), squash(head.rsplit(" · ", 1)[-1])}
    return any(
        bool(parts & heads) or any(pattern.search(part) for pattern in patterns for part in parts)
        for held, heads, patterns in _heads()
        if held == name
    )


@dataclass(frozen=True, slots=True)
class Layout:
    """The roles of a plan's columns."""

    roles: tuple[Role, ...]
    header: tuple[str, ...]

    @property
    def is_plan(self) -> bool:
        """Whether the columns make a plan: actions, and who does them, when, or how they go."""
        has = set(self.roles)
        who = bool(has & {Role.OWNER, Role.WHO_WHEN})
        return Role.ACTION in has and (who or bool(has & {Role.PROGRESS, Role.RAG, Role.MONTH}))

    def cells(self, row: Sequence[str], role: Role) -> Iterator[tuple[str, str]]:
        """The heads and cells of a role's columns that are not empty."""
        for head, cell, held in zip(self.header, row, self.roles, strict=False):
            if held is role and cell.strip():
                yield head, " ".join(cell.split())


def header_to_layout(header: Sequence[str]) -> Layout:
    """The roles that a header gives its columns.

    A column of next steps is the action beside those of what was done; beside points discussed, a column headed
    "action" says who is to act on them.
    """
    roles = [_role(head) for head in header]
    following = [_is(head, "next") for head in header]
    if any(following):
        roles = [Role.ACTION if is_next else _not_action(role) for is_next, role in zip(following, roles, strict=True)]
    discussed = [_is(head, "discussed") for head in header]
    if any(discussed) and Role.OWNER not in roles and ({Role.ACTION, Role.WHO_WHEN} & set(roles)):
        roles = [
            Role.ACTION if said else Role.WHO_WHEN if role is Role.ACTION else role
            for said, role in zip(discussed, roles, strict=True)
        ]
    return Layout(tuple(roles), tuple(header))


def _not_action(role: Role) -> Role:
    return Role.OTHER if role is Role.ACTION else role


def _role(head: str) -> Role:
    """The role of a column, by its head."""
    if header_to_month(" ".join(head.split())):
        return Role.MONTH
    return next((role for role in Role if role.value and _is(head, role)), Role.OTHER)
