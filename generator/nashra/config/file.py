"""`config.yaml`: closed keys, and every fault told at once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from nashra import schema
from nashra.config import copy_desk, dates, editions
from nashra.config.addresses import Addresses, Slugs, YesOrNo
from nashra.config.copy_desk import CopyDeskEntry
from nashra.config.dates import DatesEntry
from nashra.config.editions import EditionEntry
from nashra.config.feeds import INNER_NAMES as FEED_NAMES
from nashra.config.feeds import FeedsEntry
from nashra.config.parts import Config, Identity, Listings, Sections
from nashra.config.section_entry import SectionEntry
from nashra.config.typography import TYPOGRAPHY_NAMES, Typography, TypographyEntry
from nashra.errors import ConfigurationError, ContentError, Problem, Words
from nashra.language import region
from nashra.language.digits import to_latin
from nashra.language.folding import fold
from nashra.language.slug import SlugStyle


def _zone(written: str) -> str:
    try:
        ZoneInfo(written)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(
            Words(
                "اكتب اسم منطقة زمنية مثل Africa/Cairo.", "Name a time zone, such as Africa/Cairo."
            )
        ) from error
    return written


def _address(written: str) -> str:
    parts = urlsplit(written)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
        raise ValueError(
            Words(
                "اكتب العنوان كاملا مثل https://example.org/.",
                "Write the full address, such as https://example.org/.",
            )
        )
    return written.rstrip("/") + "/"


def _elsewhere(written: str) -> str:
    if written:
        _address(written.partition("?")[0])
    return written


def _truth(written: object) -> object:
    return {"نعم": True, "لا": False}.get(written, written) if isinstance(written, str) else written


def _digits(written: object) -> object:
    return to_latin(written) if isinstance(written, str) else written


_Elsewhere = Annotated[str, AfterValidator(_elsewhere)]
_NumberOrNone = Annotated[int, BeforeValidator(_digits), Field(ge=0, le=20)]
_Number = Annotated[int, BeforeValidator(_digits), Field(ge=1, le=500)]


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _ConfigFile(_Closed):
    name: str
    address: Annotated[str, AfterValidator(_address)]
    tagline: str = ""
    description: str = ""
    language: str = "ar"
    region: str = ""
    time_zone: Annotated[str, AfterValidator(_zone)] = "UTC"
    dates: DatesEntry = Field(default_factory=DatesEntry)
    logo: str = ""
    theme: str = "jarida"
    design: dict[str, str] = Field(default_factory=dict)
    sections: list[SectionEntry] = Field(default_factory=list)
    editions: dict[str, EditionEntry] = Field(default_factory=dict)
    copy_desk: CopyDeskEntry = CopyDeskEntry()
    stories_per_page: _Number = 24
    stories_on_front: _Number = 12
    stories_in_feed: _Number = 30
    related_stories: _NumberOrNone = 4
    typography: Typography = TypographyEntry()
    feeds: FeedsEntry = Field(default_factory=FeedsEntry)
    websub: _Elsewhere = ""
    profiles: list[_Elsewhere] = Field(default_factory=list)
    offline: Annotated[bool, BeforeValidator(_truth)] = False
    share_addresses: YesOrNo = True
    slugs: Slugs = SlugStyle.ARABIC


NAMES = {
    "الاسم": "name",
    "العنوان": "address",
    "الشعار_النصي": "tagline",
    "الوصف": "description",
    "اللغة": "language",
    "البلد": "region",
    "المنطقة_الزمنية": "time_zone",
    "التواريخ": "dates",
    "الشعار": "logo",
    "القالب": "theme",
    "التصميم": "design",
    "الأقسام": "sections",
    "الطبعات": "editions",
    "التدقيق": "copy_desk",
    "أخبار_الصفحة": "stories_per_page",
    "أخبار_الواجهة": "stories_on_front",
    "أخبار_الخلاصة": "stories_in_feed",
    "أخبار_ذات_صلة": "related_stories",
    "التنضيد": "typography",
    "الخلاصات": "feeds",
    "مركز_الإشعار": "websub",
    "الحسابات": "profiles",
    "بلا_اتصال": "offline",
    "روابط_المشاركة": "share_addresses",
    "المسارات": "slugs",
}
"""The Arabic names of the configuration's keys."""
_INNER_NAMES = {
    **FEED_NAMES,
    "المسار": "slug",
    "الاسم": "name",
    "الوصف": "description",
    "الشعار_النصي": "tagline",
    "البلد": "region",
    "الشعار": "logo",
    "الأقسام": "sections",
    **copy_desk.INNER_NAMES,
    **dates.NAMES,
    **TYPOGRAPHY_NAMES,
}


