"""The README says what the program says."""

from readme import README, renewed


def test_the_readme_has_the_programs_own_help_and_settings() -> None:
    """`make format` writes it anew where this fails."""
    text = README.read_text(encoding="utf-8")
    assert "<!-- help -->" in text
    assert "<!-- settings -->" in text
    assert renewed(text) == text


def test_an_example_stands_near_the_top() -> None:
    """An answer with its citation can be read before line 25."""
    assert "[1]" in "\n".join(README.read_text(encoding="utf-8").splitlines()[:25])
