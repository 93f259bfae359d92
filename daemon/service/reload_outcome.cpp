#include "daemon/service/reload_outcome.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace khabar::service {

namespace {

namespace json = boost::json;

json::array strings(const std::vector<std::string>& list) {
    return json::array(list.begin(), list.end());
}

} // namespace

std::string to_json(const ReloadOutcome& outcome) {
    json::array changed, problems;
    for (const settings::ChangedSource& source : outcome.difference.changed)
        changed.push_back(json::object{{"id", source.id}, {"keys", strings(source.keys)}});
    for (const settings::Problem& problem : outcome.problems)
        problems.push_back(json::string(settings::to_string(problem)));
    const json::object object{{"ok", outcome.good()},
                              {"file", outcome.file},
                              {"added", strings(outcome.difference.added)},
                              {"changed", std::move(changed)},
                              {"removed", strings(outcome.difference.removed)},
                              {"sites", strings(outcome.difference.sites)},
                              {"settings", strings(outcome.difference.settings)},
                              {"restart", strings(outcome.difference.restart)},
                              {"problems", std::move(problems)},
                              {"failure", outcome.failure}};
    return json::serialize(object);
}

} // namespace khabar::service
