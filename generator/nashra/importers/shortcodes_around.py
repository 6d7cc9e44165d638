"""Tags of other generators that enclose code, quotations, remarks, and text that is no tag."""

from __future__ import annotations

import re
from collections.abc import Callable

from nashra.importers.shortcodes import arguments

_RAW = re.compile(r"\{%-?\s*(?:end)?raw\s*-?%\}")


def without_pairs(text: str, lost: list[str]) -> str:
    """Make code and quotations of what an opening and a closing tag enclose.

    What stands in a remark was never shown, and does not come out now; `lost` is told of it.
    """
    text = _RAW.sub("", text)
    made: list[str] = []
    opening: re.Match[str] | None = None
    at = 0
    for tag in _PAIR.finditer(text):
        if opening is None and not tag["close"]:
            opening = tag
        elif opening and tag["close"] and tag["name"] == opening["name"]:
            inner = text[opening.end() : tag.start()]
            if tag["name"] == "comment":
                lost.append("a remark that was not shown")
            made += [text[at : opening.start()], _MAKERS[tag["name"]](opening["rest"], inner)]
            at, opening = tag.end(), None
    return "".join([*made, text[at:]])


def _coded(rest: str, inner: str) -> str:
    language = next((word for word in rest.split() if re.fullmatch(r"[\w+#-]+", word)), "")
    language = re.sub(r"^lang:", "", language)
    longest = max((len(ticks) for ticks in re.findall("`+", inner)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"\n\n{fence}{language}\n{inner.strip(chr(10))}\n{fence}\n\n"


def _quoted(rest: str, inner: str) -> str:
    lines = [f"> {line}".rstrip() for line in inner.strip().split("\n")]
    named, others = arguments(rest)
    who = " ".join(rest.split()) if not named else " ".join([*named.values(), *others])
    return "\n\n" + "\n".join([*lines, *([">", f"> — {who}"] if who else [])]) + "\n\n"


def _remark(_: str, __: str) -> str:
    return ""


_MAKERS: dict[str, Callable[[str, str], str]] = {
    "highlight": _coded,
    "codeblock": _coded,
    "code": _coded,
    "blockquote": _quoted,
    "pullquote": _quoted,
    "quote": _quoted,
    "comment": _remark,
}
_PAIR = re.compile(
    r"\{[{%][<%]?-?\s*(?P<close>/\s*|end)?(?P<name>"
    + "|".join(_MAKERS)
    + r")\b(?P<rest>[^%<>{}\n]{0,300}?)-?[%>]?[%}]\}"
)
