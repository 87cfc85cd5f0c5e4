"""The measured part of the model card, between two marks of models/README.md."""

from __future__ import annotations

import re
from pathlib import Path

from models.training.measure import Figure

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
CHECKSUM = re.compile(r"SHA-256 of `models/fr_depeche`[^`]*`([0-9a-f]{64})`")


def _rounded(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:.1f}"


def _targets(figures: list[Figure]) -> list[str]:
    rows = ["| measure | aim | measured | reached |", "| --- | --- | --- | --- |"]
    for figure in figures:
        sign = "≥" if figure.higher else "≤"
        aim = f"{sign} {figure.target:,} {figure.unit}"
        rows.append(
            f"| {figure.name} | {aim} | {_rounded(figure.value)} | {'yes' if figure.reached else 'no'} |"
        )
    return rows


def _by_set(tables: dict[str, dict[str, float]]) -> list[str]:
    rows = []
    for name, scores in tables.items():
        rows.append(f"- {name}: " + ", ".join(f"{key} {value:.1f}" for key, value in scores.items()))
    return rows


def measured(
    figures: list[Figure], tables: dict[str, dict[str, float]], technical: dict[str, float], digest: str
) -> str:
    """Return the Markdown of the measures: targets, scores by test set, speed, checksum."""
    speed = (
        f"Speed: {technical['tokens/s']:,.0f} tokens a second of CPU for the whole model,"
        f" {technical['tokenizer tokens/s']:,.0f} for the tokenizer alone (ratio {technical['ratio']:.0f});"
        f" size {technical['MB']:.1f} MB; load {technical['load s']:.2f} s."
    )
    checksum = f"SHA-256 of `models/fr_depeche` (all files but meta.json): `{digest}`"
    lines = [*_targets(figures), "", "All scores, in percent:", "", *_by_set(tables), "", speed, "", checksum]
    return "\n".join(lines)


def write_card(card: Path, text: str) -> None:
    """Replace the measured part of the card.

    Raises ValueError when the marks are missing.
    """
    before, begin, rest = card.read_text(encoding="utf8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{card}: lacks the marks {BEGIN} and {END}")
    card.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf8")


def card_checksum(card: Path) -> str:
    """Return the checksum that the card gives; raises ValueError when it gives none."""
    found = CHECKSUM.search(card.read_text(encoding="utf8"))
    if found is None:
        raise ValueError(f"{card}: gives no checksum")
    return found[1]
