#include "daemon/disk/new_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace khabar::disk {

Expected<NewFile> NewFile::create(const std::filesystem::path& name, unsigned mode) {
    auto descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
    if (!descriptor) return tl::unexpected(descriptor.error());
    return NewFile(name, std::move(*descriptor));
}

NewFile::~NewFile() {
    if (descriptor_.is_open()) ::unlink(name_.c_str());
}

std::error_code NewFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return last_error();
        if (written == 0) return std::make_error_code(std::errc::io_error);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

std::error_code NewFile::become(const std::filesystem::path& file) {
    if (::fsync(descriptor_.number()) != 0) return last_error();
    if (std::rename(name_.c_str(), file.c_str()) != 0) return last_error();
    const Descriptor closed = std::move(descriptor_);
    return {};
}

std::error_code sync_folder_of(const std::filesystem::path& file) {
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    const auto opened = open(folder, O_RDONLY | O_DIRECTORY);
    if (!opened) return opened.error();
    return ::fsync(opened->number()) == 0 ? std::error_code() : last_error();
}

} // namespace khabar::disk
