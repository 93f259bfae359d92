#include "parsers/date/words.hpp"

#include "parsers/date/tokens.hpp"

#include <algorithm>
#include <vector>

namespace khabar::date {
namespace {

// `spellings`: ';' between consecutive values from `first` on, ',' between spellings of one value.
struct Line {
    Sense sense;
    int first;
    std::string_view spellings;
};

// Names and abbreviations as newspapers print them, after CLDR 42 and what Arabic papers do beyond it.
constexpr Line lines[] = {
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
    // ── Parts of the day ──
    {Sense::am, 0,
     "am,ص,بعد منتصف الليل,صباحا,صباحاً,الصباح,صباح,فجر,قبل "
     "الظهر,فجرا,الفجر,قظ,صبح,بامداد,上午,午前,早上,凌晨,오전,öö,ap"},
    {Sense::pm, 0,
     "pm,م,مساء,مساءً,المساء,ظهر,ظهرا,الظهر,عصرا,العصر,بعد "
     "الظهر,بظ,عصر,下午,午後,오후,ös,ip,ch,abends,nachmittags"},
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
    {Sense::month_prefix, 0, "tháng,เดือน,شهر,ماه"},
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
     "dia,ден,gada,gadā,ko,m,сар"},
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
     "тому,тому назад,önce,evvel,پیش,پێش,لەمەوبەر,قبل از,پہلے,berî,פני,לפני,πριν,zpět,před,pred,acum,yang "
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

std::vector<Word> make_dictionary() {
    std::vector<Word> words;
    const auto add = [&](Sense sense, int value, std::string_view spelling) {
        std::string folded = fold_word(spelling);
        std::replace(folded.begin(), folded.end(), '\'', ' ');
        if (!folded.empty()) words.push_back({std::move(folded), sense, value});
    };
    for (const Line& line : lines) {
        int value = line.first;
        std::size_t begin = 0;
        for (std::size_t i = 0; i <= line.spellings.size(); ++i) {
            const char c = i < line.spellings.size() ? line.spellings[i] : ';';
            if (c != ',' && c != ';') continue;
            add(line.sense, value, line.spellings.substr(begin, i - begin));
            begin = i + 1;
            if (c == ';') ++value;
        }
    }
    // In the order above where spellings are the same: the first meaning of a sense wins.
    std::stable_sort(words.begin(), words.end(),
                     [](const Word& a, const Word& b) { return a.spelling < b.spelling; });
    return words;
}

} // namespace

std::span<const Word> meanings(std::string_view folded) {
    static const std::vector<Word> dictionary = make_dictionary();
    struct BySpelling {
        bool operator()(const Word& a, std::string_view b) const { return a.spelling < b; }
        bool operator()(std::string_view a, const Word& b) const { return a < b.spelling; }
    };
    const auto [first, last] = std::equal_range(dictionary.begin(), dictionary.end(), folded, BySpelling{});
    return {first, last};
}

} // namespace khabar::date
