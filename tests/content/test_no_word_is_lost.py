"""Every word of a body is on the page, whatever signs stand around it."""

from __future__ import annotations

import html
import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from nashra.content.markdown import Renderer
from nashra.model.body import Embed, Prose, Related

RENDERER = Renderer(base_path="/")
WORD = re.compile(r"كلمة[٠-٩]+")
SHAPES = [
    "{}", "# {}", "#{}", "## {} {{{}}}", "{}\n===", "- {}\n- {}", "- {}\n\n    {}", "١. {}\n٢. {}",
    "١. {}\n۲. {}", "٢٠٢٤. {}", "1 - {}\n\n{}", "٣ - {}", "> {}\n{}", "> > {}", "    {}",
    "```\n{}\n```", "```{}\n{}", "| {} | {} |\n|---|---|\n| {} | {} | {} | {} |", "{} | {}",
    "{}[^1]\n\n[^1]: {}", "[^9]: {}", "{}\n:   {}", "[{}]: {}", "[{}]", "[{}][{}]", "[{}](/b/)",
    "[{}](", "![{}](a.jpg)", "**{}** *{}", "{}_{}_", "`{}`", "``{}`", "<{}>", "< {}", "{} & {}",
    "\\{}", "{{: {} }}", "{}\n{{: {}}}", "{}{{{}}}", "/// related\n- {}\n///", "/// ذات صلة\n{}",
    "/// اقتباس | {}\n{}\n///", "/// quote\n{}", "/// نقاط | {}\n- {}\n///",
    "/// حقائق\n{}\n\n{}\n///",
    "/// تضمين | {}\nhttps://youtu.be/x\n{}\n///", "/// تضمين | {}\n{}\n///", "/// تضمين\n{}",
    "/// صورة | {}\n![{}](a.jpg)\n{}\n///", "/// صورة\n{}\n///",
    "/// صور\n- {}\n- ![](a.jpg) {}\n///",
    "/// صور | {}\n{} ![](a.jpg) {}\n\n| {} |\n|---|\n///", "/// {}\n{}\n///", "///\n{}", "{}\n///",
    "//// حقائق | {}\n/// نقاط\n- {}\n///\n////", "/// حقائق\n/// صورة | {}\n{}\n///\n{}\n///",
    "- {}\n\n    /// اقتباس | {}\n    {}\n    ///", "/// تضمين\n    {}: {}\nclip.mp4\n///",
]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.sampled_from(SHAPES), min_size=1, max_size=6),
    st.lists(st.sampled_from(["\n\n", "\n\n", "\n", "\n\n\n"]), min_size=6, max_size=6),
)
@example(SHAPES, ["\n\n"])
def test_every_word_is_shown(shapes: list[str], gaps: list[str]) -> None:
    text = "".join(_numbered(shape, at) + gaps[at % len(gaps)] for at, shape in enumerate(shapes))
    shown = "\n".join(_words(part) for part in RENDERER.render(text).parts)

    assert set(WORD.findall(text)) <= set(WORD.findall(shown))


def _numbered(shape: str, at: int) -> str:
    digits = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    count = len(re.findall(r"(?<!\{)\{\}|\{\{\{\}\}\}", shape)) + 6
    return shape.format(*(f"كلمة{at * 100 + n}".translate(digits) for n in range(count)))


def _words(part: Prose | Related | Embed) -> str:
    match part:
        case Prose():
            return html.unescape(part.html)
        case Related():
            return " ".join(story.label for story in part.stories)
        case Embed():
            return f"{part.title} {part.address}"
