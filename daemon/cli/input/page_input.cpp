#include "daemon/cli/input/page_input.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace khabar::cli {

namespace {

struct CloseFile {
    void operator()(std::FILE* file) const noexcept {
        if (file != stdin) std::fclose(file);
    }
};

} // namespace

Result<std::string> read_page(const std::string& path) {
    const std::unique_ptr<std::FILE, CloseFile> file(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
    if (file == nullptr) return fail(Errc::not_found, path + ": " + std::strerror(errno));
    std::string bytes;
    char buffer[65536];
    errno = 0;
    for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, file.get())) > 0;) {
        if (bytes.size() + got > max_page_file_bytes)
            return fail(Errc::too_large,
                        path + ": more than " + std::to_string(max_page_file_bytes) + " bytes");
        bytes.append(buffer, got);
    }
    if (std::ferror(file.get()) != 0) return fail(Errc::not_found, path + ": " + std::strerror(errno));
    return bytes;
}

} // namespace khabar::cli
