#include "parsers/article/flat_title.hpp"

#include "parsers/article/flat_prose.hpp"
#include "parsers/article/lines/line_words.hpp"
#include "parsers/text/fold.hpp"
#include "parsers/text/utf8.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace khabar::article {
namespace {

constexpr std::size_t max_title_words = 34;
constexpr std::size_t min_title_words = 3;
constexpr std::size_t max_stems = 4000;
constexpr double topic_weight = 8;
constexpr double min_title_votes = 2.0;

std::string key_of(std::string_view text) {
    std::string key;
    for (const auto& word : line_words(text, 80))
        key += word.folded + ' ';
    return key;
}

bool may_be_title(const FlatLine& line) {
    return line.is.kind == LineKind::prose && line.words >= min_title_words && line.words <= max_title_words;
}

// The first letters of a word: what inflection leaves alone.
std::string stem(const std::string& word) {
    return std::string(text::prefix(word, static_cast<unsigned char>(word[0]) >= 0x80 ? 8 : 5));
}

// "Reading: …" and the last part of a breadcrumb say the title.
std::unordered_set<std::string> announced_titles(std::span<const FlatLine> lines) {
    std::unordered_set<std::string> keys;
    for (const auto& line : lines) {
        if (line.words > max_title_words + 8) continue;
        const std::string_view text = line.text;
        if (line.is.kind == LineKind::rail)
            if (const auto at = text.find(": "); at != std::string_view::npos)
                keys.insert(key_of(text.substr(at + 2)));
        for (const std::string_view mark : {"> ", "» ", "› ", "/ ", "/"}) {
            const auto first = text.find(mark), last = text.rfind(mark);
            if (last == std::string_view::npos) continue;
            if (line.is.kind == LineKind::breadcrumb || first != last)
                keys.insert(key_of(text.substr(last + mark.size())));
        }
    }
    keys.erase(std::string());
    return keys;
}

class Election {
  public:
    Election(std::span<const FlatLine> lines, FlatRun run, const FlatTopic& topic,
             std::string_view feed_title)
        : lines_(lines),
          run_(run),
          topic_(topic),
          feed_(key_of(feed_title)),
          announced_(announced_titles(lines)),
          keys_(lines.size()) {
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (may_be_title(lines_[i])) keys_[i] = key_of(lines_[i].text);
        for (std::size_t i = 0; i < keys_.size(); ++i) {
            ++copies_[keys_[i]];
            if (i > run_.begin && i < run_.end) inside_.insert(keys_[i]);
        }
    }

    FlatTitle hold() {
        FlatTitle title;
        double most = 0;
        for (std::size_t i = 0; i < lines_.size() && i < std::max(run_.end, run_.begin + 1); ++i) {
            if (keys_[i].empty()) continue;
            const double votes = votes_for(i);
            if (votes <= most) continue;
            most = votes;
            title.text = lines_[i].text;
            title.sure = keys_[i] == feed_ || is_announced(i) || (copies_of(i) >= 2 && lines_[i].words >= 4);
        }
        if (most < min_title_votes) title.text.clear();
        return title;
    }

  private:
    double votes_for(std::size_t i) const {
        const FlatLine& line = lines_[i];
        const bool above = i < run_.begin;
        double votes = above ? 0 : -6; // inside the text only where it stands out
        // A table of contents repeats the text's subheadings; a title stands above the text both times.
        if (above && stands_inside(i))
            votes -= 3;
        else if (copies_of(i) >= 2)
            votes += line.words >= 5 ? 5 : 2;
        if (keys_[i] == feed_) votes += 6;
        if (is_announced(i)) votes += 5;
        if (i == 0) votes += 2;
        if (above && run_.begin < run_.end) votes += nearness(i);
        return votes + form_votes(line) + topic_weight * topic_.share(line.text);
    }

    static double form_votes(const FlatLine& line) {
        double votes = 0;
        if (line.bullet) votes -= 3;
        if (line.text.ends_with('.') && !line.text.ends_with("..")) votes -= 4;
        if (line.words >= 5) votes += 1;
        if (line.text.find(" / ") != std::string::npos || line.text.find('|') != std::string::npos)
            votes -= 4;
        return votes;
    }

    std::size_t copies_of(std::size_t i) const { return copies_.at(keys_[i]); }
    bool is_announced(std::size_t i) const { return announced_.contains(keys_[i]); }
    bool stands_inside(std::size_t i) const { return inside_.contains(keys_[i]); }

    // 3 right above the text, less with each line between, most with prose; -3 from some sixty lines on.
    double nearness(std::size_t index) const {
        constexpr double least = -3;
        double votes = 3;
        for (std::size_t i = index + 1; i < run_.begin && votes > least; ++i)
            votes -= lines_[i].is.kind == LineKind::prose ? 0.4 : 0.1;
        return std::max(votes, least);
    }

    std::span<const FlatLine> lines_;
    FlatRun run_;
    const FlatTopic& topic_;
    std::string feed_;
    std::unordered_set<std::string> announced_; // keys
    std::vector<std::string> keys_;             // of the lines that may be titles; empty for others
    std::unordered_map<std::string_view, std::size_t> copies_; // how often each of keys_ stands there
    std::unordered_set<std::string_view> inside_;              // those below the first line of the text
};

} // namespace

FlatTopic::FlatTopic(std::span<const FlatLine> lines, FlatRun run, bool unmarked) {
    for (std::size_t i = run.begin; i < run.end && stems_.size() < max_stems; ++i)
        if (is_sentence(lines[i], unmarked))
            for (const auto& word : line_words(lines[i].text, 300))
                stems_.insert(stem(word.folded));
}

double FlatTopic::share(std::string_view line) const {
    std::size_t known = 0, all = 0;
    for (const auto& word : line_words(line, max_title_words)) {
        if (text::length(word.folded) < 4) continue;
        ++all;
        known += stems_.contains(stem(word.folded));
    }
    return all < 2 ? 0 : static_cast<double>(known) / static_cast<double>(all);
}

FlatTitle find_flat_title(std::span<const FlatLine> lines, FlatRun run, const FlatTopic& topic,
                          std::string_view feed_title) {
    FlatTitle title = Election(lines, run, topic, feed_title).hold();
    title.text = text::clean_field(title.text.empty() ? feed_title : std::string_view(title.text));
    return title;
}

} // namespace khabar::article
