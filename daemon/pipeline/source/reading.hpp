#pragma once
// What one input of a source had to say, whatever its kind: nothing after this knows of kinds.

#include "daemon/net/response.hpp"
#include "daemon/pipeline/source/discover.hpp"
#include "daemon/store/inputs.hpp"

#include <bitset>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace khabar::pipeline {

struct Reading {
    std::vector<Candidate> candidates; // the input's order; of sitemaps the newest first
    bool not_modified = false;
    std::uint64_t entries = 0;           // digest of what one document listed
    std::optional<net::Response> answer; // of the input's own address, without its body

    // When to come again, by the publisher's word.
    std::optional<std::chrono::seconds> ttl;
    std::optional<std::chrono::seconds> update_period;
    std::bitset<24> skip_hours;
    std::bitset<7> skip_days;

    // Of the input's own address, where it is one document: known of it from now on. To be kept only when
    // every candidate was taken.
    std::optional<store::Validators> validators;
    std::string liar; // a document whose validators were found out to lie in this poll; its address

    // To be kept only when every candidate was taken: a file is not asked for again before it changes.
    std::vector<store::Document> documents;
    std::vector<std::uint64_t> passed_over; // addresses that were old when they were first seen
    std::size_t old = 0;                    // entries older than the source wants
};

} // namespace khabar::pipeline
