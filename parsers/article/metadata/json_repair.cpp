#include "parsers/article/metadata/json_repair.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

namespace khabar::article {
namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Off with <!-- -->, //<![CDATA[ … //]]>, and a closing semicolon.
std::string_view unwrap(std::string_view text) {
    constexpr std::array<std::string_view, 7> before{"<!--",         "//<![CDATA[", "/*<![CDATA[*/",
                                                     "// <![CDATA[", "<![CDATA[",   "/* <![CDATA[ */",
                                                     "\xEF\xBB\xBF"};
    constexpr std::array<std::string_view, 8> after{"-->", "//]]>", "/*]]>*/",   "// ]]>",
                                                    "]]>", ";",     "/* ]]> */", "//"};
    for (bool again = true; again;) {
        again = false;
        while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ')
            text.remove_prefix(1);
        while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ')
            text.remove_suffix(1);
        for (const auto mark : before)
            if (text.starts_with(mark)) text.remove_prefix(mark.size()), again = true;
        for (const auto mark : after)
            if (text.ends_with(mark)) text.remove_suffix(mark.size()), again = true;
    }
    return text;
}

class Repair {
  public:
    explicit Repair(std::string_view text) : text_(text) { out_.reserve(text.size() + 16); }

    std::string run() {
        while (at_ < text_.size()) {
            if (in_string_)
                string_byte();
            else
                outer_byte();
        }
        if (in_string_) out_ += '"';
        drop_trailing_comma();
        if (last_ == ':') out_ += "null";
        while (!open_.empty()) {
            out_ += open_.back() == '{' ? '}' : ']';
            open_.pop_back();
        }
        return std::move(out_);
    }

  private:
    void outer_byte() {
        const char c = text_[at_++];
        if (is_space(c)) {
            out_ += ' ';
            return;
        }
        if (static_cast<unsigned char>(c) < ' ') return;
        if (c == '"') {
            in_string_ = true;
        } else if (c == '{' || c == '[') {
            open_.push_back(c);
        } else if (c == '}' || c == ']') {
            if (last_ == ':') out_ += "null";
            drop_trailing_comma();
            if (!open_.empty()) open_.pop_back();
        } else if (c == ',') {
            if (last_ == ':') out_ += "null";
            if (last_ == ',' || last_ == '{' || last_ == '[') return;
        }
        out_ += c;
        last_ = c;
    }

    void string_byte() {
        const char c = text_[at_++];
        if (c == '\\' && at_ < text_.size()) {
            const char next = text_[at_++];
            if (next == 'u') {
                escaped_unit();
            } else if (std::string_view("\"\\/bfnrt").find(next) != std::string_view::npos) {
                out_ += c;
                out_ += next;
            } else if (!is_space(next)) {
                out_ += next; // \' and its kin
            }
        } else if (c == '"' && closes()) {
            in_string_ = false;
            out_ += c;
            last_ = c;
        } else if (c == '"') {
            out_ += "\\\"";
        } else if (static_cast<unsigned char>(c) < ' ') {
            out_ += c == '\n' ? "\\n" : " ";
        } else if (c != '\\') {
            out_ += c;
        }
    }

    // What stands behind "\u". Half of a surrogate pair is left where a script cut a text inside an emoji.
    void escaped_unit() {
        const auto unit = unit_at(at_);
        if (!unit) {
            out_ += 'u';
            return;
        }
        std::size_t length = 4;
        const bool pair = is_high_surrogate(*unit) && text_.substr(at_ + 4, 2) == "\\u" &&
                          is_low_surrogate(unit_at(at_ + 6).value_or(0));
        if (pair) length = 10;
        if (!pair && (is_high_surrogate(*unit) || is_low_surrogate(*unit)))
            out_ += "\\ufffd";
        else
            out_.append("\\u").append(text_.substr(at_, length));
        at_ += length;
    }

    [[nodiscard]] std::optional<unsigned> unit_at(std::size_t begin) const {
        const auto digits = text_.substr(std::min(begin, text_.size()), 4);
        unsigned unit = 0;
        const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
        if (digits.size() != 4 || status != std::errc{} || end != digits.data() + 4) return std::nullopt;
        return unit;
    }
    static bool is_high_surrogate(unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; }
    static bool is_low_surrogate(unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; }

    // A quote ends its string where JSON goes on behind it; in prose, letters do.
    bool closes() const {
        std::size_t next = at_;
        while (next < text_.size() && is_space(text_[next]))
            ++next;
        if (next == text_.size()) return true;
        const char c = text_[next];
        if (c == ':' || c == '}' || c == ']') return true;
        if (c != ',') return false;
        ++next;
        while (next < text_.size() && is_space(text_[next]))
            ++next;
        return next == text_.size() ||
               std::string_view("\"{[}]-0123456789tfn").find(text_[next]) != std::string_view::npos;
    }

    void drop_trailing_comma() {
        if (last_ != ',') return;
        while (!out_.empty() && out_.back() != ',')
            out_.pop_back();
        if (!out_.empty()) out_.pop_back();
    }

    std::string_view text_;
    std::string out_;
    std::vector<char> open_;
    std::size_t at_ = 0;
    char last_ = 0; // last byte outside of strings that is no space
    bool in_string_ = false;
};

} // namespace

std::string repair_json(std::string_view text) {
    return Repair(unwrap(text)).run();
}

} // namespace khabar::article
