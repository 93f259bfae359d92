#include "parsers/url/parser.hpp"

#include "parsers/text/ascii.hpp"
#include "parsers/url/host.hpp"
#include "parsers/url/percent.hpp"
#include "parsers/url/scheme.hpp"

#include <algorithm>

namespace khabar::url {

namespace {

bool is_windows_drive_letter(std::string_view text) noexcept {
    return text.size() == 2 && text::is_letter(text[0]) && (text[1] == ':' || text[1] == '|');
}

bool starts_with_windows_drive_letter(std::string_view text) noexcept {
    return is_windows_drive_letter(text.substr(0, 2)) &&
           (text.size() == 2 || std::string_view("/\\?#").find(text[2]) != std::string_view::npos);
}

// "Single-dot" and "double-dot URL path segment": 1 and 2, else 0. "%2e" is a dot.
int dots(std::string_view segment) noexcept {
    int count = 0;
    for (std::size_t at = 0; at < segment.size(); ++count) {
        if (count == 2) return 0;
        if (segment[at] == '.')
            ++at;
        else if (encoded_byte(segment, at) == '.')
            at += 3;
        else
            return 0;
    }
    return count;
}

tl::unexpected<Error> bad(std::string detail) {
    return fail(Errc::bad_url, std::move(detail));
}

} // namespace

Result<Url> Parser::run() {
    if (auto done = scheme(); !done) return tl::unexpected(std::move(done.error()));
    return serialise();
}

void Parser::set_scheme(std::string_view scheme) {
    scheme_ = scheme;
    std::ranges::transform(scheme_, scheme_.begin(), text::lower);
    special_ = is_special(scheme_);
}

// Where the authority ends: '/', '?', '#', the end, and '\' where it is a slash.
std::size_t Parser::find_delimiter(bool backslash) const noexcept {
    return std::min(input_.find_first_of(backslash ? "/?#\\" : "/?#", at_), input_.size());
}

// "Scheme start state" and "scheme state".
Parser::Step Parser::scheme() {
    const auto end = std::ranges::find_if_not(
        input_, [](char c) { return text::is_letter_or_digit(c) || c == '+' || c == '-' || c == '.'; });
    const auto size = static_cast<std::size_t>(end - input_.begin());
    if (size == 0 || !text::is_letter(input_[0]) || size == input_.size() || *end != ':') return no_scheme();
    set_scheme(input_.substr(0, size));
    at_ = size + 1;
    if (scheme_ == "file") return file();
    if (special_) {
        // "Special relative or authority state".
        if (base_ != nullptr && base_->scheme() == scheme_ && !rest().starts_with("//")) return relative();
        return authority_after_slashes();
    }
    if (rest().starts_with("//")) { // "path or authority state"
        at_ += 2;
        return authority();
    }
    if (here() == '/') {
        ++at_;
        path();
    } else {
        opaque_path();
    }
    return {};
}

Parser::Step Parser::no_scheme() {
    if (base_ == nullptr) return bad("no scheme and no base");
    const bool base_opaque = base_->has_opaque_path();
    if (base_opaque && here() != '#') return bad("relative to an address without hierarchy");
    if (base_->scheme() == "file") return file();
    if (!base_opaque) return relative();
    set_scheme(base_->scheme());
    opaque_ = true;
    copy_path_and_query();
    query_or_fragment();
    return {};
}

void Parser::copy_authority() {
    username_ = base_->username();
    password_ = base_->password();
    if (base_->has_host()) host_ = base_->host();
    port_ = base_->port();
}

void Parser::copy_path_and_query() {
    path_ = base_->path();
    if (const auto query = base_->query()) query_ = *query;
}

Parser::Step Parser::relative() {
    set_scheme(base_->scheme());
    if (is_slash(here())) {
        ++at_;
        return relative_slash();
    }
    copy_authority();
    copy_path_and_query();
    if (at_end() || here() == '?' || here() == '#') {
        query_or_fragment();
        return {};
    }
    query_.reset();
    shorten_path();
    path();
    return {};
}

Parser::Step Parser::relative_slash() {
    if (special_ && is_slash(here())) return authority_after_slashes();
    if (here() == '/') {
        ++at_;
        return authority();
    }
    copy_authority();
    path();
    return {};
}

// "Special authority (ignore) slashes state".
Parser::Step Parser::authority_after_slashes() {
    while (!at_end() && (here() == '/' || here() == '\\'))
        ++at_;
    return authority();
}

Parser::Step Parser::authority() {
    const auto end = find_delimiter(special_);
    auto text = input_.substr(at_, end - at_);
    at_ = end;
    if (const auto sign = text.rfind('@'); sign != std::string_view::npos) {
        const auto user = text.substr(0, sign);
        text.remove_prefix(sign + 1);
        if (text.empty()) return bad("user but no host");
        const auto colon = std::min(user.find(':'), user.size());
        append_encoded(username_, user.substr(0, colon), EncodeSet::userinfo);
        if (colon < user.size()) append_encoded(password_, user.substr(colon + 1), EncodeSet::userinfo);
    }
    if (auto done = host_and_port(text); !done) return done;
    path_start();
    return {};
}

Parser::Step Parser::host_and_port(std::string_view text) {
    std::size_t colon = 0;
    for (bool brackets = false; colon < text.size() && (brackets || text[colon] != ':'); ++colon) {
        if (text[colon] == '[') brackets = true;
        if (text[colon] == ']') brackets = false;
    }
    const auto name = text.substr(0, colon);
    if (name.empty() && (special_ || colon < text.size())) return bad("no host");
    auto host = parse_host(name, !special_);
    if (!host) return tl::unexpected(std::move(host.error()));
    host_ = std::move(*host);
    return colon < text.size() ? port(text.substr(colon + 1)) : Step{};
}

Parser::Step Parser::port(std::string_view digits) {
    if (digits.empty()) return {};
    std::uint32_t value = 0;
    for (const char c : digits) {
        if (!text::is_digit(c)) return bad("port is no number");
        value = value * 10 + static_cast<std::uint32_t>(c - '0');
        if (value > 0xFFFF) return bad("port above 65535");
    }
    const auto standard = default_port(scheme_);
    if (standard == 0 || value != standard) port_ = static_cast<std::uint16_t>(value);
    return {};
}

Parser::Step Parser::file() {
    set_scheme("file");
    host_ = "";
    if (here() == '/' || here() == '\\') {
        ++at_;
        return file_slash();
    }
    if (base_ != nullptr && base_->scheme() == "file") {
        host_ = base_->host();
        copy_path_and_query();
        if (at_end() || here() == '?' || here() == '#') {
            query_or_fragment();
            return {};
        }
        query_.reset();
        if (starts_with_windows_drive_letter(rest()))
            path_.clear();
        else
            shorten_path();
    }
    path();
    return {};
}

Parser::Step Parser::file_slash() {
    if (here() == '/' || here() == '\\') {
        ++at_;
        return file_host();
    }
    if (base_ != nullptr && base_->scheme() == "file") {
        host_ = base_->host();
        const auto drive = base_->path().substr(0, 3); // "/C:"
        const bool drive_alone = base_->path().size() <= 3 || base_->path()[3] == '/';
        if (drive.size() == 3 && drive_alone && is_windows_drive_letter(drive.substr(1)) && drive[2] == ':' &&
            !starts_with_windows_drive_letter(rest()))
            path_ = drive;
    }
    path();
    return {};
}

Parser::Step Parser::file_host() {
    const auto end = find_delimiter(true);
    const auto name = input_.substr(at_, end - at_);
    if (is_windows_drive_letter(name)) { // no host: the path begins with it
        path();
        return {};
    }
    at_ = end;
    if (!name.empty()) {
        auto host = parse_host(name, false);
        if (!host) return tl::unexpected(std::move(host.error()));
        host_ = *host == "localhost" ? std::string{} : std::move(*host);
    }
    path_start();
    return {};
}

void Parser::path_start() {
    const char c = here();
    if (special_ || (!at_end() && c != '?' && c != '#')) {
        if (!at_end() && is_slash(c)) ++at_;
        path();
    } else {
        query_or_fragment();
    }
}

// "Path state", from the first byte after a slash.
void Parser::path() {
    for (bool more = true; more;) {
        const auto end = find_delimiter(special_);
        more = end < input_.size() && is_slash(input_[end]);
        path_segment(input_.substr(at_, end - at_), more);
        at_ = end + (more ? 1 : 0);
    }
    query_or_fragment();
}

void Parser::path_segment(std::string_view segment, bool slash_follows) {
    const int dot_count = dots(segment);
    if (dot_count == 2) shorten_path();
    if (dot_count != 0) {
        if (!slash_follows) path_.push_back('/');
        return;
    }
    const bool drive = scheme_ == "file" && path_.empty() && is_windows_drive_letter(segment);
    path_.push_back('/');
    append_encoded(path_, segment, EncodeSet::path);
    if (drive) path_.back() = ':';
}

void Parser::shorten_path() {
    const bool drive_alone =
        path_.size() == 3 && is_windows_drive_letter(std::string_view(path_).substr(1)) && path_[2] == ':';
    if (scheme_ == "file" && drive_alone) return;
    path_.resize(path_.empty() ? 0 : path_.rfind('/'));
}

void Parser::opaque_path() {
    opaque_ = true;
    const auto end = std::min(input_.find_first_of("?#", at_), input_.size());
    const auto text = input_.substr(at_, end - at_);
    const bool space_last = end < input_.size() && text.ends_with(' ');
    append_encoded(path_, text.substr(0, text.size() - (space_last ? 1 : 0)), EncodeSet::c0_control);
    if (space_last) path_ += "%20";
    at_ = end;
    query_or_fragment();
}

// "Query state" and "fragment state": at '?', '#' or the end.
void Parser::query_or_fragment() {
    if (here() == '?') {
        const auto end = std::min(input_.find('#', at_), input_.size());
        query_ = "";
        append_encoded(*query_, input_.substr(at_ + 1, end - at_ - 1),
                       special_ ? EncodeSet::special_query : EncodeSet::query);
        at_ = end;
    }
    if (here() == '#') {
        fragment_ = "";
        append_encoded(*fragment_, input_.substr(at_ + 1), EncodeSet::fragment);
    }
}

// "URL serializer", §4.5, keeping where each part stands.
Result<Url> Parser::serialise() const {
    Url url;
    auto& out = url.href_;
    const auto position = [&] { return static_cast<std::uint32_t>(out.size()); };
    out = scheme_;
    url.scheme_end_ = position();
    out.push_back(':');
    if (host_) out += "//";
    url.username_begin_ = position();
    out += username_;
    url.username_end_ = url.password_begin_ = url.password_end_ = position();
    if (!password_.empty()) {
        out.push_back(':');
        url.password_begin_ = position();
        out += password_;
        url.password_end_ = position();
    }
    if (!username_.empty() || !password_.empty()) out.push_back('@');
    url.host_begin_ = position();
    if (host_) out += *host_;
    url.host_end_ = position();
    if (port_) out.append(":").append(std::to_string(*port_));
    url.port_ = port_ ? *port_ : -1;
    if (!host_ && !opaque_ && path_.starts_with("//")) out += "/."; // else the path would read as a host
    url.path_begin_ = position();
    out += path_;
    url.path_end_ = position();
    if (query_) {
        out.push_back('?');
        url.query_begin_ = position();
        out += *query_;
        url.query_end_ = position();
    }
    if (fragment_) {
        out.push_back('#');
        url.fragment_begin_ = position();
        out += *fragment_;
    }
    if (out.size() > max_url_bytes) return bad("longer than 2,048 bytes when percent-encoded");
    return url;
}

} // namespace khabar::url
