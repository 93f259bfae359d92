#include "parsers/article/lines/line_call.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace khabar::article {
namespace {

using Words = std::span<const LineWord>;

// What a phrase says; a line's phrases are joined.
enum Sign : std::uint8_t {
    asks = 1,    // the reader to do something
    channel = 2, // where: could be anybody's
    letter = 4,  // where: only ever a publication's own (newsletter, news channel)
    ours = 8,    // whose
    idiom = 16,  // says it all, wherever it stands
    opens = 32,  // says it all where the line begins with it: "Got a tip?"; the police got a tip as well
    hedge = 64,  // "does not necessarily reflect": of figures too
    views = 128, // what is not reflected, where the publication speaks of itself
};

// An idiom within a longer paragraph is a part of the story ("… was originally published in 1987, when …").
constexpr std::size_t max_idiom_words = 45;
// "Subscribe to the newsletter", without a word on whose: short, and it begins with what is asked.
constexpr std::size_t max_bare_words = 22;
constexpr std::size_t max_words_before_asking = 2;
// With a channel that anybody may have, whoever is meant by "our".
constexpr std::size_t max_channel_words = 40;
constexpr std::size_t max_words_before_our_asking = 5;

struct Row {
    std::uint8_t sign;
    std::string_view phrases; // separated by '|', in ordinary spelling
};

// clang-format off
constexpr Row table[] = {
    {asks,
        "subscribe|sign up|signup|follow|join|download|register|get|add us|like us|like our|install|enable|turn on|check out|visit|support|donate|become|bookmark|listen to|watch|stay|contact|email|write to|"
        "اشترك|اشتركوا|اشتركي|الاشتراك|للاشتراك|تابع|تابعوا|تابعنا|تابعونا|لمتابعة|لمتابعتنا|متابعتنا|متابعة|انضم|انضموا|للانضمام|حمل|حملوا|تحميل|قم بتحميل|فعل|فعلوا|شاركنا|شاركونا|راسلنا|راسلونا|أرسل|أرسلوا|ادعم|ادعموا|اضغط|اضغطوا|"
        "عضو شوید|دنبال کنید|بپیوندید|دانلود کنید|نصب کنید|ما را در|مشترک شوید|فالو کریں|شامل ہوں|سبسکرائب کریں|ڈاؤن لوڈ کریں|"
        "abonnez|abonner|abonnez vous|inscrivez|inscrivez vous|suivez|rejoignez|téléchargez|recevez|retrouvez|soutenez|écrivez|contactez|"
        "abonnieren|abonniere|abonnier|folgen|folge|folgt|folgst|melden|anmelden|registrieren|laden sie|unterstützen|unterstütze|schreiben sie|schreib|teile|besuchen sie|"
        "abone olun|abone ol|takip edin|takip et|katılın|indirin|destek olun|"
        "suscríbete|suscríbase|suscribirse|suscribite|síguenos|síganos|sigue|seguinos|únete|únase|descarga|descargue|recibe|reciba|apoya|escríbenos|"
        "inscreva se|assine|siga|receba|baixe|participe|entre no|iscriviti|iscrivetevi|segui|seguici|seguiteci|unisciti|scarica|abbonati|volg|abonneer|meld je|schrijf je in|"
        "подписывайтесь|подпишитесь|подписаться|читайте нас|следите|присоединяйтесь|скачайте|ikuti|bergabung|gabung|unduh|berlangganan|dapatkan"},
    {channel,
        "app|apps|whatsapp|telegram|facebook|twitter|instagram|youtube|tiktok|linkedin|threads|bluesky|viber|discord|reddit|social media|patreon|paypal|ko fi|independent journalism|quality journalism|channel|podcast|podcasts|notifications|inbox|"
        "تطبيق|التطبيق|واتساب|واتس اب|واتس آب|تلغرام|تيليغرام|تليجرام|تيليجرام|تلجرام|فيسبوك|فيس بوك|تويتر|انستغرام|إنستغرام|انستجرام|يوتيوب|اليوتيوب|اليوتوب|مواقع التواصل|منصات التواصل|على مدار الساعة|"
        "تلگرام|اینستاگرام|واتساپ|کانال|اپلیکیشن|ایپ|واٹس ایپ|چینل|application|chaîne|appli|kanal|applikation|kanalı|kanalına|uygulama|uygulaması|uygulamamızı|aplicación|canal|aplicativo|canale|kanaal|телеграм|telegram канал|telegram kanal|канал|приложение|aplikasi|saluran"},
    {letter,
        "newsletter|newsletters|mailing list|email alerts|news alerts|google news|google discover|preferred source|whatsapp channel|telegram channel|whatsapp group|whatsapp community|youtube channel|our journalism|"
        "النشرة البريدية|النشرة الإخبارية|نشرتنا|القائمة البريدية|أخبار جوجل|أخبار غوغل|جوجل نيوز|غوغل نيوز|قناتنا|بقناتنا|لقناتنا|صفحتنا|صفحاتنا|تطبيقنا|حساباتنا|حسابنا|مجموعتنا|"
        "خبرنامه|کانال ما|نیوز لیٹر|infolettre|lettre d information|bulletin d information|chaîne whatsapp|chaîne telegram|whatsapp kanal|telegram kanal|whatsapp kanalı|telegram kanalı|bülten|bültenimize|bültene|kanalımıza|boletín|boletines|canal de whatsapp|canal de telegram|canal do whatsapp|canale whatsapp|canale telegram|nieuwsbrief|nyhetsbrev|нашу рассылку|рассылку|buletin"},
    {ours,
        "our|us on|follow us|join us|find us|add us|like us|tell us|contact us|visit us|support us|write to us|your inbox|your phone|your device|your feed|your feeds|your email|"
        "قناتنا|بقناتنا|لقناتنا|صفحتنا|صفحاتنا|تطبيقنا|حساباتنا|حسابنا|مجموعتنا|موقعنا|نشرتنا|تابعنا|تابعونا|متابعتنا|لمتابعتنا|شاركنا|شاركونا|راسلنا|راسلونا|بريدك|"
        "ما را|کانال ما|صفحه ما|خبرنامه ما|ہمارے|ہمیں|notre|nos|nous|unser|unsere|unserem|unseren|unserer|uns|bizi|bize|bültenimize|kanalımıza|uygulamamızı|sayfamızı|nuestro|nuestra|nuestros|nuestras|síguenos|escríbenos|nosso|nossa|nossos|nossas|nostro|nostra|nostri|seguici|seguiteci|onze|ons|нас|наш|нашу|нашем|наши|kami"},
    {idiom,
        "have a news tip|got a news tip|tip for us|get in touch with us|join the conversation in the comments|support our journalism|"
        "we may earn a|we may earn an|we may earn commission|we earn a commission|we earn a small commission|we earn commission|we receive a commission|we may receive a commission|we may receive compensation|may earn an affiliate commission|may earn a commission|may receive a commission|contains affiliate links|products are independently selected|independently selected by our|"
        "this article was originally published|this article originally appeared|this article first appeared|this article was first published|this story was originally published|this story originally appeared|this story first appeared|this story was first published|this post originally appeared|this post was originally published|this essay originally appeared|this interview originally appeared|appeared first on|"
        "any responses to this entry|antworten zu diesem eintrag|kommentare zu diesem eintrag|"
        "opinions expressed in this article are|views expressed in this article are|opinions expressed are those of|the author s own and do not|"
        "was automatically translated|has been automatically translated|this summary was generated|summary was generated by|"
        "لا تعبر عن رأي|تعبر عن رأي كاتبها|تعبر عن رأي صاحبها|يعبر عن رأي كاتبه|نشر هذا المقال لأول مرة|نشر هذا المقال أول مرة|إذا أعجبك المقال|اذا اعجبك الفيديو|إذا أعجبك الفيديو|لا تنسى الاشتراك|لا تنسوا الاشتراك|لمزيد من الأخبار تابع|"
        "لزوما بیانگر دیدگاه|cet article est initialement paru|cet article a été initialement publié|cet article a d abord été publié|n engagent que leur auteur|n engage que son auteur|"
        "hat ihnen dieser artikel gefallen|hat dir dieser artikel gefallen|dieser artikel ist zuerst|dieser artikel erschien zuerst|dieser beitrag erschien zuerst|dieser beitrag ist zuerst|dieser text erschien zuerst|dieser artikel wurde im original|wurde automatisiert übersetzt|wurde automatisch übersetzt|wurde maschinell übersetzt|müssen nicht der meinung der redaktion|geben nicht zwangsläufig die meinung|diese zusammenfassung wurde|öffnet im neuen fenster|externe inhalte angezeigt werden|an drittplattformen übermittelt|empfohlener redaktioneller inhalt|empfohlener externer inhalt|"
        "to your inbox|read or share this story|not responsible for the content of external|content is not available due to your privacy|for privacy and opt out information|dalsza część artykułu|pozostała część artykułu|انتهای پیام|"
        "page is best viewed in|site is best viewed in|please upgrade your browser|please update your browser|an outdated browser|an unsupported browser|browser is out of date|your browser does not support|your browser doesn t support|please enable javascript|javascript is disabled in your|have javascript disabled|flash and javascript enabled|javascript and cookies to continue|properly without javascript enabled|you need to enable javascript to|"
        "this website uses cookies|this site uses cookies|our website uses cookies|use cookies on our|wir verwenden cookies|website verwendet cookies|webseite verwendet cookies|ce site utilise des cookies|nous utilisons des cookies|sitio web utiliza cookies|este sitio utiliza cookies|sitio web utilizamos cookies|questo sito utilizza i cookie|questo sito utilizza cookie|este site utiliza cookies|website maakt gebruik van cookies|wij gebruiken cookies|bu web sitesi çerez|هذا الموقع ملفات تعريف الارتباط|نستخدم ملفات تعريف الارتباط|мы используем файлы cookie|używamy plików cookie|vi använder cookies|vi bruger cookies|vi bruker cookies|"
        "bu haber ilk olarak|yazarın kendi görüşleridir|görüşlerini yansıtmaz|este artículo fue publicado originalmente|este artículo se publicó originalmente|este artigo foi publicado originalmente|questo articolo è stato originariamente|dit artikel verscheen eerder"},
    {opens,
        "do you have a story|have a story to share|have a story to tell|got a story|got a tip|have a tip|originally appeared on|originally published on|originally published by|first appeared on|article continues after|story continues after|story continues below|we use cookies|utilizamos cookies|"
        "dieses thema im programm|über dieses thema berichtete"},
    {hedge,
        "not necessarily reflect|not necessarily represent|not necessarily those of|لا تعبر بالضرورة|لا يعبر بالضرورة|لا تعكس بالضرورة|لا يعكس بالضرورة|لا تمثل بالضرورة|لا يمثل بالضرورة|لزوما|ne reflètent pas nécessairement|ne reflète pas nécessairement|spiegeln nicht unbedingt|spiegelt nicht unbedingt|no reflejan necesariamente|no refleja necesariamente|não refletem necessariamente|não reflete necessariamente"},
    {views,
        "views|opinions|official policy|editorial policy|official position|رأي|آراء|الآراء|وجهة نظر|وجهات نظر|نظر|دیدگاه|opinion|opinions|avis|points de vue|point de vue|ligne éditoriale|meinung|meinungen|ansicht|opinión|opiniones|línea editorial|opinião|opiniões"},
};
// clang-format on

struct Table {
    std::unordered_map<std::string, std::uint8_t> signs;  // by folded words with single spaces
    std::unordered_map<std::string, std::size_t> longest; // first word → words of the longest phrase
};

std::string key_of(Words words) {
    std::string key;
    for (const auto& word : words) {
        if (!key.empty()) key += ' ';
        key += word.folded;
    }
    return key;
}

Table build() {
    Table built;
    for (const Row& row : table)
        for (std::string_view list = row.phrases; !list.empty();) {
            const auto bar = std::min(list.find('|'), list.size());
            const auto words = line_words(list.substr(0, bar));
            list.remove_prefix(std::min(bar + 1, list.size()));
            if (words.empty()) continue;
            built.signs[key_of(words)] |= row.sign;
            auto& longest = built.longest[words.front().folded];
            longest = std::max(longest, words.size());
        }
    return built;
}

const Table& phrases() {
    static const Table built = build();
    return built;
}

// "We install the apps on our phones": whoever says so asks nobody.
bool is_teller(std::string_view folded) {
    constexpr auto tellers = std::to_array<std::string_view>(
        {"we", "i", "they", "he", "she", "wir", "ich", "nous", "je", "ils", "elles"});
    return std::ranges::find(tellers, folded) != tellers.end();
}

bool begins_with(Words words, Words name) {
    return !name.empty() && words.size() >= name.size() &&
           std::ranges::equal(words.first(name.size()), name, {}, &LineWord::folded, &LineWord::folded);
}

} // namespace

