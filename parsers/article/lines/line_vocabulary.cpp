#include "parsers/article/lines/line_vocabulary.hpp"

#include "parsers/text/fold.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace khabar::article {
namespace {

struct Row {
    LineKind kind;
    Role role;
    std::string_view phrases; // separated by '|', in ordinary spelling
    bool updated = false;
};

// clang-format off
constexpr Row table[] = {
    // Who wrote it.
    {LineKind::byline, Role::opens, "بقلم|بقلم الكاتب|به قلم|كتب وصور|كتبه|كتبها|"
        "by|written by|this post was written by|this article was written by|this story was written by|posted by|reported by|reporting by|published by|authored by|story by|words by|text by|edited by|additional reporting by|article by|"
        "par|ecrit par|publié par|rédigé par|propos recueillis par|article de|texte de|von|ein artikel von|ein beitrag von|geschrieben von|por|escrito por|publicado por|"
        "redacción por|door|yazan|haberi yazan|autorin autor|autor autorin"},
    {LineKind::byline, Role::label, "كتب|كتبت|كتب لكم|كاتب|الكاتب|الكاتبة|كاتب المقال|اسم الكاتب|إعداد|اعداد وتقديم|إعداد وتحرير|ترجمة|ترجمة وتحرير|ترجمه|تحرير|"
        "المحرر|محرر|متابعة|تغطية|حوار|حاوره|حاورته|حاورها|مراسل|المراسل|المؤلف|المصور|نشر بواسطة|بواسطة|الناشر|ناشر|محرر الخبر|كتب بواسطة|"
        "نویسنده|نويسنده|نویسندگان|نوشته|نوشته ی|خبرنگار|گزارشگر|مترجم|برگردان|گردآوری|تهیه کننده|نگارنده|دبیر خبر|مؤلف|"
        "author|authors|reporter|writer|editor|written|byline|correspondent|contributor|translated by|translation|"
        "auteur|auteure|auteurs|rédacteur|rédaction|traduction|journaliste|autor|autorin|autoren|redaktion|redakteur|übersetzung|text|yazar|muhabir|haber|"
        "editör|çeviri|röportaj|derleyen|autora|autores|redactor|traducción|texto|periodista"},

    // When.
    {LineKind::date, Role::whole, "تم النشر|تم النشر في|تم نشره في|تم نشره|نشر في|نشرت في|نشر بتاريخ|نشر يوم|تاريخ النشر|وقت النشر|نشرت|نُشر|تاريخ|التاريخ|أضيف في|أضيف بتاريخ|أضيفت في|بتاريخ|منشور|"
        "حُرر في|تاریخ انتشار|زمان انتشار|تاریخ|منتشر شده در|انتشار|زمان مخابره|published|published on|published at|posted|posted on|posted at|first published|"
        "first published on|originally published|date|created|created on|publish date|date published|release date|issued|issued on|publié le|publié|paru le|mis en ligne le|date de publication|"
        "veröffentlicht|veröffentlicht am|erschienen am|erstellt am|erstellt|datum|yayınlanma|yayınlanma tarihi|yayın tarihi|giriş|giriş tarihi|eklenme tarihi|oluşturulma tarihi|tarih|"
        "publicado|publicado el|publicada|publicado em|fecha de publicación|fecha|actualidad|geplaatst op|gepubliceerd op|pubblicato il|pubblicato|gepubliceerd|publicerad|publicerat|publisert|udgivet|offentliggjort|julkaistu|opublikowano|publikováno|опубликовано"},
    {LineKind::date, Role::whole, "آخر تحديث|تاريخ التحديث|تحديث|محدث|محدث في|تم التحديث|تم التحديث في|عدل في|آخر تعديل|حُدث في|حدث في|آخرین به روز رسانی|به روز رسانی|به روزرسانی|به روز شده|بروزرسانی|"
        "آخرین ویرایش|updated|updated on|updated at|last updated|last updated on|last update|last modified|modified|modified on|mis à jour|mis à jour le|mise à jour|mise à jour le|modifié le|"
        "dernière mise à jour|aktualisiert|aktualisiert am|zuletzt aktualisiert|letztes update|letzte aktualisierung|stand|güncelleme|güncellenme|güncellenme tarihi|güncelleme tarihi|son güncelleme|actualizado|"
        "actualizado el|actualizada|última actualización|atualizado em|bijgewerkt op|aggiornato il|aggiornato|bijgewerkt|uppdaterad|uppdaterat|oppdatert|opdateret|päivitetty|zaktualizowano|aktualizováno|обновлено|ultimo aggiornamento|laatst bijgewerkt|senast uppdaterad|sist oppdatert", true},
    {LineKind::date, Role::part, "الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة|السبت|یکشنبه|دوشنبه|سه شنبه|سه‌شنبه|چهارشنبه|پنجشنبه|پنج شنبه|جمعه|شنبه|"
        "sunday|monday|tuesday|wednesday|thursday|friday|saturday|sun|mon|tue|tues|wed|thu|thur|thurs|fri|sat|dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
        "sonntag|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|pazar|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|domingo|lunes|martes|miércoles|jueves|viernes|sábado"},
    {LineKind::date, Role::part, "يناير|فبراير|مارس|أبريل|إبريل|ابريل|مايو|يونيو|يونيه|يوليو|يوليه|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|"
        "تشرين الأول|تشرين الثاني|كانون الأول|جانفي|فيفري|أفريل|ماي|جوان|جويلية|أوت|يناير|فبراير|غشت|شتنبر|نونبر|دجنبر|يوليوز|محرم|صفر|ربيع الأول|ربيع الآخر|ربيع الثاني|"
        "جمادى الأولى|جمادى الآخرة|جمادى الثانية|رجب|شعبان|رمضان|شوال|ذو القعدة|ذو الحجة|هـ|م|ص|مساء|مساءً|صباحا|صباحًا|ظهرا|الساعة|بتوقيت|غرينتش|غرينيتش|القدس|مكة|دمشق|بيروت|القاهرة|"
        "فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند|ساعت|ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر|"
        "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|am|pm|a m|p m|gmt|utc|est|edt|et|cet|cest|bst|ist|pst|pdt|pt|at|on|the|of|st|nd|rd|th|"
        "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|janv|févr|avr|juil|sept|déc|à|le|h|uhr|um|am|den|januar|februar|märz|juni|juli|oktober|dezember|mrz|okt|dez|"
        "ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|saat|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|ene|abr|ago|dic|de|a las|las|del|h|hs|utc|"
        "1st|2nd|3rd|4th|5th|6th|7th|8th|9th|10th|11th|12th|13th|14th|15th|16th|17th|18th|19th|20th|21st|22nd|23rd|24th|25th|26th|27th|28th|29th|30th|31st"},
    {LineKind::date, Role::whole, "منذ|قبل|قبل ساعة|قبل ساعتين|قبل يوم|قبل يومين|قبل دقيقة|قبل أسبوع|منذ ساعة|منذ ساعتين|منذ يوم|منذ يومين|منذ أسبوع|منذ أسبوعين|منذ شهر|منذ سنة|منذ دقيقة|منذ دقيقتين|أمس|اليوم|"
        "yesterday|today|just now|an hour ago|a day ago|ago|vor|hier|aujourd hui|gestern|heute|önce|dün|bugün|ayer|hoy|hace|il y a|پیش"},
    {LineKind::date, Role::part, "منذ|قبل|ساعة|ساعات|دقيقة|دقائق|يوم|أيام|يومًا|أسبوع|أسابيع|شهر|أشهر|سنة|سنوات|عام|hour|hours|minute|minutes|mins|day|days|week|weeks|month|months|year|years|heure|heures|jour|jours|"
        "stunde|stunden|minuten|tag|tagen|tage|saat|dakika|gün|hora|horas|minutos|días|ساعت|دقیقه|روز"},

    // Whose text or picture it is.
    {LineKind::credit, Role::label, "المصدر|مصدر|المصادر|المصدر الأصلي|نقلا عن|نقلاً عن|منبع|منابع|source|sources|originally published by|original source|via|quelle|quellen|kaynak|kaynaklar|fuente|fuentes|fonte|bron"},
    {LineKind::caption, Role::label, "الصورة|صورة|تصوير|عدسة|صورة من|مصدر الصورة|عکس|عکاس|photo|photos|photo by|photo credit|photograph|photograph by|photographer|image|images|image source|image caption|image credit|image credits|featured image|header image|heading image|cover image|lead image|main image|top image|cover photo|header photo|lead photo|main photo|top photo|picture|pictures|"
        "credit|credits|photo courtesy of|courtesy of|file photo|crédit photo|crédits|crédit|photographie|foto|fotos|bild|bilder|bildquelle|bildnachweis|fotoğraf|fotografía|crédito|imagen|légende|titelbild|beitragsbild|titelfoto|aufmacherbild|image illustrative|photo illustrative|photo de couverture|foto de portada|اسم الصورة|التعليق على الصورة"},
    {LineKind::caption, Role::whole, "مصدر الصورة|التعليق على الصورة|image caption|image source|photo credit|صورة أرشيفية|أرشيفية|أرشيف|صورة تعبيرية|تعبيرية|مواقع التواصل الاجتماعي|مواقع التواصل|وسائل التواصل الاجتماعي|مواقع إلكترونية|"
        "file photo|archive photo|archivbild|symbolbild|symbolfoto|photo d illustration|image d illustration|foto de archivo|arşiv|getty|getty images|غيتي|جيتي|غيتي إيميجز|shutterstock|istock|unsplash|pixabay|wikimedia commons|adobe stock|picture alliance"},

    // Small figures.
    {LineKind::reading_time, Role::whole, "دقيقة قراءة|دقائق قراءة|دقيقة للقراءة|دقائق للقراءة|وقت القراءة|مدة القراءة|زمن القراءة|قراءة دقيقة|قراءة دقائق|دقيقة واحدة|أقل من دقيقة|دقيقة واحدة للقراءة|قراءة في دقيقة|دقيقة قراءة واحدة|"
        "زمان مطالعه|دقیقه مطالعه|min read|mins read|minute read|minutes read|minutes to read|reading time|estimated reading time|read time|less than a minute|time to read|"
        "temps de lecture|min de lecture|minutes de lecture|lecture|lesezeit|lesedauer|min lesezeit|minuten lesezeit|okuma süresi|dk okuma|dakika okuma|dakikalık okuma|dk okuma süresi|tiempo de lectura|min de lectura|minutos de lectura|lectura"},
    {LineKind::reading_time, Role::part, "دقيقة|دقائق|ثانية|min|mins|minute|minutes|minuten|dakika|dk|minutos|less than a|moins d une|مدة|تقريبا"},
    {LineKind::counts, Role::whole, "مشاهدة|مشاهدات|عدد المشاهدات|المشاهدات|زيارة|زيارات|عدد الزيارات|قراءات|عدد القراءات|مرات القراءة|عدد مرات القراءة|تعليق واحد|لا تعليقات|لا يوجد تعليقات|لا توجد تعليقات|بدون تعليقات|0 تعليق|عدد التعليقات|عدد الردود|"
        "بازدید|بدون نظر|تعداد بازدید|views|view|page views|post views|total views|no comments|no comment|0 comments|one comment|shares|likes|like|followers|reads|hits|votes|"
        "vues|aucun commentaire|pas de commentaire|partages|aufrufe|keine kommentare|görüntülenme|okunma|yorum yok|vistas|visitas|sin comentarios|no hay comentarios|lecturas|إعجاب|متابع|متابعين|تفاعل"},

    // Sharing.
    {LineKind::share, Role::whole, "مشاركة|المشاركة|شارك|شاركها|شاركه|شاركها على|شارك المقال|شارك المقالة|شارك هذا المقال|شارك هذه المقالة|شارك هذا الموضوع|شارك الخبر|شارك هذا الخبر|شارك الموضوع|شارك القصة|شارك هذه القصة|مشاركة المقال|مشاركة هذا المقال|مشاركة الخبر|مشاركة الموضوع|مشاركة على|مشاركة عبر|مشاركة عبر البريد|مشاركة عبر البريد الإلكتروني|شارك على|شارك عبر|شاركنا|انشر|نشر على|"
        "فيسبوك|الفيسبوك|فيس بوك|تويتر|توتير|واتساب|واتس اب|واتس آب|الواتساب|تيليجرام|تلجرام|تلغرام|تيلقرام|تليجرام|تيليغرام|ماسنجر|مسنجر|لينكد إن|لينكدإن|لينكدان|لينكد ان|بينتيريست|بينتريست|انستغرام|إنستغرام|انستجرام|إنستجرام|سناب شات|تيك توك|يوتيوب|فايبر|رديت|ريديت|سكايب|بلوسكاي|ثريدز|بوكيت|تمبلر|فليبورد|أرسل بريدا إلكترونيا|أرسل بريدا|نسخ الرابط|تم نسخ الرابط|نسخ رابط|انسخ الرابط|رابط مختصر|الرابط المختصر|رابط قصير|طباعة|اطبع|إطبع|طباعة المقال|البريد الإلكتروني|إرسال بالبريد|إرسال إلى صديق|ارسل لصديق|أرسل إلى صديق|حفظ|احفظ|"
        "اشتراک گذاری|به اشتراک گذاری|اشتراک|به اشتراک بگذارید|اشتراک گذاری در|چاپ|ارسال به دوستان|تلگرام|توییتر|فیسبوک|واتس اپ|واتساپ|لینک کوتاه|لینک کوتاه خبر|لینک|کپی لینک|پرینت|"
        "share|share this|share this article|share this story|share this post|share this page|share this news|share article|share story|share post|share the article|share on|share via|share with|share to|share now|share link|share by email|spread the word|facebook|twitter|x|x twitter|twitter x|whatsapp|telegram|messenger|linkedin|pinterest|reddit|tumblr|bluesky|threads|mastodon|flipboard|instagram|youtube|tiktok|snapchat|viber|skype|line|vk|pocket|email|e mail|mail|email this|print|print this|print article|copy link|copy url|copied|link copied|copy|rss|sms|gift article|gift this article|save|save article|bookmark|tweet|pin it|google plus|stumbleupon|digg|xing|mix|odnoklassniki|vkontakte|"
        "partager|partagez|partager l article|partager cet article|partagez cet article|partager sur|partager cette page|imprimer|envoyer par mail|envoyer|envoyer par email|copier le lien|teilen|artikel teilen|beitrag teilen|diesen artikel teilen|drucken|link kopieren|merken|per mail teilen|versenden|"
        "paylaş|paylaşın|haberi paylaş|bu haberi paylaş|yazdır|kopyala|bağlantıyı kopyala|e posta|compartir|comparte|compartir en|compartir este artículo|comparte esta noticia|compartir noticia|comparte este artículo|imprimir|copiar enlace|enviar por correo|enviar|guardar|compartilhe|compartilhar|delen|condividi"},
    {LineKind::share, Role::part, "على|عبر|في|من|إلى|مع|و|أو|هذا|هذه|الرابط|رابط|المقال|المقالة|الخبر|الموضوع|القصة|أصدقائك|الأصدقاء|صديق|بواسطة|عن طريق|الموقع|البريد|انقر|اضغط|للمشاركة|فتح|نافذة جديدة|في نافذة جديدة|"
        "in|on|by|to|with|via|this|your|friends|a friend|link|article|story|post|page|or|and|click|opens in new window|new window|open|options|more|plus|app|account|profile|page|sur|par|avec|vos amis|auf|mit|per|über|ile|da|üzerinde|con|en|por|tus amigos|در|با|به|از"},

    // Where in the site.
    {LineKind::tags, Role::label, "الوسوم|الوسم|وسوم|كلمات مفتاحية|كلمات دلالية|الكلمات المفتاحية|الكلمات الدلالية|كلمات البحث|تاغ|تاغات|تاج|هاشتاغ|علامات|الهاشتاغات|مواضيع|المواضيع|موضوعات|المزيد عن|اقرأ المزيد عن|اقرأ المزيد حول|المزيد حول|مواضيع متعلقة|برچسب|برچسب ها|برچسب‌ها|کلید واژه ها|کلیدواژه ها|کلمات کلیدی|tags|tag|tagged|tagged with|filed under|filed in|topics|topic|keywords|related topics|more about|more on|read more about|kategorisiert unter|abgelegt unter|veröffentlicht in|in this article|mots clés|mots clé|étiquettes|"
        "étiquette|sur le même sujet|thèmes|schlagwörter|schlagworte|stichwörter|themen|mehr zum thema|etiketler|etiket|anahtar kelimeler|konular|etiquetas|etiqueta|temas|palabras clave|archivado en|más sobre|trefwoorden"},
    {LineKind::category, Role::label, "التصنيف|التصنيفات|تصنيفات|القسم|الأقسام|أقسام|القسم الرئيسي|posted in|category|categories|section|published in|catégorie|catégories|rubrique|rubriques|kategorie|kategorien|rubrik|ressort|kategori|kategoriler|categoría|categorías|sección|دسته بندی|دسته|گروه|سرویس|بخش"},
    {LineKind::category, Role::whole, "أخبار|الأخبار|اخبار|أخبار عاجلة|عاجل|سياسة|اقتصاد|رياضة|ثقافة|فنون|فن|فن وثقافة|ثقافة وفن|تكنولوجيا|علوم|صحة|منوعات|مجتمع|رأي|آراء|مقالات|مقالات رأي|مقال رأي|تقارير|تحقيقات|تحليلات|مقابلات|حوارات|ملفات|عالم|العالم|عربي|دولي|محلي|محليات|محلية|أخبار محلية|أخبار العالم|أخبار عالمية|أخبار عربية|أخبار دولية|عربي ودولي|العالم العربي|عرب وعالم|عربي وعالمي|"
        "الشرق الأوسط|حوادث|سياحة|تعليم|أسرة|مرأة|صحافة|اقتصاد وأعمال|مال وأعمال|علوم وتكنولوجيا|news|world|politics|business|opinion|sports|sport|culture|technology|tech|science|health|lifestyle|entertainment|local news|world news|breaking news|top stories|latest news|international|national|uncategorized|"
        "politique|économie|société|monde|culture|opinions|actualités|actualité|politik|wirtschaft|kultur|gesellschaft|panorama|nachrichten|gündem|siyaset|ekonomi|dünya|spor|kültür|política|economía|cultura|deportes|mundo|sociedad|internacional|سیاسی|اقتصادی|اجتماعی|فرهنگی|ورزشی|بین الملل|جهان|ایران|خبر"},
    {LineKind::menu, Role::whole, "الرئيسية|الصفحة الرئيسية|القائمة|القائمة الرئيسية|بحث|ابحث|البحث|ابحث عن|بحث عن|من نحن|اتصل بنا|تواصل معنا|تواصل|للإعلان معنا|أعلن معنا|سياسة الخصوصية|الخصوصية|شروط الاستخدام|الشروط والأحكام|شروط الخدمة|سياسة الاستخدام|اتفاقية الاستخدام|هيئة التحرير|فريق العمل|عن الموقع|حول الموقع|خريطة الموقع|إنفوجرافيك|انفوجرافيك|إنفوغراف|إنفوغرافيك|انفوغرافيك|فيديو|الفيديو|فيديوهات|صور|ألبوم صور|معرض الصور|كاريكاتير|بودكاست|برامج|بث مباشر|البث المباشر|البث الحي|المزيد|إظهار المزيد|عرض المزيد|تحميل المزيد|عرض الكل|الكل|مشاهدة الكل|رجوع|إغلاق|أغلق|فتح القائمة|إغلاق القائمة|تخطى إلى المحتوى|تخطي إلى المحتوى|انتقل إلى المحتوى|الوضع المظلم|الوضع الليلي|تبديل الوضع|تغيير حجم الخط|حجم الخط|استمع|استمع إلى المقال|استمع للمقال|اللغة|English|العربية|الأكثر قراءة|"
        "خانه|صفحه اصلی|صفحه نخست|جستجو|درباره ما|تماس با ما|منو|آرشیو|بیشتر|home|homepage|home page|menu|main menu|search|search for|about|about us|contact|contact us|privacy|privacy policy|cookie policy|cookies|cookie settings|terms|terms of use|terms of service|terms and conditions|terms conditions|sitemap|site map|advertise|advertise with us|advertise here|careers|jobs|faq|help|skip to content|skip to main content|skip to navigation|skip to footer|toggle navigation|toggle menu|open menu|close menu|close|back|more|show more|load more|view all|see all|all|view more|read more|show all|expand|collapse|video|videos|photos|gallery|podcasts|podcast|live|live tv|watch live|listen|listen to this article|listen to article|dark mode|light mode|font size|text size|font resizer|aa|editions|edition|weather|archive|archives|accessibility|"
        "accueil|recherche|rechercher|qui sommes nous|mentions légales|politique de confidentialité|nous contacter|aller au contenu|fermer|voir plus|voir tout|plus|startseite|suche|suchen|impressum|datenschutz|datenschutzerklärung|kontakt|über uns|agb|menü|zum inhalt springen|schließen|mehr|mehr anzeigen|ana sayfa|anasayfa|ara|arama|hakkımızda|iletişim|künye|gizlilik politikası|çerez politikası|içeriğe geç|daha fazla|tümü|inicio|portada|buscar|quiénes somos|contacto|contáctanos|aviso legal|política de privacidad|política de cookies|términos y condiciones|menú|saltar al contenido|cerrar|ver más|más|ver todo"},

    // What else to read.
    {LineKind::rail, Role::whole, "اقرأ أيضا|اقرأ أيضًا|إقرأ أيضا|اقرا ايضا|اقرأوا أيضا|اقرأ ايضا|اقرأي أيضا|واقرأ أيضا|قد يهمك|قد يهمك أيضا|قد يعجبك|قد يعجبك أيضا|ربما يعجبك|ربما يعجبك أيضا|ربما يهمك|ربما تعجبك|مواضيع ذات صلة|موضوعات ذات صلة|مقالات ذات صلة|أخبار ذات صلة|اخبار ذات صلة|ذات صلة|مقالات مشابهة|مواضيع مشابهة|أخبار مشابهة|أخبار متعلقة|مقالات متعلقة|موضوعات متعلقة|مواضيع مرتبطة|مواضيع متعلقة|مواد ذات صلة|محتوى ذو صلة|شاهد أيضا|شاهد ايضا|شاهدوا أيضا|تابع أيضا|اطلع أيضا|"
        "للمزيد|للمزيد اقرأ|آخر الأخبار|أحدث الأخبار|آخر المقالات|أحدث المقالات|آخر المواضيع|أحدث المواضيع|أحدث الموضوعات|الأكثر قراءة|الأكثر مشاهدة|الأكثر تداولا|الأكثر تفاعلا|الأكثر شعبية|الأكثر شيوعا|المقالات الأكثر قراءة|اخترنا لك|اخترنا لكم|مختارات|مختارات لكم|مقالات أخرى|المزيد من الأخبار|المزيد من المقالات|المزيد من|مقالات الكاتب|المزيد من مقالات الكاتب|مقالات أخرى للكاتب|المزيد للكاتب|من نفس القسم|اقرأ المزيد|إقرأ المزيد|أخبار أخرى|أهم الأخبار|أبرز الأخبار|رائج|الرائج|رائج الآن|المنشورات الأخيرة|أحدث المنشورات|منشورات ذات صلة|تدوينات ذات صلة|اقرأ في|اقرأ على موقعنا|موضوعات قد تهمك|مقالات قد تهمك|أخبار قد تهمك|قصص قد تهمك|قصص مقترحة|قصص ذات صلة|يوصى بقراءته|نوصي بقراءة|نرشح لك|"
        "مطالب مرتبط|مطالب مشابه|اخبار مرتبط|خبرهای مرتبط|بیشتر بخوانید|همچنین بخوانید|بخوانید|آخرین اخبار|تازه ترین اخبار|پربازدیدترین|پربازدیدها|پربیننده ترین|پیشنهاد سردبیر|پیشنهاد ما|بیشتر ببینید|ببینید|"
        "read also|also read|read more|read next|see also|related|related articles|related stories|related posts|related news|related content|related reading|related topics|recommended videos|recommended video|related videos|related video|featured videos|featured video|more videos|weitere videos|related links|related internet links|related information|related coverage|you may also like|you might also like|you may like|might interest you|may interest you|you may be interested in|you might be interested in|you may have missed|recommended|recommended for you|recommended stories|recommended articles|recommended reading|more stories|more from|more news|more articles|more like this|more on this story|more on this topic|more in|latest news|latest|latest stories|latest articles|latest posts|latest headlines|recent posts|recent articles|recent news|recent stories|popular posts|popular|popular articles|popular news|most popular|most read|most viewed|most shared|most commented|trending|trending now|trending news|top stories|top news|editors picks|editor s picks|editors choice|editor s choice|must read|don t miss|in case you missed it|what to read next|up next|next up|further reading|keep reading|continue reading|other articles|other news|similar posts|similar articles|similar stories|explore more|discover more|watch also|watch|more by this author|more from this author|more from author|more by author|"
        "lire aussi|à lire aussi|lire également|à lire également|à lire|lisez aussi|voir aussi|à voir aussi|articles similaires|articles liés|articles connexes|articles récents|derniers articles|dernières actualités|les plus lus|les plus populaires|vous aimerez aussi|vous pourriez aussi aimer|cela peut vous intéresser|sur le même thème|à découvrir|dans la même rubrique|lire la suite|à ne pas manquer|recommandé pour vous|plus d articles|"
        "lesen sie auch|lesen sie mehr|lesen sie dazu|auch interessant|das könnte sie auch interessieren|das könnte dich auch interessieren|das könnte ihnen auch gefallen|mehr zum thema|mehr dazu|mehr lesen|weiterlesen|weitere artikel|weitere themen|weitere meldungen|ähnliche artikel|ähnliche beiträge|verwandte artikel|verwandte themen|meistgelesen|meistgelesene artikel|neueste artikel|neueste beiträge|aktuelle nachrichten|passend zum thema|siehe auch|empfohlen|empfehlungen|empfohlene artikel|zum thema|"
        "ilgili haberler|ilgili haber|ilginizi çekebilir|bunlar da ilginizi çekebilir|benzer haberler|bunu da oku|bunları da okuyun|ayrıca okuyun|son haberler|en son haberler|en çok okunanlar|çok okunanlar|önerilen haberler|diğer haberler|sıradaki haber|benzer yazılar|"
        "lea también|lea además|leer también|lee también|leer más|vea también|ver también|también te puede interesar|te puede interesar|le puede interesar|quizás te interese|noticias relacionadas|artículos relacionados|contenido relacionado|relacionado|relacionadas|relacionados|últimas noticias|lo más leído|lo más visto|más leídas|más noticias|más información|más de|recomendados|recomendadas|artículos recientes|entradas recientes|entradas relacionadas|no te pierdas|lee más|leia também|leia mais|notícias relacionadas|lees ook|leggi anche"},
    {LineKind::rail, Role::opens, "اقرأ أيضا|اقرأ أيضًا|إقرأ أيضا|اقرأ ايضا|اقرأوا أيضا|شاهد أيضا|شاهد ايضا|للمزيد اقرأ|بیشتر بخوانید|همچنین بخوانید|read also|also read|see also|lire aussi|à lire aussi|lire également|voir aussi|lesen sie auch|siehe auch|ayrıca okuyun|lea también|lee también|lea además|leer también|leia também|lees ook|leggi anche"},
    {LineKind::rail, Role::opens, "more from|more in this section|mehr von|mehr aus|leggi anche|leggi di più|vedi anche|potrebbe interessarti|lees verder|lees meer|bekijk ook|leia mais|veja também|saiba mais|confira também|baca juga|baca selengkapnya|simak juga|lihat juga|"
        "читайте также|читать также|смотрите также|по теме|читайте також|läs också|läs mer|läs även|læs også|les også|les mer|lue myös|lue lisää|czytaj także|czytaj też|czytaj więcej|zobacz także|zobacz też|przeczytaj także|čtěte také|čtěte více|přečtěte si|citește și|citiți și|olvassa el|διαβάστε επίσης|διαβάστε ακόμη|"
        "یہ بھی پڑھیں|مزید پڑھیں|یہ بھی دیکھیں|زیاتر بخوێنەوە|هەروەها بخوێنە|bixwînin jî|延伸阅读|相关阅读|相关新闻|延伸閱讀|相關新聞|阅读更多|関連記事|あわせて読みたい|관련기사|関連ニュース"},
    {LineKind::rail, Role::whole, "more from|potrebbe interessarti anche|articoli correlati|articoli simili|notizie correlate|lees ook|lees verder|lees meer|gerelateerde artikelen|meer nieuws|leia também|leia mais|veja também|saiba mais|matérias relacionadas|artigos relacionados|baca juga|berita terkait|artikel terkait|berita lainnya|terkini|terpopuler|"
        "читайте также|по теме|материалы по теме|популярное|последние новости|другие новости|похожие статьи|läs också|läs mer|relaterat|læs også|les også|lue myös|aiheeseen liittyvää|czytaj także|czytaj więcej|zobacz także|powiązane artykuły|polecane|čtěte také|související články|související|"
        "یہ بھی پڑھیں|مزید پڑھیں|متعلقہ خبریں|تازہ ترین|延伸阅读|相关阅读|相关新闻|相关文章|推荐阅读|延伸閱讀|相關新聞|相關文章|関連記事|おすすめ記事|関連ニュース|관련기사|관련 기사|추천기사|많이 본 뉴스"},
    {LineKind::rail, Role::label, "قد يهمك|قد يهمك أيضا|قد يعجبك أيضا|ربما يعجبك أيضا|مقالات ذات صلة|أخبار ذات صلة|مواضيع ذات صلة|موضوعات ذات صلة|ذات صلة|اقرأ المزيد|إقرأ المزيد|تابع أيضا|طالع أيضا|اقرأ|إقرأ|شاهد|أنت تقرأ|"
        "بخوانید|ببینید|reading|read more|read|read next|related|related article|related story|related news|watch|watch also|don t miss|must read|more|more on this|you may also like|now reading|à lire|lire|à voir|lire la suite|mehr zum thema|mehr dazu|auch interessant|ilgili haber|bunu da oku|te puede interesar|también te puede interesar|leer más|más información|noticia relacionada|relacionado"},
    {LineKind::neighbour, Role::opens, "المقال السابق|المقالة السابقة|الخبر السابق|الموضوع السابق|التدوينة السابقة|المقال التالي|المقالة التالية|الخبر التالي|الموضوع التالي|التدوينة التالية|السابق بوست|القادم بوست|المنشور السابق|المنشور التالي|"
        "previous article|next article|previous post|next post|previous story|next story|article précédent|article suivant|vorheriger artikel|nächster artikel|vorheriger beitrag|nächster beitrag|önceki haber|sonraki haber|önceki yazı|sonraki yazı|artículo anterior|artículo siguiente|siguiente artículo|noticia anterior|noticia siguiente|entrada anterior|entrada siguiente|مطلب قبلی|مطلب بعدی|نوشته قبلی|نوشته بعدی|خبر قبلی|خبر بعدی"},
    {LineKind::neighbour, Role::whole, "السابق|التالي|السابقة|التالية|المقال السابق|المقال التالي|الخبر السابق|الخبر التالي|تصفح المقالات|تصفّح المقالات|التنقل بين المقالات|previous|next|prev|previous article|next article|previous post|next post|previous story|next story|post navigation|article navigation|précédent|suivant|article précédent|article suivant|navigation de l article|zurück|weiter|beitragsnavigation|vorheriger beitrag|nächster beitrag|önceki|sonraki|önceki haber|sonraki haber|anterior|siguiente|navegación de entradas|قبلی|بعدی"},

    // Comments.
    {LineKind::comments, Role::whole, "اترك تعليقا|اترك تعليقاً|اترك تعليق|أترك تعليقا|أضف تعليق|أضف تعليقا|أضف تعليقك|إضافة تعليق|اكتب تعليقا|اكتب تعليقك|شاركنا رأيك|شاركنا برأيك|شارك برأيك|ما رأيك|اترك رد|اترك ردا|اترك رداً|إلغاء الرد|الغاء الرد|انقر هنا لإلغاء الرد|إرسال التعليق|أرسل التعليق|أرسل تعليقك|إرسال تعليق|نشر التعليق|تعليق|التعليق|تعليقات|التعليقات|تعليقات القراء|تعليقات الزوار|كن أول من يعلق|الاسم|اسمك|البريد الإلكتروني|بريدك الإلكتروني|البريد الالكتروني|الموقع الإلكتروني|الموقع الالكتروني|"
        "لن يتم نشر عنوان بريدك الإلكتروني|لن يتم نشر بريدك الإلكتروني|لن يتم نشر البريد الإلكتروني|عنوان بريدك الإلكتروني لن يتم نشره|الحقول الإلزامية مشار إليها بـ|الحقول الإلزامية مشار إليها ب|الحقول المطلوبة محددة|الحقول المطلوبة|الحقول الإلزامية|مطلوب|إلزامي|احفظ اسمي|بريدي الإلكتروني|والموقع الإلكتروني|والموقع الالكتروني|في هذا المتصفح|لاستخدامها المرة المقبلة|في تعليقي|المرة المقبلة|احفظ اسمي في هذا المتصفح|أعلمني بمتابعة التعليقات بواسطة البريد الإلكتروني|أعلمني بالمواضيع الجديدة بواسطة البريد الإلكتروني|"
        "يجب أنت تكون مسجل الدخول لتضيف تعليقا|يجب أن تكون مسجلا|لتضيف تعليقا|لإضافة تعليق|يتم مراجعة التعليقات|رد|الرد|"
        "دیدگاهتان را بنویسید|دیدگاه خود را بنویسید|نظر بدهید|ارسال نظر|ارسال دیدگاه|نشانی ایمیل شما منتشر نخواهد شد|ایمیل شما منتشر نخواهد شد|بخش های موردنیاز علامت گذاری شده اند|بخش‌های موردنیاز علامت‌گذاری شده‌اند|لغو پاسخ|نظر شما|نظر|نظرات|نام|ایمیل|دیدگاه|پاسخ|نظرات کاربران|"
        "leave a reply|leave a comment|leave comment|leave your comment|add a comment|add comment|add your comment|post a comment|post comment|write a comment|submit comment|join the conversation|join the discussion|have your say|be the first to comment|cancel reply|click here to cancel reply|your email address will not be published|your email will not be published|email address will not be published|required fields are marked|required fields are marked with|required fields|required|save my name|email|and website|website|in this browser|for the next time|i comment|next time i comment|save my name email and website in this browser for the next time i comment|notify me of follow up comments by email|notify me of new posts by email|name|your name|your email|your comment|comment|comments|view comments|show comments|hide comments|read comments|see comments|read the comments|reply|you must be logged in|to post a comment|please log in|please enter your comment|please enter your name here|this site uses akismet to reduce spam|learn how your comment data is processed|comments are closed|comments closed|comments off|comments are turned off|"
        "laisser un commentaire|laissez un commentaire|laisser une réponse|ajouter un commentaire|poster un commentaire|répondre|annuler la réponse|votre adresse e mail ne sera pas publiée|votre adresse de messagerie ne sera pas publiée|les champs obligatoires sont indiqués avec|champs obligatoires|enregistrer mon nom|mon e mail|et mon site|dans le navigateur|pour mon prochain commentaire|nom|commentaires|commentaire|site web|soyez le premier à commenter|réagir|"
        "schreibe einen kommentar|schreiben sie einen kommentar|kommentar schreiben|kommentar hinterlassen|hinterlasse einen kommentar|hinterlasse eine antwort|einen kommentar hinterlassen|antwort abbrechen|antworten abbrechen|deine e mail adresse wird nicht veröffentlicht|ihre e mail adresse wird nicht veröffentlicht|erforderliche felder sind mit|markiert|meinen namen|e mail adresse|und website|in diesem browser|für die nächste kommentierung|für meinen nächsten kommentar|speichern|name|kommentare|kommentar|kommentieren|jetzt kommentieren|diskutieren sie mit|"
        "bir yanıt yazın|yorum yap|yorum yapın|yorum yaz|cevap yaz|bir cevap yazın|yanıtı iptal et|e posta adresiniz yayınlanmayacak|e posta hesabınız yayımlanmayacak|gerekli alanlar|ile işaretlenmişlerdir|ile işaretlenmiştir|adınız|yorumunuz|yorumlar|isim|ad|ilk yorumu siz yapın|yorum|"
        "deja un comentario|dejar un comentario|deja una respuesta|dejar una respuesta|deja tu comentario|añadir comentario|publicar comentario|escribe un comentario|cancelar la respuesta|cancelar respuesta|tu dirección de correo electrónico no será publicada|su dirección de correo electrónico no será publicada|los campos obligatorios están marcados con|campos obligatorios|guarda mi nombre|correo electrónico|y web|en este navegador|para la próxima vez que comente|nombre|comentarios|comentario|responder|deixe um comentário|deixe uma resposta"},
    {LineKind::comments, Role::part, "بـ|ب|و|اسمي|الإلكتروني|الالكتروني|تعليقك|هنا|باستخدام|أو|with|are|marked|my|your|the|is|and|or|a|to|in|be|first|at|mit|sind|sont|avec|con|ile|los|votre"},

    // The reader's account, letters and apps.
    {LineKind::account, Role::whole, "تسجيل الدخول|تسجيل دخول|سجل الدخول|سجل دخولك|إنشاء حساب|إنشاء حساب جديد|حساب جديد|تسجيل|تسجيل الخروج|نسيت كلمة المرور|نسيت كلمة السر|هل نسيت كلمة المرور|فقدت كلمة المرور|كلمة المرور|اسم المستخدم|تذكرني|مرحبا بعودتك|أهلا بعودتك|تسجيل الدخول إلى حسابك|حسابي|إشعارات|إشعار|الإشعارات|تفعيل الإشعارات|"
        "ورود|ثبت نام|عضویت|ورود به سایت|رمز عبور|نام کاربری|login|log in|log out|logout|sign in|sign up|sign out|register|create account|create an account|create a free account|my account|account|welcome back|sign in to your account|log in to your account|lost your password|forgot your password|forgot password|remember me|password|username|username or email address|notification|notifications|show more notifications|already a subscriber|already have an account|already a member|don t have an account|not a member|register now|"
        "se connecter|connexion|s inscrire|inscription|mon compte|mot de passe oublié|mot de passe|déjà abonné|anmelden|einloggen|abmelden|registrieren|mein konto|passwort vergessen|passwort|benutzername|giriş yap|üye ol|kayıt ol|şifremi unuttum|iniciar sesión|inicia sesión|registrarse|regístrate|mi cuenta|olvidé mi contraseña|contraseña|cerrar sesión"},
    {LineKind::newsletter, Role::whole, "اشترك|اشتركوا|اشترك الآن|اشترك معنا|الاشتراك|اشترك في النشرة|اشترك في النشرة البريدية|اشترك في نشرتنا البريدية|اشترك في نشرتنا الإخبارية|اشترك في النشرة الإخبارية|اشترك في القائمة البريدية|النشرة البريدية|النشرة الإخبارية|نشرتنا البريدية|نشرتنا الإخبارية|القائمة البريدية|أدخل بريدك الإلكتروني|ادخل بريدك الإلكتروني|تابعنا|تابعونا|تابعنا على|تابعونا على|تابعنا عبر|تابعونا عبر|انضم إلينا|انضم إلى قناتنا|انضم إلى قناتنا على|انضموا إلى قناتنا على|حمل التطبيق|حمل تطبيق|حمّل التطبيق|تحميل التطبيق|حمل تطبيقنا|أخبار جوجل|أخبار غوغل|غوغل نيوز|جوجل نيوز|جوجل بلاي|آب ستور|"
        "عضویت در خبرنامه|خبرنامه|ما را دنبال کنید|subscribe|subscribe now|subscribe to our newsletter|subscribe to our newsletters|subscribe to newsletter|sign up for our newsletter|sign up for our newsletters|sign up to our newsletter|sign up for our free newsletter|join our newsletter|newsletter|newsletters|get our newsletter|get the newsletter|daily newsletter|weekly newsletter|enter your email|enter your email address|your email address|follow us|follow us on|follow|follow on|following|join us on|join our channel|join our telegram channel|join our whatsapp channel|find us on|like us on|get the app|download the app|download our app|get our app|google news|follow us on google news|app store|google play|apple news|donate|donate now|support us|become a member|unsubscribe|i agree|subscribed|stay connected|stay updated|stay informed|"
        "s abonner|abonnez vous|je m abonne|s abonner à la newsletter|abonnez vous à notre newsletter|inscrivez vous à notre newsletter|inscrivez vous à la newsletter|suivez nous|suivez nous sur|nous suivre|télécharger l application|télécharger notre application|faire un don|abonnieren|jetzt abonnieren|newsletter abonnieren|folgen sie uns|folgen sie uns auf|folge uns|folge uns auf|app herunterladen|jetzt spenden|abo|abone ol|bültene abone ol|bültenimize abone olun|bizi takip edin|takip et|takip edin|uygulamayı indir|suscríbete|suscribirse|suscríbase|suscríbete a nuestro boletín|suscríbete a nuestra newsletter|boletín|síguenos|síganos|síguenos en|síganos en|seguir|descarga la app|descargar aplicación|haz una donación"},
    {LineKind::newsletter, Role::part, "على|عبر|في|لتصلك|آخر|الأخبار|كل|جديد|قناتنا|صفحتنا|حسابنا|منصات|منصة|وسائل|التواصل|الاجتماعي|مواقع|البريدية|مجانا|ليصلك|our|latest|news|get|free|daily|weekly|channel|social|media|the|for|your|inbox|sur|notre|chaîne|auf|unserem|kanal|en|nuestro|canal|nuestras|redes|sociales"},
    {LineKind::copyright, Role::opens, "جميع الحقوق محفوظة|جميع الحقوق محفوظه|كل الحقوق محفوظة|حقوق النشر|حقوق الطبع والنشر|حقوق الملكية|copyright|all rights reserved|© copyright|tous droits réservés|alle rechte vorbehalten|tüm hakları saklıdır|todos los derechos reservados|تمامی حقوق|کلیه حقوق|تمام حقوق|powered by|designed by|developed by|تصميم وتطوير|تصميم وبرمجة|برمجة وتصميم|تطوير وتصميم"},
    {LineKind::copyright, Role::whole, "جميع الحقوق محفوظة|كل الحقوق محفوظة|الحقوق محفوظة|حقوق النشر|copyright|all rights reserved|tous droits réservés|alle rechte vorbehalten|tüm hakları saklıdır|todos los derechos reservados"},
    {LineKind::copyright, Role::part, "لـ|ل|لدى|موقع|شركة|©"},
    {LineKind::back_to_top, Role::whole, "العودة إلى الأعلى|العودة للأعلى|زر الذهاب إلى الأعلى|الذهاب إلى الأعلى|إلى الأعلى|أعلى الصفحة|العودة إلى أعلى|انتقل إلى الأعلى|بازگشت به بالا|back to top|go to top|scroll to top|return to top|top|to top|retour en haut|haut de page|nach oben|zum seitenanfang|başa dön|yukarı çık|volver arriba|ir arriba|arriba|زر الذهاب"},
    {LineKind::advertisement, Role::whole, "إعلان|إعلانات|اعلان|الإعلانات|إعلان مدفوع|محتوى مدفوع|مساحة إعلانية|آگهی|تبلیغات|تبلیغ|advertisement|advertisements|advertising|advertisment|ad|ads|sponsored|sponsored content|promoted|paid content|scroll to continue|article continues below|story continues below advertisement|article continues after advertisement|story continues below|continue reading below|continue reading the main story|skip advertisement|publicité|publicite|annonce|la suite après la publicité|anzeige|werbung|reklam|publicidad|anuncio|patrocinado|publicidade|advertentie|pubblicità|report this ad|remove ads|adblock"},
};

// News agencies and picture desks, in the words credits use.
constexpr std::string_view agencies =
    "رويترز|فرانس برس|وكالة الصحافة الفرنسية|أ ف ب|ا ف ب|أسوشيتد برس|أسوشييتد برس|اسوشيتد برس|أ ب|د ب أ|الأناضول|وكالة الأناضول|الأناضول للأنباء|سانا|وكالة سانا|قنا|واس|وام|كونا|بترا|وفا|معا|واع|شينخوا|سبوتنيك|تاس|إرنا|ارنا|إيسنا|تسنيم|فارس|مهر|إفي|"
    "سي إن إن|بي بي سي|الجزيرة|الجزيرة نت|العربية|العربي الجديد|وكالات|الوكالات|وكالة أنباء|وكالة الأنباء|غيتي|غيتي إيميجز|جيتي|جيتي إيميجز|جيتي ايمدجز|شترستوك|مواقع التواصل الاجتماعي|مواقع التواصل|وسائل التواصل الاجتماعي|الإنترنت|إنترنت|انترنت|مواقع إلكترونية|أرشيف|أرشيفية|الأوروبية|"
    "reuters|afp|ap|associated press|the associated press|agence france presse|dpa|epa|efe|ansa|tass|xinhua|upi|pti|ani|anadolu|anadolu agency|aa|sana|wam|spa|qna|bloomberg|cnn|bbc|getty|getty images|gettyimages|shutterstock|istock|istockphoto|unsplash|pixabay|pexels|flickr|wikimedia|wikimedia commons|wikipedia|creative commons|"
    "adobe stock|imago|imago images|picture alliance|ddp|keystone|sipa|sipa usa|zuma|zuma press|alamy|nurphoto|belga|anp|apa|ats|pa|pa media|pa wire|canadian press|the canadian press|aap|ntb|tt|ritzau|lusa|cna|irna|isna|ap photo|afp photo|agencies|via|via ap|via reuters|via getty images|pool|handout|file|dha|iha|europa press|agencias|رویترز|خبرگزاری فرانسه|ایرنا|ایسنا|تسنیم|reuters tv|stringer|staff|twitter|x|facebook|instagram|youtube|telegram|screenshot|archive|archiv";
// clang-format on

struct Tables {
    std::unordered_map<std::string, Phrase> cover;        // whole and part
    std::unordered_map<std::string, Phrase> opening;      // opens and label
    std::unordered_map<std::string, std::size_t> longest; // first word → words of the longest in cover
    std::unordered_map<std::string, std::size_t> longest_opening; // the same in opening
    std::unordered_set<std::string> agency;
};

// The key of a phrase: its folded words with single spaces.
std::string key_of(std::span<const LineWord> words) {
    std::string key;
    for (const auto& word : words) {
        if (!key.empty()) key += ' ';
        key += word.folded;
    }
    return key;
}

template <typename Add>
void each_phrase(std::string_view list, Add add) {
    while (!list.empty()) {
        const auto bar = std::min(list.find('|'), list.size());
        const auto words = line_words(list.substr(0, bar));
        if (!words.empty()) add(key_of(words), words.size());
        list.remove_prefix(std::min(bar + 1, list.size()));
    }
}

void add_row(Tables& tables, const Row& row) {
    const bool opens = row.role == Role::opens || row.role == Role::label;
    auto& map = opens ? tables.opening : tables.cover;
    each_phrase(row.phrases, [&](std::string key, std::size_t words) {
        const Phrase phrase{row.kind, row.role, row.updated, words};
        auto& longest = (opens ? tables.longest_opening : tables.longest)[key.substr(0, key.find(' '))];
        longest = std::max(longest, words);
        const auto [at, fresh] = map.try_emplace(std::move(key), phrase);
        // The first kind to claim a phrase keeps it, but what can stand alone beats what only helps.
        if (!fresh && at->second.role == Role::part && row.role == Role::whole) at->second = phrase;
    });
}

Tables build() {
    Tables tables;
    for (const auto& row : table)
        add_row(tables, row);
    each_phrase(agencies, [&](std::string key, std::size_t) { tables.agency.insert(std::move(key)); });
    return tables;
}

const Tables& tables() {
    static const Tables built = build();
    return built;
}

} // namespace

std::size_t longest_phrase(const std::string& folded_first_word) {
    const auto& map = tables().longest;
    const auto found = map.find(folded_first_word);
    return found == map.end() ? 0 : found->second;
}

Phrase phrase_of(std::span<const LineWord> words, std::size_t length) {
    const auto& map = tables().cover;
    const auto found = map.find(key_of(words.first(length)));
    return found == map.end() ? Phrase{} : found->second;
}

Phrase opening(std::span<const LineWord> words) {
    const auto& map = tables().opening;
    const auto longest =
        words.empty() ? tables().longest_opening.end() : tables().longest_opening.find(words.front().folded);
    if (longest == tables().longest_opening.end()) return {};
    for (std::size_t length = std::min(words.size(), longest->second); length > 0; --length) {
        const auto found = map.find(key_of(words.first(length)));
        if (found != map.end()) return found->second;
    }
    return {};
}

bool is_agency(std::span<const LineWord> words) {
    if (words.empty() || words.size() > max_phrase_words) return false;
    return tables().agency.contains(key_of(words));
}

} // namespace khabar::article
