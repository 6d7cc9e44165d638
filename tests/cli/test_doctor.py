"""What `nashra doctor` looks at, and what it says where something is amiss."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nashra.cli import doctor
from tests.cli.test_commands import nashra
from tests.sites import CONFIG, Site


def test_a_sound_site_has_nothing_to_mend(site: Site) -> None:
    site.write(f"-- config.yaml --\n{CONFIG}")
    done = nashra("doctor", cwd=site.root)

    assert done.returncode == 0, done.stdout
    assert all(line.startswith("✓") for line in done.stdout.splitlines())
    rows = json.loads(nashra("doctor", "--json", cwd=site.root).stdout)
    found = {row["what"]: row["found"] for row in rows}
    assert {"Nashra", "Python", "Configuration", "Formats to import", "Room"} <= {*found}
    assert "wordpress" in found["Formats to import"]


def test_a_faulty_configuration_is_told_with_its_line(site: Site) -> None:
    site.write(f"-- config.yaml --\n{CONFIG}unheard_of: 1\n")
    done = nashra("doctor", cwd=site.root)

    assert done.returncode == 1
    assert "✗" in done.stdout
    assert "unheard_of" in done.stderr


def test_too_few_watches_are_told_with_the_command_that_lifts_them(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.write("-- content/articles/a/x.txt --\nx")
    limit = tmp_path / "max_user_watches"
    limit.write_text("1\n", "ascii")
    monkeypatch.setattr(doctor, "_WATCHES", limit)

    (finding,) = doctor._watching(site.folders)  # noqa: SLF001

    assert "sudo sysctl fs.inotify.max_user_watches" in finding.problems[0].remedy.en


def test_a_disk_with_hardly_any_room_is_told(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_ROOM", 1 << 62)

    (finding,) = doctor._room(site.folders)  # noqa: SLF001

    assert finding.problems
