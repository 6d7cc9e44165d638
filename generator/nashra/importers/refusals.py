"""What the import tells people, where it could not do what they asked."""

from __future__ import annotations

from collections.abc import Iterable

from nashra.errors import ContentError, Problem, Severity, Words
from nashra.importers.copy import LeftOut
from nashra.importers.importer import Importer


class NotNowError(ContentError):
    """The system is at fault, not the text: it can be imported as it is, another time."""


def nobody_claims(file: str, importers: Iterable[Importer]) -> Problem:
    """Say that no importer knows a file's format, and which there are."""
    names = sorted(importer.name for importer in importers)
    return Problem(
        file,
        None,
        Words("صيغة هذا الملف غير معروفة.", "The format of this file is not known."),
        Words(
            f"احفظ النص ملفا ينتهي اسمه بـ .txt. الصيغ المعروفة: {'، '.join(names)}.",
            f"Save the text as a file that ends in .txt. Known formats: {', '.join(names)}.",
        ),
    )


def own_fault(file: str, error: Exception) -> Problem:
    """Say that the program itself failed at a file, and how to tell its makers."""
    name = f"{type(error).__name__}: {error}"[:200]
    return Problem(
        file,
        None,
        Words(
            "تعذر استيراد هذا الملف لخطأ في البرنامج.", "The program itself failed at this file."
        ),
        Words(
            f"أرسل الملف وهذا السطر إلى صانعي نشرة: {name}",
            f"Send the file, and this line, to the makers of Nashra: {name}",
        ),
    )


def not_to_be_trusted(file: str, what: Words) -> Problem:
    """Refuse a file for what no honest one of its format holds."""
    return Problem(
        file,
        None,
        what,
        Words("لا تستورده ما لم تعرف مصدره.", "Do not import it unless you know where it is from."),
    )


def no_story(file: str) -> Problem:
    """Say that a file of many stories holds none."""
    return Problem(
        file,
        None,
        Words("لا خبر في هذا الملف.", "There is no story in this file."),
        Words("صدّره مرة أخرى، أو احذفه.", "Export it again, or delete it."),
    )


def left_out(file: str, item: LeftOut) -> Problem:
    """Say that something in a file of many stories did not come in."""
    return Problem(
        file,
        None,
        Words(
            f"لم يُستورد «{item.what}»: {item.why_arabic or item.why}.",
            f"“{item.what}” was left out: {item.why}.",
        ),
        Words("انظر فيه بنفسك، ثم أعد الاستيراد.", "Look at it yourself, then import again."),
    )


def no_attachment(file: str, origin: str) -> Problem:
    """Note that a file which came with a story is not where it ought to be."""
    return Problem(
        file,
        None,
        Words(f"ملف مرفق غير موجود: {origin}.", f"A file of the story is missing: {origin}."),
        Words(
            "ضع الملف في مكانه ثم أعد الاستيراد، أو انسخه إلى content/media بيدك.",
            "Put the file there and import again, or copy it to content/media by hand.",
        ),
        severity=Severity.NOTICE,
    )


def attachment_differs(file: str, origin: str) -> Problem:
    """Note that another file has the place of one that came with a story."""
    return Problem(
        file,
        None,
        Words(
            f"في مكانه ملف آخر، ولم يُستبدل بالملف {origin}.",
            f"Another file has this place; it was not replaced by {origin}.",
        ),
        Words("غيّر اسم أحدهما.", "Rename one of the two."),
        severity=Severity.NOTICE,
    )


def being_written(file: str) -> Problem:
    """Note that a file of the inbox changes while it is looked at."""
    return Problem(
        file,
        None,
        Words("ما زال هذا الملف يُكتب.", "This file is still being written."),
        Words("استورد مرة أخرى حين يكتمل.", "Import again when it is whole."),
        severity=Severity.NOTICE,
    )


def unreadable(file: str, error: OSError) -> Problem:
    """Say that a file cannot be opened."""
    return Problem(
        file,
        None,
        Words("تعذر فتح الملف.", f"The file cannot be opened: {error.strerror}."),
        Words("تحقق من أذونات الملف.", "Check the file's permissions."),
    )


def unwritable(file: str, error: OSError) -> Problem:
    """Say that a file cannot be written, and that nothing was lost."""
    return Problem(
        file,
        None,
        Words("تعذرت كتابة الملف.", f"The file cannot be written: {error.strerror}."),
        Words(
            "أفسح مكانا على القرص أو صحح الأذونات، ثم أعد الاستيراد. لم يتغير شيء مما كان.",
            "Make room on the disk or mend the permissions, then import again. "
            "What was there is as it was.",
        ),
    )


def taken(file: str, article: str) -> Problem:
    """Say that another story has the place of a text's article."""
    return Problem(
        file,
        None,
        Words(
            f"في الموقع خبر آخر بهذا العنوان وهذا الشهر: {article}.",
            f"Another story has this headline and this month: {article}.",
        ),
        Words(
            "غيّر العنوان في السطر الأول، أو احذف الخبر الآخر إن كان هذا بديله.",
            "Change the headline on the first line, or delete the other story if this replaces it.",
        ),
    )


def numbered(file: str, article: str) -> Problem:
    """Note that a story has the headline and the month of another, and is kept beside it."""
    return Problem(
        file,
        None,
        Words(
            f"في الموقع خبر آخر بهذا العنوان وهذا الشهر، فصار هذا: {article}.",
            f"Another story has this headline and this month; this one became {article}.",
        ),
        Words("إن كانا خبرا واحدا فاحذف أحدهما.", "If the two are one story, delete one."),
        severity=Severity.NOTICE,
    )


def edited(file: str, article: str) -> Problem:
    """Say that a text changed after a person had edited its article."""
    return Problem(
        file,
        None,
        Words(
            f"تغير النص بعد استيراده، وكان محرر قد عدّل المقال: {article}.",
            f"The text changed after its import, and a person has edited its article: {article}.",
        ),
        Words(
            "انقل التغيير إلى المقال بيدك، ثم أخرج النص من مجلد الوارد.",
            "Make the change in the article by hand, then take the text out of the inbox.",
        ),
    )


def deleted(file: str, article: str) -> Problem:
    """Note that an article is no longer where the import put it."""
    return Problem(
        file,
        None,
        Words(
            f"استُورد هذا النص من قبل، ثم حُذف مقاله أو نُقل: {article}.",
            f"This text was imported before; its article was deleted or moved: {article}.",
        ),
        Words(
            "لم يُكتب من جديد. لاستعادته احذف سطوره من content/inbox/receipts.json ثم استورد.",
            "It was not written again. To have it back, take it out of "
            "content/inbox/receipts.json and import.",
        ),
        severity=Severity.NOTICE,
    )


def no_headline(file: str, title: str) -> Problem:
    """Note that a text began with a paragraph, and what became its title."""
    return Problem(
        file,
        1,
        Words(
            "أطول من أن يكون عنوانا؛ صار أوله عنوان المقال.",
            "Too long for a headline; its beginning became the article's title.",
        ),
        Words("اكتب للمقال عنوانا.", "Give the article a headline."),
        title,
        Severity.NOTICE,
    )
