#include "parsers/article/metadata/title_parts.hpp"

#include "parsers/article/lines/line_words.hpp"
#include "parsers/text/fold.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace khabar::article {
namespace {

constexpr std::size_t min_title_letters = 3;
constexpr int max_cuts = 3; // section, site, slogan
constexpr std::size_t max_key_words = 200;

// Marks that part a title from its frame wherever they stand.
constexpr std::array<std::string_view, 15> separators{" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ",
                                                      " • ", " ‹ ", " › ", "|",   "ㅣ",   "｜",  " ∣ "};
// Marks that headlines hold themselves ("Elections: who won"): believed only where both halves are known.
constexpr std::array<std::string_view, 6> doubtful_separators{": ", " / ", "-", "_", " : ", "–"};

// Every word of three letters or more is in the host's name: "Bridge Tyres" on tyres.bridge.example.
bool is_made_of_host(std::string_view part, std::string_view host_letters) {
    std::size_t found = 0;
    for (const auto& word : line_words(part, 8)) {
        if (word.folded.size() < 3) continue;
        if (host_letters.find(word.folded) == std::string_view::npos) return false;
        ++found;
    }
    return found >= 2;
}

// Does this end part of a title name the site?
bool is_site_part(std::string_view part, const TitleFrame& frame) {
    const auto letters = title_letters(part);
    if (letters.empty()) return true;
    if (!frame.site.empty()) {
        const auto name = title_letters(frame.site);
        if (letters == name ||
            (name.size() >= 4 && letters.size() < name.size() * 3 && letters.find(name) != std::string::npos))
            return true;
        if (letters.size() >= 4 && name.find(letters) != std::string::npos) return true;
    }
    auto host = frame.host;
    if (host.starts_with("www.")) host.remove_prefix(4);
    const auto name = title_letters(host.substr(0, host.rfind('.')));
    const auto whole = title_letters(host);
    if (letters.size() >= 3 && (whole == letters || name == letters)) return true;
    if (is_made_of_host(part, whole)) return true;
    return letters.size() >= 4 && name.size() >= 4 && letters.size() < 30 &&
           (name.find(letters) != std::string::npos || letters.find(name) != std::string::npos);
}

struct Halves {
    std::string_view kept, cut;
};

class Cutter {
  public:
    Cutter(const TitleFrame& frame, const KnownTitles& known) : frame_(frame), known_(known) {}

    [[nodiscard]] std::optional<Halves> cut(std::string_view title, bool framed) const {
        for (const auto mark : separators)
            if (const auto halves = at_mark(title, mark, framed, true)) return halves;
        for (const auto mark : doubtful_separators)
            if (const auto halves = at_mark(title, mark, framed, false)) return halves;
        return std::nullopt;
    }

  private:
    [[nodiscard]] static bool holds(const std::vector<std::string>& keys, std::string_view key) {
        return std::ranges::find(keys, key) != keys.end();
    }

    // What a heading shows may be the site's name: not where the head states the other half.
    [[nodiscard]] bool is_known(const Halves& halves) const {
        const auto key = title_key(halves.kept);
        return holds(known_.stated, key) ||
               (holds(known_.shown, key) && !holds(known_.stated, title_key(halves.cut)));
    }

    [[nodiscard]] bool is_site_itself(std::string_view part) const {
        return !frame_.site.empty() && title_letters(part) == title_letters(frame_.site);
    }

    [[nodiscard]] bool names_frame(std::string_view part, bool framed) const {
        return is_site_part(part, frame_) || is_section(part, framed) || holds(known_.logos, title_key(part));
    }

    // The section beside the site's name: "… - Politics | The Example".
    [[nodiscard]] bool is_section(std::string_view part, bool framed) const {
        return framed && !frame_.section.empty() && title_key(part) == title_key(frame_.section);
    }

    [[nodiscard]] std::optional<Halves> at_mark(std::string_view title, std::string_view mark, bool framed,
                                                bool plain) const {
        const auto last = title.rfind(mark), first = title.find(mark);
        if (last == std::string_view::npos) return std::nullopt;
        const bool shown = holds(known_.shown, title_key(title));
        const auto parts = [&](const Halves& halves, bool at_end) {
            if (title_letters(halves.kept).size() < min_title_letters) return false;
            if (shown && !is_site_itself(halves.cut) && !title_letters(halves.cut).empty())
                return false; // "Algérie - Maroc : …" in Le Matin d’Algérie
            if (plain) return names_frame(halves.cut, framed) || is_known(halves);
            return (at_end && (is_site_itself(halves.cut) || is_section(halves.cut, framed))) ||
                   (names_frame(halves.cut, framed) && is_known(halves));
        };
        const Halves end{title.substr(0, last), title.substr(last + mark.size())};
        if (parts(end, true)) return end;
        const Halves begin{title.substr(first + mark.size()), title.substr(0, first)};
        if (parts(begin, false)) return begin;
        return std::nullopt;
    }

    const TitleFrame& frame_;
    const KnownTitles& known_;
};

} // namespace

std::string title_key(std::string_view text) {
    std::string key;
    for (const auto& word : line_words(text, max_key_words))
        key += (key.empty() ? "" : " ") + word.folded;
    return key;
}

std::string title_letters(std::string_view text) {
    std::string out;
    for (const char c : text::fold(text))
        if (static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c))) out += c;
    return out;
}

std::string without_frame(std::string_view title, const TitleFrame& frame, const KnownTitles& known) {
    const Cutter cutter(frame, known);
    for (int round = 0; round < max_cuts; ++round) {
        const auto halves = cutter.cut(title, round > 0);
        if (!halves) break;
        title = halves->kept;
    }
    return text::collapse_space(title);
}

} // namespace khabar::article
