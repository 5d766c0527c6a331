"""How long, and how often."""
from __future__ import annotations

from selon.stages.resolve.reading import Reading, Value, figures

_HALVES = {"Y": "P6M", "100Y": "P50Y", "TH": "PT30M", "D": "PT12H"}


def duration(reading: Reading) -> Value | None:
    """A counted length, or one of unknown count (``PXM``)."""
    size, unit, is_clock = reading.unit()
    if not unit:
        return None
    count = reading.count()
    if count is None and not reading.slot("many"):
        return None
    if count is not None and reading.slot("half"):
        count += 0.5
    return Value("DURATION", _period(count, size, unit, is_clock=is_clock), reading.mod)


def _period(count: float | None, size: int, unit: str, *, is_clock: bool) -> str:
    """Write ``P3Y``, ``PT24H`` or, without a count, ``PXM``; a unit that ISO does not have is told in its own."""
    head = "PT" if is_clock else "P"
    if count is None:
        return f"{head}X{unit}"
    return f"{head}{figures(count * size)}{unit}"


def duration_fixed(reading: Reading) -> Value | None:
    """A half or a quarter of a unit, in the next smaller one."""
    if quarter := reading.slot("quarter_of"):
        count = 3 if reading.slot("three") else 1
        by_unit = {"100Y": f"P{25 * count}Y", "TH": f"PT{15 * count}M"}
        return Value("DURATION", by_unit[reading.times.value("unit", quarter)], reading.mod)
    half = _HALVES.get(reading.times.value("unit", reading.slot("half_of")))
    return Value("DURATION", half, reading.mod) if half else None


def duration_clock(reading: Reading) -> Value:
    """Hours and minutes as one length."""
    minutes = f"{int(reading.slot('minutes'))}M" if reading.slot("minutes") else ""
    return Value("DURATION", f"PT{int(reading.slot('hours'))}H{minutes}")


def every(reading: Reading) -> Value | None:
    """``chaque année``, ``tous les trois mois``, ``par jour``: a set, with its period."""
    if part := reading.word("daypart"):
        return Value("SET", f"XXXX-XX-XXT{part}")
    if reading.slot("daypart"):
        return Value("SET", "P1D")
    size, unit, is_clock = reading.unit()
    return Value("SET", _period(reading.count() or 1, size, unit, is_clock=is_clock)) if unit else None


def set_fixed(reading: Reading) -> Value:
    return Value("SET", reading.word("often"))
