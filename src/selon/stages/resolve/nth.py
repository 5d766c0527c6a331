"""The nth weekday of a month or a season."""
from __future__ import annotations

from datetime import date, timedelta

from selon.core.days import weekday_near
from selon.stages.resolve.months import month, season
from selon.stages.resolve.reading import Reading, Value
from selon.stages.resolve.spans import days_of


def nth_weekday(reading: Reading) -> Value | None:
    """``le premier dimanche du printemps``: that day; the season or month itself where it has no such day or its year is not known."""
    whole = season(reading) if reading.slot("season") else month(reading)
    days = days_of(whole.value) if whole else None
    if days is None:
        return whole
    weekday = int(reading.word("weekday")) - 1
    if reading.times.value("when", reading.slot("nth")):
        chosen: date = weekday_near(days.last, weekday, ahead=False)
    else:
        chosen = weekday_near(days.first, weekday, ahead=True) + timedelta(weeks=int(reading.word("ordinal", "nth")) - 1)
    return Value("DATE", chosen.isoformat()) if chosen in days else whole
