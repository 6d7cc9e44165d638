"""Words that say nothing of what a text is about, a list for each language.

Written as they are spelled; matching folds them. Clitics joined to them are written out where they
are common, since a stem would take some for other words.
"""

from __future__ import annotations

from functools import lru_cache

from nashra.language.folding import fold

STOP_WORDS = {
    "ar": """
من في على إلى عن مع عند لدى حتى منذ مذ خلال بين قبل بعد أمام خلف فوق تحت دون بدون ضد نحو عبر حول
حسب وفق بحسب وفقا بسبب رغم ضمن أثناء سوى غير إلا خلا عدا لولا لكن لكنه لكنها بل أو أم ثم و ف ب ل ك
أن إن أنه أنها أنهم إنه إنها إنهم إنما كأن لأن لأنه لأنها لعل ليت لو إذا إذ إذن لما كلما حيث حيثما
بينما كي لكي كما مثل مثلما قد لقد سوف لا لم لن ما ليس ليست ليسوا هل أ يا أيها ألا أما إما كان كانت
كانوا يكون تكون يكونوا وكان وكانت كنا كنت أصبح أصبحت بات باتت ظل مازال لايزال هو هي هم هما هن أنا
أنت أنتم نحن هذا هذه هذان هؤلاء ذلك تلك أولئك ذاك هنا هناك هكذا كذلك الذي التي الذين اللذان اللتان
اللاتي اللواتي أي أية كل كله كلها كلا كلتا بعض بعضهم جميع كافة معظم سائر ذات ذو نفس نفسه نفسها
أيضا فقط جدا فيه فيها فيهم منه منها منهم عنه عنها عليه عليها عليهم إليه إليها إليهم له لها لهم لنا
لي لك به بها بهم معه معها لديه لديها بأن بأنه بأنها وأن وأنه وإن كونه الآن حاليا اليوم أمس غدا ثمة
أكثر أقل أول آخر أخرى بما مما عما فيما لماذا كيف متى أين كم ماذا وقال قال قالت وقالت أضاف وأضاف
أضافت يوم تم يتم عام
""",
    "fa": """
و در به از که این آن را با است برای تا یک خود هم نیز بر هر اما یا اگر ما من او آنها آنان شما تو
ایشان می نمی شد شده شود شوند شدن بود بوده باشد باشند بودند هست هستند نیست نیستند کرد کرده کند کنند
کردند کردن خواهد خواهند داد داده دارد دارند داشت داشته دهد همه هیچ چه چرا چگونه کجا کی پس پیش بعد
قبل بین روی زیر بالا درباره مورد طی بدون جز مگر ولی لیکن بلکه چون زیرا همین همان چنین چنان دیگر
بسیار خیلی تنها فقط حتی باید شاید باز هنوز اکنون گفت گفته گفتند وی ها های ای
""",
    "ur": """
اور کے کی کا کو میں سے نے پر ہے ہیں تھا تھے تھی تھیں ہو ہوا ہوئے ہوئی ہوں ہوتا ہوتی ہوتے گا گے گی
یہ وہ اس ان انہوں جو جس جن کہ تک بھی ہی تو نہیں نہ اگر مگر لیکن یا پھر ساتھ لیے لئے بعد پہلے اب جب
تب کیا کیوں کیسے کہاں کون کوئی کچھ سب ہر ایک اپنے اپنی اپنا ہم تم آپ میرا میرے میری ہمارے ہماری کر
کرنے کرتے کرتا کرتی کیے دیا دی دیے گیا گئے گئی رہا رہے رہی والا والے والی وغیرہ بہت صرف دوران خلاف
مطابق طرف
""",
    "he": """
של את על אל עם לא כי הוא היא הם הן אני אתה אנחנו זה זו זאת אלה אלו אשר כל גם רק או אם אבל אך אלא
מה מי איך איפה למה מדוע מתי כמה יש אין היה היתה הייתה היו יהיה תהיה להיות בו בה בהם לו לה להם לי
לך לנו ממנו ממנה אותו אותה אותם עליו עליה בין לפני אחרי תחת מעל ליד נגד בלי כדי לפי עד מן מאז כמו
כך כן לכן עוד כבר עכשיו היום אז שם פה כאן מאוד יותר פחות אחד אחת כאשר בגלל למרות ידי אמר אמרה לאחר
""",
    "en": """
a an the and or but nor so yet if then else than that this these those there here of in on at by
for with about against between into through during before after above below to from up down out
off over under again further once is am are was were be been being have has had having do does did
doing will would shall should can could may might must i me my we our ours you your yours he him
his she her hers it its they them their theirs who whom whose which what when where why how all
any both each few more most other some such no not only own same too very s t don just now also
said says
""",
    "fr": """
le la les l un une des du de d et ou mais ni or donc car si que qu qui quoi dont où ce c cet cette
ces ça ceci cela je j tu il elle on nous vous ils elles me m te t se s y en lui leur eux mon ma
mes ton ta tes son sa ses notre nos votre vos leurs à au aux avec sans sous sur dans par pour
entre vers chez contre depuis pendant avant après dès ne n pas plus moins très aussi même tout
tous toute toutes être est sont était étaient été sera seront avoir ai as a ont avait avaient eu
fait faire comme quand alors encore déjà ainsi selon dit
""",
}  # fmt: skip


@lru_cache(maxsize=16)
def stop_words(language: str) -> frozenset[str]:
    """Give the stop words of a language such as `ar` or `fa-IR`, folded; none if it has no list."""
    written = STOP_WORDS.get(language.partition("-")[0].lower(), "")
    return frozenset(fold(word) for word in written.split())
