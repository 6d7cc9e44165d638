"""The documents say what is true."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from nashra import bundled, config
from nashra.cli import _COMMANDS
from nashra.content import article, author, standing_page
from nashra.pages import KINDS
from nashra.render.theme import find
from tests.sites import Site

CHECKOUT = Path(__file__).parents[1]


def text(path: str) -> str:
    return (CHECKOUT / path).read_text("utf-8")


@pytest.mark.parametrize("readme", ["README.md", "README.ar.md"])
def test_both_readmes_name_every_command_and_the_two_of_make(readme: str) -> None:
    for command in _COMMANDS:
        assert f"`nashra {command}" in text(readme), command
    assert "$ make site" in text(readme)
    assert "$ make test" in text(readme)


@pytest.mark.parametrize("readme", ["README.md", "README.ar.md"])
def test_every_link_of_a_readme_leads_to_a_file(readme: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", text(readme)):
        assert (CHECKOUT / target).exists(), target


@pytest.mark.parametrize("readme", ["README.md", "README.ar.md"])
def test_the_first_story_of_the_tour_is_published(site: Site, readme: str) -> None:
    block = re.search(r"```markdown\n(.*?)```", text(readme), re.DOTALL)
    assert block is not None
    story = "\n".join(line.removeprefix("   ") for line in block[1].splitlines())
    site.write(f"-- content/articles/news/hello.md --\n{story}\n")
    report = site.build()

    assert not report.failed
    assert "أول خبر لنا" in site.page("/")


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        (article.ArticleFields, article.NAMES),
    ],
)
def test_every_key_of_a_story_is_in_the_manual(fields: type, names: dict[str, str]) -> None:
    manual = text("docs/writing.md")
    for key in getattr(fields, "model_fields"):  # noqa: B009
        assert f"| `{key}` |" in manual, key
        assert any(
            f"| `{key}` | {name} |" in manual for name, means in names.items() if means == key
        ), f"{key} has an Arabic name in the manual"


def test_every_key_of_the_configuration_is_in_the_manual() -> None:
    manual = text("docs/writing.md")
    for name, key in config.NAMES.items():
        assert f"| `{key}` | {name} |" in manual, key


def test_every_arabic_name_stands_for_a_key() -> None:
    for module, fields in (
        (article.NAMES, article.ArticleFields),
        (author.NAMES, author.AuthorFields),
        (standing_page.NAMES, standing_page.StandingPageFields),
    ):
        assert set(module.values()) <= set(fields.model_fields)
        assert set(fields.model_fields) <= set(module.values()), "every key has one"


def test_every_template_of_the_default_theme_is_in_the_manual() -> None:
    manual = text("docs/themes.md")
    theme = find("jarida", site_themes=Path("nowhere"))
    templates = {kind.TEMPLATE for kind in KINDS.values() if kind.TEMPLATE}
    for template in templates:
        assert f"`{template}`" in manual, template
        assert (theme.folders[0] / "templates" / template).exists(), template


def test_the_architecture_names_every_module() -> None:
    page = text("docs/architecture.md")
    for path in (CHECKOUT / "generator/nashra").iterdir():
        if path.suffix == ".py" and not path.stem.startswith("__"):
            assert f"`{path.stem}`" in page, path.stem
        elif path.is_dir() and (path / "__init__.py").exists():
            assert f"`{path.name}/`" in page, path.name


def test_the_sample_newsroom_has_no_fault() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "nashra", "check", "--site", str(CHECKOUT)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "errors: 0" in done.stdout


def test_the_starter_comes_with_the_program() -> None:
    assert (bundled.starter() / "config.yaml").exists()
