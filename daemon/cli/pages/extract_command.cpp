#include "daemon/cli/pages/extract_command.hpp"

#include "daemon/cli/input/page_input.hpp"
#include "daemon/cli/pages/article_output.hpp"
#include "daemon/cli/pages/extract_batch.hpp"
#include "daemon/cli/terminal/exit_status.hpp"
#include "daemon/cli/terminal/moment.hpp"
#include "parsers/article/extract.hpp"
#include "parsers/html/document.hpp"
#include "parsers/text/encoding.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iostream>

namespace khabar::cli {

namespace {

Result<article::Article> extract_bytes(const std::string& bytes, const ExtractOptions& options) {
    const auto decoded =
        options.text ? text::decode(bytes, {}, text::Markup::none) : text::decode_page(bytes);
    article::Hints hints;
    hints.url = options.url;
    hints.now = current_time();
    if (options.text) return article::extract_text(decoded.utf8, hints);
    const auto page = html::Document::parse(decoded.utf8);
    if (!page) return tl::unexpected(page.error());
    return article::extract(*page, hints);
}

int run_single(const ExtractOptions& options) {
    const auto bytes = read_page(options.input);
    if (!bytes) {
        fmt::print(stderr, "khabar: {}\n", to_string(bytes.error()));
        return bytes.error().code == Errc::not_found ? exit_no_input : exit_data;
    }
    const auto article = extract_bytes(*bytes, options);
    if (!article) {
        fmt::print(stderr, "khabar: {}: {}\n", options.input, to_string(article.error()));
        return article.error().code == Errc::not_an_article ? exit_failed : exit_data;
    }
    fmt::print("{}", render(*article, options.format));
    return exit_ok;
}

int run_batch(const ExtractOptions& options) {
    if (options.input == "-") return extract_batch(std::cin, stdout, options.workers) ? exit_ok : exit_io;
    std::ifstream file(options.input);
    if (!file) {
        fmt::print(stderr, "khabar: {}: cannot be read\n", options.input);
        return exit_no_input;
    }
    return extract_batch(file, stdout, options.workers) ? exit_ok : exit_io;
}

} // namespace

int run_extract(const ExtractOptions& options) {
    return options.batch ? run_batch(options) : run_single(options);
}

} // namespace khabar::cli
