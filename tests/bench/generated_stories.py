#!/usr/bin/env python3
"""Stories with a known truth: measure `khabar cluster --batch` on them.

usage: generated_stories.py KHABAR [--stories N] [--seed N] [--bases FILE.jsonl] [--errors N] [--kinds]

Makes N stories, and of each the copies that newsrooms make of wire copy: light edits, cuts, additions, other headlines, paragraphs in
another order, date lines and credits, other spellings, vowel marks, other digits. Among them stand what must stay apart: siblings of one
template (cables, weather, prices, aid flights, tolls in words, bulletins of other weekdays) and round-ups that hold several stories' leads.
Prints pair precision, recall, F1 and the adjusted Rand index; --kinds tells which kind of copy was missed and which was wrongly merged.

--bases takes the stories' texts from a file of {"id", "title", "text"} lines, one story a line, instead of inventing them; lines that are
copies of each other would count against the engine. Everything invented here is invented: no newspaper's words.
"""
import argparse, collections, itertools, json, random, subprocess, sys

PLACES = "دير الزور,حماة,طرطوس,السويداء,إدلب,الرقة,بانياس,تدمر,القامشلي,جبلة,سلمية,عفرين,صافيتا,الحسكة,درعا,النبك,منبج,يبرود,دوما,الباب".split(",")
NAMES = "سامر الحلبي,هدى الخطيب,ياسر منصور,لينا الأحمد,عمر الشامي,نوال درويش,خالد الزعبي,ريم حداد,فادي نعمة,سعاد العلي,باسل قاسم,منى السيد,طارق بركات,غادة يونس,نزار شاهين".split(",")
OFFICES = "مدير المشروع,وزيرة الثقافة,رئيس البلدية,الناطق باسم الوزارة,عميد الكلية,مديرة المتحف,رئيس غرفة التجارة,نقيب المهندسين,مدير المشفى,رئيسة الجمعية".split(",")
SUBJECTS = "جسر,متحف,مدرسة,مشفى,سوق,محطة كهرباء,مكتبة,ملعب,حديقة,مصنع,سد,مرفأ,طريق,قناة ري,معمل ألبان,مركز ثقافي,محطة مياه,مخبز,مركز بحوث,صومعة".split(",")
VERBS = "افتتحت,رممت,وسعت,أغلقت,دشنت,سلمت,جهزت,نقلت,أعادت تأهيل,مولت".split(",")
BODIES = "الحكومة,المحافظة,جمعية أهلية,غرفة الصناعة,بلدية المدينة,مؤسسة دولية,نقابة العمال,وزارة الأشغال,مجموعة من المغتربين,اتحاد الفلاحين".split(",")
CAUSES = "بعد أعمال استمرت شهورا,رغم نقص التمويل,إثر شكاوى السكان,ضمن خطة خمسية,بعد خلاف على الأرض,عقب أمطار غزيرة,بدعم من متطوعين,قبل بدء الموسم,بعد تأخر طويل,وسط إجراءات مشددة".split(",")
EFFECTS = ("سيخفف الازدحام عن الأحياء القديمة,سيوفر الماء لآلاف الأسر,يفتح سوقا جديدة للمزارعين,يعيد الطلاب إلى صفوفهم,يقلل انقطاع التيار في الصيف,"
           "يحفظ مخطوطات نادرة من الرطوبة,يستقبل مرضى القرى البعيدة,يرفع إنتاج الحليب والأجبان,يختصر الطريق إلى الساحل,يجذب زوارا من خارج البلاد,"
           "يحمي الضفة من الفيضان,يشغل ورشا توقفت منذ زمن,يعلم الحرف القديمة للشباب,يزود الأفران بالطحين,يراقب جودة الهواء").split(",")
DOUBTS = ("لكن التجار يخشون ارتفاع الإيجارات,غير أن العمال يطالبون بأجورهم المتأخرة,إلا أن الصيانة لم ترصد لها أموال,ويرى خبراء أن الموقع غير مناسب,"
          "وحذر أطباء من ضغط على الكوادر,وطلب الأهالي مواقف للحافلات,وقال معترضون إن الأشجار قطعت بلا سبب,وتساءل مزارعون عن حصتهم من الماء,"
          "ورحب أصحاب المقاهي بالخطوة بحذر,واشتكى طلاب من بعد المسافة").split(",")
PLANS = ("على أن تبدأ المرحلة الثانية في الربيع,ومن المقرر نشر التقرير الكامل قريبا,وستعلن أسماء المتعهدين لاحقا,وينتظر أن تزور لجنة فنية الموقع,"
         "وتبحث اللجنة توسيع العمل إلى القرى,ويستمر استقبال الطلبات حتى نهاية الشهر,وستنقل التجربة إلى محافظتين,وتدرس الجهة المانحة تمويلا إضافيا").split(",")
