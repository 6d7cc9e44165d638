"""Dates as newsrooms write them, and as readers expect them."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.language.dates import MONTHS, parse

CAIRO = ZoneInfo("Africa/Cairo")
MUSCAT = ZoneInfo("Asia/Muscat")
PARIS = ZoneInfo("Europe/Paris")


def day(text: str) -> date:
    """Give the day that a text without a time names; its time must be midnight."""
    moment = parse(text, zone=MUSCAT)
    assert moment.time().isoformat() == "00:00:00"
    return moment.date()


@pytest.mark.parametrize(
    "text",
    [
        "2027-03-09",
        "2027-3-9",
        "2027/03/09",
        "2027.03.09",
        "٢٠٢٧-٠٣-٠٩",
        "٢٠٢٧/٣/٩",
        "۲۰۲۷/۳/۹",
        "09/03/2027",
        "9-3-2027",
        "٩/٣/٢٠٢٧",
        "9 مارس 2027",
        "٩ مارس ٢٠٢٧",
        "٩ آذار ٢٠٢٧",
        "9 اذار 2027",
        "9 مارس، 2027",
        "الثلاثاء 9 مارس 2027",
        "الثلاثاء، ٩ مارس ٢٠٢٧",
        "الثلاثاء ٩ مارس ٢٠٢٧م",
        "٩ مارِس ٢٠٢٧",
        "٩ مارس/آذار ٢٠٢٧",
        "٩ مارس/ آذار ٢٠٢٧",
        "٩ آذار / مارس ٢٠٢٧",
        "٩ مارس (آذار) ٢٠٢٧",
        "9 March 2027",
        "9 mar 2027",
        "Tuesday, 9 March 2027",
        "\u200f٩ مارس ٢٠٢٧\u200f",
        "\u2067٢٠٢٧/٣/٩\u2069",
        "٩ مـــارس ٢٠٢٧",
        "  2027-03-09  ",
    ],
)
def test_one_day_in_many_spellings(text: str) -> None:
    assert day(text) == date(2027, 3, 9)


@pytest.mark.parametrize(
    ("names", "month"),
    [
        ("يناير / كانون الثاني / جانفي / January / Jan", 1),
        ("فبراير / شباط / فيفري / February / Feb", 2),
        ("مارس / آذار / March / Mar", 3),
        ("أبريل / إبريل / ابريل / نيسان / أفريل / April / Apr", 4),
        ("مايو / أيار / ماي / May", 5),
        ("يونيو / يونيه / حزيران / جوان / June / Jun", 6),
        ("يوليو / يوليه / تموز / جويلية / يوليوز / July / Jul", 7),
        ("أغسطس / اغسطس / آب / أوت / غشت / August / Aug", 8),
        ("سبتمبر / أيلول / شتنبر / September / Sep", 9),
        ("أكتوبر / اكتوبر / تشرين الأول / تشرين الاول / October / Oct", 10),
        ("نوفمبر / تشرين الثاني / نونبر / November / Nov", 11),
        ("ديسمبر / كانون الأول / دجنبر / December / Dec", 12),
    ],
)
def test_every_month_of_the_mashriq_the_levant_and_the_maghreb(names: str, month: int) -> None:
    for name in names.split(" / "):
        assert day(f"٥ {name} ٢٠٢٧") == date(2027, month, 5), name


def test_no_two_months_share_a_name() -> None:
    assert set(MONTHS.values()) == set(range(1, 13))
    assert len(MONTHS) >= 55, "a name that stood in two months would have vanished from one"


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("٢ نوفمبر/ تشرين الثاني ٢٠٢٧", 11),
        ("٢ تشرين الثاني/نوفمبر ٢٠٢٧", 11),
        ("٢ أبريل (نيسان) ٢٠٢٧", 4),
        ("٢ كانون الأول (ديسمبر) ٢٠٢٧", 12),
        ("٢ جوان/يونيو/حزيران ٢٠٢٧", 6),
        ("٢ أغشت ٢٠٢٧", 8),
        ("٢ دجمبر ٢٠٢٧ م", 12),
    ],
)
def test_a_month_under_several_names_at_once(text: str, month: int) -> None:
    assert day(text) == date(2027, month, 2)


@pytest.mark.parametrize(
    ("text", "clock", "why"),
    [
        ("2027-03-09 07:05", "07:05:00", "a blank"),
        ("2027-03-09T07:05", "07:05:00", "ISO's T"),
        ("2027-03-09t07:05:59", "07:05:59", "a small one, with seconds"),
        ("2027-03-09 7:05", "07:05:00", "an hour of one digit"),
        ("٢٠٢٧/٣/٩ ٧:٠٥", "07:05:00", "Arabic digits"),
        ("٢٠٢٧/٣/٩، ٧:٠٥", "07:05:00", "an Arabic comma"),
        ("٩ مارس ٢٠٢٧ - ٧:٠٥", "07:05:00", "a dash"),
        ("2027-03-09 7:05 ص", "07:05:00", "before noon"),
        ("2027-03-09 7:05 م", "19:05:00", "after noon"),
        ("2027-03-09 7:05م", "19:05:00", "without a blank"),
        ("2027-03-09 7:05 PM", "19:05:00", "in English"),
        ("2027-03-09 7:05 am", "07:05:00", "in small letters"),
        ("2027-03-09 12:05 ص", "00:05:00", "after midnight"),
        ("2027-03-09 12:05 م", "12:05:00", "after noon exactly"),
        ("2027-03-09 19:05 م", "19:05:00", "said twice"),
        ("2027-03-09 00:00", "00:00:00", "midnight"),
        ("2027-03-09 23:59:59", "23:59:59", "the last second"),
        ("2027-03-09 07:05:06.789", "07:05:06", "a part of a second is dropped"),
        ("2027-03-09 7:05\u202fم", "19:05:00", "a narrow blank that does not break"),
    ],
)
def test_the_time_of_day(text: str, clock: str, why: str) -> None:
    moment = parse(text, zone=CAIRO)

    assert moment.time().isoformat() == clock, why
    assert moment.date() == date(2027, 3, 9)
    assert moment.tzinfo is CAIRO, "where no offset is written, the site's own zone"


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("Z", 0),
        ("z", 0),
        (" UTC", 0),
        ("+02:00", 2),
        (" +02:00", 2),
        ("+0200", 2),
        ("-05:00", -5),
        ("+05:30", 5.5),
        ("-03:30", -3.5),
        ("+14:00", 14),
    ],
)
def test_an_offset_outweighs_the_sites_zone(written: str, hours: float) -> None:
    moment = parse(f"2027-03-09T10:00:00{written}", zone=CAIRO)

    assert moment.utcoffset() == timedelta(hours=hours)
    assert (moment.hour, moment.day) == (10, 9)


def test_the_zone_knows_its_summer() -> None:
    assert parse("2027-01-15 12:00", zone=PARIS).utcoffset() == timedelta(hours=1)
    assert parse("2027-07-15 12:00", zone=PARIS).utcoffset() == timedelta(hours=2)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "nothing"),
        ("   ", "blanks"),
        ("قريبا", "a word"),
        ("2027-02-29", "a day that this year lacks"),
        ("2027-04-31", "and this month"),
        ("٣٠ شباط ٢٠٢٧", "and this one"),
        ("2027-13-01", "a thirteenth month"),
        ("13/13/2027", "either way round"),
        ("2027-00-10", "a month before the first"),
        ("2027-01-00", "a day before the first"),
        ("0000-01-01", "a year before the first"),
        ("32 مارس 2027", "a day too many"),
        ("9 رمل 2027", "no month"),
        ("9 مارس/نيسان 2027", "two months at once"),
        ("9 مارس (رمل) 2027", "one of them is none"),
        ("9 / 2027", "none at all"),
        ("9 مارس", "no year"),
        ("مارس 2027", "no day"),
        ("27-03-09", "a year of two digits"),
        ("2027-03-09 25:00", "an hour too many"),
        ("2027-03-09 10:60", "a minute too many"),
        ("2027-03-09 10", "an hour without minutes"),
        ("2027-03-09 10:5", "a minute of one digit"),
        ("2027-03-09 10:00 عصرا", "a word after the time"),
        ("2027-03-09 في الصباح", "words in place of a time"),
        ("2027-03-09 10:00 +2", "half an offset"),
        ("2027-03-09 10:00 +25:00", "an offset longer than a day"),
        ("2027-03-091", "a digit too many"),
        ("2027-03-09 و2027-03-10", "two days"),
        ("نُشر 2027-03-09", "a word before"),
    ],
)
def test_what_is_no_date_is_refused(text: str, why: str) -> None:
    with pytest.raises(ValueError):
        pytest.fail(f"{why}: {parse(text, zone=CAIRO)}")


@pytest.mark.parametrize("text", ["2027-03-0910:00", "2027-1-123:30", "9 مارس 20271:30"])
def test_a_date_and_a_time_that_run_together_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse(text, zone=CAIRO)


def test_the_name_of_a_day_may_bear_tashkeel() -> None:
    assert day("الثُّلاثاء ٩ مارس ٢٠٢٧") == date(2027, 3, 9)


def test_an_offset_of_impossible_minutes_is_refused() -> None:
    with pytest.raises(ValueError):
        parse("2027-03-09 10:00 +02:75", zone=CAIRO)


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\t"], ids=["no-break", "narrow", "tab"])
def test_any_blank_may_stand_between_day_and_time(blank: str) -> None:
    moment = parse(f"2027-03-09{blank}10:00", zone=CAIRO)

    assert moment == datetime(2027, 3, 9, 10, tzinfo=CAIRO)


OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(timezones=OFFSETS).map(lambda moment: moment.replace(microsecond=0))


@given(MOMENTS)
def test_what_iso_writes_is_read_back(moment: datetime) -> None:
    back = parse(moment.isoformat(), zone=MUSCAT)

    assert back == moment
    assert back.utcoffset() == moment.utcoffset()


@given(st.dates(), st.sampled_from(sorted(MONTHS)))
def test_a_named_month_is_read_back(written: date, name: str) -> None:
    month = MONTHS[name]
    first = date(written.year, month, min(written.day, 28))

    assert day(f"{first.day} {name} {first.year:04}") == first


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    try:
        moment = parse(text, zone=MUSCAT)
    except ValueError:
        return
    assert moment.tzinfo is not None


@pytest.mark.parametrize(
    ("text", "gregorian", "why"),
    [
        ("٨ جمادى الآخرة ١٤٤٨", date(2026, 11, 18), "Umm al-Qura's, by the month's name"),
        ("13 جمادى الآخرة 1448 هـ", date(2026, 11, 23), "with its era, whose tatweel is no letter"),
        ("13 جمادى الثانية 1448هـ", date(2026, 11, 23), "the month's other name, the era joined"),
        ("الاثنين، ١٣ جمادى الآخرة ١٤٤٨ هـ", date(2026, 11, 23), "after the day's name"),
        ("1 رمضان 1445", date(2024, 3, 11), "the first of a month of fasting"),
        ("١ محرم ١٣٤٣", date(1924, 8, 1), "the first day of the tables"),
        ("30 ذو الحجة 1500", date(2077, 11, 16), "and the last"),
        ("۲ آذر ۱۴۰۵", date(2026, 11, 23), "Persia's, in Persian digits"),
        ("دوشنبه ۲ آذر ۱۴۰۵", date(2026, 11, 23), "after the day's name"),
        ("2 اذر 1405", date(2026, 11, 23), "a hasty hand"),
        ("۲ قوس ۱۴۰۵", date(2026, 11, 23), "the same month in Kabul"),
        ("۳۰ اسفند ۱۴۰۳", date(2025, 3, 20), "the last day of a leap year"),
        ("۱۳ جمادی‌الثانی ۱۴۴۸", date(2026, 11, 23), "a Hijri month as Persian writes it"),
        ("23 نوفمبر 2026 م", date(2026, 11, 23), "the Gregorian era, apart"),
    ],
)
def test_a_day_of_another_calendar(text: str, gregorian: date, why: str) -> None:
    assert day(text) == gregorian, why


def test_the_era_is_not_taken_for_the_afternoon() -> None:
    moment = parse("٢٣ نوفمبر ٢٠٢٦ م ٧:٠٥ م", zone=MUSCAT)

    assert moment == datetime(2026, 11, 23, 19, 5, tzinfo=MUSCAT)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("٣٠ محرم ١٤٤٨", "a day that this month lacks"),
        ("١ محرم ١٣٤٢", "before the tables"),
        ("١ محرم ١٥٠١", "after them"),
        ("۳۰ اسفند ۱۴۰۴", "a leap day of a common year"),
        ("۳۱ مهر ۱۴۰۵", "a day too many"),
        ("١ محرم/صفر ١٤٤٨", "two months"),
    ],
)
def test_a_day_that_no_calendar_has(text: str, why: str) -> None:
    with pytest.raises(ValueError):
        pytest.fail(f"{why}: {parse(text, zone=CAIRO)}")


@pytest.mark.parametrize("filling", [" ", "م", "/", "1", "،", "\u200f", "ـ"])
def test_a_megabyte_of_anything_is_refused_at_once(filling: str) -> None:
    with pytest.raises(ValueError):
        parse(f"5 {filling * 1_000_000}x 2027", zone=CAIRO)