bool is_call(Words words, Words site) {
    if (words.size() < 3 || words.size() > max_call_words) return false;
    std::uint8_t signs = 0;
    std::size_t first_asked = words.size();
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (begins_with(words.subspan(i), site)) signs |= ours;
        const auto found = phrases().longest.find(words[i].folded);
        if (found == phrases().longest.end()) continue;
        for (std::size_t n = std::min(found->second, words.size() - i); n > 0; --n) {
            const auto sign = phrases().signs.find(key_of(words.subspan(i, n)));
            if (sign == phrases().signs.end()) continue;
            if (sign->second == asks && i > 0 && is_teller(words[i - 1].folded)) continue;
            signs |= sign->second;
            if ((sign->second & asks) != 0) first_asked = std::min(first_asked, i);
            if ((sign->second & opens) != 0 && i == 0) signs |= idiom;
        }
    }
    if ((signs & hedge) != 0 && (signs & views) != 0) signs |= idiom;
    if ((signs & idiom) != 0 && words.size() <= max_idiom_words) return true;
    if ((signs & asks) == 0) return false;
    if ((signs & letter) != 0 && (((signs & ours) != 0 && words.size() <= max_channel_words) ||
                                  (words.size() <= max_bare_words && first_asked <= max_words_before_asking)))
        return true;
    return (signs & channel) != 0 && (signs & ours) != 0 && words.size() <= max_channel_words &&
           first_asked <= max_words_before_our_asking;
}

} // namespace khabar::article
