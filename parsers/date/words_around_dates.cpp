#include "parsers/date/word_lines.hpp"

namespace khabar::date {
namespace {

constexpr WordLine lines[] = {
    // ── Parts of the day ──
    {Sense::am, 0,
     "am,ص,بعد منتصف الليل,صباحا,صباحاً,الصباح,صباح,فجر,قبل "
     "الظهر,فجرا,الفجر,قظ,صبح,بامداد,上午,午前,早上,凌晨,오전,öö,ap"},
    {Sense::pm, 0,
     "pm,م,مساء,مساءً,المساء,عصرا,العصر,بعد "
     "الظهر,بظ,عصر,下午,午後,오후,ös,ip,ch,abends,nachmittags"},
    {Sense::around_noon, 0, "ظهر,ظهرا,الظهر"},
    {Sense::night, 0, "ليلا,الليل,ليل,晚,晚上"},
    {Sense::noon, 0, "noon,midday,中午"},
    {Sense::midnight, 0, "midnight,منتصف الليل"},
    {Sense::clock, 0, "pukul,jam,kl.,om,الساعة,الساعه,ساعت,klo,kl,godz,saat,klokken,a las,a la"},
    {Sense::oclock, 0, "uhr,h,hs,hrs,heures,heure"},
    {Sense::hour_mark, 0, "時,时,시,點,点"},
    {Sense::minute_mark, 0, "分,분"},
    {Sense::second_mark, 0, "秒,초"},
    {Sense::year_mark, 0, "年,년"},
    {Sense::month_mark, 0, "月,월"},
    {Sense::day_mark, 0, "日,일,號,号"},
    {Sense::month_prefix, 0, "tháng,thg,เดือน,شهر,ماه"},
    // ── Eras, and what stands between ──
    {Sense::era, 1911, "民國,民国"},
    {Sense::era, 1925, "昭和"},
    {Sense::era, 1988, "平成"},
    {Sense::era, 2018, "令和"},
    {Sense::hijri_era, 0, "ه,هـ,هجري,هجرية,الهجري,ah"},
    {Sense::gregorian_era, 0, "م,ميلادي,ميلادية,ad,ce"},
    {Sense::filler, 0,
     "and,و,ی,et,und,ve,и,بتوقيت,بالتوقيت,التوقيت,توقيت,المحلي,th,st,nd,rd,of,the,on,year,de,del,di,da,do,du,"
     "le,la,el,der,den,dem,am,em,dne,a,o,i,u,at,in,um,år,год,года,г,году,року,р,"
     "წლის,წელს,সাল,লা,শে,ই,রা,ঠা,सन्,सन,को,عام,سنة,لسنة,لعام,من,في,يوم,شهر,الموافق,بتاريخ,سال,تاريخ,"
     "ngày,năm,วันที่,ที่,t,er,ère,ος,η,ал,јуна,година,г,гг,godine,god,god,м,يـ,d,às,à,och,y,е,ה,roku,r,m,rok,do,"
     "dia,ден,από,gada,gadā,ko,m,сар,ж,жылғы,жылы,թ,թվականի,оны,ta,د,mh,dhen,e,g"},
    {Sense::label, 0,
     "نشر,نشرت,تم,النشر,تاريخ,آخر,تحديث,التحديث,أخر,حرر,كتب,بتاريخ,published,updated,posted,last,on,modified,"
     "created,date,time,by,"
     "publié,mis,jour,veröffentlicht,aktualisiert,stand,publicado,actualizado,atualizado,pubblicato,"
     "aggiornato,güncelleme,yayınlanma,"
     "опубликовано,обновлено,انتشار,تاریخ,تاريخ النشر,آخر تحديث"},
    {Sense::legal, 0,
     "رقم,الرقم,قانون,القانون,مادة,المادة,مرسوم,المرسوم,قرار,القرار,البند,بند,فقرة,الفقرة,نظام,تعميم,هاتف,"
     "الهاتف,تلفون,تليفون,"
     "جوال,الجوال,موبايل,فاكس,واتساب,واتس,صفحة,الصفحة,العدد,ص ب,الإصدار,إصدار,نسخة,شماره,ماده,تلفن,"
     "no,nr,nº,num,number,law,act,article,art,section,sec,decree,directive,regulation,tel,telephone,phone,"
     "fax,mobile,call,whatsapp,"
     "page,p,pp,version,v,ver,ip,isbn,issn,doi,room,gesetz,loi,décret,ley,№,score,ratio,ref"},
    // ── Zones in words ── whose clocks have not been moved for fifteen years
    {Sense::zone, 0, "غرينتش,جرينتش,غرينيتش,جرينيتش,جرينتش,العالمي"},
    {Sense::zone, 60, "الجزائر,تونس"},
    {Sense::zone, 180,
     "مكة,مكة المكرمة,السعودية,الرياض,الكويت,بغداد,العراق,الدوحة,قطر,المنامة,البحرين,صنعاء,عدن,اليمن"},
    {Sense::zone, 240, "الإمارات,أبوظبي,أبو ظبي,دبي,مسقط,عمان"},
    {Sense::zone, 270, "كابل,كابول"},
    {Sense::place, 0,
     "دمشق,سوريا,سورية,حلب,الأردن;تركيا,إسطنبول,أنقرة,türkiye;موسكو,moscow,москва,мск;الخرطوم,السودان;طهران,"
     "إيران,تهران;"
     "القاهرة,مصر,cairo;بيروت,لبنان,beirut;لندن,بريطانيا,london;"
     "باريس,فرنسا,برلين,ألمانيا,روما,مدريد,بروكسل,فيينا,جنيف,paris,berlin,roma,madrid,bruxelles,wien;أثينا,"
     "athens;"
     "واشنطن,نيويورك,new york,washington"},
    // ── Relative forms ──
    {Sense::ago, 0,
     "قبل,منذ,مضى,مضت,قبل حوالي,منذ حوالي,قبل نحو,منذ نحو,قبل قرابة,منذ قرابة,ago,earlier,before,il y "
     "a,depuis,vor,seit,hace,há,fa,geleden,siden,sedan,temu,назад,"
     "тому,тому назад,önce,evvel,پیش,پێش,لەمەوبەر,قبل از,پہلے,berî,פני,לפני,πριν,πριν "
     "από,zpět,před,pred,acum,yang "
     "lalu,lalu,前,전,sitten,ezelőtt,पहले,আগে,prieš,pirms,tagasi,əvvəl,առաջ,წინ,пре,pre,prije,преди,trước"},
    {Sense::ahead, 0, "خلال,بعد,في غضون,in,dans,dentro de,через,sonra,tra,fra,içinde,后,後,за,om,za"},
    {Sense::count, 1,
     "واحد,واحدة,a,an,one,un,une,uno,una,um,uma,ein,eine,einem,einer,einen,bir,один,одну,een,en,یک,یەک;اثنين,"
     "اثنتين,two,deux,dos,due,dois,duas,zwei,iki,два,две,twee,دو;"
     "ثلاث,ثلاثة,three,trois,tres,tre,três,drei,üç,три,drie,سه;أربع,أربعة,اربعة,four,quatre,cuatro,quattro,"
     "quatro,vier,dört,четыре,چهار;"
     "خمس,خمسة,five,cinq,cinco,cinque,fünf,beş,пять,vijf,پنج;ست,ستة,six,seis,sei,sechs,altı,шесть,شش;سبع,"
     "سبعة,seven,sept,siete,sette,sete,sieben,yedi,семь,هفت;"
     "ثماني,ثمانية,ثمان,eight,huit,ocho,otto,oito,acht,sekiz,восемь,هشت;تسع,تسعة,nine,neuf,nueve,nove,neun,"
     "dokuz,девять,نه;عشر,عشرة,ten,dix,diez,dieci,dez,zehn,on,десять,ده"},
    // Tens, to which "خمسة و…" adds
    {Sense::count, 11,
     "أحد عشر,إحدى عشرة;اثنا عشر,اثني عشر,اثنتا عشرة,اثنتي عشرة;ثلاثة عشر,ثلاث عشرة;"
     "أربعة عشر,أربع عشرة;خمسة عشر,خمس عشرة;ستة عشر,ست عشرة;سبعة عشر,سبع عشرة;ثمانية عشر,ثماني عشرة;"
     "تسعة عشر,تسع عشرة"},
    {Sense::count, 20, "عشرون,عشرين,twenty,vingt,veinte,zwanzig,yirmi,двадцать,بیست"},
    {Sense::count, 30, "ثلاثون,ثلاثين,thirty,trente,treinta,dreißig,otuz,тридцать,سی"},
    {Sense::count, 40, "أربعون,أربعين,forty,quarante,cuarenta,vierzig,kırk,сорок,چهل"},
    {Sense::count, 50, "خمسون,خمسين,fifty,cinquante,cincuenta,fünfzig,elli,пятьдесят,پنجاه"},
    {Sense::ordinal, 1,
     "الأول;الثاني;الثالث;الرابع;الخامس;السادس;السابع;الثامن;التاسع;العاشر;الحادي عشر;الثاني عشر;"
     "الثالث عشر;الرابع عشر;الخامس عشر;السادس عشر;السابع عشر;الثامن عشر;التاسع عشر;العشرون,العشرين;"
     "الحادي والعشرون,الحادي والعشرين,الحادي و العشرين;"
     "الثاني والعشرون,الثاني والعشرين,الثاني و العشرين;"
     "الثالث والعشرون,الثالث والعشرين,الثالث و العشرين;"
     "الرابع والعشرون,الرابع والعشرين,الرابع و العشرين;"
     "الخامس والعشرون,الخامس والعشرين,الخامس و العشرين;"
     "السادس والعشرون,السادس والعشرين,السادس و العشرين;"
     "السابع والعشرون,السابع والعشرين,السابع و العشرين;"
     "الثامن والعشرون,الثامن والعشرين,الثامن و العشرين;"
     "التاسع والعشرون,التاسع والعشرين,التاسع و العشرين;الثلاثون,الثلاثين;"
     "الحادي والثلاثون,الحادي والثلاثين,الحادي و الثلاثين"},
    {Sense::ordinal, 1,
     "first;second;third;fourth;fifth;sixth;seventh;eighth;ninth;tenth;eleventh;twelfth;thirteenth;"
     "fourteenth;fifteenth;sixteenth;seventeenth;eighteenth;nineteenth;twentieth;twenty first;"
     "twenty second;twenty third;twenty fourth;twenty fifth;twenty sixth;twenty seventh;twenty eighth;"
     "twenty ninth;thirtieth;thirty first"},
    {Sense::ordinal, 1, "premier,primero,primeiro,primo,erster,ersten"},
    {Sense::unit, static_cast<int>(Unit::second),
     "ثانية,ث,ثوان,ثواني,ثوانٍ,ثوانِ,ثانيه,second,seconds,sec,secs,s,seconde,secondes,segundo,segundos,secondo,"
     "secondi,sekunde,sekunden,sekundy,sekund,saniye,"
     "секунду,секунды,секунд,сек,ثانیه,چرکە,سیکنڈ,saniyeyan,秒,초;"
     "دقيقة,د,دقائق,دقيقه,دقایق,minute,minutes,min,mins,m,minuto,minutos,minuti,minuten,minut,minuty,dakika,"
     "dk,"
     "dakik,минуту,минуты,минут,мин,دقیقه,خولەک,منٹ,deqe,分钟,分鐘,分,분;"
     "ساعة,س,ساعات,ساعه,hour,hours,hr,hrs,h,heure,heures,hora,horas,ora,ore,stunde,stunden,std,uur,uren,"
     "godzinę,godziny,godzin,saat,sa,час,часа,часов,ч,ساعت,کاتژمێر,گھنٹہ,گھنٹے,گھنٹوں,saetan,saet,小时,小時,"
     "時間,시간,timme,timmar,timer;"
     "يوم,أيام,ايام,يوما,day,days,d,jour,jours,día,días,giorno,giorni,dia,dias,tag,tage,tagen,dag,dagen,"
     "dagar,dzień,dni,gün,день,дня,дней,روز,ڕۆژ,دن,roj,rojan,天,日,일;"
     "أسبوع,أسابيع,اسبوع,اسابيع,أسبوعا,week,weeks,w,wk,wks,semaine,semaines,semana,semanas,settimana,"
     "settimane,woche,wochen,weken,hafta,неделю,недели,недель,هفته,هەفتە,ہفتہ,ہفتے,ہفتوں,hefte,hefteyan,周,"
     "週間,주,tydzień,tygodnie,tygodni;"
     "شهر,أشهر,اشهر,شهور,شهرا,month,months,mo,mos,mois,mes,meses,mese,mesi,mês,monat,monate,monaten,maand,"
     "maanden,miesiąc,miesiące,miesięcy,ay,месяц,месяца,месяцев,мес,ماه,مانگ,ماہ,مہینے,مہینہ,mehan,meh,个月,"
     "ヶ月,か月,개월;"
     "ربع سنة,أرباع سنة,quarter,quarters;"
     "سنة,سنوات,سنين,عام,أعوام,عاما,اعوام,year,years,y,yr,yrs,an,ans,année,années,año,años,anno,anni,ano,"
     "anos,jahr,jahre,jahren,jaar,yıl,sene,rok,lata,lat,год,года,лет,سال,ساڵ,سالوں,salan,sal,年,년"},
    {Sense::part, 30, "نصف"},
    {Sense::part, 20, "ثلث,ثلثا"},
    {Sense::part, 15, "ربع,ربعا"},
    {Sense::several, static_cast<int>(Unit::second),
     "ثوان,ثواني,ثوانٍ,seconds,secondes,segundos,secondi,sekunden,секунд;دقائق,دقايق,minutes,minutos,minuti,"
     "minuten,минут;"
     "ساعات,hours,heures,horas,ore,stunden,часов;أيام,ايام,days,jours,días,giorni,tage,tagen,дней;"
     "أسابيع,اسابيع,weeks,semaines,semanas,settimane,wochen,недель;أشهر,اشهر,شهور,months,meses,mesi,monate,"
     "monaten,месяцев;"
     "أرباع سنة,quarters;سنوات,سنين,أعوام,اعوام,years,années,ans,años,anni,jahre,jahren,лет"},
    {Sense::few, 0,
     "بضع,بضعة,عدة,several,few,a few,quelques,unos,unas,alcuni,einige,einigen,wenigen,birkaç,несколько,چند"},
    {Sense::vague, 0,
     "أكثر,أقل,أكثر من,أقل من,more than,less than,over,plus de,moins de,más de,menos de,mehr als,weniger "
     "als,более,менее"},
    {Sense::spoken_hour, 1,
     "الواحدة;الثانية;الثالثة;الرابعة;الخامسة;السادسة;السابعة;الثامنة;التاسعة;العاشرة;الحادية عشرة,الحادية "
     "عشر;"
     "الثانية عشرة,الثانية عشر"},
    {Sense::spoken_less, 0, "إلا,الا"},
    // Further cases and languages
    {Sense::unit, static_cast<int>(Unit::second),
     "секунди,sekundami,sekundou,másodperccel,másodperce,sekuntia,sekunti,δευτερόλεπτα,δευτερόλεπτο,secunde,"
     "detik,giây,सेकंड,"
     "সেকেন্ড,שניות,sekunder,sekundi,sekunde,saniyə,秒钟;"
     "хвилин,хвилини,хвилину,минути,minutami,minutou,minút,perccel,perce,perc,minuuttia,minuutti,λεπτά,λεπτό,"
     "menit,minit,phút,"
     "मिनट,মিনিট,דקות,דקה,minutter,minuta,minučių,minutes,minūtēm,minutit,dəqiqə,րոպե,წუთის;"
     "годин,години,годину,hodinami,hodinou,hodina,hodiny,hodin,hodín,órával,órája,óra,tuntia,tunti,ώρες,ώρα,"
     "jam,giờ,घंटे,घंटा,"
     "ঘন্টা,ঘণ্টা,שעות,שעה,sata,sati,sat,valandas,valandų,stundām,tundi,часа,ժամ,საათის,horas,ore;"
     "днів,дні,дни,dny,dnem,dní,dnů,dňami,dňom,nappal,napja,nap,päivää,päivä,ημέρες,μέρες,ημέρα,μέρα,hari,"
     "दिन,দিন,ימים,יום,"
     "dana,dan,dager,dage,dienas,dienų,dienām,päeva,zile,zi,օր,დღის;"
     "тижні,тижнів,тиждень,седмици,týdny,týdnem,týdnů,týždňami,týždňom,héttel,hete,hét,viikkoa,viikko,"
     "εβδομάδες,εβδομάδα,minggu,"
     "tuần,सप्ताह,हफ्ते,সপ্তাহ,שבועות,שבוע,tjedana,sedmica,nedelje,uker,uger,veckor,vecka,säptämäni,săptămâni,"
     "savaites,nedēļām,"
     "nädalat,həftə;"
     "місяці,місяців,місяць,месеца,měsíci,měsícem,měsíců,mesiacmi,mesiacom,hónappal,hónapja,hónap,kuukautta,"
     "kuukausi,μήνες,μήνα,"
     "bulan,महीने,মাস,חודשים,חודש,mjeseci,meseci,måneder,månader,månad,luni,mėnesius,mēnešiem,kuud,ամիս,თვის;"
     ";"
     "роки,років,рік,lety,rokem,roky,rokmi,rokom,évvel,éve,év,vuotta,vuosi,χρόνια,χρόνο,tahun,साल,वर्ष,বছর,"
     "שנים,שנה,godina,"
     "år,ani,metus,metų,gadiem,aastat,il,տարի,წლის"},
    {Sense::two_units, static_cast<int>(Unit::second), ";;שעתיים;יומיים;שבועיים;חודשיים;;שנתיים"},
    {Sense::minutes, 30,
     "نصف ساعة,half an hour,half hour,demi heure,une demi heure,halbe stunde,halben stunde,media "
     "hora,meia hora,mezz'ora,yarım saat,полчаса,نیم ساعت"},
    {Sense::minutes, 20, "ثلث ساعة"},
    {Sense::minutes, 15, "ربع ساعة,quarter of an hour,quart d'heure"},
    {Sense::two_units, static_cast<int>(Unit::second),
     "ثانيتين,ثانيتان;دقيقتين,دقيقتان;ساعتين,ساعتان;يومين,يومان;أسبوعين,أسبوعان,اسبوعين;شهرين,شهران;ربعي "
     "سنة;سنتين,سنتان,عامين,عامان"},
    {Sense::last, 0,
     "الماضي,الماضية,الماضى,المنصرم,الأخير,الأخيرة,الفائت,last,past,dernier,dernière,letzte,letzten,letzter,"
     "pasado,pasada,passado,passada,scorso,scorsa,geçen,прошлый,прошлой,прошлом,گذشته,پیش"},
    {Sense::coming, 0,
     "المقبل,المقبلة,القادم,القادمة,التالي,next,coming,prochain,prochaine,nächste,nächsten,nächster,"
     "próximo,próxima,gelecek,следующий,следующей,آینده"},
    {Sense::current, 0,
     "هذا,هذه,الحالي,الحالية,الجاري,this,cette,ce,diese,dieser,diesen,este,esta,questo,questa,bu,этот,эта,"
     "این"},
    {Sense::now, 0,
     "الآن,الان,للتو,قبل قليل,منذ قليل,قبل لحظات,منذ لحظات,now,just now,moments ago,right now,maintenant,à "
     "l'instant,jetzt,gerade eben,ahora,ahora mismo,agora,adesso,ora,şimdi,az önce,сейчас,только что,همین "
     "حالا,ئێستا,ابھی,niha,اکنون,刚刚,たった今,방금"},
    {Sense::day_shift, -2,
     "позавчора,předevčírem,predvčerom,tegnapelőtt,toissapäivänä,προχθές,prekjučer,שלשום,أول أمس,اول امس,أول "
     "من أمس,اول من امس,أمس الأول,قبل أمس,day before yesterday,avant "
     "hier,vorgestern,anteayer,antes de ayer,anteontem,l'altro ieri,evvelsi "
     "gün,позавчера,پریروز,پێرێ,پێرێکە,pêr,گزشتہ سے پیوستہ روز,前天,一昨日,おととい,그저께;"
     "أمس,امس,البارحة,يوم أمس,الليلة الماضية,ليلة "
     "أمس,yesterday,вчора,včera,tegnap,eilen,χτες,hôm "
     "qua,kemarin,গতকাল,jučer,juče,vakar,eile,dünən,เมื่อวาน,เมื่อวานนี้,երեկ,გუშინ,hier,gestern,ayer,ontem,ieri,"
     "dün,вчера,دیروز,دوێنێ,گزشتہ روز,duh,gisteren,igår,i "
     "går,wczoraj,昨天,昨日,어제,דוום,אתמול,χθες;"
     "اليوم,هذا اليوم,هذا الصباح,هذا المساء,هذه الليلة,الليلة,today,сьогодні,днес,dnes,ma,tänään,hôm "
     "nay,hari ini,আজ,danas,šodien,šiandien,täna,วันนี้,այսօր,დღეს,azi,astăzi,aujourd'hui,aujourd "
     "hui,heute,hoy,hoje,oggi,bugün,сегодня,امروز,ئەمڕۆ,آج,îro,vandaag,idag,i "
     "dag,dzisiaj,dziś,今天,今日,오늘,היום,σήμερα;"
     "غدا,غداً,الغد,tomorrow,demain,morgen,mañana,amanhã,domani,yarın,завтра,فردا,سبەی,سبەینێ,明天,明日,내일;"
     "بعد غد,بعد الغد,day after tomorrow,après demain,übermorgen,pasado mañana,dopodomani,послезавтра,پس "
     "فردا,后天"},
};

} // namespace

std::span<const WordLine> words_around_dates() noexcept {
    return lines;
}

} // namespace khabar::date