WORDS_FOR_FILLER = ("المخطط الأولي,اللجنة المشرفة,سجلات الأرشيف,عينات التربة,خزانات الوقود,أبراج الإنارة,دفاتر الحسابات,ألواح الخشب,شبكات الصرف,أجهزة القياس,"
                    "صور قديمة,طوابع البريد,مقاعد الحجر,نوافذ الزجاج,أسقف القرميد,حبوب القمح,أنابيب النحاس,مضخات الهواء,خرائط المساحة,أقفاص الطيور").split(",")
DEEDS = "فحص,رتب,وزع,جمع,طلى,ثبت,قاس,عد,نظف,سجل,اختبر,أصلح,حفظ,عرض,استبدل".split(",")
ADVERBS = "على مهل,في ساعات الليل,تحت إشراف مباشر,دون مقابل,بحضور الصحافة,قرب النهر,عند المدخل الشرقي,خلال العطلة,بأدوات بسيطة,وفق معايير صارمة".split(",")
CREDITS = ["المصدر: وكالات", "(سانا)", "تحرير: قسم الأخبار", "نقلا عن وكالة الأنباء"]
DAYS = "الأحد,الاثنين,الثلاثاء,الأربعاء,الخميس,الجمعة,السبت".split(",")
COUNTS = "ثلاثة,أربعة,خمسة,ستة,سبعة,ثمانية,تسعة,عشرة".split(",")
ORDINALS = "الأولى,الثانية,الثالثة,الرابعة,الخامسة,السادسة,السابعة,الثامنة".split(",")
COUNTRIES = [("تونس", "الباجي قايد السبسي"), ("مصر", "عبد الفتاح السيسي"), ("بوليفيا", "إيفو موراليس"), ("غانا", "جون ماهاما"), ("سنغافورة", "توني تان"),
             ("كولومبيا", "خوان سانتوس"), ("بيلاروسيا", "ألكسندر لوكاشينكو"), ("بيرو", "أويانتا هومالا"), ("سويسرا", "سيمونيتا سوماروغا"), ("الأردن", "عبد الله الثاني")]


def sentence(r):
    kind = r.randrange(4)
    if kind == 0: return f"وقال {r.choice(OFFICES)} {r.choice(NAMES)} إن العمل {r.choice(EFFECTS)} {r.choice(CAUSES)}"
    if kind == 1: return f"و{r.choice(DEEDS)} عمال من {r.choice(PLACES)} {r.randrange(12, 950)} من {r.choice(WORDS_FOR_FILLER)} {r.choice(ADVERBS)}"
    if kind == 2: return f"{r.choice(DOUBTS)} في {r.choice(PLACES)}، كما {r.choice(DEEDS)} {r.choice(NAMES)} {r.choice(WORDS_FOR_FILLER)} {r.choice(ADVERBS)}"
    return f"و{r.choice(DEEDS)} فريق من {r.choice(BODIES)} {r.choice(WORDS_FOR_FILLER)} و{r.choice(WORDS_FOR_FILLER)} {r.choice(ADVERBS)} {r.choice(CAUSES)}"


def invent(r):
    subject, place, who, verb = r.choice(SUBJECTS), r.choice(PLACES), r.choice(BODIES), r.choice(VERBS)
    lead = f"{verb} {who} في {place} {subject} جديدا {r.choice(CAUSES)}، بكلفة {r.randrange(3, 90)} مليون ليرة و{r.randrange(11, 99)} عاملا، وهو ما {r.choice(EFFECTS)}"
    body = [sentence(r) for _ in range(r.randrange(5, 22))] + [r.choice(PLANS)]
    paragraphs, at = [lead], 0
    while at < len(body):
        n = r.randrange(1, 4); paragraphs.append(". ".join(body[at:at + n])); at += n
    return f"{who} {verb} {subject} في {place}", [p + "." for p in paragraphs]


def sentences(paragraphs): return [s.strip() for p in paragraphs for s in p.replace("؟", ".").split(". ") if s.strip()]


def light_edit(r, title, ps, pool):
    words = lambda p: " ".join(w if r.random() > .06 else r.choice(["", w + " أيضا", r.choice(pool)]) for w in p.split(" "))
    return title, [words(p) for p in ps]
def abridged(r, title, ps, pool):
    s = sentences(ps); return title, [". ".join(s[:max(2, int(len(s) * r.uniform(.4, .7)))]) + "."]
