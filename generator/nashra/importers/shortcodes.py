"""Tags inside other generators' texts, and what they are here.

What has a counterpart becomes that; of what has none the words stay, and its name is told. Sources:
Hugo's embedded shortcodes, Jekyll's Liquid tags, Hexo's tag plugins, Nikola's shortcodes, MDX 3.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

_OPENS = re.compile(r"\{\{[<%]?|\{%")
_CLOSES = {"{{<": ">}}", "{{%": "%}}", "{%": "%}", "{{": "}}"}
_LONGEST = 3000
"""In characters: what is longer is no tag."""
_NAME = re.compile(r"[-\s]*(/?)\s*([\w.$/-]*[\w])(?![\w/.-])(.*)", re.DOTALL)
_ARGUMENT = re.compile(
    r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|\{[^{}]*\}|([^\s"'{}]+))|"([^"]*)"|'([^']*)'|([^\s"']+)"""
)
_LOOKS = frozenset(
    {"class", "style", "id", "width", "height", "align", "lang", "dir", "rel", "type"}
)
"""Names of arguments that readers never see."""
_IS_SAID = re.compile(r"[^\W\d_a-zA-Z]|[^\W\d_]\s+[^\W\d_]")
"""What words have and settings have not: letters that are not Latin, or two words."""
_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag, as it stands in a text."""

    kind: str
    """How it opens: two braces and a sign, or one of each."""
    name: str
    named: Mapping[str, str]
    others: tuple[str, ...]
    rest: str
    """All that stands after the name."""
    start: int
    end: int
    is_closing: bool = False

    def get(self, *names: str, at: int | None = 0) -> str:
        """Give an argument by one of its names, or by its place among those without."""
        found = next((self.named[name] for name in names if self.named.get(name)), "")
        return found or (self.others[at] if at is not None and at < len(self.others) else "")

    def words(self) -> str:
        """Give what its arguments say to readers."""
        said = (value for name, value in self.named.items() if name not in _LOOKS)
        values = [*said, *(value for value in self.others if " " in value or not value.isascii())]
        values = [value for value in values if _IS_SAID.search(value) and "://" not in value]
        return "\n\n".join(dict.fromkeys(values))


def tags(text: str) -> Iterator[Tag]:
    """Give the tags of a text, in order; expressions in two braces have no name."""
    closing: dict[str, int] = {}
    at = 0
    while opened := _OPENS.search(text, at):
        kind = opened[0]
        mark = _CLOSES[kind]
        if closing.get(kind, -1) < opened.end():
            found = text.find(mark, opened.end())
            closing[kind] = len(text) + _LONGEST if found < 0 else found
        end = closing[kind]
        if end - opened.end() > _LONGEST:
            at = opened.end()
            continue
        at = end + len(mark)
        yield _tag(kind, text[opened.end() : end], opened.start(), at)


def _tag(kind: str, inside: str, start: int, end: int) -> Tag:
    found = None if kind == "{{" else _NAME.fullmatch(inside.strip().rstrip("-/").rstrip())
    if found is None:
        return Tag(kind, "", {}, (), inside, start, end)
    name, closes = found[2].lower(), bool(found[1])
    if kind == "{%" and name.startswith("end") and len(name) > len("end"):
        name, closes = name[len("end") :], True
    named, others = arguments(found[3])
    return Tag(kind, name, named, others, found[3].strip(), start, end, closes)


def arguments(text: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """Give the arguments that have names, and those that have none."""
    named: dict[str, str] = {}
    others: list[str] = []
    for found in _ARGUMENT.finditer(text):
        if found[1]:
            named[found[1].lower()] = found[2] or found[3] or found[4] or ""
        else:
            others.append(found[5] or found[6] or found[7] or "")
    return named, tuple(others)


def shown(tag: Tag, *, alone: bool) -> str | None:
    """Give what a tag shows here, or nothing if it has no counterpart.

    A tag that is alone on its line may become a block.
    """
    maker = _MAKERS.get(tag.name)
    return maker(tag, alone) if maker else None


def _figure(tag: Tag, alone: bool) -> str | None:  # noqa: FBT001
    src = tag.get("src", "image_path", "link", "url")
    if not src or (tag.name not in {"figure", "img", "image"} and "." not in src):
        return None
    said = [tag.get(name, at=None) for name in ("title", "caption")]
    caption = " ".join(dict.fromkeys(filter(None, said))) or tag.get(at=1)
    credit = " ".join(tag.get("attr", "credit", at=None).replace("|", " ").split())
    picture = f"![{_bracketless(tag.get('alt', at=None))}]({spaceless(src)})"
    if not alone:
        return " ".join(filter(None, (picture, caption, credit)))
    lines = [f"/// photo{f' | {credit}' if credit else ''}", picture, caption, "///"]
    return _block("\n".join(filter(None, lines)))


def _asset(tag: Tag, _: bool) -> str | None:  # noqa: FBT001
    """Show Hexo's `img [class] file [width] [height] [title]`."""
    at = next((at for at, each in enumerate(tag.others) if re.search(r"\.\w{2,5}$", each)), None)
    if at is None:
        return _figure(tag, alone=False) if tag.named else None
    title = " ".join(each for each in tag.others[at + 1 :] if not each.isdigit())
    return f"![{_bracketless(title)}]({spaceless(tag.others[at])})"


