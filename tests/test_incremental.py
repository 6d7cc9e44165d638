"""After any sequence of edits, the output is byte for byte what a build from nothing gives."""

from __future__ import annotations

import re
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from nashra.errors import ConfigurationError
from tests.sites import NOW, new_site, story

NAMES = ["السلاحف", "أحمد", "احمد", "مكتبة", "مكتبه", "race", "منارة", "سوق"]
SECTIONS = ["science", "رياضة", "أسواق"]
AUTHORS = ["layla", "ليلى حداد", "زائر"]

stories = st.fixed_dictionaries(
    {
        "title": st.sampled_from(NAMES),
        "date": st.integers(1, 28).map(lambda day: f"2026-11-{day:02}"),
        "section": st.sampled_from(SECTIONS),
        "slug": st.sampled_from(NAMES),
        "authors": st.sampled_from(AUTHORS),
        "tags": st.sampled_from(
            ["[بحر]", "[بحر, سوق]", "[]", "[كأس الأمم]", "[كاس الامم]", "[كأس الأمم, كأس الامم]"]
        ),
        "related": st.sampled_from(NAMES).map(lambda name: f"[{name}]"),
        "body": st.sampled_from(
            ["نص", "## 10:00 تحديث\n\nنص آخر", "/// related\n\n- مكتبة\n- أحمد\n\n///"]
        ),
    },
    optional={
        "status": st.just("مسودة"),
        "publish_at": st.integers(22, 25).map(lambda day: f"2026-11-{day}"),
        "expires": st.integers(22, 25).map(lambda day: f"2026-11-{day} 18:00"),
        "pinned": st.just("نعم"),
        "kind": st.sampled_from(["live", "opinion"]),
        "breaking_until": st.integers(22, 25).map(lambda day: f"2026-11-{day} 09:00"),
        "thread": st.sampled_from(["ملف البحر", "ملفّ البحر", "سوق"]),
        "image": st.sampled_from(["a.jpg", "b.jpg", "https://pictures.example/c.jpg"]),
        "id": st.sampled_from(["wave", "ebb"]),
        "aliases": st.sampled_from(NAMES).map(lambda name: f"[/old/{name}/]"),
        "corrections": st.tuples(st.integers(1, 25), st.sampled_from(["صواب", "خطأ"])).map(
            lambda made: f"[{{date: 2026-11-{made[0]:02}, text: {made[1]}}}]"
        ),
    },
)
EDITION = """\
editions:
  en:
    name: The Swallow
    sections:
      - slug: science
        name: Science
"""
folders = st.sampled_from(
    ["content/articles", "content/articles/أ", "content/articles/ب/ج", "content/en/articles"]
)
files = st.tuples(folders, st.integers(0, 5)).map(lambda place: f"{place[0]}/{place[1]}.md")


