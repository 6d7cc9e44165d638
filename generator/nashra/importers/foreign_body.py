"""The body of another generator's Markdown: its shortcodes and its pictures, as they are here.

What has a counterpart becomes that; of what has none the words stay, and its name is told. Text in
code is never touched. Sources: Hugo's embedded shortcodes, Jekyll's Liquid tags, Hexo's tag
plugins, Nikola's shortcodes, MDX 3.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

_FENCE = re.compile(r"^[ ]{0,3}(`{3,}|~{3,})")
_SHORT = re.compile(
    r"(?P<code>(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`))"
    r"|\{\{[<%]\s*/\*.{0,500}?\*/\s*[>%]\}\}"
    r"|\{\{[<%]\s*(?P<close>/?)\s*(?P<name>[\w./-]+)(?P<rest>[^{}\n]{0,2000}?)/?\s*[>%]\}\}"
    r"|\{%-?\s*(?P<tag>[\w-]+)(?P<words>[^%\n]{0,2000}?)-?%\}"
    r"|\{\{-?\s*(?P<value>[^{}\n<%]{1,200}?)\s*-?\}\}"
)
_ARGUMENT = re.compile(
    r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|'([^']*)'|(\S+)"""
)
_PICTURE = re.compile(
    r"(!\[[^\[\]\n]*\]\(\s*<?)([^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)(>?[^()\n]*\))"
)
_TAG = re.compile(r"(<img\b[^<>]*?\bsrc\s*=\s*[\"'])([^\"'<>]+)([\"'])", re.IGNORECASE)
_LINK = re.compile(r"(?<!!)(\[[^\[\]\n]*\]\(\s*<?)([^\s()<>]+)(>?[^()\n]*\))")
_MORE = re.compile(
    r"^[ \t]*(?:<!--\s*(?:more|TEASER_END[^>]{0,60}|excerpt)\s*-->|\{/\*\s*more\s*\*/\})[ \t]*\n?",
    re.MULTILINE | re.IGNORECASE,
)
_SCRIPT = re.compile(
    r"^(?:import\s[^\n]{1,300}?\sfrom\s+['\"][^'\"\n]{1,200}['\"]"
    r"|export\s+(?:const|default|let)\s[^\n]{1,500});?[ \t]*$",
    re.MULTILINE,
)
_COMPONENT = re.compile(
    r"</?([A-Z][\w.]{0,60})\b"
    r"(?:[^<>\"'{}]|\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|\{[^{}\n]{0,300}\}){0,400}>"
)
_SITE = re.compile(r"site\.(?:url|baseurl)|page\.root|\$site\.base")
_LOCAL_STORY = re.compile(r"\.(?:md|markdown|mdx)(?:#[^\s]*)?$")


@dataclass(slots=True)
class ForeignBody:
    """Turns a body into one of this site, and tells what it could not carry."""

    picture_at: Callable[[str], str]
    """Gives a picture's path below `content/media/` for its old address, or nothing."""
    link_to: Callable[[str], str] = str
    """Gives the address for an old one."""
    is_mdx: bool = False
    lost: list[str] = field(default_factory=list)

    def carried(self, text: str) -> str:
        """Give the text as it stands here."""
        parts = [part if is_code else self._prose(part) for is_code, part in _segments(text)]
        return "".join(parts)

    def _prose(self, text: str) -> str:
        text = _MORE.sub("", text)
        if self.is_mdx:
            text = _SCRIPT.sub(self._dropped("MDX’s scripts"), text)
            text = _COMPONENT.sub(lambda found: self._component(found[1]), text)
        text = _without_pairs(text)
        text = _SHORT.sub(self._short, text)
        text = _PICTURE.sub(self._picture, text)
        text = _TAG.sub(self._picture, text)
        return _LINK.sub(self._link, text)

    def _dropped(self, name: str) -> Callable[[re.Match[str]], str]:
        def drop(_: re.Match[str]) -> str:
            self.lost.append(name)
            return ""

        return drop

    def _component(self, name: str) -> str:
        self.lost.append(f"component <{name}>")
        return ""

    def _short(self, found: re.Match[str]) -> str:
        if found["code"]:
            return found[0]
        if found["value"]:
            if not _SITE.fullmatch(found["value"].split("|")[0].strip()):
                self.lost.append(f"{{{{ {found['value']} }}}}")
            return ""
        name = (found["name"] or found["tag"] or "").lower()
        if not name or found["close"] or name.startswith("end") or name in _SILENT:
            return ""
        values = _arguments(found["rest"] or found["words"] or "")
        maker = _MAKERS.get(name)
        made = maker(values) if maker else ""
        if not made:
            self.lost.append(f"shortcode {name}")
        return made

    def _picture(self, found: re.Match[str]) -> str:
        address = html.unescape(found[2])
        if "://" in address or address.startswith(("data:", "//")):
            return found[0]
        place = self.picture_at(address)
        if not place:
            self.lost.append(f"a picture that is not there: {address}")
            return found[0]
        return f"{found[1]}{place.replace(' ', '%20')}{found[3]}"

    def _link(self, found: re.Match[str]) -> str:
        address = self.link_to(found[2])
        if _LOCAL_STORY.search(address) and "://" not in address:
            self.lost.append(f"a link to a file of the old site: {address}")
        return f"{found[1]}{address}{found[3]}"