def expanded(r, title, ps, pool):
    return title, ps + [". ".join(sentence(r) for _ in range(max(1, int(len(sentences(ps)) * r.uniform(.2, .5))))) + "."]
def headline(r, title, ps, pool): return f"{r.choice(NAMES)}: {r.choice(EFFECTS)}", ps
def reordered(r, title, ps, pool):
    rest = ps[1:]; r.shuffle(rest); return title, ps[:1] + rest
def agency(r, title, ps, pool): return title, [f"{r.choice(PLACES)} - وكالات: " + ps[0]] + ps[1:] + [r.choice(CREDITS)]
def spelling(r, title, ps, pool):
    table = str.maketrans({"أ": "ا", "إ": "ا", "ة": "ه", "ى": "ي"}); return title, [p.translate(table).replace("سوريا", "سورية") for p in ps]
def vowelled(r, title, ps, pool): return title, ["".join(c + (r.choice("\u064e\u064f\u0650\u0652") if c.isalpha() and r.random() < .4 else "") for c in p) for p in ps]
def digits(r, title, ps, pool): return title, [p.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")) for p in ps]
COPIES = [light_edit, abridged, expanded, headline, reordered, agency, spelling, vowelled, digits]


def cable(r, i):
    country, president = COUNTRIES[i % len(COUNTRIES)]
    return (f"القيادة تهنئ رئيس {country}", f"بعث رئيس الجمهورية برقية تهنئة إلى الرئيس {president} رئيس {country} بمناسبة ذكرى اليوم الوطني لبلاده. وأعرب الرئيس باسمه واسم شعب "
            f"الجمهورية وحكومتها عن أصدق التهاني وأطيب التمنيات بالصحة والسعادة له، ولحكومة {country} وشعبها الصديق اطراد التقدم والازدهار.")
def weather(r, i):
    a, b, c = r.sample(PLACES, 3)
    return (f"طقس {DAYS[i % 7]}", f"توقعت مديرية الأرصاد في نشرتها ليوم {DAYS[i % 7]} أن يكون الجو غائما جزئيا على {a} و{b} مع فرصة لأمطار خفيفة، وأن تنشط الرياح على {c} مثيرة للغبار، وأن تبلغ "
            f"الحرارة العظمى {r.randrange(20, 44)} درجة والصغرى {r.randrange(5, 19)} درجة، ويكون البحر متوسط ارتفاع الموج. ونصحت المديرية السائقين بالحذر من تدني مدى الرؤية.")
def prices(r, i):
    return (f"أسعار الصرف {DAYS[i % 7]}", f"أعلنت جمعية الصرافين أسعار العملات اليوم {DAYS[i % 7]} في السوق المحلية، فبلغ سعر الدولار {r.randrange(11000, 12999)} ليرة للشراء و{r.randrange(13000, 13999)} "
            f"ليرة للبيع، وسعر اليورو {r.randrange(14000, 15999)} ليرة، فيما سجل غرام الذهب عيار واحد وعشرين {r.randrange(900, 999)} ألف ليرة وسط حركة عادية في الأسواق وإقبال محدود على البيع.")
def flight(r, i):
    n = ORDINALS[i % 8]
    return (f"وصول طائرة المساعدات {n}", f"وصلت طائرة المساعدات {n} إلى مطار دمشق محملة بنحو {r.randrange(10, 60)} طنا من المواد الغذائية والطبية، يرافقها فريق من الهلال الأحمر. وتأتي الطائرة {n} ضمن الجسر الجوي "
            "لمساعدة المتضررين من الزلزال، وكان في استقبالها محافظ المدينة وعدد من المسؤولين، على أن توزع حمولتها على المراكز خلال أيام.")
def toll(r, i):
    place, n = PLACES[i % len(PLACES)], COUNTS[i % 8]
    return (f"{n} قتلى في حادث سير", f"قتل {n} أشخاص وأصيب {r.choice(COUNTS)} آخرون بجروح في حادث سير وقع اليوم على طريق {place} العام. وذكر مصدر في الشرطة أن حافلة اصطدمت بشاحنة متوقفة، "
            "وأن سيارات الإسعاف نقلت المصابين إلى المشفى الوطني، وأن تحقيقا فتح لمعرفة أسباب الحادث.")
TEMPLATES = [cable, weather, prices, flight, toll]


def make(a):
    r = random.Random(a.seed); docs = []; hour = 0
    def add(cluster, kind, title, text, at, source):
        minutes = int(at * 60); day = minutes // 1440
        docs.append({"id": f"g{len(docs):05}", "cluster": cluster, "kind": kind, "title": title, "text": text, "source": source,
                     "published": f"2026-{3 + day // 28:02}-{1 + day % 28:02}T{minutes % 1440 // 60:02}:{minutes % 60:02}:00Z"})
    bases = [(b["title"], [p for p in b["text"].split("\n") if p.strip()]) for b in map(json.loads, open(a.bases, encoding="utf8"))] if a.bases else None
    if bases: r.shuffle(bases)
    pool = [w for p in (bases[0][1] if bases else invent(r)[1]) for w in p.split()]
    leads = []
    for n in range(min(a.stories, len(bases)) if bases else a.stories):
        title, ps = bases[n] if bases else invent(r)
        at = r.uniform(0, 24 * 12); leads.append((at, sentences(ps)[:2])); text = "\n".join
        add(f"s{n}", "original", title, text(ps), at, "wire")
        for make_copy in r.sample(COPIES, r.choice([0, 1, 2, 3, 4, 6])):
            t, q = make_copy(r, title, list(ps), pool)
            add(f"s{n}", make_copy.__name__, t, text(q), at + r.uniform(.2, 14), r.choice("abcdefgh"))
    for k, template in enumerate(TEMPLATES):  # each sibling has a copy in another paper: kept apart, and brought together
        for i in range(max(4, a.stories // 20)):
            # A paper prints one cable a country, and one bulletin a day.
            title, body = template(r, i); at = i * 24 + r.uniform(0, 2) + 3 * k
            add(f"t{k}.{i}", "template", title, body, at, "wire")
            if r.random() < .5: add(f"t{k}.{i}", "template_copy", title, f"{r.choice(PLACES)} - وكالات: {body}", at + r.uniform(.2, 5), r.choice("abcdefgh"))
    for n in range(a.stories // 15):
        at = r.uniform(24, 24 * 12); near = sorted(leads, key=lambda l: abs(l[0] - at + 3))[:6]
        add(f"r{n}", "round_up", "جولة في أخبار المحافظات", "\n".join(". ".join(l[1]) + "." for l in r.sample(near, 4)), at, r.choice("abcdefgh"))
    r.shuffle(docs)
    return docs


def score(docs, pred, a):
    c2 = lambda n: n * (n - 1) // 2
    truth = {d["id"]: d["cluster"] for d in docs}; kind = {d["id"]: d["kind"] for d in docs}
    cell = collections.Counter((truth[i], pred[i]) for i in truth)
    t, p = collections.Counter(truth.values()), collections.Counter(pred[i] for i in truth)
    tp = sum(map(c2, cell.values())); st, sp, n = sum(map(c2, t.values())), sum(map(c2, p.values())), c2(len(truth))
    precision, recall, chance = tp / (sp or 1), tp / (st or 1), st * sp / n
    print(f"{len(docs)} articles, {len(t)} stories: pair F1 {2 * precision * recall / (precision + recall or 1):.4f}  precision {precision:.4f}  recall {recall:.4f}  "
          f"ARI {(tp - chance) / ((st + sp) / 2 - chance):.4f}")
    by_t, by_p = collections.defaultdict(list), collections.defaultdict(list)
    for i in truth: by_t[truth[i]].append(i); by_p[pred[i]].append(i)
    missed, merged, title = collections.Counter(), collections.Counter(), {d["id"]: d["title"] for d in docs}
    shown = 0
    for ids in by_t.values():
        for x, y in itertools.combinations(ids, 2):
            if pred[x] != pred[y]: missed[" / ".join(sorted((kind[x], kind[y])))] += 1
    for ids in by_p.values():
        for x, y in itertools.combinations(ids, 2):
            if truth[x] != truth[y]:
                merged[" / ".join(sorted((kind[x], kind[y])))] += 1
                if shown < a.errors: shown += 1; print("  merged:", kind[x], title[x], "|", kind[y], title[y])
    if a.kinds:
        for name, counts in (("missed", missed), ("wrongly merged", merged)):
            print(f"{name}: " + (", ".join(f"{k} {v}" for k, v in counts.most_common(12)) or "none"))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("khabar"); ap.add_argument("--stories", type=int, default=600); ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--bases"); ap.add_argument("--errors", type=int, default=0); ap.add_argument("--kinds", action="store_true")
    a = ap.parse_args(); docs = make(a)
    lines = "".join(json.dumps({k: d[k] for k in ("id", "title", "text", "source", "published")}, ensure_ascii=False) + "\n" for d in docs)
    out = subprocess.run([a.khabar, "cluster", "--batch"], input=lines, capture_output=True, text=True, encoding="utf8", check=True).stdout
    score(docs, {p["id"]: p["cluster"] for p in map(json.loads, out.splitlines())}, a)


if __name__ == "__main__":
    sys.exit(main())