def load(file: Path) -> Config:
    """Read a site's configuration.

    Raises:
        ConfigurationError: there is none, or it has faults; all of them are told.

    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise ConfigurationError([_no_config(file)]) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError([_unreadable(file)]) from error
    return parse(text, file=file.name)


def parse(text: str, *, file: str = "config.yaml") -> Config:
    """Read a configuration from its text.

    Raises:
        ConfigurationError: it has faults; all of them are told.

    """
    try:
        written = schema.read_yaml(text, file=file, text=text)
        entry = schema.check(_ConfigFile, written, names=NAMES, inner=_INNER_NAMES)
    except ContentError as error:
        raise ConfigurationError(error.problems) from error
    found = [*_locale_problems(written, entry), *_repeated_sections(written, entry)]
    taken = {entry.language, *(section.slug for section in entry.sections)}
    found += editions.problems(written, entry.editions, taken=taken)
    if found:
        raise ConfigurationError(found)
    return editions.with_editions(_main(entry), entry.editions)


def _main(entry: _ConfigFile) -> Config:
    return Config(
        identity=Identity(
            name=entry.name,
            tagline=entry.tagline,
            description=entry.description or entry.tagline,
            address=entry.address,
            root=entry.address,
            language=entry.language,
            region=entry.region.upper(),
            time_zone=ZoneInfo(entry.time_zone),
            logo=entry.logo,
            profile=dates.profile(entry.language, entry.region, entry.dates),
            profiles=tuple(entry.profiles),
        ),
        sections=Sections(tuple(item.section() for item in entry.sections)),
        listings=Listings(
            per_page=entry.stories_per_page,
            front=entry.stories_on_front,
            feed=entry.stories_in_feed,
            related=entry.related_stories,
        ),
        theme=entry.theme,
        design=tuple(entry.design.items()),
        typography=entry.typography.rules,
        feeds=entry.feeds.feeds(entry.websub),
        offline=entry.offline,
        copy_desk_off=frozenset(entry.copy_desk.off),
        addresses=Addresses(entry.share_addresses, entry.slugs),
    )


def _locale_problems(written: schema.Written, entry: _ConfigFile) -> list[Problem]:
    try:
        region.profile(entry.language, entry.region)
    except ValueError:
        key = "region" if entry.region else "language"
        return [
            written.problem(
                (key,),
                Words(
                    f"لا تُعرف اللغة «{entry.language}» مع البلد «{entry.region}».",
                    f"Unknown language “{entry.language}” with region “{entry.region}”.",
                ),
                Words(
                    "اكتب رمزين مثل ar و EG.", "Write codes such as language: ar and region: EG."
                ),
            )
        ]
    return dates.month_problems(written, entry.language, entry.region, entry.dates)


def _repeated_sections(written: schema.Written, entry: _ConfigFile) -> list[Problem]:
    problems: list[Problem] = []
    seen: set[str] = set()
    for index, section in enumerate(entry.sections):
        names = {fold(section.slug), fold(section.name)}
        if names & seen:
            what = Words(
                f"القسم «{section.name}» مكرر.", f"The section “{section.name}” is there twice."
            )
            remedy = Words("اختر اسما آخر لأحدهما.", "Choose another name for one of the two.")
            problems.append(written.problem(("sections", index), what, remedy))
        seen |= names
    return problems


def _no_config(file: Path) -> Problem:
    return Problem(
        file.name,
        None,
        Words(
            f"لا يوجد ملف config.yaml في {file.parent}.",
            f"There is no config.yaml in {file.parent}.",
        ),
        Words(
            "انتقل إلى مجلد الموقع، أو أنشئ موقعا: nashra new my-site",
            "Go to the site's folder, or make a site: nashra new my-site",
        ),
    )


def _unreadable(file: Path) -> Problem:
    return Problem(
        file.name,
        None,
        Words("تعذرت قراءة الملف.", "The file cannot be read."),
        Words("احفظه بترميز UTF-8.", "Save it as UTF-8."),
    )
