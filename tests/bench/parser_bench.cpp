// The small parsers beside the library on the machine that does the nearest thing, in turns, in one run, by
// CPU time. `of_…` is our time ÷ theirs: below 1 we are faster.
//   cmake --preset bench && ninja -C build/bench parser_bench && build/bench/tests/bin/parser_bench
//
//   feeds      feed::parse (decoded, repaired, entries cleaned, dates read) and libxml2's SAX parser alone
//   URLs       url::Url (WHATWG) and libcurl's URL API (RFC 3986 and habits), each taken apart and put
//   together robots     robots::parse once and a verdict a URL, and a plain matcher by RFC 9309 that reads
//   the file for
//              each URL, as Google's reference does
//   dates      date::parse, which is told nothing of the form, and ICU's SimpleDateFormat, given the pattern
//   encodings  text::decode, which finds the encoding, and ICU's converter, told its name

#include "parsers/date/parse.hpp"
#include "parsers/feed/feed.hpp"
#include "parsers/robots/robots.hpp"
#include "parsers/text/encoding.hpp"
#include "parsers/url/url.hpp"
#include "tests/bench/cpu_clock.hpp"

#include <benchmark/benchmark.h>
#include <curl/urlapi.h>
#include <libxml/parser.h>
#include <unicode/smpdtfmt.h>
#include <unicode/ucnv.h>

#include <memory>
#include <vector>

namespace khabar::bench {
namespace {

// Runs ours and theirs in turns; `items` is how many of the thing one round handles.
template <typename Ours, typename Theirs>
void side_by_side(benchmark::State& state, const char* ratio, std::size_t items, Ours ours, Theirs theirs) {
    double our_time = 0, their_time = 0;
    for (auto round : state) {
        const double took = cpu_seconds_of(ours);
        our_time += took;
        their_time += cpu_seconds_of(theirs);
        state.SetIterationTime(took);
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * items));
    state.counters[ratio] = our_time / their_time;
}

std::string feed_of(std::size_t items) {
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>The Daily "
        "Example</title><link>https://example.org/</link>\n";
    for (std::size_t i = 0; i < items; ++i) {
        const std::string n = std::to_string(i);
        out.append("<item><title>Council agrees on plan ")
            .append(n)
            .append(" &amp; more</title><link>https://example.org/2024/05/06/plan-")
            .append(n)
            .append("?utm_source=rss</link><guid isPermaLink=\"false\">")
            .append(n)
            .append("</guid><pubDate>Mon, 06 May 2024 07:08:09 "
                    "+0300</pubDate><category>City</category><description>")
            .append("&lt;p&gt;The council met on Tuesday to decide on the plan, and after four hours it "
                    "agreed. Work will begin ")
            .append(
                "in the spring, said the mayor, and end before the rains.&lt;/p&gt;</description></item>\n");
    }
    return out + "</channel></rss>\n";
}

std::size_t sax_elements = 0;
void count_element(void*, const xmlChar*, const xmlChar*, const xmlChar*, int, const xmlChar**, int, int,
                   const xmlChar**) {
    ++sax_elements;
}

void feeds(benchmark::State& state) {
    const std::string bytes = feed_of(200);
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = count_element;
    side_by_side(
        state, "of_libxml2_sax", 200,
        [&] {
            const auto feed = feed::parse(bytes);
            if (!feed || feed->entries.size() != 200) state.SkipWithError("not every entry was read");
        },
        [&] { xmlSAXUserParseMemory(&handler, nullptr, bytes.data(), static_cast<int>(bytes.size())); });
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes.size()));
}
BENCHMARK(feeds)->UseManualTime()->Unit(benchmark::kMicrosecond);

std::vector<std::string> addresses() {
    std::vector<std::string> list;
    for (int i = 0; i < 250; ++i) {
        const std::string n = std::to_string(i);
        list.push_back("https://www.example.org/2024/05/06/council-agrees-on-plan-" + n +
                       "/?utm_source=rss&id=" + n);
        list.push_back("http://EXAMPLE.org:80/a/b/../c/./" + n + "#part");
        list.push_back("https://news.example.co.uk/story/" + n + "?q=a%20b&lang=en");
        list.push_back("https://user@example.net:8443/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/" + n);
    }
    return list;
}

void urls(benchmark::State& state) {
    const auto list = addresses();
    side_by_side(
        state, "of_libcurl", list.size(),
        [&] {
            for (const auto& text : list) {
                const auto url = url::Url::parse(text);
                benchmark::DoNotOptimize(url->href().data());
            }
        },
        [&] {
            CURLU* const handle = curl_url();
            for (const auto& text : list) {
                curl_url_set(handle, CURLUPART_URL, text.c_str(), 0);
                char* whole = nullptr;
                curl_url_get(handle, CURLUPART_URL, &whole, 0);
                benchmark::DoNotOptimize(whole);
                curl_free(whole);
            }
            curl_url_cleanup(handle);
        });
}
BENCHMARK(urls)->UseManualTime()->Unit(benchmark::kMicrosecond);

