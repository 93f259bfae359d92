#include "daemon/cli/terminal/output.hpp"

#include "daemon/cli/terminal/exit_status.hpp"

#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>

namespace khabar::cli {

namespace {

// errno of the write that failed; 0 where that was an earlier one, which left nothing but the mark.
int refused(int cause) {
    fmt::print(stderr, "khabar: cannot write to standard output{}{}\n", cause == 0 ? "" : ": ",
               cause == 0 ? "" : std::strerror(cause));
    return exit_io;
}

} // namespace

void print_json_line(const boost::json::object& object) {
    fmt::print("{}\n", boost::json::serialize(object));
}

int with_whole_output(const std::function<int()>& command) {
    try {
        const int status = command();
        errno = 0;
        if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return status;
        return refused(errno);
    } catch (const std::system_error& error) {
        if (std::ferror(stdout) == 0) throw;
        return refused(error.code().value());
    }
}

} // namespace khabar::cli
