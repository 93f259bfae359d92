#pragma once
// Lists of sources, from any number of files: `sources:` with one mapping each.

#include "daemon/settings/mapping.hpp"
#include "daemon/settings/settings.hpp"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace khabar::settings {

// Keeps what all files must agree on: an id and an address are used once.
class SourceReader {
  public:
    explicit SourceReader(std::vector<Source>& out) : out_(out) {}

    // `list` is the value of `sources:`; `shown_as` is what Source::file says.
    void read(const YamlTree& tree, YamlId list, const std::string& shown_as, ProblemList& problems);

  private:
    void read_one(const YamlTree& tree, YamlId node, const std::string& shown_as, ProblemList& problems);
    void check_unique(const Source& source, const Mapping& mapping, ProblemList& problems);

    std::vector<Source>& out_;
    std::unordered_map<std::string, std::size_t> ids_, urls_; // the first source that has it, in out_
};

// The shape of a language tag (RFC 5646): a primary tag of two or three letters, then subtags of up to eight.
[[nodiscard]] bool is_language_tag(std::string_view tag);

// Every key that a source may have.
[[nodiscard]] std::vector<std::string_view> source_keys();

} // namespace khabar::settings
