#include "daemon/pipeline/source/known_source.hpp"

#include <charconv>
#include <sstream>

namespace khabar::pipeline {

namespace {

std::chrono::milliseconds since_epoch(poll::Time time) {
    return time.time_since_epoch();
}

} // namespace

// Five numbers: adaptive interval (s), failure weight (thousandths), 410s in a row, failing since (ms), last
// success (ms); then of the validators: digest of the entries, distrusted (0, 1), and the address they are
// from.
std::string pack_policy(const poll::SourceState& policy, const store::Validators& validators) {
    std::ostringstream out;
    out << policy.interval.count() << ' ' << static_cast<std::int64_t>(policy.failure_weight * 1000) << ' '
        << policy.gone << ' ' << (policy.failing_since ? since_epoch(*policy.failing_since).count() : 0)
        << ' ' << (policy.last_success ? since_epoch(*policy.last_success).count() : 0) << ' '
        << validators.entries << ' ' << (validators.distrusted ? 1 : 0) << ' ' << validators.from;
    return out.str();
}

poll::SourceState unpack_policy(const store::SourceState& stored) {
    poll::SourceState policy;
    std::istringstream in(stored.policy);
    std::int64_t interval = 0, weight = 0, failing = 0, success = 0;
    std::uint32_t gone = 0;
    if (!(in >> interval >> weight >> gone >> failing >> success) || interval < 0 || weight < 0)
        return policy;
    policy.interval = std::chrono::seconds(interval);
    policy.failure_weight = static_cast<double>(weight) / 1000;
    policy.gone = gone;
    if (failing > 0) policy.failing_since = poll::Time(std::chrono::milliseconds(failing));
    if (success > 0) policy.last_success = poll::Time(std::chrono::milliseconds(success));
    policy.failures = stored.failures;
    policy.failure = poll::failure_class_from_name(stored.failure_class);
    if (stored.next_due) policy.due = *stored.next_due;
    return policy;
}

store::Validators unpack_validators(const store::SourceState& stored) {
    store::Validators validators;
    validators.etag = stored.etag;
    validators.last_modified = stored.last_modified;
    std::istringstream in(stored.policy);
    std::int64_t skipped = 0;
    for (int i = 0; i < 5; ++i)
        in >> skipped;
    int distrusted = 0;
    if (!(in >> validators.entries >> distrusted)) {
        validators.entries = 0;
        return validators;
    }
    validators.distrusted = distrusted != 0;
    in >> validators.from;
    return validators;
}

KnownSource known_source(std::shared_ptr<const settings::Source> config, const store::SourceState* stored) {
    KnownSource known;
    known.config = std::move(config);
    if (stored != nullptr && stored->configured_url == known.config->url) {
        known.stored = *stored;
        known.policy = unpack_policy(*stored);
        known.validators = unpack_validators(*stored);
        return known;
    }
    known.stored.id = known.config->id;
    known.stored.feed_url = known.config->url;
    known.stored.configured_url = known.config->url;
    if (stored != nullptr) known.stored.paused = stored->paused;
    return known;
}

poll::IntervalLimits interval_limits(const settings::Source& config, const settings::Poll& poll) {
    poll::IntervalLimits limits;
    limits.minimum = poll.min_interval;
    limits.initial = poll.default_interval;
    limits.maximum = poll.max_interval;
    limits.fixed = config.interval;
    return limits;
}

} // namespace khabar::pipeline
