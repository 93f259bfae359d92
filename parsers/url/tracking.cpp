#include "parsers/url/tracking.hpp"

#include "parsers/text/ascii.hpp"

#include <algorithm>
#include <span>

namespace khabar::url {

namespace {

// Lower-case. Names are those the senders document (Google, Meta, Microsoft, Yandex, Twitter, TikTok,
// Mailchimp, HubSpot, Marketo, Matomo, Adobe, AT Internet, Comscore).
constexpr std::string_view tracking_prefixes[] = {"utm_", "mtm_", "pk_",   "hsa_", "_hs",
                                                  "at_",  "ns_",  "vero_", "oly_"};
constexpr std::string_view tracking_names[] = {
    "__s",
    "__twitter_impression",
    "_ga",
    "_gl",
    "_openstat",
    "dclid",
    "epik",
    "fb_action_ids",
    "fb_action_types",
    "fb_ref",
    "fb_source",
    "fbclid",
    "gbraid",
    "gclid",
    "gclsrc",
    "guccounter",
    "guce_referrer",
    "guce_referrer_sig",
    "hsctatracking",
    "igsh",
    "igshid",
    "li_fat_id",
    "mc_cid",
    "mc_eid",
    "mkt_tok",
    "ml_subscriber",
    "ml_subscriber_hash",
    "msclkid",
    "ncid",
    "ocid",
    "rb_clickid",
    "s_cid",
    "s_kwcid",
    "scid",
    "srsltid",
    "ttclid",
    "twclid",
    "wbraid",
    "wickedid",
    "xtor",
    "yclid",
    "ysclid",
};
constexpr std::string_view referrer_names[] = {"cmp",      "cmpid", "ref",   "ref_src", "ref_url", "referer",
                                               "referrer", "smid",  "smtyp", "share",   "feature"};
constexpr std::string_view session_names[] = {"cfid",      "cftoken",    "jsessionid", "osid", "oscsid",
                                              "phpsessid", "session_id", "sessionid",  "zenid"};
constexpr std::string_view token_names[] = {"s", "sid", "session", "sess"};
constexpr std::string_view aspx_session = "aspsessionid"; // followed by letters of the server's choice

bool has_prefix(std::string_view name, std::string_view prefix) noexcept {
    return name.size() > prefix.size() && text::starts_ignoring_case(name, prefix);
}

bool is_one_of(std::string_view name, std::span<const std::string_view> names) noexcept {
    return std::ranges::any_of(names,
                               [&](std::string_view one) { return text::equals_ignoring_case(name, one); });
}

// Long, hexadecimal, with a digit: no number of an article and no word.
bool looks_like_token(std::string_view value) noexcept {
    constexpr std::size_t shortest_token = 16;
    return value.size() >= shortest_token &&
           std::ranges::all_of(value, [](char c) { return text::hex_value(c) >= 0; });
}

bool is_twin_switch(std::string_view name, std::string_view value) noexcept {
    const bool on =
        value.empty() || value == "0" || value == "1" || text::equals_ignoring_case(value, "true");
    if (is_one_of(name, {{"amp", "m", "mobile"}})) return on;
    return is_one_of(name, {{"output", "outputtype", "view"}}) &&
           (text::equals_ignoring_case(value, "amp") || text::equals_ignoring_case(value, "mobile"));
}

} // namespace

bool is_tracking_parameter(std::string_view name) noexcept {
    return std::ranges::any_of(tracking_prefixes,
                               [&](std::string_view one) { return has_prefix(name, one); }) ||
           is_one_of(name, tracking_names);
}

bool is_session_parameter(std::string_view name, std::string_view value) noexcept {
    return is_one_of(name, session_names) || has_prefix(name, aspx_session) ||
           (is_one_of(name, token_names) && looks_like_token(value));
}

bool is_identity_free_parameter(std::string_view name, std::string_view value) noexcept {
    return is_one_of(name, referrer_names) || is_session_parameter(name, value) ||
           is_twin_switch(name, value);
}

} // namespace khabar::url
