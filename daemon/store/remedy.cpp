#include "daemon/store/remedy.hpp"

namespace khabar::store {

std::string_view remedy(const StoreError& error) noexcept {
    if (error.foreign()) return {}; // which says itself what the file is
    if (error.corrupt())
        return "the file is damaged and is left as it is: `khabar db check` tells more, and a backup takes "
               "its place";
    if (error.full()) return "the disk is full: make room; what was not stored is tried again";
    if (error.failed_on_disk())
        return "the disk failed, or a limit on file sizes was reached: see dmesg(1) and `df`; what was not "
               "stored is tried again";
    if (error.busy()) return "another program holds the file locked; what was not stored is tried again";
    if (error.unreadable()) return "the file and its folder must belong to the user that khabar runs as";
    return {};
}

} // namespace khabar::store
