// The configuration's files: sources and site rules, from their bytes.

#include "daemon/settings/site_list.hpp"
#include "daemon/settings/source_list.hpp"
#include "daemon/settings/yaml_tree.hpp"
#include "tests/fuzz/bytes.hpp"
#include "tests/fuzz/expect.hpp"

using namespace khabar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    settings::ProblemList problems("fuzz.yaml");
    const auto tree = settings::parse_yaml(fuzz::as_text(data, size), problems);
    fuzz::expect(tree.has_value() == problems.empty());
    if (!tree) return 0;
    std::vector<settings::Source> sources;
    settings::SourceReader(sources).read(*tree, tree->root(), "fuzz.yaml", problems);
    std::vector<article::SiteRule> sites;
    settings::SiteReader(sites).read(*tree, tree->root(), problems);
    fuzz::expect(std::move(problems).take().size() <= settings::max_problems_per_file + 1);
    return 0;
}
