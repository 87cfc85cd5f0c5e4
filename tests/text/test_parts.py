"""Long texts in parts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from depeche.text.parts import parts


@given(st.text(alphabet="ab. \n", max_size=200), st.integers(min_value=2, max_value=50))
def test_parts_are_the_whole_text_and_none_is_too_long(text: str, size: int) -> None:
    found = list(parts(text, size))
    assert "".join(text[start:end] for start, end in found) == text
    assert all(end - start <= size for start, end in found)


def test_a_paragraph_is_kept_whole_where_possible() -> None:
    text = "Un mot. Un autre.\n\nDeux mots. Trois mots."
    assert [text[start:end] for start, end in parts(text, 30)] == [
        "Un mot. Un autre.\n\n",
        "Deux mots. Trois mots.",
    ]
