"""The last part of an entry's address, where its writer gave none."""

from __future__ import annotations

from pathlib import PurePosixPath

from nashra.errors import ContentError, Problem, Words
from nashra.language.slug import SlugStyle, slug_in


def slug_of(file: str, *, title: str, style: SlugStyle = SlugStyle.ARABIC) -> str:
    """Give the slug that a file's name makes in a style, or else its title.

    Raises:
        ContentError: neither has a letter or a digit.

    """
    slug = slug_in(style, PurePosixPath(file).stem) or slug_in(style, title)
    if slug:
        return slug
    raise ContentError(
        [
            Problem(
                file,
                1,
                Words(
                    "لا حرف في اسم الملف ولا في العنوان، فلا عنوان للصفحة.",
                    "Neither the file's name nor the title has a letter to make an address of.",
                ),
                Words("أضف سطرا مثل slug: خبر-اليوم", "Add a line such as slug: news-of-the-day"),
            )
        ]
    )
