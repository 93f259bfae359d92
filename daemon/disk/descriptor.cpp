#include "daemon/disk/descriptor.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace khabar::disk {

Descriptor::~Descriptor() {
    if (is_open()) ::close(number_);
}

std::error_code last_error() noexcept {
    return {errno, std::generic_category()};
}

Expected<Descriptor> open(const std::filesystem::path& file, int flags, unsigned mode) {
    Descriptor opened(::open(file.c_str(), flags | O_CLOEXEC, mode));
    if (!opened.is_open()) return tl::unexpected(last_error());
    return opened;
}

} // namespace khabar::disk
