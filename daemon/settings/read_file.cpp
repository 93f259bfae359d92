#include "daemon/settings/read_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace khabar::settings {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t read_at_once = std::size_t{1} << 16;

} // namespace

std::optional<std::string> read_file(const fs::path& path, std::size_t most_bytes, ProblemList& problems) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::exists(status)) {
        problems.add({}, error && status.type() != fs::file_type::not_found
                             ? "cannot be read: " + error.message()
                             : "no such file");
        return std::nullopt;
    }
    if (!fs::is_regular_file(status)) {
        problems.add({}, "is no regular file");
        return std::nullopt;
    }
    errno = 0;
    std::ifstream stream(path, std::ios::binary);
    std::string bytes;
    while (stream.good() && bytes.size() <= most_bytes) {
        const std::size_t had = bytes.size();
        bytes.resize(std::min(had + read_at_once, most_bytes + 1));
        stream.read(bytes.data() + had, static_cast<std::streamsize>(bytes.size() - had));
        bytes.resize(had + static_cast<std::size_t>(stream.gcount()));
    }
    if (!stream.is_open() || stream.bad()) {
        problems.add({}, fmt::format("cannot be read: {}", std::strerror(errno)));
        return std::nullopt;
    }
    return bytes;
}

std::vector<std::string> yaml_names(const fs::path& folder, ProblemList& problems) {
    std::vector<std::string> names;
    std::error_code error;
    if (!fs::exists(folder, error)) return names;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (name.starts_with('.')) continue; // editors' locks and swap files
        if (name.ends_with(".yaml")) names.push_back(name);
        if (name.ends_with(".yml"))
            problems.add({}, fmt::format("{} is not read; rename it to end in .yaml", in_quotes(name)));
    }
    if (error) problems.add({}, "cannot be read: " + error.message());
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace khabar::settings
