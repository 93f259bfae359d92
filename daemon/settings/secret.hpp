#pragma once
// A value that nobody but its receiver may see: it has no way into a log line, a dump or a message. Settings
// hold where it comes from; the value is read by load() where it is needed.

#include <cstdint>
#include <string>
#include <utility>

namespace khabar::settings {

class Secret {
  public:
    enum class From : std::uint8_t {
        none,
        literal,    // stands in the configuration itself
        credential, // file NAME in $CREDENTIALS_DIRECTORY (systemd.exec(5), LoadCredential=)
        environment,
        file,
    };

    Secret() = default;
    // `name` is the credential, variable or file; the value itself for a literal.
    Secret(From from, std::string name) : from_(from) {
        (from == From::literal ? value_ : name_) = std::move(name);
    }

    [[nodiscard]] From from() const noexcept { return from_; }
    [[nodiscard]] bool is_set() const noexcept { return from_ != From::none; }
    [[nodiscard]] const std::string& name() const noexcept { return name_; } // empty for a literal
    [[nodiscard]] const std::string& reveal() const noexcept { return value_; }
    void read_as(std::string value) { value_ = std::move(value); }

    // Where it stands, for messages; no part of what it is.
    std::uint32_t line = 0, column = 0;
    std::string file;

    friend bool operator==(const Secret& a, const Secret& b) {
        return a.from_ == b.from_ && a.name_ == b.name_ && a.value_ == b.value_;
    }

  private:
    From from_ = From::none;
    std::string name_;
    std::string value_;
};

} // namespace khabar::settings
