#pragma once
// A file that others meet whole or not at all: written beside its place under another name, brought to disk,
// and only then renamed. A crash before that leaves what was there.

#include "daemon/disk/descriptor.hpp"

#include <filesystem>
#include <string_view>
#include <system_error>

namespace khabar::disk {

class NewFile {
  public:
    // Makes `name`, which must not exist (nor be a symbolic link), in the folder where the file is to be.
    [[nodiscard]] static Expected<NewFile> create(const std::filesystem::path& name, unsigned mode);
    NewFile(NewFile&&) noexcept = default;
    NewFile& operator=(NewFile&&) = delete;
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile(); // removed, unless it has become a file

    [[nodiscard]] const std::filesystem::path& name() const noexcept { return name_; }
    [[nodiscard]] const Descriptor& descriptor() const noexcept { return descriptor_; }

    // Each: no error is all of it.
    [[nodiscard]] std::error_code write(std::string_view bytes);
    // fsync and rename(2), over a file that may be there. After an error nothing has changed.
    [[nodiscard]] std::error_code become(const std::filesystem::path& file);

  private:
    NewFile(std::filesystem::path name, Descriptor descriptor)
        : name_(std::move(name)),
          descriptor_(std::move(descriptor)) {}

    std::filesystem::path name_;
    Descriptor descriptor_; // closed: it was moved from, or has become the file
};

// So that a name that was made in the file's folder survives a power cut.
[[nodiscard]] std::error_code sync_folder_of(const std::filesystem::path& file);

} // namespace khabar::disk
