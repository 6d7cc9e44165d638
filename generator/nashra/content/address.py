"""The last part of an entry's address, where its writer gave none."""

from __future__ import annotations

from pathlib import PurePosixPath

from nashra.errors import ContentError, Problem, Words
from nashra.language.slug import slugify


def slug_of(file: str, *, title: str) -> str:
    """Give the slug that a file's name makes, or else its title.

    Raises:
        ContentError: neither has a letter or a digit.

    """
    slug = slugify(PurePosixPath(file).stem) or slugify(title)
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
