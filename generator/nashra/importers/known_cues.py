"""Words that newsrooms write around a story and not in it: cues, and kickers; matched folded."""

from __future__ import annotations

from functools import lru_cache

from nashra.language.folding import fold

_CUES = """
اقرأ أيضا|اقرأ ايضا|إقرأ أيضا|واقرأ أيضا|اقرأوا أيضا|اقرؤوا أيضا|اقرئي أيضا|اقرأ المزيد|اقرأ كذلك|
طالع أيضا|طالع المزيد|تابع أيضا|شاهد أيضا|انظر أيضا|روابط ذات علاقة|روابط ذات صلة|مواضيع ذات صلة|
مواضيع ذات علاقة|موضوعات ذات صلة|موضوع ذو صلة|موضوع ذو علاقة|أخبار ذات صلة|أخبار ذات علاقة|
أخبار متعلقة|أخبار مرتبطة|أخبار مشابهة|مقالات ذات صلة|مقالات ذات علاقة|مقالات مشابهة|مواد ذات صلة|
مواضيع متعلقة|مواضيع مرتبطة|مواضيع مشابهة|ذات صلة|ذو صلة|قد يهمك|قد يهمك أيضا|قد يهمك أن تقرأ|
قد يعجبك|قد يعجبك أيضا|ربما يهمك|قد تقرأ أيضا|للمزيد|لقراءة المزيد|للاطلاع على المزيد|
المزيد في هذا الموضوع|من أرشيفنا|نرشح لك|يمكنك أيضا قراءة|
بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط|اخبار مرتبط|این را هم بخوانید|بیشتر بدانید|مزید پڑھیں|
یہ بھی پڑھیں|קראו גם|קראו עוד|עוד בנושא|Read also|Read more|Related|See also
"""
_KICKERS = """
عاجل|خبر عاجل|خاص|حصري|تحليل|تحليل إخباري|تقرير|تقرير خاص|حوار|حوار خاص|مقابلة|مقابلة خاصة|لقاء|رأي|
مقال|مقالات|افتتاحية|تحقيق|متابعة|تغطية|تغطية خاصة|تغطية مستمرة|بالفيديو|بالصور|بالصوت|فيديو|صور|
إنفوغراف|إنفوجراف|انفوجرافيك|إنفوغرافيك|تقدير موقف|ملف|قصة|قصة خبرية|بروفايل|بورتريه|استطلاع|
كاريكاتير|كلمة العدد|ريبورتاج|وثيقة|بيان|تحديث|نص|توضيح|تصحيح|
سياسة|اقتصاد|رياضة|ثقافة|فن|فنون|منوعات|محليات|أخبار محلية|أخبار|العالم|عربي|عربي ودولي|دولي|صحة|
علوم|تكنولوجيا|تقنية|بيئة|مجتمع|تعليم|سياحة|حوادث|أسواق|طقس|
فوری|گزارش|تحلیل|یادداشت|گفتگو|گفت‌وگو|اختصاصی|מבזק|דעה|פרשנות|ראיון|
Breaking|Exclusive|Analysis|Opinion|Interview|Report
"""
_BREAKING = "عاجل|خبر عاجل|فوری|מבזק|Breaking"
_LONGEST = 60
"""In characters, with tashkeel and marks around it: no cue and no kicker is longer."""
_ENDS = ' \t-–—*•|:：.…[](){}«»"“”/\\'


def is_cue(words: str) -> bool:
    """Tell words that say that other stories' headlines follow."""
    return len(words) <= _LONGEST and fold(words.strip(_ENDS)) in _folded(_CUES)


def is_kicker(words: str) -> bool:
    """Tell words that stand over a headline: a kind of story, or a section."""
    return len(words) <= _LONGEST and fold(words.strip(_ENDS)) in _folded(_KICKERS)


def is_breaking(words: str) -> bool:
    """Tell the word over a headline that says that the news is of this minute."""
    return fold(words.strip(_ENDS)) in _folded(_BREAKING)


@lru_cache(maxsize=3)
def _folded(names: str) -> frozenset[str]:
    return frozenset(fold(name) for name in names.replace("\n", "").split("|"))
