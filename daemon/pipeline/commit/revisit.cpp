#include "daemon/pipeline/commit/revisit.hpp"

#include <algorithm>

namespace khabar::pipeline {

const Ages& revisit_ages(const settings::Settings& settings, const settings::Source& source) {
    return source.revisit ? *source.revisit : settings.fetch.revisit;
}

std::optional<store::Time> next_visit(const Ages& ages, store::Time begin,
                                      std::optional<store::Time> published, store::Time now) {
    if (published && *published < begin) begin = *published;
    const auto next = std::find_if(ages.begin(), ages.end(), [&](std::chrono::seconds age) {
        return begin + age >= now + least_between_visits;
    });
    if (next == ages.end()) return std::nullopt;
    return begin + *next;
}

void add_validators(net::Request& request, const store::Visit& visit) {
    if (visit.visits % 2 != 0) return;
    request.etag = visit.etag;
    request.last_modified = visit.last_modified;
    request.validators_from = visit.validators_from;
}

PageValidators validators_of(const net::Response& response) {
    return {response.etag, response.last_modified, response.url};
}

void keep_validators(store::Visit& visit, const PageValidators& validators) {
    visit.etag = validators.etag;
    visit.last_modified = validators.last_modified;
    visit.validators_from = validators.from;
}

} // namespace khabar::pipeline