def _segments(text: str) -> list[tuple[bool, str]]:
    """Give the stretches of a text, each with whether it is a block of code."""
    found: list[tuple[bool, str]] = []
    prose: list[str] = []
    code: list[str] = []
    mark = ""
    for line in text.splitlines(keepends=True):
        fence = _FENCE.match(line)
        if not mark and fence:
            found.append((False, "".join(prose)))
            prose, mark, code = [], fence[1], [line]
        elif mark:
            code.append(line)
            if fence and fence[1].startswith(mark) and not line.strip().strip(mark[0]):
                found.append((True, "".join(code)))
                mark, code = "", []
        else:
            prose.append(line)
    return [*found, (bool(mark), "".join(code or prose))]


_Values = tuple[Mapping[str, str], tuple[str, ...]]
"""Arguments with names, and those without."""


def _arguments(text: str) -> _Values:
    named: dict[str, str] = {}
    others: list[str] = []
    for found in _ARGUMENT.finditer(text):
        if found[1]:
            named[found[1].lower()] = found[2] or found[3] or found[4] or ""
        else:
            others.append(found[5] or found[6] or found[7] or "")
    return named, tuple(others)


def _figure(values: _Values) -> str:
    named, others = values
    src = named.get("src") or named.get("image_path") or (others[0] if others else "")
    if not src:
        return ""
    said = (named.get("caption"), named.get("title"), named.get("attr"))
    caption = " ".join(dict.fromkeys(filter(None, said)))
    lines = [f"![{named.get('alt', '')}]({src})", *([caption] if caption else [])]
    return "\n\n/// photo\n" + "\n".join(lines) + "\n///\n\n"


def _asset(values: _Values) -> str:
    """Read Hexo's `asset_img [class] file [width] [height] [title]`."""
    _, others = values
    at = next((at for at, each in enumerate(others) if "." in each), None)
    if at is None:
        return ""
    title = " ".join(each for each in others[at + 1 :] if not each.isdigit()).strip("'\"")
    return f"![{title}]({others[at]})"


def _embed(address: str) -> str:
    return f"\n\n/// embed\n{address}\n///\n\n"


def _film(start: str) -> Callable[[_Values], str]:
    def made(values: _Values) -> str:
        named, others = values
        number = named.get("id") or (others[0] if others else "")
        return _embed(number if "://" in number else f"{start}{number}") if number else ""

    return made


def _post(values: _Values) -> str:
    named, others = values
    user, number = named.get("user", "i"), named.get("id") or (others[-1] if others else "")
    if len(others) > 1:
        user = others[0]
    if not number:
        return ""
    return _embed(number if "://" in number else f"https://x.com/{user}/status/{number}")


def _reference(values: _Values) -> str:
    named, others = values
    path = named.get("path") or (others[0] if others else "")
    return re.sub(r"^\d{4}-\d\d-\d\d-", "", path.rpartition("/")[2])


def _post_link(values: _Values) -> str:
    _, others = values
    if not others:
        return ""
    return f"[{' '.join(others[1:]) or others[0]}]({others[0]})"


_MAKERS: dict[str, Callable[[_Values], str]] = {
    "figure": _figure,
    "img": _figure,
    "image": _figure,
    "asset_img": _asset,
    "youtube": _film("https://www.youtube.com/watch?v="),
    "vimeo": _film("https://vimeo.com/"),
    "instagram": _film("https://www.instagram.com/p/"),
    "gist": _film("https://gist.github.com/"),
    "tweet": _post,
    "twitter": _post,
    "x": _post,
    "ref": _reference,
    "relref": _reference,
    "post_url": _reference,
    "post_path": _reference,
    "link": _reference,
    "post_link": _post_link,
}
_SILENT = frozenset({"raw", "comment", "br"})


def _coded(rest: str, inner: str) -> str:
    language = next((word for word in rest.split() if word.isalnum()), "")
    longest = max((len(ticks) for ticks in re.findall("`+", inner)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"\n{fence}{language}\n{inner.strip(chr(10))}\n{fence}\n"


def _quoted(rest: str, inner: str) -> str:
    lines = [f"> {line}".rstrip() for line in inner.strip().split("\n")]
    who = " ".join(rest.split())
    return "\n" + "\n".join([*lines, *([">", f"> — {who}"] if who else [])]) + "\n"


_MAKERS_OF_PAIRS: dict[str, Callable[[str, str], str]] = {
    "highlight": _coded,
    "codeblock": _coded,
    "code": _coded,
    "blockquote": _quoted,
    "quote": _quoted,
}
_PAIR = re.compile(
    r"\{[{%][<%]?-?\s*(?P<close>/\s*|end)?(?P<name>"
    + "|".join(_MAKERS_OF_PAIRS)
    + r")\b(?P<rest>[^%<>{}\n]{0,300}?)-?[%>]?[%}]\}"
)


def _without_pairs(text: str) -> str:
    """Make code and quotations of what an opening and a closing tag enclose."""
    made: list[str] = []
    opening: re.Match[str] | None = None
    at = 0
    for tag in _PAIR.finditer(text):
        if opening is None and not tag["close"]:
            opening = tag
        elif opening and tag["close"] and tag["name"] == opening["name"]:
            maker = _MAKERS_OF_PAIRS[tag["name"]]
            inner = text[opening.end() : tag.start()]
            made += [text[at : opening.start()], maker(opening["rest"], inner)]
            at, opening = tag.end(), None
    return "".join([*made, text[at:]])
