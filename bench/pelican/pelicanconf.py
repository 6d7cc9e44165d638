"""A Pelican site with the same kinds of pages at the same addresses."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

sys.path.append(str(Path(__file__).parent))

SITENAME = "صحيفة القياس"
SITEURL = "https://example.org"
TIMEZONE = "UTC"
DEFAULT_LANG = "ar"
THEME = str(Path(__file__).parent / "theme")
THEME_STATIC_DIR = "assets"
PLUGINS = ["neighbours"]
WITH_FUTURE_DATES = True
SLUGIFY_USE_UNICODE = True
USE_FOLDER_AS_CATEGORY = False

ARTICLE_URL = "{category}/{date:%Y}/{date:%m}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
CATEGORY_URL = "{slug}/"
CATEGORY_SAVE_AS = CATEGORY_URL + "index.html"
TAG_URL = "tag/{slug}/"
TAG_SAVE_AS = TAG_URL + "index.html"
AUTHOR_URL = "author/{slug}/"
AUTHOR_SAVE_AS = AUTHOR_URL + "index.html"
ARCHIVES_SAVE_AS = ""
AUTHORS_SAVE_AS = ""
CATEGORIES_SAVE_AS = ""
TAGS_SAVE_AS = ""

DIRECT_TEMPLATES = ["index", "404", "sitemap", "robots"]
SITEMAP_SAVE_AS = "sitemap.xml"
ROBOTS_SAVE_AS = "robots.txt"

DEFAULT_PAGINATION = 24
DEFAULT_ORPHANS = 23
PAGINATED_TEMPLATES = {"tag": None, "category": None, "author": None}
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)

FEED_ALL_ATOM = None
FEED_ALL_RSS = "feed.xml"
CATEGORY_FEED_ATOM = None
CATEGORY_FEED_RSS = "{slug}/feed.xml"
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 30
RSS_FEED_SUMMARY_ONLY = True

JINJA_ENVIRONMENT = {"trim_blocks": True, "lstrip_blocks": True, "extensions": ["jinja2.ext.do"]}
MARKDOWN = {"output_format": "html5"}

_DAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_MONTHS = (
    *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو"),
    *("يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
)
_WORDS_A_MINUTE = 180
_FEW = range(3, 11)


def _day(moment: datetime) -> str:
    weekday, month = _DAYS[moment.weekday()], _MONTHS[moment.month - 1]
    return f"{weekday}، {moment.day} {month} {moment.year}"


def _minutes(html: str) -> int:
    return max(1, round(len(html.split()) / _WORDS_A_MINUTE))


def _counted(count: int, few: str, many: str) -> str:
    return f"{count} {few if count in _FEW else many}"


def _writer(slug: str) -> str:
    return slug.replace("author-", "كاتب ")


JINJA_FILTERS = {"day": _day, "minutes": _minutes, "counted": _counted, "writer": _writer}
JINJA_GLOBALS = {
    "SECTIONS": [
        *("local", "world", "economy", "science"),
        *("culture", "sport", "technology", "opinion"),
    ],
    "FACES": ["IBMPlexSansArabic-Bold.ttf", "IBMPlexSansArabic-Regular.ttf"],
}
