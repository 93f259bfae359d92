#include "parsers/date/word_lines.hpp"

namespace khabar::date {
namespace {

// Months and weekdays (wide, and abbreviated where nothing else is called so), units with what stands beside
// them, yesterday and its kin: from CLDR 42 by way of ICU 72, without what the other tables have, and without
// words of Latin letters that other languages know in another sense ("haut", "bihar", "time"). Tigrinya and
// Oromo are left out: their months are named as those of the Ethiopian calendar, and a date does not say
// which of the two it is in.
constexpr WordLine lines[] = {
    // Afrikaans
    {Sense::month, 1, "januarie;;;;;junie;julie"},
    {Sense::weekday, 0, ";;;;vrydag;saterdag"},
    {Sense::ago, 0, "gelede"},
    {Sense::unit, 0, "sekonde,sekondes;minuut;;dae;weke;maande"},
    {Sense::day_shift, -2, "eergister;gister;vandag"},
    {Sense::last_unit, 0, ";;;;verlede week;verlede maand;;verlede jaar"},
    // Amharic
    {Sense::month, 1, "ጃንዩ;ፌብሩ;;ኤፕሪ;;;;ኦገስ;ሴፕቴ;ኦክቶ;ኖቬም;ዲሴም"},
    {Sense::weekday, 0, "ሰኞ;ማክሰኞ,ማክሰ;ረቡዕ;ሐሙስ;ዓርብ;ቅዳሜ;እሑድ"},
    {Sense::ago, 0, "በፊት"},
    {Sense::unit, 0, "ሰከንድ,ሰከንዶች;ደቂቃ,ደቂቃዎች;ሰዓት,ሰዓቶች;ቀን,ቀናት;ሳምንት,ሳምንታት;ወር,ወራት;;ዓመት,ዓመታት"},
    {Sense::day_shift, -2, "ከትናንት ወዲያ;ትናንት;;;ከነገ ወዲያ"},
    {Sense::last_unit, 0, ";;;;ያለፈው ሳምንት;ያለፈው ወር;;ያለፈው ዓመት"},
    // Assamese
    {Sense::month, 1,
     "জানুৱাৰী,জানু;ফেব্ৰুৱাৰী,ফেব্ৰু;মাৰ্চ;এপ্ৰিল;;;;আগষ্ট,আগ;ছেপ্তেম্বৰ,ছেপ্তে;অক্টোবৰ,অক্টো;নৱেম্বৰ,নৱে;ডিচেম্বৰ,ডিচে"},
    {Sense::weekday, 0, "সোমবাৰ;মঙ্গলবাৰ,মঙ্গল;বুধবাৰ;বৃহস্পতিবাৰ;শুক্ৰবাৰ,শুক্ৰ;শনিবাৰ;দেওবাৰ"},
    {Sense::ago, 0, "পূৰ্বে"},
    {Sense::unit, 0, "ছেকেণ্ড;;;;;মাহ;;বছৰৰ"},
    {Sense::day_shift, -2, "পৰহি;কালি;আজি;কাইলৈ;পৰহিলৈ"},
    {Sense::last_unit, 0, ";;;;যোৱা সপ্তাহ;যোৱা মাহ;;যোৱা বছৰ"},
    // Azerbaijani
    {Sense::month, 1, ";;;;;iyn;iyl"},
    {Sense::weekday, 0, "bazar ertəsi;çərşənbə axşamı;çərşənbə;cümə axşamı;;şənbə;bazar"},
    {Sense::ago, 0, "öncə"},
    {Sense::day_shift, -2, ";;bu gün"},
    {Sense::last_unit, 0, ";;;;keçən həftə;keçən ay;;keçən il"},
    // Belarusian
    {Sense::weekday, 0, "панядзелак;аўторак;серада;чацвер;пятніца;субота;нядзеля"},
    {Sense::ago, 0, "таму"},
    {Sense::unit, 0,
     ";хвіліну,хвіліны,хвілін;гадзіну,гадзіны,гадзін;дзень,дзён;тыдзень,тыдні,тыдняў;месяцы,месяцаў;;гады,"
     "гадоў"},
    {Sense::day_shift, -2, "пазаўчора;учора;сёння;заўтра;паслязаўтра"},
    {Sense::last_unit, 0, ";;;;на мінулым тыдні;у мінулым месяцы;;у мінулым годзе"},
    // Bulgarian
    {Sense::weekday, 0, "понеделник;;сряда;четвъртък;петък;събота;неделя"},
    {Sense::unit, 0, "секунда;минута;;ден;седмица;месец;;година"},
    {Sense::day_shift, -2, "онзи ден;;;утре;вдругиден"},
    {Sense::last_unit, 0, ";;;;предходната седмица;предходен месец;;миналата година"},
    {Sense::unit, 7, "години"},
    // Bengali
    {Sense::month, 1, ";ফেব;;এপ্রি;;;জুল;;সেপ;;নভে;ডিসে"},
    {Sense::weekday, 0, "সোমবার;মঙ্গলবার;বুধবার;বৃহস্পতিবার,বৃহস্পতি;শুক্রবার,শুক্র;শনিবার;রবিবার"},
    {Sense::ago, 0, "পূর্বে"},
    {Sense::unit, 0, "সেকেন্ড;মিনিট;ঘন্টা;দিন;সপ্তাহ;মাস;;বছর"},
    {Sense::day_shift, -2, "গত পরশু;;;আগামীকাল;আগামী পরশু"},
    {Sense::last_unit, 0, ";;;;গত সপ্তাহ;গত মাস;;গত বছর"},
    // Bosnian
    {Sense::weekday, 0, "ponedjeljak;utorak;srijeda;četvrtak;petak;subota;nedjelja"},
    {Sense::unit, 0, "sekundu;minutu;;;sedmicu,sedmice;mjesec,mjeseca;;godinu,godine"},
    {Sense::last_unit, 0, ";;;;prošle sedmice;prošli mjesec;;prošle godine"},
    // Catalan
    {Sense::weekday, 0, "dilluns;dimarts;dimecres;dijous;divendres;dissabte;diumenge"},
    {Sense::unit, 0, "segon,segons;minuts;hores;dies;setmana,setmanes;mesos;;anys"},
    {Sense::day_shift, -2, "abans-d’ahir;ahir;avui"},
    {Sense::last_unit, 0, ";;;;la setmana passada;el mes passat;;l’any passat"},
    // Czech
    {Sense::weekday, 0, "pondělí;úterý;středa;čtvrtek;pátek;;neděle"},
    {Sense::last_unit, 0, ";;;;minulý týden;minulý měsíc;;minulý rok"},
    // Welsh
    {Sense::month, 1, "ion;chwef,chw;maw;ebr;;;gorff,gor;;;hyd;tach;rhag"},
    {Sense::weekday, 0, "dydd llun;dydd mawrth;dydd mercher;dydd iau;dydd gwener;dydd sadwrn;dydd sul"},
    {Sense::ago, 0, "yn ôl"},
    {Sense::unit, 0, "eiliad;munud;awr;diwrnod,ddiwrnod;wythnos;mis,fis;;flynedd,blynedd,o flynyddoedd"},
    {Sense::day_shift, -2, "echdoe;ddoe;heddiw"},
    {Sense::last_unit, 0, ";;;;wythnos ddiwethaf;mis diwethaf"},
    // Danish
    {Sense::weekday, 0, ";tirsdag"},
    {Sense::unit, 0, ";;;;uge;måned"},
    {Sense::day_shift, -2, "i forgårs"},
    {Sense::last_unit, 0, ";;;;sidste uge;sidste måned;;sidste år"},
    // Greek
    {Sense::weekday, 0, "δευτέρα,δευ;τρίτη,τρί;τετάρτη,τετ;πέμπτη,πέμ;παρασκευή,παρ;σάββατο,σάβ;κυριακή,κυρ"},
    {Sense::ago, 0, "πριν από"},
    {Sense::unit, 0, ";;;;;;;έτος,έτη"},
    {Sense::day_shift, -2, ";;;αύριο;μεθαύριο"},
    {Sense::last_unit, 0, ";;;;προηγούμενη εβδομάδα;προηγούμενος μήνας;;πέρσι"},
    // Estonian
    {Sense::weekday, 0, "esmaspäev;teisipäev;kolmapäev;neljapäev;reede;laupäev;pühapäev"},
    {Sense::ago, 0, "eest"},
    {Sense::unit, 0, ";;tunni;;nädala;kuu;;aasta"},
    {Sense::day_shift, -2, "üleeile"},
    {Sense::last_unit, 0, ";;;;eelmine nädal;eelmine kuu;;eelmine aasta"},
    // Basque
    {Sense::month, 1, "urt;ots;;api;;eka;uzt;abu;ira;urr;aza;abe"},
    {Sense::weekday, 0, "astelehena;asteartea;asteazkena;osteguna;ostirala;larunbata;igandea"},
    {Sense::ago, 0, "duela"},
    {Sense::unit, 0, ";;ordu;egun;aste;hilabete;;urte"},
    {Sense::day_shift, -2, "herenegun;atzo;gaur"},
    {Sense::last_unit, 0, ";;;;aurreko astean;aurreko hilabetean"},
    // Finnish
    {Sense::month, 1, "tammik;helmik;maalisk;huhtik;toukok;kesäk;heinäk;elok;syysk;lokak;marrask;jouluk"},
    {Sense::weekday, 0,
     "maanantaina,maanantai;tiistaina,tiistai;keskiviikkona,keskiviikko;torstaina,torstai;perjantaina,"
     "perjantai;lauantaina,lauantai;sunnuntaina,sunnuntai"},
    {Sense::day_shift, -2, "toissa päivänä"},
    {Sense::last_unit, 0, ";;;;viime viikolla;viime kuussa;;viime vuonna"},
    // Filipino
    {Sense::weekday, 0, ";;miyerkules;huwebes;biyernes;;linggo"},
    {Sense::ago, 0, "ang nakalipas,ang nakakaraan"},
    {Sense::unit, 0, ";;oras;araw;linggo;buwan;;taon"},
    {Sense::day_shift, -2, "araw bago ang kahapon;kahapon;ngayong araw"},
    {Sense::last_unit, 0, ";;;;nakalipas na linggo;nakaraang buwan;;nakaraang taon"},
    // Faroese
    {Sense::weekday, 0, "mánadagur;týsdagur;mikudagur;hósdagur;fríggjadagur;leygardagur;sunnudagur"},
    {Sense::ago, 0, "síðan"},
    {Sense::unit, 0, ";minutt,minuttir;tími,tímar;dagur;vika,vikur;mánað,mánaðir"},
    {Sense::day_shift, -2, "fyrradagin;í gjár"},
    {Sense::last_unit, 0, ";;;;seinastu viku;seinasta mánað;;í fjør"},
    // Irish
    {Sense::month, 1, "ean;feabh;;aib;beal;meith;;;mfómh;dfómh;samh;noll"},
    {Sense::weekday, 0, "dé luain;dé máirt;dé céadaoin;déardaoin;dé haoine;dé sathairn;dé domhnaigh"},
    {Sense::ago, 0, "ó shin"},
    {Sense::unit, 0,
     "soicind,shoicind;nóiméad;uair an chloig;;seachtain,sheachtain,seachtaine;mhí;;bhliain,bliana,bliain"},
    {Sense::day_shift, -2, "arú inné;inné;inniu"},
    {Sense::last_unit, 0, ";;;;an tseachtain seo caite;an mhí seo caite"},
    // Scottish Gaelic
    {Sense::month, 1,
     "dhen fhaoilleach,am faoilleach;dhen ghearran,an gearran;dhen mhàrt,am màrt;dhen ghiblean,an "
     "giblean;dhen chèitean,an cèitean;dhen ògmhios,an t-ògmhios;dhen iuchar,an t-iuchar;dhen lùnastal,an "
     "lùnastal;dhen t-sultain,an t-sultain;dhen dàmhair,an dàmhair;dhen t-samhain,an t-samhain;dhen "
     "dùbhlachd,an dùbhlachd"},
    // Galician
    {Sense::month, 1, "xan;;;;;;xul"},
    {Sense::weekday, 0, ";;mércores;xoves;venres"},
    {Sense::ago, 0, "hai"},
    {Sense::day_shift, -2, "antonte;onte;hoxe"},
    {Sense::last_unit, 0, ";;;;a semana pasada;o mes pasado;;o ano pasado"},
    // Gujarati
    {Sense::month, 1, "જાન્યુ;ફેબ્રુ;;;;;;;સપ્ટે;ઑક્ટો;નવે;ડિસે"},
    {Sense::weekday, 0, "સોમવાર;મંગળવાર,મંગળ;બુધવાર;ગુરુવાર;શુક્રવાર,શુક્ર;શનિવાર;રવિવાર"},
    {Sense::ago, 0, "પહેલાં"},
    {Sense::unit, 0, "સેકંડ;મિનિટ;કલાક;દિવસ;અઠવાડિયા;મહિના;;વર્ષ"},
    {Sense::day_shift, -2, "ગયા પરમદિવસે;ગઈકાલે;આજે;આવતીકાલે;પરમદિવસે"},
    {Sense::last_unit, 0, ";;;;ગયા અઠવાડિયે;ગયા મહિને;;ગયા વર્ષે"},
    // Hausa
    {Sense::month, 1, "janairu;faburairu;maris;afirilu;mayu;yuni;yuli;agusta;satumba;;nuwamba;disamba"},
    // Hebrew
    {Sense::month, 1, "ינו;פבר;;אפר;;;;אוג;ספט;אוק;נוב;דצמ"},
    {Sense::weekday, 0,
     "יום שני,יום ב;יום שלישי,יום ג;יום רביעי,יום ד;יום חמישי,יום ה;יום שישי,יום ו;יום שבת,שבת;יום ראשון,יום "
     "א"},
    {Sense::day_shift, -2, ";;;מחר;מחרתיים"},
    {Sense::last_unit, 0, ";;;;השבוע שעבר;החודש שעבר;;השנה שעברה"},
    // Hindi
    {Sense::month, 1, "जन;फ़र;;;;;जुल;अग;सित;अक्तू;नव;दिस"},
    {Sense::weekday, 0, "सोमवार;मंगलवार,मंगल;बुधवार;गुरुवार;शुक्रवार,शुक्र;शनिवार;रविवार"},
    {Sense::unit, 0, ";;;;;माह"},
    {Sense::day_shift, -2, "परसों"},
    {Sense::last_unit, 0, ";;;;पिछला सप्ताह;पिछला माह;;पिछला वर्ष"},
    {Sense::day_shift, 0, "आज"},
    // Croatian
    {Sense::unit, 0, ";;;;tjedan,tjedna"},
    {Sense::last_unit, 0, ";;;;prošli tjedan;prošli mjesec;;prošle godine"},
    {Sense::month, 10, "lis"},
    // Hungarian
    {Sense::weekday, 0, "hétfő;;szerda;csütörtök;péntek;szombat;vasárnap"},
    {Sense::last_unit, 0, ";;;;előző hét;előző hónap;;előző év"},
    // Armenian
    {Sense::month, 1, "հնվ;փտվ;մրտ;ապր;մյս;հնս;հլս;օգս;սեպ;հոկ;նոյ;դեկ"},
    {Sense::weekday, 0,
     "երկուշաբթի,երկ;երեքշաբթի,երք;չորեքշաբթի,չրք;հինգշաբթի,հնգ;ուրբաթ,ուր;շաբաթ,շբթ;կիրակի,կիր"},
    {Sense::unit, 0, "վայրկյան;;;;շաբաթ"},
    {Sense::day_shift, -2, "նախանցյալ օրը;;;վաղը;վաղը չէ մյուս օրը"},
    {Sense::last_unit, 0, ";;;;նախորդ շաբաթ;նախորդ ամիս;;նախորդ տարի"},
    // Indonesian
    {Sense::weekday, 0, "senin;selasa;;kamis;jumat;sabtu;minggu"},
    {Sense::day_shift, -2, "kemarin dulu"},
    {Sense::last_unit, 0, ";;;;minggu lalu;bulan lalu;;tahun lalu"},
    // Igbo
    {Sense::month, 1, "jenụwarị;febrụwarị;maachị;epreel;mee;juun;;ọgọọst;;;;disemba"},
    // Icelandic
    {Sense::weekday, 0, "mánudagur;þriðjudagur;miðvikudagur;fimmtudagur;föstudagur;laugardagur"},
    {Sense::ago, 0, "fyrir"},
    {Sense::unit, 0,
     "sekúndum;mínútum;klukkustund,klukkustundum;degi,dögum;viku,vikum;mánuði,mánuðum;;ári,árum"},
    {Sense::day_shift, -2, "í fyrradag"},
    {Sense::last_unit, 0, ";;;;í síðustu viku;í síðasta mánuði;;á síðasta ári"},
    // Japanese
    {Sense::weekday, 0, "月曜日;火曜日;水曜日;木曜日;金曜日;土曜日;日曜日"},
    {Sense::unit_ago, 0, "秒前;分前;時間前;日前;週間前;か月前;;年前"},
    {Sense::day_shift, -2, ";;;;明後日"},
    {Sense::last_unit, 0, ";;;;先週;先月;;昨年"},
    // Georgian
    {Sense::weekday, 0,
     "ორშაბათი,ორშ;სამშაბათი,სამ;ოთხშაბათი,ოთხ;ხუთშაბათი,ხუთ;პარასკევი,პარ;შაბათი,შაბ;კვირა,კვი"},
    {Sense::unit, 0, "წამის;;;;კვირის"},
    {Sense::day_shift, -2, "გუშინწინ;;;ხვალ;ზეგ"},
    {Sense::last_unit, 0, ";;;;გასულ კვირაში;გასულ თვეს;;გასულ წელს"},
    // Kazakh
    {Sense::month, 1, "қаң;ақп;нау;сәу;мам;мау;шіл;там;қыр;қаз;қар;жел"},
    {Sense::weekday, 0, "дүйсенбі;сейсенбі;сәрсенбі;бейсенбі;жұма;сенбі;жексенбі"},
    {Sense::ago, 0, "бұрын"},
    {Sense::unit, 0, ";;сағат;күн;апта;ай;;жыл"},
    {Sense::day_shift, -2, "алдыңгүні;кеше;бүгін;ертең;бүрсігүні"},
    {Sense::last_unit, 0, ";;;;өткен апта;өткен ай;;былтырғы жыл"},
    // Khmer
    {Sense::month, 1, "មករា;កុម្ភៈ;មីនា;មេសា;ឧសភា;មិថុនា;កក្កដា;សីហា;កញ្ញា;តុលា;វិច្ឆិកា;ធ្នូ"},
    {Sense::weekday, 0, "ច័ន្ទ,ចន្ទ;អង្គារ;ពុធ;ព្រហស្បតិ៍,ព្រហ;សុក្រ;សៅរ៍;អាទិត្យ"},
    {Sense::unit_ago, 0, "វិនាទីមុន;នាទីមុន;ម៉ោងមុន;ថ្ងៃមុន;សប្ដាហ៍មុន;ខែមុន;;ឆ្នាំមុន"},
    {Sense::day_shift, -2, "ម្សិលម៉្ងៃ;ម្សិលមិញ;ថ្ងៃនេះ;ថ្ងៃស្អែក;ខានស្អែក"},
    {Sense::last_unit, 0, ";;;;សប្ដាហ៍មុន;ខែមុន;;ឆ្នាំមុន"},
    // Kannada
    {Sense::month, 1, "ಜನ;ಫೆಬ್ರ;;ಏಪ್ರಿ;;;;ಆಗ;ಸೆಪ್ಟೆಂ;ಅಕ್ಟೋ;ನವೆಂ;ಡಿಸೆಂ"},
    {Sense::weekday, 0, "ಸೋಮವಾರ;ಮಂಗಳವಾರ,ಮಂಗಳ;ಬುಧವಾರ;ಗುರುವಾರ;ಶುಕ್ರವಾರ,ಶುಕ್ರ;ಶನಿವಾರ;ಭಾನುವಾರ"},
    {Sense::ago, 0, "ಹಿಂದೆ"},
    {Sense::unit, 0, "ಸೆಕೆಂಡ್,ಸೆಕೆಂಡುಗಳ;ನಿಮಿಷದ,ನಿಮಿಷಗಳ;ಗಂಟೆ,ಗಂಟೆಗಳ;ದಿನದ,ದಿನಗಳ;ವಾರದ,ವಾರಗಳ;ತಿಂಗಳ,ತಿಂಗಳುಗಳ;;ವರ್ಷದ,ವರ್ಷಗಳ"},
    {Sense::day_shift, -2, "ಮೊನ್ನೆ;ನಿನ್ನೆ;ಇಂದು;ನಾಳೆ;ನಾಡಿದ್ದು"},
    {Sense::last_unit, 0, ";;;;ಕಳೆದ ವಾರ;ಕಳೆದ ತಿಂಗಳು;;ಹಿಂದಿನ ವರ್ಷ"},
    // Korean
    {Sense::weekday, 0, "월요일;화요일;수요일;목요일;금요일;토요일;일요일"},
    {Sense::day_shift, -2, ";;;;모레"},
    {Sense::last_unit, 0, ";;;;지난주;지난달;;작년"},
    // Kurmanji
    {Sense::month, 1, "rêbendanê;reşemiyê;;avrêlê,avrêl;;pûşperê;;gelawêjê;rezberê;kewçêrê;sermawezê"},
    // Kyrgyz
    {Sense::weekday, 0,
     "дүйшөмбү,дүй;шейшемби,шейш;шаршемби,шарш;бейшемби,бейш;жума;ишемби,ишм;жекшемби,жек"},
    {Sense::ago, 0, "мурун"},
    {Sense::unit, 0, ";мүнөт;саат"},
    {Sense::day_shift, -2, "мурдагы күнү;кечээ;бүгүн;эртең;бүрсүгүнү"},
    {Sense::last_unit, 0, ";;;;өткөн аптада;өткөн айда;;былтыр"},
    // Luxembourgish
    {Sense::month, 1, ";;mäerz;abrëll"},
    // Lao
    {Sense::month, 1, "ມັງກອນ;ກຸມພາ;ມີນາ;ເມສາ;ພຶດສະພາ;ມິຖຸນາ;ກໍລະກົດ;ສິງຫາ;ກັນຍາ;ຕຸລາ;ພະຈິກ;ທັນວາ"},
    {Sense::weekday, 0, "ວັນຈັນ;ວັນອັງຄານ,ອັງຄານ;ວັນພຸດ;ວັນພະຫັດ,ພະຫັດ;ວັນສຸກ;ວັນເສົາ,ເສົາ;ວັນອາທິດ,ອາທິດ"},
    {Sense::unit_ago, 0, "ວິນາທີກ່ອນ;ນາທີກ່ອນ;ຊົ່ວໂມງກ່ອນ;ມື້ກ່ອນ;ອາທິດກ່ອນ;ເດືອນກ່ອນ;;ປີກ່ອນ"},
    {Sense::day_shift, -2, ";ມື້ວານ;ມື້ນີ້;ມື້ອື່ນ;ມື້ຮື"},
    {Sense::last_unit, 0, ";;;;ອາທິດແລ້ວ;ເດືອນແລ້ວ;;ປີກາຍ"},
    {Sense::month, 1, "ມກ;ກພ;ມນ;ມສ;ພພ;ມິຖ;ກລ;ສຫ;ກຍ;ຕລ;ພຈ;ທວ"},
    // Lithuanian
    {Sense::month, 1, "saus;vas;kov;bal;geg;birž;liep;rugp;rugs;spal;lapkr;gruod"},
    {Sense::weekday, 0,
     "pirmadienis;antradienis;trečiadienis;ketvirtadienis;penktadienis;šeštadienis;sekmadienis"},
    {Sense::unit, 0, "sekundes,sekundžių;;valandą;dieną;savaitę,savaičių;mėnesį,mėnesių"},
    {Sense::day_shift, -2, "užvakar"},
    {Sense::last_unit, 0, ";;;;praėjusią savaitę;praėjusį mėnesį;;praėjusiais metais"},
    // Latvian
    {Sense::weekday, 0, "pirmdiena;otrdiena;trešdiena;ceturtdiena;piektdiena;sestdiena;svētdiena"},
    {Sense::unit, 0, "sekundēm;;stundas;;nedēļas;mēneša"},
    {Sense::day_shift, -2, "aizvakar"},
    {Sense::last_unit, 0, ";;;;pagājušajā nedēļā;pagājušajā mēnesī;;pagājušajā gadā"},
    // Malagasy
    {Sense::month, 1, "janoary;febroary;martsa;aprily;mey;jona;jolay;aogositra;septambra;;novambra;desambra"},
    // Macedonian
    {Sense::month, 1, ";;;;;;;;септ;;ноем"},
    {Sense::weekday, 0, "пон;вто;сре;четврток,чет;петок,пет;сабота,саб;недела,нед"},
    {Sense::ago, 0, "пред"},
    {Sense::unit, 0, ";;;дена;;месеци"},
    {Sense::day_shift, -2, "завчера;;денес;;задутре"},
    {Sense::last_unit, 0, ";;;;минатата седмица;минатиот месец;;лани"},
    // Malayalam
    {Sense::month, 1, "ജനു;ഫെബ്രു;മാർ;ഏപ്രി;;;;ഓഗ;സെപ്റ്റം;ഒക്ടോ;നവം;ഡിസം"},
    {Sense::weekday, 0,
     "തിങ്കളാഴ്ച,തിങ്കൾ;ചൊവ്വാഴ്ച,ചൊവ്വ;ബുധനാഴ്ച,ബുധൻ;വ്യാഴാഴ്ച,വ്യാഴം;വെള്ളിയാഴ്ച,വെള്ളി;ശനിയാഴ്ച;ഞായറാഴ്ച,ഞായർ"},
    {Sense::ago, 0, "മുമ്പ്"},
    {Sense::unit, 0, "സെക്കൻഡ്;മിനിറ്റ്;മണിക്കൂർ;ദിവസം;ആഴ്ച;മാസം;;വർഷം"},
    {Sense::day_shift, -2, "മിനിഞ്ഞാന്ന്;ഇന്നലെ;ഇന്ന്;നാളെ;മറ്റന്നാൾ"},
    {Sense::last_unit, 0, ";;;;കഴിഞ്ഞ ആഴ്ച;കഴിഞ്ഞ മാസം;;കഴിഞ്ഞ വർഷം"},
    // Mongolian
    {Sense::month, 1,
     "нэгдүгээр сар,нэгдүгээр сарын;хоёрдугаар сар,хоёрдугаар сарын;гуравдугаар сар,гуравдугаар "
     "сарын;дөрөвдүгээр сар,дөрөвдүгээр сарын;тавдугаар сар,тавдугаар сарын;зургаадугаар сар,зургаадугаар "
     "сарын;долоодугаар сар,долоодугаар сарын;наймдугаар сар,наймдугаар сарын;есдүгээр сар,есдүгээр "
     "сарын;аравдугаар сар,аравдугаар сарын;арван нэгдүгээр сар,арван нэгдүгээр сарын;арван хоёрдугаар "
     "сар,арван хоёрдугаар сарын"},
    {Sense::weekday, 0, "даваа;мягмар;лхагва;пүрэв;баасан;бямба;ням"},
    {Sense::ago, 0, "өмнө"},
    {Sense::unit, 0, "секундын;минутын;цагийн;өдрийн;долоо хоногийн;сарын;;жилийн"},
    {Sense::day_shift, -2, "уржигдар;өчигдөр;өнөөдөр;маргааш;нөгөөдөр"},
    {Sense::last_unit, 0, ";;;;өнгөрсөн долоо хоног;өнгөрсөн сар;;өнгөрсөн жил"},
    // Marathi
    {Sense::month, 1, "जाने;फेब्रु;;एप्रि;;;;ऑग;सप्टें;ऑक्टो;नोव्हें;डिसें"},
    {Sense::weekday, 0, ";मंगळवार,मंगळ"},
    {Sense::unit_ago, 0,
     "सेकंदापूर्वी,सेकंदांपूर्वी;मिनिटापूर्वी,मिनिटांपूर्वी;तासापूर्वी,तासांपूर्वी;दिवसापूर्वी,दिवसांपूर्वी;आठवड्यापूर्वी,आठवड्यांपूर्वी;"
     "महिन्यापूर्वी,महिन्यांपूर्वी;;वर्षापूर्वी,वर्षांपूर्वी"},
    {Sense::day_shift, -2, ";काल;;उद्या"},
    {Sense::last_unit, 0, ";;;;मागील आठवडा;मागील महिना;;मागील वर्ष"},
    // Malay
    {Sense::weekday, 0, "isnin;;;khamis;jumaat"},
    {Sense::day_shift, -2, "kelmarin;semalam"},
    {Sense::last_unit, 0, ";;;;minggu lalu;bulan lalu;;tahun lalu"},
    // Maltese
    {Sense::month, 1,
     "jannar;frar;marzu;;mejju,mej;ġunju;lulju,lul;awwissu,aww;settembru;ottubru;novembru;diċembru"},
    {Sense::weekday, 0, "it-tnejn;it-tlieta;l-erbgħa;il-ħamis;il-ġimgħa;is-sibt;il-ħadd"},
    {Sense::ago, 0, "ilu"},
    {Sense::unit, 0, "sekondi,sekonda;;sigħat,siegħa;ġranet,ġurnata;ġimgħat,ġimgħa;xhur,xahar;;snin,sena"},
    {Sense::day_shift, -2, "jumejn ilu;lbieraħ;illum"},
    {Sense::last_unit, 0, ";;;;il-ġimgħa li għaddiet;ix-xahar li għadda;;is-sena l-oħra"},
    // Burmese
    {Sense::month, 1, "ဇန်နဝါရီ,ဇန်;ဖေဖော်ဝါရီ;မတ်;ဧပြီ;;ဇွန်;ဇူလိုင်;ဩဂုတ်;စက်တင်ဘာ,စက်;အောက်တိုဘာ,အောက်;နိုဝင်ဘာ;ဒီဇင်ဘာ"},
    {Sense::weekday, 0, "တနင်္လာ;အင်္ဂါ;ဗုဒ္ဓဟူး;ကြာသပတေး;သောကြာ;စနေ;တနင်္ဂနွေ"},
    {Sense::ago, 0, "ပြီးခဲ့သည့်"},
    {Sense::unit, 0, "စက္ကန့်;မိနစ်;နာရီ;ရက်;ပတ်;;;နှစ်"},
    {Sense::day_shift, -2, "တစ်နေ့က;မနေ့က;ယနေ့;မနက်ဖြန်;သန်ဘက်ခါ"},
    {Sense::last_unit, 0, ";;;;ပြီးခဲ့သည့် သီတင်းပတ်;ပြီးခဲ့သည့်လ;;ယမန်နှစ်"},
    {Sense::month, 5, "မေ"},
    // Norwegian
    {Sense::unit, 0, ";;;døgn;uke"},
    {Sense::last_unit, 0, ";;;;forrige uke;forrige måned;;i fjor"},
    // Nepali
    {Sense::month, 1, ";फेब्रुअरी;;अप्रिल;;जुन;;अगस्ट;सेप्टेम्बर;अक्टोबर;नोभेम्बर;डिसेम्बर"},
    {Sense::weekday, 0, "सोमबार;मङ्गलबार,मङ्गल;बुधबार;बिहिबार;शुक्रबार;शनिबार;आइतबार,आइत"},
    {Sense::ago, 0, "अघि,पहिले"},
    {Sense::unit, 0, "सेकेन्ड;मिनेट;घण्टा;दिन;हप्ता;महिना;;वर्ष"},
    {Sense::day_shift, -2, "अस्ति;हिजो;;भोलि;पर्सि"},
    {Sense::last_unit, 0, ";;;;गत हप्ता;गत महिना;;गत वर्ष"},
    // Dutch
    {Sense::unit, 0, "seconden"},
    {Sense::day_shift, -2, "eergisteren"},
    {Sense::last_unit, 0, ";;;;vorige week;vorige maand;;vorig jaar"},
    // Nynorsk
    {Sense::weekday, 0, ";tysdag;;;;laurdag"},
    {Sense::ago, 0, "sidan"},
    {Sense::unit, 0, ";;;;veke,veker;månadar"},
    {Sense::day_shift, -2, "i førgår"},
    {Sense::last_unit, 0, ";;;;førre veke;førre månad;;i fjor"},
    // Odia
    {Sense::month, 1, "ଜାନୁଆରୀ;ଫେବୃଆରୀ;ମାର୍ଚ୍ଚ;ଅପ୍ରେଲ;ମଇ;ଜୁନ;ଜୁଲାଇ;ଅଗଷ୍ଟ;ସେପ୍ଟେମ୍ବର;ଅକ୍ଟୋବର;ନଭେମ୍ବର;ଡିସେମ୍ବର"},
    {Sense::weekday, 0, "ସୋମବାର;ମଙ୍ଗଳବାର,ମଙ୍ଗଳ;ବୁଧବାର;ଗୁରୁବାର;ଶୁକ୍ରବାର,ଶୁକ୍ର;ଶନିବାର;ରବିବାର"},
    {Sense::ago, 0, "ପୂର୍ବେ"},
    {Sense::unit, 0, "ସେକେଣ୍ଡ;ମିନିଟ୍;ଘଣ୍ଟା;ଦିନ;ସପ୍ତାହ;ମାସ;;ବର୍ଷ"},
    {Sense::day_shift, -2, ";ଗତକାଲି;ଆଜି;ଆସନ୍ତାକାଲି"},
    {Sense::last_unit, 0, ";;;;ଗତ ସପ୍ତାହ;ଗତ ମାସ;;ଗତ ବର୍ଷ"},
    // Punjabi
    {Sense::month, 1, "ਜਨ;ਫ਼ਰ;;ਅਪ੍ਰੈ;;;ਜੁਲਾ;ਅਗ;ਸਤੰ;ਅਕਤੂ;ਨਵੰ;ਦਸੰ"},
    {Sense::weekday, 0, "ਸੋਮਵਾਰ;ਮੰਗਲਵਾਰ,ਮੰਗਲ;ਬੁੱਧਵਾਰ;ਵੀਰਵਾਰ;ਸ਼ੁੱਕਰਵਾਰ,ਸ਼ੁੱਕਰ;ਸ਼ਨਿੱਚਰਵਾਰ,ਸ਼ਨਿੱਚਰ;ਐਤਵਾਰ"},
    {Sense::ago, 0, "ਪਹਿਲਾਂ"},
    {Sense::unit, 0, "ਸਕਿੰਟ;ਮਿੰਟ;ਘੰਟਾ,ਘੰਟੇ;ਦਿਨ;ਹਫ਼ਤਾ,ਹਫ਼ਤੇ;ਮਹੀਨਾ,ਮਹੀਨੇ;;ਸਾਲ"},
    {Sense::day_shift, -2, ";ਬੀਤਿਆ ਕੱਲ੍ਹ;ਅੱਜ;ਭਲਕੇ"},
    {Sense::last_unit, 0, ";;;;ਪਿਛਲਾ ਹਫ਼ਤਾ;ਪਿਛਲਾ ਮਹੀਨਾ;;ਪਿਛਲਾ ਸਾਲ"},
    // Polish
    {Sense::day_shift, -2, "przedwczoraj"},
    {Sense::last_unit, 0, ";;;;w zeszłym tygodniu;w zeszłym miesiącu;;w zeszłym roku"},
    {Sense::last, 0, "zeszłym,zeszły,zeszłego,ubiegłym,ubiegły,ubiegłego"},
    {Sense::unit, 4, "tygodniu;miesiącu;;roku"},
    // Pashto
    {Sense::month, 1, ";فېبروري;;;;;;اګست;سېپتمبر,سپتمبر"},
    {Sense::weekday, 0, "دونۍ;درېنۍ;څلرنۍ;پينځنۍ;;اونۍ;يونۍ"},
    {Sense::ago, 0, "مخکې"},
    {Sense::unit, 0, "ثانيې;دقيقې;ساعتونه;ورځ,ورځې;اونۍ;مياشت,مياشتې;;کال,کاله"},
    {Sense::day_shift, -2, ";پرون;;سبا"},
    {Sense::last_unit, 0, ";;;;تيره اونۍ;تېره مياشت;;پروسږکال"},
    // Romansh
    {Sense::month, 1,
     "da schaner,schaner;da favrer,favrer;da mars;d’avrigl,avrigl;da matg,matg;da zercladur,zercladur;da "
     "fanadur,fanadur;d’avust,avust;da settember,settember;d’october;da november;da december"},
    // Romanian
    {Sense::weekday, 0, ";marți;miercuri;;vineri;sâmbătă;duminică"},
    {Sense::unit, 0, "secundă,de secunde;de minute;de ore;de zile;săptămână,de săptămâni;de luni;;de ani"},
    {Sense::day_shift, -2, "alaltăieri"},
    {Sense::last_unit, 0, ";;;;săptămâna trecută;luna trecută;;anul trecut"},
    // Russian
    {Sense::last_unit, 0, ";;;;на прошлой неделе;в прошлом месяце;;в прошлом году"},
    // Kinyarwanda
    {Sense::month, 1,
     "mutarama;gashyantare;werurwe;mata;gicurasi;kamena;nyakanga;kanama;nzeli;ukwakira;ugushyingo;ukuboza"},
    // Sindhi
    {Sense::month, 1, ";;;;;;جولاءِ;آگسٽ;سيپٽمبر;آڪٽوبر;;ڊسمبر"},
    {Sense::weekday, 0, "سومر;اڱارو;;;جمعو;ڇنڇر;آچر"},
    {Sense::ago, 0, "پهرين"},
    {Sense::unit, 0, "سيڪنڊ;منٽ;ڪلاڪ;ڏينهن;هفتا;مهينا"},
    {Sense::day_shift, -2, ";;;سڀاڻي"},
    {Sense::last_unit, 0, ";;;;پوئين هفتي;پوئين مهيني;;پويون سال"},
    // Sinhala
    {Sense::month, 1,
     "ජන;පෙබ;මාර්;අප්‍රේල්;;;;අගෝ;සැප්;ඔක්;"
     "නොවැ;"
     "දෙසැ"},
    {Sense::weekday, 0, "සඳුදා"},
    {Sense::weekday, 1, "අඟහරුවාදා,අඟහ"},
    {Sense::weekday, 2, "බදාදා"},
    {Sense::weekday, 3, "බ්‍රහස්පතින්දා,බ්‍රහස්"},
    {Sense::weekday, 4, "සිකුරාදා"},
    {Sense::weekday, 5, "සෙනසුරාදා"},
    {Sense::weekday, 6, "ඉරිදා"},
    {Sense::ago, 0, "කට පෙර"},
    {Sense::unit, 0, "තත්පර;මිනිත්තු;පැය;දින;සති;මාස;;වසර"},
    {Sense::day_shift, -2, "පෙරේදා;ඊයේ;;හෙට;අනිද්දා"},
    {Sense::last_unit, 0, ";;;;පසුගිය සතිය;පසුගිය මාසය;;පසුගිය වසර"},
    {Sense::ago, 0, "කට පෙර"},
    {Sense::day_shift, 0, "අද"},
    // Slovak
    {Sense::weekday, 0, "pondelok;utorok;;štvrtok;piatok;;nedeľa"},
    {Sense::last_unit, 0, ";;;;minulý týždeň;minulý mesiac;;minulý rok"},
    // Slovenian
    {Sense::weekday, 0, "ponedeljek;torek;sreda;četrtek;petek;;nedelja"},
    {Sense::unit, 0,
     "sekundo,sekundama;minutama;uro,urama,urami;dnevom,dnevoma,dnevi;tednom,tednoma,tedni;mesecem,mesecema;;"
     "letom,letoma,leti"},
    {Sense::day_shift, -2, "predvčerajšnjim;včeraj;danes"},
    {Sense::last_unit, 0, ";;;;prejšnji teden;prejšnji mesec"},
    // Shona
    {Sense::month, 1,
     "ndira;kukadzi;kurume;kubvumbi;chivabvu;chikumi;chikunguru;nyamavhuvhu;gunyana;gumiguru;mbudzi;zvita"},
    // Somali
    {Sense::month, 1,
     "bisha koobaad,jannaayo;bisha labaad,febraayo;bisha saddexaad,maarso;bisha afraad,abriil;bisha "
     "shanaad;bisha lixaad;bisha todobaad,luuliyo;bisha sideedaad,ogosto;bisha sagaalaad,sebteembar;bisha "
     "tobnaad,oktoobar;bisha kow iyo tobnaad,noofeembar;bisha laba iyo tobnaad,diseembar"},
    // Albanian
    {Sense::weekday, 0, "e hënë;e martë;e mërkurë;e enjte;e premte;e shtunë;e diel"},
    {Sense::ago, 0, "më parë"},
    {Sense::unit, 0, ";;;ditë;javë;muaj;;vit,vjet"},
    {Sense::last_unit, 0, ";;;;javën e kaluar;muajin e kaluar"},
    // Serbian
    {Sense::weekday, 0, "понедељак;уторак,уто;;четвртак;петак;суб;недеља"},
    {Sense::unit, 0, "секунде;;сата,сати;дана;недеље,недеља;;;године"},
    {Sense::day_shift, -2, "прекјуче;јуче;данас;сутра;прекосутра"},
    {Sense::last_unit, 0, ";;;;прошле недеље;прошлог месеца;;прошле године"},
    // Serbian in Latin letters
    {Sense::weekday, 0, "ponedeljak"},
    {Sense::unit, 0, ";;;;nedelja;meseca"},
    {Sense::day_shift, -2, "prekjuče"},
    {Sense::last_unit, 0, ";;;;prošle nedelje;prošlog meseca;;prošle godine"},
    // Swedish
    {Sense::ago, 0, "för"},
    {Sense::unit, 0, ";minuter"},
    {Sense::day_shift, -2, "i förrgår"},
    {Sense::last_unit, 0, ";;;;förra veckan;förra månaden;;i fjol"},
    // Swahili
    {Sense::weekday, 0, "jumatatu;jumanne;jumatano;alhamisi;ijumaa;jumamosi;jumapili"},
    {Sense::day_shift, -2, "juzi;jana"},
    {Sense::last_unit, 0, ";;;;wiki iliyopita;mwezi uliopita;;mwaka uliopita"},
    {Sense::ago, 0, "zilizopita,iliyopita,uliopita,lililopita"},
    {Sense::unit, 0, "sekunde;dakika;saa;siku;wiki;mwezi,miezi;;mwaka,miaka"},
    // Tamil
    {Sense::month, 1, "ஜன;பிப்;மார்;ஏப்;;;;ஆக;செப்;அக்;நவ;டிச"},
    {Sense::weekday, 0, "திங்கள்;செவ்வாய்;புதன்;வியாழன்;வெள்ளி;சனி;ஞாயிறு"},
    {Sense::ago, 0, "முன்"},
    {Sense::unit, 0,
     "விநாடிக்கு,விநாடிகளுக்கு;நிமிடத்திற்கு,நிமிடங்களுக்கு;மணிநேரம்;நாளுக்கு,நாட்களுக்கு;வாரத்திற்கு,வாரங்களுக்கு;"
     "மாதத்துக்கு,மாதங்களுக்கு;;ஆண்டிற்கு,ஆண்டுகளுக்கு"},
    {Sense::day_shift, -2, "நேற்று முன் தினம்;நேற்று;இன்று;நாளை;நாளை மறுநாள்"},
    {Sense::last_unit, 0, ";;;;கடந்த வாரம்;கடந்த மாதம்;;கடந்த ஆண்டு"},
    // Telugu
    {Sense::month, 1, "జన;ఫిబ్ర;;ఏప్రి;;;;ఆగ;సెప్టెం;అక్టో;నవం;డిసెం"},
    {Sense::weekday, 0, "సోమవారం;మంగళవారం,మంగళ;బుధవారం;గురువారం;శుక్రవారం,శుక్ర;శనివారం;ఆదివారం"},
    {Sense::ago, 0, "క్రితం"},
    {Sense::unit, 0, "సెకను,సెకన్ల;నిమిషం,నిమిషాల;గంట,గంటల;రోజు,రోజుల;వారం,వారాల;నెల,నెలల;;సంవత్సరం,సంవత్సరాల"},
    {Sense::day_shift, -2, "మొన్న;నిన్న;ఈ రోజు;రేపు;ఎల్లుండి"},
    {Sense::last_unit, 0, ";;;;గత వారం;గత నెల;;గత సంవత్సరం"},
    // Tajik
    {Sense::month, 1, "январ;феврал;;апрел;;;;;сентябр;октябр;ноябр;декабр"},
    {Sense::weekday, 0, "душанбе,дшб;сешанбе,сшб;чоршанбе,чшб;панҷшанбе,пшб;ҷумъа,ҷмъ;шанбе,шнб;якшанбе,яшб"},
    {Sense::ago, 0, "пеш"},
    {Sense::unit, 0, "сония;дақиқа;соат;рӯз;ҳафта;моҳ;;сол"},
    {Sense::day_shift, -2, ";дирӯз;имрӯз;фардо"},
    {Sense::last_unit, 0, ";;;;ҳафтаи гузашта;моҳи гузашта;;соли гузашта"},
    // Thai
    {Sense::weekday, 0, "วันจันทร์;วันอังคาร;วันพุธ;วันพฤหัสบดี;วันศุกร์;วันเสาร์;วันอาทิตย์"},
    {Sense::unit_ago, 0, "วินาทีที่ผ่านมา;นาทีที่ผ่านมา;ชั่วโมงที่ผ่านมา;วันที่ผ่านมา;สัปดาห์ที่ผ่านมา;เดือนที่ผ่านมา;;ปีที่แล้ว"},
    {Sense::day_shift, -2, "เมื่อวานซืน;;;พรุ่งนี้;มะรืนนี้"},
    {Sense::last_unit, 0, ";;;;สัปดาห์ที่แล้ว;เดือนที่แล้ว;;ปีที่แล้ว"},
    {Sense::unit, 0, "วินาที;นาที;ชั่วโมง,ชม;วัน;สัปดาห์,อาทิตย์;เดือน;;ปี"},
    {Sense::ago, 0, "ที่แล้ว,ที่ผ่านมา,ก่อน,มาแล้ว,ก่อนหน้านี้,ที่ผ่านมานี้"},
    {Sense::unit_ago, 0,
     "วินาทีที่แล้ว,วินาทีก่อน;นาทีที่แล้ว,นาทีก่อน,นาทีมาแล้ว;ชั่วโมงที่แล้ว,ชั่วโมงก่อน,ชั่วโมงมาแล้ว;วันที่แล้ว,วันก่อน,วันมาแล้ว;สัปดาห์ก่อน,"
     "อาทิตย์ที่แล้ว,อาทิตย์ก่อน;เดือนก่อน;;ปีก่อน,ปีที่ผ่านมา"},
    {Sense::last_unit, 0, ";;;;อาทิตย์ก่อน"},
    // Turkmen
    {Sense::month, 1, "ýanwar;fewral;;;;;;awgust"},
    // Tatar
    {Sense::month, 1, "гыйнвар,гыйн"},
    {Sense::weekday, 0,
     "дүшәмбе,дүш;сишәмбе,сиш;чәршәмбе,чәр;пәнҗешәмбе,пәнҗ;җомга,җом;шимбә,шим;якшәмбе,якш"},
    {Sense::ago, 0, "элек"},
    {Sense::unit, 0, ";;сәгать;көн;атна;;;ел"},
    {Sense::day_shift, -2, ";кичә;бүген;иртәгә"},
    {Sense::last_unit, 0, ";;;;узган атнада;узган айда;;узган ел"},
    {Sense::filler, 0, "ел"},
    // Uyghur
    {Sense::month, 1, "يانۋار;فېۋرال;;ئاپرېل;;ئىيۇن;ئىيۇل;ئاۋغۇست;سېنتەبىر;ئۆكتەبىر;نويابىر;دېكابىر"},
    {Sense::weekday, 0, "دۈشەنبە;سەيشەنبە;چارشەنبە;پەيشەنبە;جۈمە;شەنبە;يەكشەنبە"},
    {Sense::ago, 0, "ئىلگىرى"},
    {Sense::unit, 0, "سېكۇنت;مىنۇت;سائەت;كۈن;ھەپتە;ئاي;;يىل"},
    {Sense::day_shift, -2, ";تۈنۈگۈن;بۈگۈن;ئەتە"},
    {Sense::last_unit, 0, ";;;;ئۆتكەن ھەپتە;ئۆتكەن ئاي;;ئۆتكەن يىل"},
    // Ukrainian
    {Sense::weekday, 0, "понеділок;вівторок;середа;четвер;п’ятниця;;неділя"},
    {Sense::day_shift, -2, ";;;;післязавтра"},
    {Sense::last_unit, 0, ";;;;минулого тижня;минулого місяця;;минулого року"},
    // Urdu
    {Sense::weekday, 0, "پیر;منگل;بدھ;جمعرات;;ہفتہ;اتوار"},
    {Sense::unit, 0, ";;;دنوں"},
    {Sense::day_shift, -2, "گزشتہ پرسوں;گزشتہ کل;;آئندہ کل;آنے والا پرسوں"},
    {Sense::last_unit, 0, ";;;;گزشتہ ہفتے;گزشتہ ماہ;;گزشتہ سال"},
    // Uzbek
    {Sense::month, 1, ";;;;;;;;sentabr;oktabr"},
    {Sense::weekday, 0, "dushanba;seshanba;chorshanba;payshanba;;shanba;yakshanba"},
    {Sense::ago, 0, "oldin"},
    {Sense::unit, 0, "soniya;daqiqa;soat;kun"},
    {Sense::day_shift, -2, ";kecha"},
    {Sense::last_unit, 0, ";;;;o‘tgan hafta;o‘tgan oy;;o‘tgan yil"},
    {Sense::unit, 5, "oy"},
    // Uzbek in Cyrillic letters
    {Sense::weekday, 0, "душанба,душ;сешанба,сеш;чоршанба,чор;пайшанба,пай;жум;шанба,шан;якшанба"},
    {Sense::ago, 0, "аввал,олдин"},
    {Sense::unit, 0, "сония;дақиқа;соат;кун;ҳафта;ой;;йил"},
    {Sense::day_shift, -2, ";кеча;бугун;эртага"},
    {Sense::last_unit, 0, ";;;;ўтган ҳафта;ўтган ой;;ўтган йил"},
    // Vietnamese
    {Sense::weekday, 0, "thứ hai;thứ ba;thứ tư;thứ năm;thứ sáu;thứ bảy;chủ nhật"},
    {Sense::unit, 0, ";;;ngày;;tháng;;năm"},
    {Sense::day_shift, -2, "hôm kia"},
    {Sense::last_unit, 0, ";;;;tuần trước;tháng trước;;năm ngoái"},
    // Xhosa
    {Sense::month, 1, "janyuwari;;matshi;epreli;meyi;;julayi;agasti;;okthobha,okthoba"},
    // Yoruba
    {Sense::month, 1,
     "oṣù ṣẹ́rẹ́,ṣẹ́rẹ́;oṣù èrèlè,èrèlè;oṣù ẹrẹ̀nà,ẹrẹ̀nà;oṣù ìgbé,ìgbé;oṣù ẹ̀bibi,ẹ̀bibi;oṣù òkúdu,òkúdu;oṣù "
     "agẹmọ,agẹmọ;oṣù ògún,ògún;oṣù owewe,owewe;oṣù ọ̀wàrà,ọ̀wàrà;oṣù bélú,bélú;oṣù ọ̀pẹ̀,ọ̀pẹ̀"},
    // Chinese
    {Sense::month, 1, "一月;二月;三月;四月;五月;六月;七月;八月;九月;十月;十一月;十二月"},
    {Sense::weekday, 0, "星期一;星期二;星期三;星期四;星期五;星期六;星期日"},
    {Sense::unit_ago, 0, "秒钟前;分钟前;小时前;天前;周前;个月前"},
    {Sense::last_unit, 0, ";;;;上周;上个月;;去年"},
    // Chinese of Taiwan
    {Sense::unit_ago, 0, ";分鐘前;小時前;;週前;個月前"},
    {Sense::last_unit, 0, ";;;;上週;上個月;;去年"},
    // Zulu
    {Sense::month, 1, "januwari;;mashi;ephreli;;;;;septhemba"},
    // Sorani
    {Sense::weekday, 0, "دووشەممە;سێشەممە;چوارشەممە;پێنجشەممە;ھەینی;شەممە;یەکشەممە"},
    {Sense::last_unit, 0, ";;;;last week;last month;;last year"},
    {Sense::filler, 0, "ی"},
    // Esperanto
    {Sense::month, 1, "januaro;februaro;marto;aprilo;majo;;;aŭgusto;septembro;oktobro"},
    // Yiddish
    {Sense::month, 1,
     "יאַנואַר,יאַנ;פֿעברואַר,פֿעב;מערץ;;מיי;;;אויגוסט,אויג;סעפּטעמבער,סעפּ;אקטאבער,אקט;נאוועמבער,נאוו;דעצעמבער,דעצ"},
    {Sense::weekday, 0, "מאָנטיק;דינסטיק;מיטוואך;דאנערשטיק;פֿרײַטיק;;זונטיק"},
    {Sense::ago, 0, "פֿאַר"},
    {Sense::unit, 0, ";;;;;חודש,חדשים;;יאָר"},
    {Sense::day_shift, -2, ";נעכטן;היינט;מארגן"},
    {Sense::last_unit, 0, ";;;;last week;פֿאַרגאנגענעם חודש;;פֿאַראַיאָר"},
    {Sense::filler, 0, "טן,סטן,טער"},
    // Persian
    {Sense::day_shift, -2, ";;;;پسفردا"},
    {Sense::last_unit, 0, ";;;;هفتهٔ گذشته;ماه گذشته;;سال گذشته"},
};

} // namespace

std::span<const WordLine> cldr_lines() noexcept {
    return lines;
}

} // namespace khabar::date