class Newsroom(RuleBasedStateMachine):
    """A newsroom at work: every rule is an edit, and every so often somebody builds."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.site = new_site(self.folder / "site")
        config = self.site.folders.config
        settings = "feeds: {}\noffline: no\n"
        config.write_text(config.read_text("utf-8") + settings + EDITION, "utf-8")
        self.now = NOW
        self.edits = 0
        self.built = False
        self.touched: set[Path] = set()

    def saved(self, *files: str) -> None:
        """Count an edit; somebody who watches would be told of these files."""
        self.touched |= {(self.site.root / file).resolve() for file in files}
        self.edits += 1

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @rule(file=files, fields=stories)
    def write_story(self, file: str, fields: dict[str, str]) -> None:
        self.site.write(f"-- {file} --\n{story(**fields)}")
        self.saved(file)

    @rule(file=files, tag=st.sampled_from(["كأس الأمم", "كاس الامم", "كأس الامم"]))
    def respell_tag(self, file: str, tag: str) -> None:
        path = self.site.root / file
        if path.exists():
            text = re.sub(r"(?m)^tags: .*$", f"tags: [{tag}]", path.read_text("utf-8"))
            path.write_text(text, "utf-8")
        self.saved(file)

    @rule(file=files)
    def delete_story(self, file: str) -> None:
        (self.site.root / file).unlink(missing_ok=True)
        self.saved(file)

    @rule(old=files, new=files)
    def rename_story(self, old: str, new: str) -> None:
        if (self.site.root / old).exists():
            (self.site.root / new).parent.mkdir(parents=True, exist_ok=True)
            (self.site.root / old).replace(self.site.root / new)
        self.saved(old, new)

    @rule(old=folders, new=folders)
    def rename_folder(self, old: str, new: str) -> None:
        there = (self.site.root / old).exists() and not (self.site.root / new).exists()
        if there and not new.startswith(f"{old}/"):
            (self.site.root / new).parent.mkdir(parents=True, exist_ok=True)
            (self.site.root / old).replace(self.site.root / new)
        self.saved(old, new)

    @rule(
        name=st.sampled_from(["ليلى حداد", "ليلى", "زائر"]),
        role=st.sampled_from(["", "محررة"]),
        folder=st.sampled_from(["content/authors", "content/en/authors"]),
    )
    def write_author(self, name: str, role: str, folder: str) -> None:
        self.site.write(f"-- {folder}/layla.md --\n---\nname: {name}\nrole: {role}\n---\nنبذة\n")
        self.saved(f"{folder}/layla.md")

    @rule()
    def delete_author(self) -> None:
        (self.site.root / "content/authors/layla.md").unlink(missing_ok=True)
        self.saved("content/authors/layla.md")

    @rule(
        slug=st.sampled_from(["about", "science", "أسواق", "en"]),
        order=st.integers(0, 2),
        folder=st.sampled_from(["content/pages", "content/en/pages"]),
    )
    def write_page(self, slug: str, order: int, folder: str) -> None:
        self.site.write(f"-- {folder}/{slug}.md --\n---\ntitle: صفحة\norder: {order}\n---\nنص\n")
        self.saved(f"{folder}/{slug}.md")

    @rule(languages=st.sampled_from(["en", "fr", ""]))
    def change_editions(self, languages: str) -> None:
        config = self.site.folders.config
        before, _, _ = config.read_text("utf-8").partition("editions:")
        config.write_text(before + (EDITION.replace("en:", f"{languages}:") if languages else ""))
        self.saved("config.yaml")

    @rule(
        lead=st.sampled_from([*NAMES, "{section: science}", "{tag: بحر}", "{author: ليلى حداد}"]),
        folder=st.sampled_from(["content", "content/en"]),
    )
    def lay_out_the_front(self, lead: str, folder: str) -> None:
        self.site.write(
            f"-- {folder}/front.yaml --\nlead: {lead}\ntop: [سوق]\n"
            f"packages: [{{title: ملف, tag: سوق}}]\nsections: {{science: {{lead: {lead}}}}}\n"
        )
        self.saved(f"{folder}/front.yaml")

    @rule(folder=st.sampled_from(["content", "content/en"]))
    def delete_the_front(self, folder: str) -> None:
        (self.site.root / folder / "front.yaml").unlink(missing_ok=True)
        self.saved(f"{folder}/front.yaml")

    @rule(name=st.sampled_from(["a.jpg", "b.jpg"]), data=st.sampled_from(["1", "2"]))
    def put_picture(self, name: str, data: str) -> None:
        self.site.write(f"-- content/media/{name} --\n{data}")
        self.saved(f"content/media/{name}")

    @rule(name=st.sampled_from(["a.jpg", "b.jpg"]))
    def delete_picture(self, name: str) -> None:
        (self.site.root / "content/media" / name).unlink(missing_ok=True)
        self.saved(f"content/media/{name}")

    @rule(hours=st.integers(-30, 60))
    def let_time_pass(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        self.edits += 1

    @rule(
        change=st.sampled_from(
            [
                ("config.yaml", "stories_per_page: ", ["3", "2"]),
                ("config.yaml", "    name: ", ["علوم", "العلوم"]),
                ("config.yaml", "feeds: ", ["{}", "{text: full, formats: [json, rss]}"]),
                ("config.yaml", "offline: ", ["no", "yes"]),
                ("themes/plain/templates/card.html", "<li", ["", " class=c"]),
                ("themes/plain/strings/ar.yaml", "related: ", ["ذات صلة", "اقرأ أيضا"]),
                ("themes/plain/styles/site.css", "margin: ", ["0", "1px"]),
            ]
        ),
        choice=st.integers(0, 1),
    )
    def change_settings_or_theme(self, change: tuple[str, str, list[str]], choice: int) -> None:
        name, key, values = change
        path = self.site.root / name
        before, _, after = path.read_text("utf-8").partition(key)
        rest = after[after.find(">") :] if key == "<li" else after[after.find("\n") :]
        path.write_text(f"{before}{key}{values[choice]}{rest}", "utf-8")
        self.saved(name)

    @precondition(lambda self: self.edits)
    @rule()
    def fail_to_build(self) -> None:
        template = self.site.root / "themes/plain/templates/story.html"
        good = template.read_text("utf-8")
        template.write_text(good + "{{ page.nothing }}", "utf-8")
        try:
            self.site.build(self.now)
        except ConfigurationError:
            pass
        finally:
            template.write_text(good, "utf-8")

    @rule(watching=st.booleans())
    def build(self, *, watching: bool) -> None:
        self.site.build(self.now, touched=self.touched if watching and self.built else None)
        self.touched.clear()
        self.edits, self.built = 0, True

    @invariant()
    def a_fresh_build_equals_a_cold_one(self) -> None:
        if self.edits == 0 and self.built:
            assert self.site.files() == self.site.cold(self.now)


Newsroom.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestNewsroom = Newsroom.TestCase
