// gzip (RFC 1952) and deflate (RFC 1950, and RFC 1951 bare as some servers send it).
#include "daemon/net/content_coding.hpp"

#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <stdexcept>

namespace khabar::net {
namespace {

constexpr int raw_deflate = -MAX_WBITS;
constexpr int zlib_wrapping = MAX_WBITS;
constexpr int gzip_wrapping = MAX_WBITS + 16;

class Inflater {
  public:
    explicit Inflater(int wrapping) {
        if (::inflateInit2(&stream_, wrapping) != Z_OK) throw std::bad_alloc();
    }
    ~Inflater() { ::inflateEnd(&stream_); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    int step(std::string_view& input, std::string& output, std::size_t room) {
        const std::size_t before = output.size();
        output.resize(before + room);
        const auto take = std::min<std::size_t>(input.size(), std::numeric_limits<uInt>::max());
        stream_.next_in =
            reinterpret_cast<Bytef*>(const_cast<char*>(input.data())); // zlib does not write there
        stream_.avail_in = static_cast<uInt>(take);
        stream_.next_out = reinterpret_cast<Bytef*>(output.data() + before);
        stream_.avail_out = static_cast<uInt>(room);
        const int status = ::inflate(&stream_, Z_NO_FLUSH);
        output.resize(before + room - stream_.avail_out);
        input.remove_prefix(take - stream_.avail_in);
        return status;
    }
    void restart() { ::inflateReset(&stream_); }

  private:
    z_stream stream_{};
};

class ZlibLayer final : public CodingLayer {
  public:
    explicit ZlibLayer(bool gzip) : gzip_(gzip) {}

    Result<void> step(std::string_view& input, std::string& output, std::size_t room) override {
        if (input.empty() && !inflater_) return {};
        if (ended_ && !next_member(input)) return {};
        if (!begun_ && !begin(input)) return {};
        if (!inflater_) return pass(input, output, room);
        if (!held_.empty()) {
            std::string_view held = held_;
            auto inflated = inflate(held, output, room);
            held_.erase(0, held_.size() - held.size());
            return inflated;
        }
        return inflate(input, output, room);
    }

    [[nodiscard]] bool finished() const noexcept override {
        return ended_ || (begun_ ? !inflater_ : held_.empty());
    }

  private:
    // Decides on the first two bytes what this is; false until they are there.
    bool begin(std::string_view& input) {
        while (held_.size() < 2 && !input.empty()) {
            held_.push_back(input.front());
            input.remove_prefix(1);
        }
        if (held_.size() < 2) return false;
        const auto first = static_cast<std::uint8_t>(held_[0]), second = static_cast<std::uint8_t>(held_[1]);
        const bool is_gzip = first == 0x1f && second == 0x8b;
        const bool is_zlib = (first & 0x0f) == Z_DEFLATED && (first * 256 + second) % 31 == 0;
        begun_ = true;
        if (is_gzip)
            inflater_ = std::make_unique<Inflater>(gzip_wrapping);
        else if (!gzip_)
            inflater_ = std::make_unique<Inflater>(is_zlib ? zlib_wrapping : raw_deflate);
        return true; // labelled gzip and is not: the bytes are taken as they are, as browsers' users are
                     // spared
    }

    Result<void> pass(std::string_view& input, std::string& output, std::size_t room) {
        output.append(held_);
        held_.clear();
        const auto take = std::min(input.size(), room);
        output.append(input.substr(0, take));
        input.remove_prefix(take);
        return {};
    }

    Result<void> inflate(std::string_view& input, std::string& output, std::size_t room) {
        const int status = inflater_->step(input, output, room);
        if (status == Z_STREAM_END)
            ended_ = true;
        else if (status != Z_OK && status != Z_BUF_ERROR)
            return fail(Errc::protocol_error, "body is not the gzip or deflate it says");
        return {};
    }

    // gzip members may follow each other (RFC 1952 §2.2); anything else behind the end is padding and
    // dropped.
    bool next_member(std::string_view& input) {
        if (gzip_ && !input.empty() && input.front() == '\x1f') {
            inflater_->restart();
            ended_ = false;
            return true;
        }
        input = {};
        return false;
    }

    bool gzip_;
    bool begun_ = false;
    bool ended_ = false;
    std::string held_; // the first two bytes
    std::unique_ptr<Inflater> inflater_;
};

} // namespace

std::unique_ptr<CodingLayer> make_gzip_layer() {
    return std::make_unique<ZlibLayer>(true);
}
std::unique_ptr<CodingLayer> make_deflate_layer() {
    return std::make_unique<ZlibLayer>(false);
}

} // namespace khabar::net
