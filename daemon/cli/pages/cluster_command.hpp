#pragma once
// `khabar cluster`: near-identical stories of a stream of documents.

namespace khabar::cli {

struct ClusterOptions {
    bool batch = false;
};

// The process's exit status.
[[nodiscard]] int run_cluster(const ClusterOptions& options);

} // namespace khabar::cli
