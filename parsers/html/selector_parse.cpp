#include "parsers/html/selector_program.hpp"
#include "parsers/text/ascii.hpp"
#include "parsers/text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace khabar::html {

namespace {

constexpr std::size_t max_source_bytes = 1024;
constexpr std::size_t max_compounds = 64;
constexpr int max_nesting = 4; // parse and match recurse once a level

using text::is_digit;
using text::is_space;
using text::lower;
using text::lower_case;
bool is_name_char(char c) {
    return text::is_letter_or_digit(c) || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// Every read_… returns false after setting error_: the caller only hands it up.
class Parser {
  public:
    explicit Parser(std::string_view css) : css_(css) {}

    Result<SelectorList> run() {
        SelectorList list;
        if (css_.size() > max_source_bytes) return fail(Errc::bad_selector, "longer than 1024 bytes");
        if (read_list(list, 0, false)) {
            if (at_ == css_.size()) return list;
            mistake("unexpected character");
        }
        return fail(Errc::bad_selector, error_ + " at column " + std::to_string(error_at_ + 1));
    }

  private:
    bool mistake(const char* what) {
        if (error_.empty()) {
            error_ = what;
            error_at_ = at_;
        }
        return false;
    }

    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < css_.size() ? css_[at_ + ahead] : '\0';
    }
    bool take(char c) {
        if (peek() != c || at_ >= css_.size()) return false;
        ++at_;
        return true;
    }
    bool skip_space() {
        const std::size_t begin = at_;
        while (is_space(peek()))
            ++at_;
        return at_ > begin;
    }

    bool read_list(SelectorList& list, int nesting, bool relative) {
        do {
            ComplexSelector complex;
            if (!read_complex(complex, nesting, relative)) return false;
            list.any_of.push_back(std::move(complex));
        } while (take(','));
        return true;
    }

    Combinator read_combinator() {
        const bool space = skip_space();
        Combinator combinator = space ? Combinator::descendant : Combinator::none;
        if (take('>'))
            combinator = Combinator::child;
        else if (take('+'))
            combinator = Combinator::next;
        else if (take('~'))
            combinator = Combinator::later;
        skip_space();
        return combinator;
    }

    bool read_complex(ComplexSelector& complex, int nesting, bool relative) {
        Combinator before = Combinator::none;
        if (relative) {
            before = read_combinator();
            if (before == Combinator::none) before = Combinator::descendant;
            Compound scope;
            scope.positions.push_back({Position::scope, 0, 0});
            complex.push_back(std::move(scope));
        } else {
            skip_space();
        }
        while (true) {
            Compound compound;
            compound.before = before;
            if (!read_compound(compound, nesting)) return false;
            complex.push_back(std::move(compound));
            if (++compounds_ > max_compounds) return mistake("more than 64 compound selectors");
            before = read_combinator();
            const bool ended = at_ == css_.size() || peek() == ',' || peek() == ')';
            if (ended && before != Combinator::none && before != Combinator::descendant)
                return mistake("a selector must follow the combinator");
            if (ended) return true;
            if (before == Combinator::none) return mistake("unexpected character");
        }
    }

    bool read_compound(Compound& compound, int nesting) {
        const std::size_t begin = at_;
        if (!take('*') && (is_name_char(peek()) || peek() == '\\')) {
            const auto name = read_name();
            if (!name) return false;
            compound.any_tag = false;
            compound.tag_name = lower_case(*name);
            compound.tag = tag_from_name(compound.tag_name);
        }
        while (true) {
            if (take('.')) {
                const auto name = read_name();
                if (!name) return false;
                compound.classes.push_back(*name);
            } else if (take('#')) {
                const auto name = read_name();
                if (!name) return false;
                compound.attributes.push_back({AttributeTest::equals, false, "id", *name});
            } else if (take('[')) {
                if (!read_attribute(compound)) return false;
            } else if (peek() == ':') {
                if (!read_pseudo(compound, nesting)) return false;
            } else {
                break;
            }
        }
        return at_ > begin || mistake("expected a selector");
    }

    // An identifier with CSS escapes; it may begin with a digit only as an escape.
    std::optional<std::string> read_name() {
        std::string name;
        const bool begins_with_digit = is_digit(peek());
        while (true) {
            if (is_name_char(peek())) {
                name.push_back(css_[at_++]);
            } else if (peek() == '\\' && at_ + 1 < css_.size()) {
                ++at_;
                read_escape(name);
            } else {
                break;
            }
        }
        if (name.empty() || begins_with_digit) {
            mistake("expected a name");
            return std::nullopt;
        }
        return name;
    }

    void read_escape(std::string& out) {
        std::uint32_t code = 0;
        const std::size_t most = std::min(css_.size(), at_ + 6);
        const auto [end, status] = std::from_chars(css_.data() + at_, css_.data() + most, code, 16);
        if (status != std::errc{}) {
            out.push_back(css_[at_++]);
            return;
        }
        at_ = static_cast<std::size_t>(end - css_.data());
        if (is_space(peek())) ++at_;
        const bool valid = code != 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
        text::append_utf8(out, valid ? static_cast<char32_t>(code) : U'\uFFFD');
    }

    bool read_attribute(Compound& compound) {
        AttributeCondition condition;
        skip_space();
        const auto name = read_name();
        if (!name) return false;
        condition.name = lower_case(*name);
        skip_space();
        if (!take(']')) {
            if (!read_operator(condition.test)) return false;
            skip_space();
            if (!read_value(condition.value)) return false;
            skip_space();
            if (lower(peek()) == 'i' || lower(peek()) == 's')
                condition.ignore_case = lower(css_[at_++]) == 'i';
            skip_space();
            if (!take(']')) return mistake("expected ']'");
        }
        compound.attributes.push_back(std::move(condition));
        return true;
    }

    bool read_operator(AttributeTest& test) {
        static constexpr std::pair<char, AttributeTest> operators[] = {{'~', AttributeTest::has_word},
                                                                       {'|', AttributeTest::has_dash_prefix},
                                                                       {'^', AttributeTest::starts},
                                                                       {'$', AttributeTest::ends},
                                                                       {'*', AttributeTest::contains}};
        test = AttributeTest::equals;
        for (const auto& [sign, meaning] : operators)
            if (peek() == sign && peek(1) == '=') {
                test = meaning;
                ++at_;
            }
        return take('=') || mistake("expected an operator");
    }

    bool read_value(std::string& value) {
        const char quote = peek();
        if (quote != '"' && quote != '\'') {
            const auto name = read_name();
            if (name) value = *name;
            return name.has_value();
        }
        ++at_;
        while (at_ < css_.size() && css_[at_] != quote) {
            if (css_[at_] == '\\' && at_ + 1 < css_.size()) {
                ++at_;
                read_escape(value);
            } else {
                value.push_back(css_[at_++]);
            }
        }
        return take(quote) || mistake("expected a closing quote");
    }

    bool read_pseudo(Compound& compound, int nesting) {
        ++at_;
        const std::size_t begin = at_;
        const auto name = read_name();
        if (!name) return false;
        const std::string kind = lower_case(*name);
        if (kind == "first-child") return add(compound, {Position::nth_child, 0, 1});
        if (kind == "last-child") return add(compound, {Position::last_child, 0, 0});
        if (kind == "empty") return add(compound, {Position::empty, 0, 0});
        if (kind == "nth-child") return read_nth(compound);
        if (kind == "not") return read_nested(compound, Nesting::is_not, nesting);
        if (kind == "is" || kind == "where") return read_nested(compound, Nesting::is, nesting);
        if (kind == "has") return read_nested(compound, Nesting::has, nesting);
        at_ = begin;
        return mistake("unknown pseudo-class");
    }

    static bool add(Compound& compound, PositionCondition condition) {
        compound.positions.push_back(condition);
        return true;
    }

    bool read_nested(Compound& compound, Nesting kind, int nesting) {
        if (!take('(')) return mistake("expected '('");
        if (nesting >= max_nesting) return mistake("nested too deep");
        auto list = std::make_shared<SelectorList>();
        if (!read_list(*list, nesting + 1, kind == Nesting::has)) return false;
        if (!take(')')) return mistake("expected ')'");
        compound.nested.push_back({kind, std::move(list)});
        return true;
    }

    // An+B (CSS Syntax 3, section 6), odd and even.
    bool read_nth(Compound& compound) {
        if (!take('(')) return mistake("expected '('");
        const std::size_t close = css_.find(')', at_);
        if (close == css_.npos) return mistake("expected ')'");
        std::string text;
        for (const char c : css_.substr(at_, close - at_))
            if (!is_space(c)) text.push_back(lower(c));
        PositionCondition condition{Position::nth_child, 0, 0};
        if (text == "odd") text = "2n+1";
        if (text == "even") text = "2n";
        const std::size_t n = text.find('n');
        const auto number = [](std::string_view part, int& value) {
            if (part.starts_with('+')) part.remove_prefix(1);
            const auto [end, status] = std::from_chars(part.data(), part.data() + part.size(), value);
            return status == std::errc{} && end == part.data() + part.size() && std::abs(value) <= 1'000'000;
        };
        std::string_view offset = text;
        if (n != text.npos) {
            const auto step = std::string_view(text).substr(0, n);
            offset.remove_prefix(n + 1);
            if (step.empty() || step == "+")
                condition.step = 1;
            else if (step == "-")
                condition.step = -1;
            else if (!number(step, condition.step))
                return mistake("expected an+b");
        }
        if ((n == text.npos || !offset.empty()) && !number(offset, condition.offset))
            return mistake("expected an+b");
        at_ = close + 1;
        return add(compound, condition);
    }

    std::string_view css_;
    std::size_t at_ = 0;
    std::size_t compounds_ = 0;
    std::string error_;
    std::size_t error_at_ = 0;
};

} // namespace

Result<SelectorList> parse_selector(std::string_view css) {
    return Parser(css).run();
}

} // namespace khabar::html