// The longest matching pattern wins, Allow wins a tie; the file is read anew for each question.
bool pattern_matches(std::string_view pattern, std::string_view path) {
    const bool whole = pattern.ends_with('$');
    if (whole) pattern.remove_suffix(1);
    std::size_t at = 0;
    for (bool first = true;; first = false) {
        const auto star = std::min(pattern.find('*'), pattern.size());
        const auto piece = pattern.substr(0, star);
        const auto found = first ? (path.starts_with(piece) ? 0 : path.npos) : path.find(piece, at);
        if (found == path.npos) return false;
        at = found + piece.size();
        if (star == pattern.size()) return !whole || at == path.size() || (!first && path.ends_with(piece));
        pattern.remove_prefix(star + 1);
    }
}

bool plain_allowed(std::string_view robots, std::string_view path) {
    std::size_t best = 0;
    bool allowed = true;
    while (!robots.empty()) {
        const auto end = std::min(robots.find('\n'), robots.size());
        const auto line = robots.substr(0, end);
        robots.remove_prefix(std::min(end + 1, robots.size()));
        const bool allow = line.starts_with("Allow: ");
        if (!allow && !line.starts_with("Disallow: ")) continue;
        const auto pattern = line.substr(line.find(' ') + 1);
        if (pattern.size() < best || !pattern_matches(pattern, path)) continue;
        if (pattern.size() > best || allow) allowed = allow;
        best = pattern.size();
    }
    return allowed;
}

void robots_verdicts(benchmark::State& state) {
    std::string file = "User-agent: *\n";
    for (int i = 0; i < 60; ++i)
        file.append("Disallow: /private/")
            .append(std::to_string(i))
            .append("/*?print=\nAllow: /private/")
            .append(std::to_string(i))
            .append("/open\n");
    std::vector<std::string> paths;
    for (int i = 0; i < 1000; ++i)
        paths.push_back((i % 3 == 0 ? "/private/" : "/2024/05/") + std::to_string(i % 80) + "/story?print=1");
    std::size_t ours = 0, theirs = 0;
    side_by_side(
        state, "of_plain_matcher", paths.size(),
        [&] {
            const auto robots = robots::parse(file, "khabar");
            for (const auto& path : paths)
                ours += robots.verdict(path).allowed ? 1 : 0;
        },
        [&] {
            for (const auto& path : paths)
                theirs += plain_allowed(file, path) ? 1 : 0;
        });
    if (ours != theirs) state.SkipWithError("the verdicts differ");
}
BENCHMARK(robots_verdicts)->UseManualTime()->Unit(benchmark::kMicrosecond);

void dates(benchmark::State& state) {
    std::vector<std::string> list;
    for (int day = 1; day <= 28; ++day)
        list.push_back((day < 10 ? "0" : "") + std::to_string(day) + " May 2024 07:08:09 +0300");
    UErrorCode status = U_ZERO_ERROR;
    const icu::SimpleDateFormat format("dd MMM yyyy HH:mm:ss Z", icu::Locale::getEnglish(), status);
    side_by_side(
        state, "of_icu", list.size(),
        [&] {
            for (const auto& text : list)
                if (!date::parse(text)) state.SkipWithError("a date was not read");
        },
        [&] {
            for (const auto& text : list) {
                UErrorCode read = U_ZERO_ERROR;
                benchmark::DoNotOptimize(format.parse(icu::UnicodeString::fromUTF8(text), read));
                if (U_FAILURE(read)) state.SkipWithError("ICU read no date");
            }
        });
}
BENCHMARK(dates)->UseManualTime()->Unit(benchmark::kMicrosecond);

void windows_1256(benchmark::State& state) {
    std::string bytes = "<meta charset=windows-1256><p>";
    while (bytes.size() < 100'000)
        bytes += "\xC7\xE1\xE3\xCC\xE1\xD3 \xC7\xE1\xE6\xD2\xED\xD1 "; // المجلس الوزير
    std::string out(bytes.size() * 3, '\0');
    side_by_side(
        state, "of_icu", 1,
        [&] {
            if (text::decode(bytes).encoding != "windows-1256") state.SkipWithError("another encoding");
        },
        [&] {
            UErrorCode status = U_ZERO_ERROR;
            ucnv_convert("utf-8", "windows-1256", out.data(), static_cast<std::int32_t>(out.size()),
                         bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
            benchmark::DoNotOptimize(out.data());
        });
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes.size()));
}
BENCHMARK(windows_1256)->UseManualTime()->Unit(benchmark::kMicrosecond);

} // namespace
} // namespace khabar::bench
