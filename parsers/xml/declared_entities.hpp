#pragma once
// The plain entities a DOCTYPE's internal subset declares. Values are taken only where they hold no '&' (but
// for one numeric reference that is all of it), '<', '"' or '%' and are at most max_entity_bytes long:
// nothing expands twice.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace khabar::xml {

inline constexpr std::size_t max_entities = 64;
inline constexpr std::size_t max_entity_bytes = 1024;

class DeclaredEntities {
  public:
    // What stands between '[' and ']'.
    void read(std::string_view subset);

    // The value; data() is null where there is none of that name.
    [[nodiscard]] std::string_view find(std::string_view name) const noexcept;

  private:
    void add(std::string_view name, std::string_view value);

    std::vector<std::pair<std::string, std::string>> entities_;
};

} // namespace khabar::xml
