#include "daemon/settings/read_secrets.hpp"

#include "daemon/settings/read_file.hpp"
#include "parsers/url/percent.hpp"
#include "parsers/url/url.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <map>

namespace khabar::settings {

namespace {

namespace fs = std::filesystem;

class SecretReader {
  public:
    explicit SecretReader(fs::path folder) : folder_(std::move(folder)) {}

    void read(Secret& secret) {
        switch (secret.from()) {
        case Secret::From::none:
            return;
        case Secret::From::literal:
            if (!secret.reveal().empty() && is_open_to_all(secret.file))
                exposed(secret, "holds a secret, and every user may read the file; chmod o= it, or write "
                                "{credential: NAME}, {env: NAME} or {file: PATH}");
            return;
        case Secret::From::credential:
            from_credential(secret);
            return;
        case Secret::From::environment:
            from_environment(secret);
            return;
        case Secret::From::file:
            from_file(secret, folder_ / secret.name());
            return;
        }
    }

    [[nodiscard]] SecretFindings take() && { return std::move(findings_); }

  private:
    void unreadable(const Secret& secret, std::string message) {
        findings_.unreadable.push_back({secret.file, secret.line, secret.column, std::move(message)});
    }
    void exposed(const Secret& secret, std::string message) {
        findings_.exposed.push_back({secret.file, secret.line, secret.column, std::move(message)});
    }

    void from_credential(Secret& secret) {
        const char* folder = std::getenv("CREDENTIALS_DIRECTORY");
        if (folder == nullptr || *folder == '\0')
            unreadable(secret,
                       fmt::format("credential {} cannot be had: $CREDENTIALS_DIRECTORY is not set; systemd "
                                   "sets it for LoadCredential={}:PATH in the unit",
                                   in_quotes(secret.name()), secret.name()));
        else
            from_file(secret, fs::path(folder) / secret.name());
    }

    void from_environment(Secret& secret) {
        const char* value = std::getenv(secret.name().c_str());
        if (value == nullptr || *value == '\0')
            unreadable(secret, fmt::format("environment variable {} is not set", in_quotes(secret.name())));
        else
            keep(secret, value);
    }

    void from_file(Secret& secret, const fs::path& path) {
        ProblemList problems(path.string());
        std::optional<std::string> bytes = read_file(path, max_secret_bytes, problems);
        if (!bytes) {
            for (const Problem& problem : std::move(problems).take())
                unreadable(secret, fmt::format("secret {}", to_string(problem)));
            return;
        }
        if (bytes->ends_with('\n')) bytes->pop_back(); // as editors and echo end a file
        if (bytes->ends_with('\r')) bytes->pop_back();
        keep(secret, std::move(*bytes));
    }

    // A header line must stay one line, whatever a file holds.
    void keep(Secret& secret, std::string value) {
        const bool clean = value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos;
        if (value.empty() || value.size() > max_secret_bytes || !clean)
            unreadable(secret, fmt::format("secret {} must be one line of 1 to {} bytes",
                                           in_quotes(secret.name()), max_secret_bytes));
        else
            secret.read_as(std::move(value));
    }

    bool is_open_to_all(const std::string& file) {
        const auto [known, first] = open_.try_emplace(file, false);
        if (!first) return known->second;
        std::error_code error;
        const fs::perms mode = fs::status(file, error).permissions();
        known->second = !error && (mode & fs::perms::others_read) != fs::perms::none;
        return known->second;
    }

    fs::path folder_;
    SecretFindings findings_;
    std::map<std::string, bool> open_;
};

// The same address without user name and password.
std::string without_credentials(const std::string& href) {
    const std::size_t begin = href.find("://") + 3;
    const std::size_t at = href.find('@', begin);
    return href.substr(0, begin) + href.substr(at + 1);
}

Secret literal_at(std::string_view encoded, const fs::path& folder, const Place& place) {
    Secret secret(Secret::From::literal, url::percent_decode(encoded));
    secret.file = (folder / place.file).string();
    secret.line = place.line;
    secret.column = 1;
    return secret;
}

void take_out_of_address(Source& source, const fs::path& folder) {
    if (source.url.find('@') == std::string::npos) return;
    const auto url = url::Url::parse(source.url);
    if (!url || (url->username().empty() && url->password().empty())) return;
    if (!source.access->auth.is_set()) { // said in full, `auth` is meant
        Auth& auth = source.access.edit().auth;
        auth.username = url::percent_decode(url->username());
        auth.password = literal_at(url->password(), folder, source.place);
    }
    source.url = without_credentials(source.url);
}

// The credentials of a fallback on the source's own host are the source's where it has none; on another host
// they would be told to the wrong one, and are left out of what is sent and shown alike.
void take_out_of_fallbacks(Source& source, const fs::path& folder) {
    const auto own = url::Url::parse(source.url);
    for (SourceInput& input : source.fallbacks) {
        if (input.url.find('@') == std::string::npos) continue;
        const auto url = url::Url::parse(input.url);
        if (!url || (url->username().empty() && url->password().empty())) continue;
        if (!source.access->auth.is_set() && own && own->host() == url->host()) {
            Auth& auth = source.access.edit().auth;
            auth.username = url::percent_decode(url->username());
            auth.password = literal_at(url->password(), folder, source.place);
        }
        input.url = without_credentials(input.url);
    }
}

void take_out_of_proxy(Settings& settings, const fs::path& folder) {
    Fetch& fetch = settings.fetch;
    const auto url = url::Url::parse(fetch.proxy);
    if (!url || (url->username().empty() && url->password().empty())) return;
    if (fetch.proxy_username.empty()) {
        fetch.proxy_username = url::percent_decode(url->username());
        fetch.proxy_password = literal_at(url->password(), folder, {settings.file.filename().string(), 0});
    }
    fetch.proxy = without_credentials(url->href());
}

void read_access(Access& access, SecretReader& reader) {
    reader.read(access.auth.password);
    reader.read(access.auth.bearer);
    for (NamedSecret& header : access.headers)
        reader.read(header.value);
    for (NamedSecret& cookie : access.cookies)
        reader.read(cookie.value);
}

} // namespace

SecretFindings read_secrets(Settings& settings, const fs::path& folder) {
    SecretReader reader(folder);
    take_out_of_proxy(settings, folder);
    reader.read(settings.fetch.proxy_password);
    for (Source& source : settings.sources) {
        take_out_of_address(source, folder);
        take_out_of_fallbacks(source, folder);
        if (source.access->is_set()) read_access(source.access.edit(), reader);
    }
    return std::move(reader).take();
}

std::vector<Problem> unreadable_secrets(Source source, const fs::path& folder) {
    SecretReader reader(folder);
    if (source.access->is_set()) read_access(source.access.edit(), reader);
    return std::move(reader).take().unreadable;
}

std::vector<Problem> unreadable_secrets(Fetch fetch, const fs::path& folder) {
    SecretReader reader(folder);
    reader.read(fetch.proxy_password);
    return std::move(reader).take().unreadable;
}

} // namespace khabar::settings