def _embedded(address: str, alone: bool) -> str:  # noqa: FBT001
    return _block(f"/// embed\n{address}\n///") if alone else f"<{address}>"


def _film(start: str, *names: str) -> Callable[[Tag, bool], str | None]:
    def made(tag: Tag, alone: bool) -> str | None:  # noqa: FBT001
        number = tag.get("id", "videoid", "src", "url", *names)
        address = number if "://" in number else f"{start}{number}"
        return _embedded(address, alone) if number and " " not in number else None

    return made


def _post(tag: Tag, alone: bool) -> str | None:  # noqa: FBT001
    number = tag.get("id", "tweetid", at=1) or tag.get("url")
    user = tag.get("user") if tag.get("user") != number else "i"
    if not number or " " in number:
        return None
    address = number if "://" in number else f"https://x.com/{user}/status/{number}"
    return _embedded(address, alone)


def _gist(tag: Tag, alone: bool) -> str | None:  # noqa: FBT001
    path = "/".join(tag.others[:2]) or tag.get("id")
    return _embedded(f"https://gist.github.com/{path}", alone) if path else None


def _anything(tag: Tag, alone: bool) -> str | None:  # noqa: FBT001
    found = next(filter(_ADDRESS.fullmatch, (*tag.named.values(), *tag.others)), "")
    return _embedded(found, alone) if found else None


def _block(text: str) -> str:
    return f"\n\n{text}\n\n"


def _bracketless(text: str) -> str:
    return text.replace("[", "(").replace("]", ")")


def spaceless(address: str) -> str:
    """Give an address as it may stand between the parentheses of a link."""
    for sign, written in ((" ", "%20"), ("(", "%28"), (")", "%29"), ("<", "%3C"), (">", "%3E")):
        address = address.replace(sign, written)
    return address


_MAKERS: dict[str, Callable[[Tag, bool], str | None]] = {
    "figure": _figure,
    "image": _figure,
    "img": _asset,
    "asset_img": _asset,
    "youtube": _film("https://www.youtube.com/watch?v="),
    "vimeo": _film("https://vimeo.com/"),
    "instagram": _film("https://www.instagram.com/p/"),
    "tweet": _post,
    "twitter": _post,
    "x": _post,
    "gist": _gist,
} | dict.fromkeys(
    ("telegram", "facebook", "tiktok", "soundcloud", "dailymotion", "iframe", "embed", "video"),
    _anything,
)
REFERENCES = frozenset({"ref", "relref", "post_url", "post_path", "link", "asset_path"})
"""Tags that stand for an address."""
LINKS = frozenset({"post_link", "asset_link"})
"""Tags that stand for a link: where to, and then its words."""
KNOWN = frozenset(_MAKERS)
"""Tags that have a counterpart."""
