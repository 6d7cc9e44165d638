"""The body of another generator's Markdown: its shortcodes, pictures and links, as they are here.

What has a counterpart becomes that; of what has none the words stay, and its name is told. Text in
code is never touched.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from nashra.importers.prose_and_code import outside_blocks, outside_code
from nashra.importers.shortcodes import (
    KNOWN,
    LINKS,
    REFERENCES,
    Tag,
    arguments,
    shown,
    spaceless,
    tags,
)
from nashra.importers.shortcodes_around import without_pairs

_MORE = re.compile(
    r"^[ \t]*(?:<!--\s*(?:more|TEASER_END[^>]{0,60}|excerpt|truncate)\s*-->|\{/\*\s*more\s*\*/\})"
    r"[ \t]*\n?",
    re.MULTILINE | re.IGNORECASE,
)
_SCRIPT = re.compile(
    r"^(?:import\s[^\n]{1,300}?\sfrom\s+['\"][^'\"\n]{1,200}['\"]"
    r"|import\s+['\"][^'\"\n]{1,200}['\"]"
    r"|export\s+(?:const|default|let)\s[^\n]{1,500});?[ \t]*$",
    re.MULTILINE,
)
_COMPONENT = re.compile(
    r"<(?P<slash>/?)(?P<name>[A-Z][\w.]{0,60})\b(?P<rest>"
    r"(?:[^<>\"'{}]|\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|\{[^{}\n]{0,300}\}){0,400})>"
)
_FRAME = re.compile(r"<iframe\b([^<>]*)>[^<>]*</iframe>", re.IGNORECASE)
_LOADED = re.compile(r"<script\b[^<>]*>\s*</script>[ \t]*\n?", re.IGNORECASE)
_OF_LIQUID = re.compile(r"(?:site|page|post|layout|include|paginator|config)\.[\w.\[\]\"']+")
"""Values that another generator would have put there, and that are nobody's words."""
_OF_ADDRESS = re.compile(r"site\.(?:url|baseurl)|page\.root|\$site\.base")
_QUOTED = re.compile(r"[\"']([^\"']*)[\"']\s*\|")
_LINK = re.compile(r"(\]\([ ]?<?)([^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)")
_DEFINITION = re.compile(
    r"^([ ]{0,3}\[[^\[\]\n^][^\[\]\n]{0,200}\]:[ \t]*<?)([^\s<>]+)", re.MULTILINE
)
_ATTRIBUTE = re.compile(
    r"(<(?:img|a|video|audio|source)\b[^<>]*?\s(?:src|href)\s*=\s*[\"'])([^\"'<>]+)", re.IGNORECASE
)
_PICTURE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp)(?:[?#].*)?", re.IGNORECASE | re.DOTALL
)
_STORY = re.compile(r"\.(?:md|markdown|mdx|mkd)(?:#\S*)?")
_CONTENTS = re.compile(r"^[*+-][ \t]+[^\n]{0,100}\n\{:\s*toc[^{}\n]{0,100}\}", re.MULTILINE)
_INDENT = 100
"""In characters: blanks beside something that is alone on its line."""
_LONGEST_WORDS = 500
"""In characters, between the brackets of a picture."""


@dataclass(slots=True)
class ForeignBody:
    """Turns a body into one of this site, and tells what it could not carry."""

    picture_at: Callable[[str], str]
    """Gives a picture's path below `content/media/` for its old address, or nothing."""
    link_to: Callable[[str], str] = str
    """Gives the address for an old one."""
    story_at: Callable[[str], str] = lambda _: ""
    """Gives the address of the story that a tag names, or nothing."""
    is_mdx: bool = False
    lost: list[str] = field(default_factory=list)

    def carried(self, text: str) -> str:
        """Give the text as it stands here."""
        text = outside_blocks(text, lambda part: without_pairs(part, self.lost))
        return outside_code(text, self._prose)

    def _prose(self, text: str) -> str:
        text = _MORE.sub("", text)
        text = _CONTENTS.sub(lambda _: self._told("a table of contents"), text)
        if self.is_mdx:
            text = _SCRIPT.sub(lambda _: self._told("MDX’s scripts"), text)
            text = _COMPONENT.sub(self._component, text)
        if "{{" in text or "{%" in text:
            text = self._without_tags(text)
        text = _FRAME.sub(self._frame, text)
        text = _LOADED.sub(lambda _: self._told("<script>"), text)
        for addresses in (_LINK, _DEFINITION, _ATTRIBUTE):
            text = addresses.sub(self._address, text)
        return text

    def _told(self, name: str, instead: str = "") -> str:
        self.lost.append(name)
        return instead

    def _without_tags(self, text: str) -> str:
        made: list[str] = []
        at = 0
        for tag in tags(text):
            made += [text[at : tag.start], self._tag(tag, text)]
            at = tag.end
        return "".join([*made, text[at:]])

    def _tag(self, tag: Tag, text: str) -> str:
        whole = text[tag.start : tag.end]
        if tag.kind == "{{":
            return self._value(tag.rest.strip("- \t\n"), whole)
        if not tag.name:
            turned_off = tag.rest.strip().removeprefix("/*").removesuffix("*/")
            return whole.replace(tag.rest, turned_off)
        if tag.is_closing:
            return ""
        if tag.name in REFERENCES and (named := tag.get("path", "src")):
            return self._reference(named)
        if tag.name in LINKS and tag.others:
            where = self._reference(tag.others[0])
            return f"[{' '.join(tag.others[1:]) or tag.others[0]}]({where})"
        if tag.name.startswith("include") and tag.others:
            name = PurePosixPath(tag.others[0]).stem.lower()
            tag = replace(tag, name=name, others=tag.others[1:]) if name in KNOWN else tag
        return self._shown(tag, _stands_alone(text, tag.start, tag.end), f"shortcode {tag.name}")

    def _shown(self, tag: Tag, alone: bool, name: str) -> str:  # noqa: FBT001
        made = shown(tag, alone=alone)
        if made is not None:
            return made
        words = tag.words()
        if not words:
            return self._told(name)
        return self._told(name, f"\n\n{words}\n\n" if alone else f" {words} ")

    def _value(self, value: str, whole: str) -> str:
        """Give what an expression in two braces comes to; what is none stays as it is."""
        if _OF_ADDRESS.match(value):
            return ""
        if quoted := _QUOTED.match(value):
            return quoted[1]
        return self._told(f"{{{{ {value} }}}}") if _OF_LIQUID.match(value) else whole

    def _reference(self, named: str) -> str:
        path, mark, part = named.partition("#")
        if address := self.story_at(path):
            return f"{address}{mark}{part}"
        if _STORY.search(named):
            return spaceless(named)  # a link to a file: told with the other addresses
        return self._told(f"a link to a story that is not there: {named}", spaceless(named))

    def _component(self, found: re.Match[str]) -> str:
        name = found["name"]
        if found["slash"]:
            return ""
        named, others = arguments(found["rest"].removesuffix("/"))
        others = tuple(other for other in others if other != "/")
        tag = Tag("<", name.lower(), named, others, "", found.start(), found.end())
        alone = _stands_alone(found.string, found.start(), found.end())
        return self._shown(tag, alone, f"component <{name}>")

    def _frame(self, found: re.Match[str]) -> str:
        """Make an embed of a frame that is a paragraph by itself."""
        address = html.unescape(arguments(found[1])[0].get("src", "")).strip()
        address = f"https:{address}" if address.startswith("//") else address
        before, after = found.string[: found.start()], found.string[found.end() :]
        apart = re.search(r"(?:\A|\n)[ \t]*\n?[ \t]*\Z", before[-80:]) and (
            not before.strip() or before.rstrip(" \t").endswith("\n\n")
        )
        apart = apart and (not after.strip() or after.lstrip(" \t").startswith("\n\n"))
        if not apart or not address.startswith(("http://", "https://")) or " " in address:
            return self._told("<iframe>", found[0])
        return f"/// embed\n{address}\n///"

    def _address(self, found: re.Match[str]) -> str:
        address = html.unescape(found[2])
        if address.startswith(("#", "data:", "mailto:", "tel:")):
            return found[0]
        if place := self.picture_at(address):
            start = "" if _is_picture(found) else "/media/"
            return f"{found[1]}{start}{spaceless(place.replace('%', '%25'))}"
        elsewhere = "://" in address or address.startswith("//")
        if not elsewhere and _PICTURE.search(address):
            return self._told(f"a picture that is not there: {address}", found[0])
        moved = self.link_to(address)
        if not elsewhere and _STORY.search(moved):
            self.lost.append(f"a link to a file of the old site: {address}")
        return found[0] if moved == address else f"{found[1]}{spaceless(moved)}"


def _is_picture(found: re.Match[str]) -> bool:
    """Tell the address of a Markdown picture from others."""
    if not found[1].startswith("]("):
        return False
    begins = max(0, found.start() - _LONGEST_WORDS)
    return found.string[: found.start()][begins:].rpartition("[")[0].endswith("!")


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether nothing but some blanks stands beside something on its line."""
    before = text[max(0, start - _INDENT) : start].rpartition("\n")
    after = text[end : end + _INDENT].partition("\n")
    begins = before[1] or start <= _INDENT
    ends = after[1] or end + _INDENT >= len(text)
    return bool(begins and ends) and not before[2].strip() and not after[0].strip()
