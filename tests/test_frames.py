"""What of other sites may be shown in a frame once a reader asks for it."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.pages import headers
from nashra.pages.frames import FRAMES, frame_of
from tests.sites import Site, story

FILM = "https://www.youtube-nocookie.com/embed/RasAlnakhil?autoplay=1"
POST = "https://platform.twitter.com/embed/Tweet.html?dnt=true&id=123"
PHOTO = "https://www.instagram.com/p/Ab-_1/embed/"
POSTS = "https://www.facebook.com/plugins/post.php?show_text=true&href="
FILMS = "https://www.facebook.com/plugins/video.php?href="
MAP = "https://www.openstreetmap.org/export/embed.html?bbox=1.5,2,3,4&layer=mapnik"

FRAMED = [
    ("https://www.youtube.com/watch?v=RasAlnakhil", FILM),
    ("https://m.youtube.com/watch?list=a&v=RasAlnakhil&t=5s", FILM),  # among other things asked
    ("https://youtu.be/RasAlnakhil?si=abc", FILM),  # as phones share it
    ("https://www.youtube.com/shorts/RasAlnakhil", FILM),
    ("https://www.youtube.com/live/RasAlnakhil", FILM),
    ("https://x.com/alsonono/status/123?s=20", POST),
    ("https://twitter.com/alsonono/status/123", POST),  # its old name
    ("https://t.me/alsonono/7", "https://t.me/alsonono/7?embed=1"),
    ("https://t.me/s/alsonono/7", "https://t.me/alsonono/7?embed=1"),  # the channel as a page
    (
        "https://www.facebook.com/alsonono/posts/pfbid0",
        f"{POSTS}https%3A%2F%2Fwww.facebook.com%2Falsonono%2Fposts%2Fpfbid0",
    ),
    (
        "https://www.facebook.com/watch/?v=12",
        f"{FILMS}https%3A%2F%2Fwww.facebook.com%2Fwatch%2F%3Fv%3D12",
    ),
    ("https://www.instagram.com/p/Ab-_1/?img_index=2", PHOTO),
    ("https://www.instagram.com/alsonono/p/Ab-_1/", PHOTO),
    ("https://www.instagram.com/reel/Ab1", "https://www.instagram.com/reel/Ab1/embed/"),
    ("https://vimeo.com/123", "https://player.vimeo.com/video/123?dnt=1&autoplay=1"),
    (
        "https://soundcloud.com/alsonono/oud",
        "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Falsonono%2Foud",
    ),
    (MAP, MAP),
]
LINKS = [
    "https://www.youtube.com/@alsonono",  # a channel
    "https://www.youtube.com/watch?v=short",  # no film's name
    "https://x.com/alsonono",  # a person
    "https://t.me/alsonono",
    "https://t.me/+Ab1/2",  # a closed group
    "https://www.instagram.com/alsonono/",
    "https://www.facebook.com/alsonono",
    "https://fb.watch/abc/",  # a short address, which its own player does not take
    "https://www.dailymotion.com/video/x1",  # shows nothing without a registered player
    "https://example.org/watch?v=RasAlnakhil",
    "https://youtube.com.example.org/watch?v=RasAlnakhil",  # another host, however it begins
    "https://youtube.com@example.org/watch?v=RasAlnakhil",
    "https://youtube.com:8443/watch?v=RasAlnakhil",
    "javascript://youtu.be/RasAlnakhil",
    "http://[",
    "",
]


@pytest.mark.parametrize(("address", "frame"), FRAMED)
def test_what_may_be_framed(address: str, frame: str) -> None:
    assert frame_of(address) == frame


@pytest.mark.parametrize("address", LINKS)
def test_what_stays_a_link(address: str) -> None:
    assert frame_of(address) == ""


def test_the_policy_lets_in_what_is_framed_and_nobody_else() -> None:
    hosts = {"https://" + urlsplit(frame).netloc for _, frame in FRAMED}

    assert hosts == set(FRAMES)
    assert f"frame-src {' '.join(FRAMES)};" in headers.policy([])


PIECES = ["https://", "youtube.com", "x.com", "/watch?v=", "&v=", "/status/", "٣", "1", "\x00", "["]


@given(st.lists(st.sampled_from(PIECES)).map("".join) | st.text())
def test_whatever_is_written_is_framed_by_one_of_the_hosts_or_is_a_link(address: str) -> None:
    frame = frame_of(address)

    assert not frame or "https://" + urlsplit(frame).netloc in FRAMES


@pytest.mark.parametrize("piece", ["&v=", "a", "/", "w&"])
def test_a_megabyte_does_not_hang(piece: str) -> None:
    assert frame_of("https://youtube.com/watch?" + piece * (1_000_000 // len(piece))) == ""


def test_the_frame_waits_in_a_template_and_the_link_stays(jarida: Site) -> None:
    body = "/// embed\nhttps://youtu.be/RasAlnakhil\n///\n\n/// embed\nhttps://t.me/alsonono\n///"
    jarida.write(f"-- content/articles/science/a.md --\n{story('فيلم', body=body)}")
    jarida.build()
    page = jarida.page("/science/2026/11/a/")

    assert page.count("<iframe") == page.count("<template><iframe") == 1
    assert f'<iframe src="{FILM}"' in page
    assert 'href="https://youtu.be/RasAlnakhil"' in page
    assert 'href="https://t.me/alsonono"' in page
