#include "daemon/cli/command_line.hpp"
#include "daemon/cli/terminal/exit_status.hpp"

#include <cstdio>
#include <exception>

int main(int argc, char** argv) {
    try {
        return khabar::cli::run(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "khabar: %s\n", error.what());
        return khabar::cli::exit_software;
    }
}
