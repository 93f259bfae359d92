#include "parsers/date/word_lines.hpp"

namespace khabar::date {
namespace {

// Names and abbreviations as newspapers print them, after CLDR 42 and what Arabic papers do beyond it.
constexpr WordLine lines[] = {
    // ── Gregorian months ── Arabic: Egypt and Gulf; Levant and Iraq; Tunisia and Algeria; Morocco;
    // Mauritania
    {Sense::month, 1,
     "يناير;فبراير;مارس;أبريل,ابريل,إبريل,نيسان "
     "ابريل;مايو;يونيو,يونيه,يونية;يوليو,يوليه,يولية;أغسطس,اغسطس,آغسطس;سبتمبر;"
     "أكتوبر,اكتوبر,أوكتوبر,اوكتوبر;نوفمبر,نوفبمر;ديسمبر,دسمبر"},
    {Sense::month, 1,
     "كانون الثاني,كانون ثاني,كانون "
     "ثان,كانون2,ك2;شباط;آذار,اذار;نيسان;أيار,ايار,مايس;حزيران;تموز,تمّوز;آب,اب;أيلول,ايلول;"
     "تشرين الأول,تشرين أول,تشرين الاول,تشرين1,ت1;تشرين الثاني,تشرين ثاني,تشرين ثان,تشرين2,ت2;كانون "
     "الأول,كانون أول,كانون1,ك1"},
    {Sense::month, 1, "جانفي,جانفى;فيفري,فيفرى;;أفريل;ماي;جوان;جويلية,جويليه,جويليا;أوت,اوت;;;;"},
    {Sense::month, 1, ";;;;;;يوليوز;غشت;شتنبر;;نونبر;دجنبر"},
    {Sense::month, 1, ";;;;;;;أغشت;شتمبر;;;دجمبر"},
    // Sorani, Urdu, Pashto, Persian, Uyghur and Sindhi left to those who read them
    {Sense::month, 1,
     "کانوونی دووەم,کانونی دووەم,کانوونی "
     "دووەمی;شوبات;ئازار;نیسان;ئایار,مایس;حوزەیران,حزەیران;تەمووز,تەمموز,تەموز;ئاب;ئەیلوول,ئەیلول;"
     "تشرینی یەکەم,تشرینی یەکەمی;تشرینی دووەم,تشرینی دووەمی;کانوونی یەکەم,کانونی یەکەم,کانوونی یەکەمی"},
    {Sense::month, 1,
     "یەنایەر,جانیوەری,جەنیوەری;فێبریوەری,فێبرایەر,فەبرایەر;مارس,مارسی,مارت;ئەپریل,ئەپرێل,ئەبریل;مەی,مایۆ;"
     "جون,جوون,یونیۆ;جولای,"
     "یولیۆ;ئۆگست,ئاگۆست,ئەغوستوس;سێپتەمبەر,سەپتەمبەر,سێپتێمبەر;ئۆکتۆبەر,ئۆکتۆبر;نۆڤەمبەر,نۆڤێمبەر,نۆفەمبەر;"
     "دێسەمبەر,دیسەمبەر"},
    {Sense::month, 1,
     "یەنایەری,جانیوەریی;فێبریوەریی,شوباتی;ئازاری;نیسانی,ئەپریلی;ئایاری;حوزەیرانی,جونی;تەممووزی,تەمووزی;ئابی,"
     "ئۆگستی;"
     "ئەیلوولی,سێپتەمبەری;ئۆکتۆبەری;نۆڤەمبەری;دێسەمبەری"},
    {Sense::month, 1,
     "çile,çileya,rêbendan;sibat,sibatê,reşemî;adar,adarê;nîsan,nîsanê;gulan,gulanê;hezîran,hezîranê,pûşper;"
     "tîrmeh,tîrmehê;"
     "tebax,tebaxê;îlon,îlonê,rezber;cotmeh,cotmehê,cotmeha,kewçêr;mijdar,mijdarê,sermawez;berfanbar,"
     "berfanbarê,kanûna pêşîn"},
    {Sense::month, 1, "xaneiro;febreiro;;;;xuño;xullo;;setembro;outubro;novembro;decembro"},
    {Sense::month, 1,
     "urtarrila,urtarrilaren;otsaila,otsailaren;martxoa,martxoaren;apirila,apirilaren;maiatza,maiatzaren;"
     "ekaina,ekainaren;uztaila,"
     "uztailaren;abuztua,abuztuaren;iraila,irailaren;urria,urriaren;azaroa,azaroaren;abendua,abenduaren"},
    {Sense::month, 1,
     "ionawr;chwefror;mawrth;ebrill;mai;mehefin;gorffennaf;awst;medi;hydref;tachwedd;rhagfyr"},
    {Sense::month, 1,
     "eanáir;feabhra;márta;aibreán;bealtaine;meitheamh;iúil;lúnasa;meán fómhair;deireadh "
     "fómhair;samhain;nollaig"},
    {Sense::month, 1,
     "jaanuaril;veebruaril;märtsil;aprillil;mail;juunil;juulil;augustil;septembril;oktoobril;novembril;"
     "detsembril"},
    // Central and South Asia, Ethiopia
    {Sense::month, 1, "қаңтар;ақпан;наурыз;сәуір;мамыр;маусым;шілде;тамыз;қыркүйек;қазан;қараша;желтоқсан"},
    {Sense::month, 1, "январи;феврали;марти;апрели;майи;июни;июли;августи;сентябри;октябри;ноябри;декабри"},
    {Sense::month, 1, ";pebruari;;;;;;;;;nopember;"},
    {Sense::month, 1, "जानेवारी;फेब्रुवारी;;एप्रिल;मे;;जुलै;ऑगस्ट;सप्टेंबर;ऑक्टोबर;नोव्हेंबर;डिसेंबर"},
    {Sense::month, 1, "જાન્યુઆરી;ફેબ્રુઆરી;માર્ચ;એપ્રિલ;મે;જૂન;જુલાઈ;ઑગસ્ટ,ઓગસ્ટ;સપ્ટેમ્બર;ઑક્ટોબર,ઓક્ટોબર;નવેમ્બર;ડિસેમ્બર"},
    {Sense::month, 1, "ਜਨਵਰੀ;ਫ਼ਰਵਰੀ,ਫਰਵਰੀ;ਮਾਰਚ;ਅਪ੍ਰੈਲ;ਮਈ;ਜੂਨ;ਜੁਲਾਈ;ਅਗਸਤ;ਸਤੰਬਰ;ਅਕਤੂਬਰ;ਨਵੰਬਰ;ਦਸੰਬਰ"},
    {Sense::month, 1, "జనవరి;ఫిబ్రవరి;మార్చి;ఏప్రిల్;మే;జూన్;జూలై,జులై;ఆగస్టు;సెప్టెంబర్;అక్టోబర్;నవంబర్;డిసెంబర్"},
    {Sense::month, 1, "ಜನವರಿ;ಫೆಬ್ರವರಿ;ಮಾರ್ಚ್;ಏಪ್ರಿಲ್;ಮೇ;ಜೂನ್;ಜುಲೈ;ಆಗಸ್ಟ್;ಸೆಪ್ಟೆಂಬರ್;ಅಕ್ಟೋಬರ್;ನವೆಂಬರ್;ಡಿಸೆಂಬರ್"},
    {Sense::month, 1, "ജനുവരി;ഫെബ്രുവരി;മാർച്ച്;ഏപ്രിൽ;മേയ്,മെയ്;ജൂൺ;ജൂലൈ;ഓഗസ്റ്റ്,ആഗസ്റ്റ്;സെപ്റ്റംബർ;ഒക്ടോബർ;നവംബർ;ഡിസംബർ"},
    {Sense::month, 1,
     "ජනවාරි;පෙබරවාරි;මාර්තු;අප්රේල්;මැයි;ජූනි;ජූලි;අගෝස්තු;සැප්තැම්බර්;ඔක්තෝබර්;"
     "නොවැම්බර්;"
     "දෙසැම්බර්"},
    {Sense::month, 1, "ጃንዩወሪ;ፌብሩወሪ;ማርች;ኤፕሪል;ሜይ;ጁን;ጁላይ;ኦገስት;ሴፕቴምበር;ኦክቶበር;ኖቬምበር;ዲሴምበር"},
    {Sense::month, 1, "جنوری;فروری;مارچ;اپریل;مئی;جون;جولائی;اگست;ستمبر;اکتوبر;نومبر;دسمبر"},
    {Sense::month, 1,
     "ژانویه,جنوري;فوریه,فبروري;مارس,مارچ;آوریل,اپریل;مه,می;ژوئن,جون;ژوئیه,جولای;اوت,اگست;سپتامبر;اکتبر;"
     "نوامبر;دسامبر"},
    // Germanic
    {Sense::month, 1,
     "january,jan;february,feb,febr;march,mar;april,apr;may;june,jun;july,jul;august,aug;september,sep,sept;"
     "october,oct;"
     "november,nov;december,dec"},
    {Sense::month, 1,
     "januar,jänner,janner,jän;februar,feber;märz,mär,mrz,marz;;mai;juni;juli;;;oktober,okt;;dezember,dez"},
    {Sense::month, 1,
     "januari;februari;maart,mrt;april;mei;juni;juli;augustus;september;oktober,okt;november;december"},
    {Sense::month, 1,
     "januar;februar;marts,mars;april;maj,mai;juni;juli;august,augusti;september;oktober;november;desember,"
     "des"},
    {Sense::month, 1, "januar;febrúar;mars;apríl;maí;júní;júlí;ágúst;september;október;nóvember;desember"},
    // Romance
    {Sense::month, 1,
     "janvier,janv;février,fév,févr,fev;mars;avril,avr;mai;juin;juillet,juil,juill;août,aout,aoû;septembre;"
     "octobre;"
     "novembre;décembre,déc"},
    {Sense::month, 1,
     "enero,ene;febrero;marzo,mzo;abril,abr;mayo;junio;julio;agosto,ago;septiembre,setiembre,sept,set;"
     "octubre;noviembre;"
     "diciembre,dic"},
    {Sense::month, 1,
     "gennaio,gen;febbraio,febb;marzo;aprile;maggio,mag;giugno,giu;luglio,lug;agosto;settembre,sett;ottobre,"
     "ott;novembre;"
     "dicembre"},
    {Sense::month, 1,
     "janeiro;fevereiro,fev;março,marco;abril;maio,mai;junho;julho;agosto;setembro,set,sete;outubro,out;"
     "novembro;"
     "dezembro,dez"},
    {Sense::month, 1, "gener;febrer;març;abril;maig;juny;juliol;agost;setembre;octubre;novembre;desembre"},
    {Sense::month, 1,
     "ianuarie,ian;februarie;martie;aprilie;mai;iunie,iun;iulie,iul;august;septembrie;octombrie;noiembrie,"
     "noi;decembrie"},
    // Slavic
    {Sense::month, 1,
     "январь,января,янв;февраль,февраля,фев,февр;март,марта,мар;апрель,апреля,апр;май,мая;июнь,июня,июн;июль,"
     "июля,июл;"
     "август,августа,авг;сентябрь,сентября,сен,сент;октябрь,октября,окт;ноябрь,ноября,ноя,нояб;декабрь,"
     "декабря,дек"},
    {Sense::month, 1,
     "січень,січня,січ;лютий,лютого,лют;березень,березня,бер,берез;квітень,квітня,кві,квіт;травень,травня,"
     "тра,трав;"
     "червень,червня,чер,черв;липень,липня,лип;серпень,серпня,сер,серп;вересень,вересня,вер,верес;жовтень,"
     "жовтня,жов,жовт;"
     "листопад,листопада,лис,лист;грудень,грудня,гру,груд"},
    {Sense::month, 1,
     "студзень,студзеня,сту;люты,лютага,лют;сакавік,сакавіка,сак;красавік,красавіка,кра;травень,траўня,май,"
     "мая;чэрвень,чэрвеня,чэр;"
     "ліпень,ліпеня,ліп;жнівень,жніўня,жні;верасень,верасня,вер;кастрычнік,кастрычніка,кас;лістапад,"
     "лістапада,ліс;снежань,снежня,сне"},
    {Sense::month, 1,
     "януари,яну;февруари;март;април;май;юни;юли;август;септември,сеп;октомври;ноември,ное;декември"},
    {Sense::month, 1,
     "јануар,јануари,јан;фебруар,фебруари,феб;март;април;мај;јун,јуни;јул,јули;август,авг;септембар,"
     "септември,сеп;октобар,октомври;новембар,ноември,нов;децембар,декември,дец"},
    {Sense::month, 1,
     "styczeń,stycznia,sty;luty,lutego,lut;marzec,marca;kwiecień,kwietnia,kwi;maj,maja;czerwiec,czerwca,cze;"
     "lipiec,lipca,lip;"
     "sierpień,sierpnia,sie;wrzesień,września,wrz;październik,października,paź;listopad,listopada,lis;"
     "grudzień,grudnia,gru"},
    {Sense::month, 1,
     "leden,ledna,led;únor,února,úno;březen,března,bře;duben,dubna,dub;květen,května,kvě;červen,června,čer,"
     "čvn;"
     "červenec,července,čvc;srpen,srpna,srp;září,zář;říjen,října,říj;listopad,listopadu;prosinec,prosince,"
     "pro"},
    {Sense::month, 1,
     "januára,január;februára,február;marca,marec;apríla,apríl;mája,máj;júna,jún;júla,júl;augusta;septembra;"
     "októbra,október;novembra;decembra"},
    {Sense::month, 1,
     "januar,januarja,januara;februar,februarja,februara;mart,marta,marec;aprila;maj,maja;jun,juna,junij,"
     "junija;jul,jula,julij,julija;avgust,avgusta,avg;septembar,septembra;oktobar,oktobra;novembar,novembra;"
     "decembar,decembra"},
    {Sense::month, 1,
     "siječanj,siječnja,siječnju,sij;veljača,veljače,veljači,velj;ožujak,ožujka,ožujku,ožu;travanj,travnja,"
     "travnju,tra;"
     "svibanj,svibnja,svibnju,svi;lipanj,lipnja,lipnju,lip;srpanj,srpnja,srpnju,srp;kolovoz,kolovoza,"
     "kolovozu,kol;"
     "rujan,rujna,rujnu,ruj;listopad,listopada;studeni,studenog,studenoga,studenom,stu;prosinac,prosinca,"
     "prosincu,pro"},
    // Others of Europe
    {Sense::month, 1,
     "tammikuu,tammikuuta,tammikuun,tammi;helmikuu,helmikuuta,helmikuun,helmi;maaliskuu,maaliskuuta,"
     "maaliskuun,maalis;huhtikuu,huhtikuuta,huhtikuun,huhti;"
     "toukokuu,toukokuuta,toukokuun,touko;kesäkuu,kesäkuuta,kesäkuun,kesä;heinäkuu,heinäkuuta,heinäkuun,"
     "heinä;elokuu,elokuuta,elokuun,elo;"
     "syyskuu,syyskuuta,syyskuun,syys;lokakuu,lokakuuta,lokakuun,loka;marraskuu,marraskuuta,marraskuun,"
     "marras;joulukuu,joulukuuta,joulukuun,joulu"},
    {Sense::month, 1,
     "jaanuar,jaan;veebruar,veebr;märts;aprill;mai;juuni;juuli;august;september;oktoober;november;detsember,"
     "dets"},
    {Sense::month, 1,
     "janvāris,janvārī;februāris,februārī;marts,martā;aprīlis,aprīlī;maijs,maijā;jūnijs,jūnijā;jūlijs,jūlijā;"
     "augusts,augustā;septembris,septembrī;oktobris,oktobrī;novembris,novembrī;decembris,decembrī"},
    {Sense::month, 1,
     "sausio,sausis;vasario,vasaris;kovo,kovas;balandžio,balandis;gegužės,gegužė;birželio,birželis;liepos,"
     "liepa;rugpjūčio,rugpjūtis;rugsėjo,rugsėjis;spalio,spalis;lapkričio,lapkritis;gruodžio,gruodis"},
    {Sense::month, 1,
     "január,jan;február,febr;március,márc;április,ápr;május,máj;június,jún;július,júl;augusztus;szeptember,"
     "szept;október;november;december"},
    {Sense::month, 1,
     "ιανουάριος,ιανουαρίου,ιαν;φεβρουάριος,φεβρουαρίου,φεβ;μάρτιος,μαρτίου,μαρ;απρίλιος,απριλίου,απρ;μάιος,"
     "μαΐου,μαϊ;"
     "ιούνιος,ιουνίου,ιουν;ιούλιος,ιουλίου,ιουλ;αύγουστος,αυγούστου,αυγ;σεπτέμβριος,σεπτεμβρίου,σεπ;"
     "οκτώβριος,οκτωβρίου,οκτ;"
     "νοέμβριος,νοεμβρίου,νοε;δεκέμβριος,δεκεμβρίου,δεκ"},
    {Sense::month, 1,
     "janar;shkurt,shk;mars;prill,pri;maj;qershor,qer;korrik,korr;gusht,gush;shtator,sht;tetor,tet;nëntor,"
     "nën;dhjetor,dhj"},
    // Turkish, Azerbaijani, Kurmanji
    {Sense::month, 1,
     "ocak,oca;şubat,şub;mart;nisan,nis;mayıs;haziran,haz;temmuz,tem;ağustos,ağu;eylül,eyl;ekim,eki;kasım,"
     "kas;aralık,ara"},
    {Sense::month, 1,
     "yanvar,yan;fevral,fev;mart;aprel;may;iyun;iyul;avqust,avq;sentyabr,sen;oktyabr,okt;noyabr,noy;dekabr,"
     "dek"},
    {Sense::month, 1,
     "rêbendan;reşemî;adar;nîsan;gulan;pûşper;tîrmeh;gelawêj;rezber;kewçêr;sermawez;berfanbar"},
    // Hebrew, Georgian, Armenian
    {Sense::month, 1,
     "ינואר,בינואר;פברואר,בפברואר;מרץ,במרץ,מרס;אפריל,באפריל;מאי,במאי;יוני,ביוני;יולי,ביולי;אוגוסט,באוגוסט;"
     "ספטמבר,בספטמבר;אוקטובר,באוקטובר;נובמבר,בנובמבר;דצמבר,בדצמבר"},
    {Sense::month, 1,
     "იანვარი,იანვარს,იან;თებერვალი,თებ;მარტი,მარ;აპრილი,აპრ;მაისი,მაი;ივნისი,ივნ;ივლისი,ივლ;აგვისტო,აგვ;"
     "სექტემბერი,სექ;ოქტომბერი,ოქტ;ნოემბერი,ნოე;დეკემბერი,დეკ"},
    {Sense::month, 1,
     "հունվարի,հունվար;փետրվարի,փետրվար;մարտի,մարտ;ապրիլի,ապրիլ;մայիսի,մայիս;հունիսի,հունիս;հուլիսի,հուլիս;"
     "օգոստոսի,օգոստոս;սեպտեմբերի,սեպտեմբեր;հոկտեմբերի,հոկտեմբեր;նոյեմբերի,նոյեմբեր;դեկտեմբերի,դեկտեմբեր"},
    // South and South-East Asia
    {Sense::month, 1,
     "जनवरी;फ़रवरी,फरवरी;मार्च;अप्रैल;मई;जून;जुलाई;अगस्त;सितंबर,सितम्बर;अक्टूबर,अक्तूबर;नवंबर,नवम्बर;दिसंबर,दिसम्बर"},
    {Sense::month, 1,
     "জানুয়ারী,জানুয়ারি,জানুয়ারি,জানুয়ারী;ফেব্রুয়ারী,ফেব্রুয়ারি,ফেব্রুয়ারি,ফেব্রুয়ারী;মার্চ;এপ্রিল;মে;জুন;জুলাই;আগস্ট,অগস্ট;"
     "সেপ্টেম্বর;অক্টোবর;নভেম্বর;ডিসেম্বর"},
    {Sense::month, 1, "ஜனவரி;பிப்ரவரி;மார்ச்;ஏப்ரல்;மே;ஜூன்;ஜூலை;ஆகஸ்ட்;செப்டம்பர்;அக்டோபர்;நவம்பர்;டிசம்பர்"},
    {Sense::month, 1,
     "januari;februari,pebruari,peb;maret;april;mei;juni;juli;agustus,agt,agu;september;oktober;november,nop;"
     "desember"},
    {Sense::month, 1,
     "enero;pebrero,peb;marso;abril;mayo;hunyo,hun;hulyo,hul;agosto;setyembre,set;oktubre,okt;nobyembre,nob;"
     "disyembre,dis"},
    {Sense::month, 1, ";;mac;;;;;ogos,ogo;;;;disember,dis"},
    {Sense::month, 1,
     "มกราคม,มกรา,มค;กุมภาพันธ์,กุมภา,กพ;มีนาคม,มีนา,มีค;เมษายน,เมษา,เมย;พฤษภาคม,พฤษภา,พค;มิถุนายน,มิถุนา,มิย;กรกฎาคม,"
     "กรกฎา,กค;สิงหาคม,สิงหา,สค;กันยายน,กันยา,กย;ตุลาคม,ตุลา,ตค;พฤศจิกายน,พฤศจิกา,พย;ธันวาคม,ธันวา,ธค"},
    {Sense::month, 1,
     "tháng một,tháng giêng;tháng hai;tháng ba;tháng tư;tháng năm;tháng sáu;tháng bảy;tháng tám;tháng "
     "chín;tháng mười;tháng mười một;tháng mười hai,tháng chạp"},
    {Sense::month, 1,
     "januari;februari;machi;aprili;mei;juni;julai;agosti,ago;septemba;oktoba;novemba;desemba"},
    // "1 Ni 2015": Punjabi-Latin, Oromo and others abbreviate so; seen in date widgets
    {Sense::month, 4, "ni"},
    // ── Hijri and Jalali months ──
    {Sense::hijri_month, 1,
     "محرم,المحرم,محرم الحرام;صفر,صفر الخير;ربيع الأول,ربيع الاول,ربيع أول,ربيع1;ربيع الآخر,ربيع الثاني,ربيع "
     "الاخر,ربيع ثاني,ربيع2;"
     "جمادى الأولى,جمادى الاول,جمادى الأول,جمادي الأولى,جماد أول,جماد الأول;"
     "جمادى الآخرة,جمادى الثانية,جمادى الثاني,جمادى الآخر,جمادي الآخرة,جماد ثاني,جماد الثاني,جماد "
     "الآخر;رجب,رجب المرجب;شعبان;"
     "رمضان,رمضان المبارك;شوال;ذو القعدة,ذي القعدة,ذوالقعدة,ذیقعده,ذی القعده;ذو الحجة,ذي "
     "الحجة,ذوالحجة,ذیحجه,ذی الحجه"},
    {Sense::hijri_month, 1,
     "muharram;safar;;;;;rajab;shaban,sha'ban;ramadan;shawwal;dhul qadah,zulqidah;dhul hijjah,zulhijjah"},
    {Sense::jalali_month, 1,
     "فروردین;اردیبهشت;خرداد;تیر;مرداد,امرداد;شهریور;مهر;آبان,ابان;آذر,اذر;دی;بهمن;اسفند"},
    {Sense::jalali_month, 1, "حمل;ثور;جوزا;سرطان;اسد;سنبله;میزان;عقرب;قوس;جدی;دلو;حوت"},
    // ── Weekdays, from Monday ──
    {Sense::weekday, 0,
     "الاثنين,الإثنين,اثنين,الأثنين;الثلاثاء,ثلاثاء,الثلثاء;الأربعاء,اربعاء,أربعاء,الاربعاء;الخميس,خميس;"
     "الجمعة,جمعة,الجمعه;السبت,سبت;الأحد,احد,أحد,الاحد"},
    {Sense::weekday, 0, "دوشنبه;سه شنبه,سهشنبه;چهارشنبه;پنجشنبه,پنج شنبه;جمعه,آدینه;شنبه;یکشنبه"},
    {Sense::weekday, 0,
     "monday,mon;tuesday,tue,tues;wednesday,wed;thursday,thu,thur,thurs;friday,fri;saturday,sat;sunday,sun"},
    {Sense::weekday, 0, "montag;dienstag;mittwoch;donnerstag;freitag;samstag,sonnabend;sonntag"},
    {Sense::weekday, 0, "lundi,lun;mardi;mercredi,mer;jeudi,jeu;vendredi,ven;samedi,sam;dimanche,dim"},
    {Sense::weekday, 0, "lunes;martes;miércoles,mié;jueves,jue;viernes,vie;sábado,sáb;domingo,dom"},
    {Sense::weekday, 0, "lunedì,lun;martedì;mercoledì;giovedì,gio;venerdì;sabato;domenica"},
    {Sense::weekday, 0,
     "segunda feira,segunda;terça feira,terça;quarta feira,quarta;quinta feira,quinta;sexta "
     "feira,sexta;sábado;domingo"},
    {Sense::weekday, 0, "pazartesi,pzt;salı,sal;çarşamba,çar;perşembe,per;cuma,cum;cumartesi,cmt;pazar,paz"},
    {Sense::weekday, 0,
     "понедельник,пн,пнд;вторник,вт,втр;среда,ср,срд,среду;четверг,чт,чтв;пятница,пт,птн,пятницу;суббота,сб,"
     "сбт,субботу;воскресенье,вс,вск"},
    {Sense::weekday, 0, "poniedziałek,pon;wtorek;środa;czwartek;piątek;sobota;niedziela"},
    {Sense::weekday, 0, "maandag;dinsdag;woensdag;donderdag;vrijdag;zaterdag;zondag"},
    {Sense::weekday, 0, "måndag;tisdag;onsdag;torsdag;fredag;lördag;söndag"},
};

} // namespace

std::span<const WordLine> calendar_names() noexcept {
    return lines;
}

} // namespace khabar::date
