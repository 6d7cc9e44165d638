"""What could not be carried, in Arabic: importers name it in a few words of English."""

from __future__ import annotations

import re

from nashra.errors import Words

_WORDS: tuple[tuple[str, str], ...] = (
    (r"a picture that is not there", "صورة غير موجودة"),
    (r"a link to a file of the old site", "رابط إلى ملف في الموقع القديم"),
    (r"a remark that was not shown", "ملاحظة لم تكن تُعرض"),
    (r"a menu item|an entry of a menu", "بند في قائمة الموقع"),
    (r"a file of the library", "ملف من المكتبة"),
    (r"an older version", "نسخة قديمة"),
    (r"it was thrown away", "كان في سلة المهملات"),
    (r"of the type “(.*)”", r"من النوع «\1»"),
    (r"comments", "التعليقات"),
    (r"a password", "كلمة سر، فصار مسودة"),
    (r"it was private", "كان خاصا، فصار مسودة"),
    (r"pictures that stay on the old site", "صور باقية في الموقع القديم"),
    (r"the columns of a table", "أعمدة جدول"),
    (r"the text after the beginning that the feed gives", "ما بعد المقتطف الذي في الخلاصة"),
    (r"the old address of a page", "الرابط القديم لصفحة"),
    (r"front matter (.*)", r"المفتاح \1 في مقدمة الملف"),
    (r"shortcode (.*)", r"الرمز المختصر \1"),
    (r"component (.*)", r"المكوّن \1"),
    (r"MDX’s scripts", "برامج MDX"),
    (r"the front of a section", "واجهة قسم"),
    (r"a pattern of the generator's, and no story", "قالب للمولد وليس خبرا"),
    (r"a package of other items", "حزمة مواد أخرى"),
    (r"an entry of a vocabulary", "مدخل في قائمة مصطلحات"),
    (r"a vocabulary", "قائمة مصطلحات"),
    (r"a plan of coverage", "خطة تغطية"),
    (r"a catalogue", "فهرس"),
    (r"it has no text \((.*)\)", r"لا نص فيه (\1)"),
    (r"it has neither a title nor a text", "بلا عنوان ولا نص"),
)
_KNOWN = tuple((re.compile(english), arabic) for english, arabic in _WORDS)


def loss(what: str) -> Words:
    """Give what could not be carried in both languages; what nobody has put into Arabic stays."""
    for pattern, arabic in _KNOWN:
        if found := pattern.fullmatch(what):
            return Words(found.expand(arabic), what)
    return Words(what, what)
