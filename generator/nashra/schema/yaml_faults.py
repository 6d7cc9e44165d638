"""What is said of text that is not the YAML it should be."""

from __future__ import annotations

import re

import yaml

from nashra.errors import Problem, Words
from nashra.schema.written import excerpt_of


def not_yaml(error: yaml.YAMLError, file: str, text: tuple[str, ...], first_line: int) -> Problem:
    """Say what keeps a block from being read."""
    mark = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None)
    unclosed = opened is not None and re.search(r"quoted scalar|flow", str(error))
    line = first_line + (opened.line if unclosed and opened else mark.line if mark else 0)
    excerpt = excerpt_of(text, line)
    if "\t" in excerpt[: len(excerpt) - len(excerpt.lstrip())] or "'\\t'" in str(error):
        what = Words("في السطر علامة جدولة (Tab).", "The line holds a tab.")
        remedy = Words("استبدل بها مسافات.", "Replace it by spaces.")
    elif unclosed:
        what = Words("قوس أو علامة اقتباس بلا إغلاق.", "A bracket or a quote is not closed.")
        remedy = Words("أغلقها في آخر القيمة.", "Close it at the end of the value.")
    elif re.search(r":\s*\".*\".*\"", excerpt):
        what = Words("علامات اقتباس داخل علامات اقتباس.", "There are quotes inside the quotes.")
        remedy = Words(
            "اجعل الداخلية « »، أو ضع القيمة كلها بين ' '.",
            "Write the inner ones as « », or put the whole value between single quotes.",
        )
    elif excerpt.count(":") > 1:
        what = Words("نقطتان رأسيتان داخل القيمة.", "There is a second colon in the value.")
        remedy = Words('ضع القيمة بين علامتي " ".', "Put the value between double quotes.")
    else:
        what = Words("لم تُفهم كتابة هذا السطر.", "This line cannot be read as `key: value`.")
        remedy = Words(
            "تحقق من النقطتين والمسافة بعدهما وعلامات الاقتباس.",
            "Check the colon, the space after it, and the quotes.",
        )
    column = mark.column + 1 if mark and not unclosed and mark.column < len(excerpt) else None
    return Problem(file, line, what, remedy, excerpt, column=column)


def no_mapping(file: str, text: tuple[str, ...], first_line: int) -> Problem:
    """Say that a block has no keys."""
    return Problem(
        file,
        first_line,
        Words("هنا يجب أن تكون أسطر على شكل «مفتاح: قيمة».", "Lines of `key: value` belong here."),
        Words("مثال — العنوان: خبر اليوم", "For example, title: News of the day"),
        excerpt_of(text, first_line),
    )


def barred(file: str, text: tuple[str, ...], line: int) -> Problem:
    """Say that a line holds a character that YAML bars."""
    return Problem(
        file,
        line,
        Words("في السطر حرف تحكم لا يُرى.", "The line holds a control character."),
        Words("احذف السطر واكتبه من جديد.", "Delete the line and write it anew."),
        excerpt_of(text, line),
    )


def too_deep(file: str, text: tuple[str, ...], line: int) -> Problem:
    """Say that values lie in each other without end."""
    return Problem(
        file,
        line,
        Words("قوائم داخل قوائم بلا نهاية.", "Values lie too deep in each other here."),
        Words("اكتب قائمة واحدة.", "Write one plain list."),
        excerpt_of(text, line),
    )
