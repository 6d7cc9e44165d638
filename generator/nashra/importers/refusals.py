"""What the import tells people, where it could not do what they asked."""

from __future__ import annotations

from nashra.errors import Problem, Severity, Words


def nobody_claims(file: str) -> Problem:
    """Say that no importer knows a file's format."""
    return Problem(
        file,
        None,
        Words("صيغة هذا الملف غير معروفة.", "The format of this file is not known."),
        Words("احفظ النص ملفا ينتهي اسمه بـ .txt.", "Save the text as a file that ends in .txt."),
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
