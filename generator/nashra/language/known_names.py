"""Names and small words whose usual English spelling no rule of letters gives.

Places are named as in English, people as newspapers spell them. Keys are as `key_of` makes them.
"""

from __future__ import annotations

_SAME = str.maketrans("أإآٱىیکہة", "ااااييكهه")


def key_of(word: str) -> str:
    """Give the form under which a word of Arabic letters is looked up."""
    return word.translate(_SAME)


def _keyed(table: str) -> dict[str, str]:
    written = table.split()
    return {key_of(word): latin for word, latin in zip(written[::2], written[1::2], strict=True)}


PLACES = _keyed(
    """
    مصر egypt السودان sudan ليبيا libya تونس tunis الجزائر algeria المغرب morocco
    موريتانيا mauritania فلسطين palestine الأردن jordan سوريا syria سورية syria لبنان lebanon
    العراق iraq السعودية saudi الكويت kuwait قطر qatar البحرين bahrain الإمارات emirates
    عمان oman عمّان amman اليمن yemen الصومال somalia جيبوتي djibouti تركيا turkey إيران iran
    أفغانستان afghanistan باكستان pakistan پاکستان pakistan الهند india هندوستان india
    چین china الصين china اليابان japan روسيا russia روسیه russia أوكرانيا ukraine
    ألمانيا germany فرنسا france بريطانيا britain إسبانيا spain إيطاليا italy أمريكا america
    أميركا america كندا canada البرازيل brazil المكسيك mexico إسرائيل israel أوروبا europe
    أفريقيا africa آسيا asia كردستان kurdistan القاهرة cairo الإسكندرية alexandria بيروت beirut
    دمشق damascus حلب aleppo بغداد baghdad البصرة basra أربيل erbil الرياض riyadh جدة jeddah
    مكة mecca القدس jerusalem غزة gaza الخرطوم khartoum طرابلس tripoli بنغازي benghazi
    الرباط rabat الدوحة doha دبي dubai أبوظبي abu-dhabi صنعاء sanaa عدن aden مسقط muscat
    طهران tehran تهران tehran أنقرة ankara إسطنبول istanbul لندن london باريس paris
    واشنطن washington موسكو moscow نيويورك new-york برلين berlin لاہور lahore کراچی karachi
    """
)
PEOPLE = _keyed(
    """
    محمد muhammad أحمد ahmad محمود mahmoud حسن hassan حسين hussein خالد khaled يوسف youssef
    إبراهيم ibrahim مصطفى mustafa عبدالله abdullah عبد abd الله allah فاطمة fatima مريم maryam
    عائشة aisha سالم salem عمر omar عثمان othman طارق tariq كريم karim جمال gamal ناصر nasser
    نجيب naguib محفوظ mahfouz كلثوم kulthum فيروز fairuz درويش darwish سعد saad زينب zaynab
    ليلى layla سارة sara هدى huda عادل adel سمير samir منى mona رضا reza مهدي mahdi
    """
)
WORDS = _keyed(
    """
    من min هل hal كل kull قد qad لم lam لن lan ثم thumma كم kam بن bin ابن ibn قبل qabl بعد baad
    ضد didd حول hawl غير ghayr تحت taht نحو nahw هذا hadha هذه hadhihi ذلك dhalik التي allati
    الذي alladhi الذين alladhin في fi مع maa عند inda يوم yawm بيت bayt بين bayn رئيس rais
    وزير wazir عام aam دولة dawla دول duwal دولي duwali دولية duwaliya
    """
)
HEBREW = {
    "ישראל": "israel", "ירושלים": "jerusalem", "תל": "tel", "חיפה": "haifa", "ירדן": "jordan",
    "מצרים": "egypt", "לבנון": "lebanon", "עזה": "gaza", "איראן": "iran", "שלום": "shalom",
    "של": "shel", "את": "et", "עם": "im", "על": "al", "לא": "lo", "משה": "moshe", "דוד": "david",
    "ראש": "rosh", "תורה": "torah", "אל": "el",
}  # fmt: skip
