#include "parsers/robots/pattern.hpp"

#include "parsers/url/percent.hpp"

#include <algorithm>
#include <cstring>

namespace khabar::robots {

namespace {

constexpr char upper(char c) noexcept {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

std::string normalised(std::string_view text, bool encode) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (url::encoded_byte(text, at) >= 0) {
            out.append({'%', upper(text[at + 1]), upper(text[at + 2])});
            at += 2;
        } else if ((byte >= 0x80 || byte == ' ') && encode) {
            out.append({'%', digits[byte >> 4], digits[byte & 15]});
        } else {
            out.push_back(text[at]);
        }
    }
    return out;
}

// std::string_view::find may be quadratic; memmem (glibc) is linear.
std::size_t find_linear(std::string_view text, std::string_view piece, std::size_t from) noexcept {
    const auto rest = text.substr(from);
    const void* const found = memmem(rest.data(), rest.size(), piece.data(), piece.size());
    if (found == nullptr) return std::string_view::npos;
    return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

} // namespace

std::string normalised_pattern(std::string_view pattern) {
    return normalised(pattern, true);
}
std::string normalised_path(std::string_view path) {
    return normalised(path, false);
}

bool matches(std::string_view pattern, std::string_view path, std::size_t& searched) noexcept {
    const bool to_end = pattern.ends_with('$');
    if (to_end) pattern.remove_suffix(1);
    auto star = std::min(pattern.find('*'), pattern.size());
    if (!path.starts_with(pattern.substr(0, star))) return false;
    if (star == pattern.size()) return !to_end || path.size() == pattern.size();
    auto at = star; // in the path: what is matched so far
    while (star < pattern.size()) {
        const auto begin = star + 1;
        star = std::min(pattern.find('*', begin), pattern.size());
        const auto piece = pattern.substr(begin, star - begin);
        if (star == pattern.size() && to_end)
            return path.size() - at >= piece.size() && path.ends_with(piece);
        if (piece.empty()) continue;
        const auto found = find_linear(path, piece, at);
        searched += std::min(found, path.size()) - at;
        if (found == std::string_view::npos) return false;
        at = found + piece.size();
    }
    return true;
}

} // namespace khabar::robots
