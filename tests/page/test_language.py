import pytest

from dateline.page import language_of

SENTENCES = {
    "en": "The army said on Tuesday that it had taken the border town after two days of fighting.",
    "es": "El ejército dijo el martes que había tomado la ciudad fronteriza después de dos días de combates.",
    "pt": "O exército disse na terça-feira que tomou a cidade fronteiriça após dois dias de combates.",
    "fr": "L'armée a déclaré mardi avoir pris la ville frontalière après deux jours de combats.",
    "it": "L'esercito ha detto martedì di aver preso la città di confine dopo due giorni di scontri.",
    "ro": "Armata a anunțat marți că a cucerit orașul de la graniță după două zile de lupte.",
    "ca": "L'exèrcit va dir dimarts que havia pres la ciutat fronterera després de dos dies de combats amb els rebels.",
    "de": "Die Armee teilte am Dienstag mit, dass sie die Grenzstadt nach zwei Tagen eingenommen hat.",
    "nl": "Het leger zei dinsdag dat het de grensstad heeft ingenomen na twee dagen van gevechten.",
    "sv": "Armén sade på tisdagen att den har tagit gränsstaden efter två dagars strider.",
    "da": "Hæren sagde tirsdag, at den har indtaget grænsebyen efter to dages kampe.",
    "no": "Hæren sa tirsdag at den har tatt grensebyen etter to dager med kamper mot opprørerne.",
    "fi": "Armeija kertoo, että se on vallannut rajakaupungin kahden päivän taistelujen jälkeen.",
    "et": "Armee ütles teisipäeval, et see on pärast kaht päeva võitlust piirilinna vallutanud.",
    "pl": "Wojsko poinformowało we wtorek, że po dwóch dniach walk zajęło miasto przy granicy.",
    "cs": "Armáda v úterý uvedla, že po dvou dnech bojů obsadila město u hranic, které bylo opuštěné.",
    "sk": "Armáda v utorok uviedla, že po dvoch dňoch bojov obsadila mesto pri hraniciach, ktoré bolo opustené.",
    "hu": "A hadsereg kedden azt mondta, hogy két nap harc után elfoglalta a határvárost.",
    "hr": "Vojska je u utorak rekla da je nakon dva dana borbi zauzela grad na granici.",
    "sl": "Vojska je v torek sporočila, da je po dveh dneh bojev zavzela mesto ob meji, ki ni bilo branjeno.",
    "sq": "Ushtria tha të martën se ka marrë qytetin kufitar pas dy ditësh luftime.",
    "tr": "Ordu salı günü yaptığı açıklamada iki günlük çatışmadan sonra sınır kasabasını aldığını belirtti.",
    "az": "Ordu çərşənbə axşamı bildirib ki, iki günlük döyüşdən sonra sərhəd şəhəri alınıb.",
    "id": "Tentara mengatakan pada hari Selasa bahwa mereka telah merebut kota perbatasan itu karena serangan dari pemberontak.",
    "vi": "Quân đội cho biết hôm thứ Ba rằng họ đã chiếm thị trấn biên giới sau hai ngày giao tranh.",
    "tl": "Sinabi ng hukbo noong Martes na nakuha nito ang bayan sa hangganan matapos ang dalawang araw.",
    "sw": "Jeshi la nchi hiyo limesema kuwa limeuteka mji wa mpakani baada ya siku mbili za mapigano.",
    "ha": "Sojojin sun ce a ranar Talata cewa sun kwace garin da ke kan iyaka bayan kwana biyu.",
    "so": "Ciidamada ayaa sheegay in ay qabsadeen magaalada ku taal xadka kadib laba maalmood oo dagaal ah.",
    "lt": "Kariuomenė antradienį sakė, kad po dviejų dienų kovų užėmė pasienio miestą ir jau yra jame.",
    "lv": "Armija otrdien paziņoja, ka pēc divu dienu kaujām tā ir ieņēmusi pierobežas pilsētu.",
    "ru": "Армия заявила во вторник, что после двух дней боев взяла город на границе.",
    "uk": "Армія заявила у вівторок, що після двох днів боїв взяла місто на кордоні.",
    "be": "Армія заявіла ў аўторак, што пасля двух дзён баёў узяла горад на мяжы.",
    "bg": "Армията обяви във вторник, че след два дни боеве е превзела града на границата.",
    "sr": "Војска је у уторак рекла да је након два дана борби заузела град на граници.",
    "kk": "Әскер сейсенбі күні екі күндік ұрыстан кейін шекара қаласын алды деп мәлімдеді және бұл туралы айтты.",
    "ar": "قال الجيش يوم الثلاثاء إنه سيطر على البلدة الحدودية بعد يومين من القتال.",
    "fa": "ارتش روز سه‌شنبه گفت که پس از دو روز درگیری شهر مرزی را گرفته است.",
    "ur": "فوج نے منگل کو کہا کہ اس نے دو دن کی لڑائی کے بعد سرحدی قصبے پر قبضہ کر لیا ہے۔",
    "ps": "پوځ د سه‌شنبې په ورځ وویل چې له دوو ورځو جګړې وروسته یې ښار نیولی دی.",
    "hi": "सेना ने मंगलवार को कहा कि उसने दो दिन की लड़ाई के बाद सीमा के शहर पर कब्जा कर लिया है।",
    "mr": "लष्कराने मंगळवारी सांगितले की दोन दिवसांच्या लढाईनंतर सीमेवरील शहर ताब्यात घेण्यात आले आहे आणि तेथे शांतता आहे.",
    "ko": "군은 화요일 이틀간의 전투 끝에 국경 마을을 점령했다고 밝혔다.",
    "ja": "軍は火曜日、二日間の戦闘の末に国境の町を制圧したと発表した。",
    "zh": "军方周二表示，经过两天战斗，已经占领了边境城镇。",
    "th": "กองทัพกล่าวเมื่อวันอังคารว่ายึดเมืองชายแดนได้แล้ว",
    "el": "Ο στρατός δήλωσε την Τρίτη ότι κατέλαβε την πόλη στα σύνορα.",
    "he": "הצבא אמר ביום שלישי כי כבש את עיר הגבול לאחר יומיים של קרבות.",
    "bn": "সেনাবাহিনী মঙ্গলবার জানিয়েছে যে তারা সীমান্ত শহরটি দখল করেছে।",
    "am": "ሠራዊቱ ማክሰኞ ዕለት የድንበር ከተማዋን መቆጣጠሩን ገለጸ።",
    "hy": "Բանակը երեքշաբթի օրը հայտնեց, որ գրավել է սահմանային քաղաքը։",
}  # fmt: skip


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_names_the_language_of_one_sentence(language: str) -> None:
    assert language_of(SENTENCES[language]) == language


@pytest.mark.parametrize(
    "headline", ["Police kill three in raid on border town", "Army takes town as rebels flee", "Two dead after blast in capital"]
)
def test_names_english_by_a_headline(headline: str) -> None:
    assert language_of(headline) == "en"


@pytest.mark.parametrize("text", ["", "1234 5678", "Kofi Mensah", "A A A A A A A A A A", "zzz qqq xxx vvv"])
def test_says_nothing_where_too_little_shows_it(text: str) -> None:
    assert language_of(text) is None


def test_foreign_names_do_not_turn_an_english_headline() -> None:
    assert language_of("Mass shooting at Las Vegas music festival") in ("en", None)
