#pragma once
// What polling remembers of a source beside its schedule: which of its inputs is in use, the documents that
// were read for it (the files of a sitemap), and the addresses it passed over as old. Changes inside the
// caller's Transaction.

#include "daemon/store/database.hpp"
#include "daemon/store/time.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace khabar::store {

struct InputState {
    std::uint32_t used = 0;      // 0: the source's own; n: its n-th fallback
    std::uint32_t misses = 0;    // of the one in use, in a row
    std::optional<Time> since;   // a fallback is in use
    std::optional<Time> retried; // the first one was last asked in vain
    std::string reason;          // why the first one is not in use

    friend bool operator==(const InputState&, const InputState&) = default;
};

[[nodiscard]] InputState load_input_state(const Database& database, std::string_view source_id);
void save_input_state(Database& database, std::string_view source_id, const InputState& state);

// The validators of a document's last whole answer, and what came with them.
struct Validators {
    std::string etag, last_modified; // opaque, with quotes
    std::string from;                // the address that gave them; empty: the document's
    std::uint64_t entries = 0;       // digest of what it listed; 0: not known
    bool distrusted = false;         // they did not change when the document did: never sent again

    friend bool operator==(const Validators&, const Validators&) = default;
};

// One file that was read to its end.
struct Document {
    std::string url;
    Validators validators;
    std::string listed; // <lastmod> that the index gave for it, as ISO 8601
    Time read_at{};
};

[[nodiscard]] std::vector<Document> load_documents(const Database& database, std::string_view source_id);
void save_document(Database& database, std::string_view source_id, const Document& document);

// Of more than `most` documents of a source those that were read last stay. A sitemap may name its files anew
// each time it is asked for; the default is as many as one may name at once.
inline constexpr std::int64_t most_documents = 50'000;
void forget_documents(Database& database, std::string_view source_id, std::int64_t most = most_documents);

// Addresses by a hash of their key: a sitemap of an archive has a hundred thousand, of which only those that
// come later are news.
[[nodiscard]] std::vector<std::uint64_t> load_passed_over(const Database& database,
                                                          std::string_view source_id);
void save_passed_over(Database& database, std::string_view source_id, std::span<const std::uint64_t> hashes);

// All of the above, of one source.
void forget_inputs(Database& database, std::string_view source_id);

} // namespace khabar::store
