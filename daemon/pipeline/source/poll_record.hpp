#pragma once
// What one poll leaves in the database: new links, when to come again, what is known of the source's
// documents from now on, and the attempt's row. Runs on the writer thread, inside its transaction.

#include "daemon/pipeline/source/known_source.hpp"
#include "daemon/pipeline/source/reading.hpp"
#include "parsers/base/result.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

namespace khabar::pipeline {

// One poll from its first byte to its row: what the loop learnt, handed to the writer's thread as a value.
struct PollFindings {
    KnownSource source;
    store::InputState inputs;
    store::Attempt attempt;
    Reading reading;
    std::optional<Error> error;
    std::optional<std::chrono::seconds> retry_after;
    std::size_t used = 0; // the input that answered, or that was asked first where none did
    settings::Poll bounds;
    store::Validators before; // known of that input until now
    poll::Time ended{};
};

struct PollReport {
    KnownSource source;    // as it is now, and as it was stored
    std::string outcome;   // "ok", "not_modified", or name(Errc)
    std::string error;     // detail, empty where all went well
    std::size_t added = 0; // links that were not known
    std::size_t known = 0;
    std::size_t changed = 0; // known entries that the feed says were updated since: fetched again
};

// Whether more than validators is remembered of a source's inputs: of one with nothing to fall back on and no
// sitemap it is not.
[[nodiscard]] bool keeps_documents(const settings::Source& source);

// The decision when to come again depends on how many links were new: what only the database can tell.
[[nodiscard]] PollReport record_poll(store::Database& database, const PollFindings& poll);

} // namespace khabar::pipeline
