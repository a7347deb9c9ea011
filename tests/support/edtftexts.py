"""Strategies for EDTF texts, as hypothesis draws them."""

from hypothesis import strategies as st

from timeline.dates import parse

years = st.integers(-9999, 9999).map(lambda year: f"{'-' if year < 0 else ''}{abs(year):04d}")
months = st.integers(1, 12).map(lambda month: f"{month:02d}")
days = st.integers(1, 28).map(lambda day: f"{day:02d}")
bare_points = st.one_of(
    years,
    years.map(lambda year: f"{year[:-1]}X"),
    years.map(lambda year: f"{year[:-2]}XX"),
    st.tuples(years, months).map("-".join),
    st.tuples(years, months, days).map("-".join),
    st.integers(10_000, 999_999_999).map(lambda year: f"Y{year}"),
    st.integers(10_000, 999_999_999).map(lambda year: f"Y-{year}"),
)
points = st.builds(str.__add__, bare_points, st.sampled_from(("", "?", "~", "%")))


@st.composite
def intervals(draw: st.DrawFn) -> str:
    """An interval of two dates in order, or one date with an open or unknown end."""
    if draw(st.booleans()):
        point, absent = draw(points), draw(st.sampled_from(("", "..")))
        return draw(st.sampled_from((f"{point}/{absent}", f"{absent}/{point}")))
    first, second = draw(points), draw(points)
    return f"{first}/{second}" if parse(first).sort_key <= parse(second).sort_key else f"{second}/{first}"


texts = st.one_of(points, intervals())
