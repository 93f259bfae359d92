#include "daemon/cli/inspect/inspectors.hpp"

#include "parsers/text/base64.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace khabar::cli {

namespace {

// In the order `khabar inspect` lists them.
constexpr InspectKind kinds[] = {
    {"encoding", inspect_encoding}, {"feed", inspect_feed},          {"sitemap", inspect_sitemap},
    {"opml", inspect_opml},         {"date", inspect_date, "input"}, {"url", inspect_url, "input"},
    {"robots", inspect_robots},     {"links", inspect_links},
};

constexpr std::size_t max_input_bytes = std::size_t{64}
                                        << 20; // above the largest input of any kind: a sitemap of 50 MiB

Result<std::string> read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return fail(Errc::not_known, "cannot open " + path + ": " + std::strerror(errno));
    std::string bytes;
    std::error_code no_regular_file;
    const auto size = std::filesystem::file_size(path, no_regular_file);
    if (!no_regular_file) bytes.reserve(std::min<std::uintmax_t>(size, max_input_bytes));
    std::array<char, 1 << 16> chunk{};
    while (file.read(chunk.data(), chunk.size()), file.gcount() > 0) {
        bytes.append(chunk.data(), static_cast<std::size_t>(file.gcount()));
        if (bytes.size() > max_input_bytes) return fail(Errc::too_large, path + " is larger than 64 MiB");
    }
    if (file.bad()) return fail(Errc::not_known, "cannot read " + path + ": " + std::strerror(errno));
    return bytes;
}

Result<std::string> decode_base64(std::string_view text) {
    text::FromBase64 read = text::from_base64(text);
    if (!read.clean) return fail(Errc::bad_json, "not base64");
    return std::move(read.bytes);
}

} // namespace

std::span<const InspectKind> inspect_kinds() noexcept {
    return kinds;
}

const InspectKind* find_inspect_kind(std::string_view name) noexcept {
    const auto* const found = std::ranges::find(kinds, name, &InspectKind::name);
    return found == std::end(kinds) ? nullptr : found;
}

Result<std::string> request_bytes(const boost::json::object& request) {
    if (const auto* const value = request.if_contains("bytes"); value != nullptr && value->is_string())
        return std::string(value->get_string());
    if (const auto* const value = request.if_contains("base64"); value != nullptr && value->is_string())
        return decode_base64(value->get_string());
    const auto path = request_text(request, "path");
    if (path.empty()) return fail(Errc::bad_json, "no input: neither path nor base64");
    return read_file(std::string(path));
}

std::string_view request_text(const boost::json::object& request, std::string_view field) noexcept {
    const auto* const value = request.if_contains(field);
    return value != nullptr && value->is_string() ? std::string_view(value->get_string())
                                                  : std::string_view{};
}

boost::json::object error_answer(const Error& error) {
    return {{"error", to_string(error)}};
}

} // namespace khabar::cli
