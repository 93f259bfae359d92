#pragma once
// How Korean, Japanese and Chinese papers sign: the name with its title written to it, "김철수 기자",
// "山田太郎記者", "本报记者王小明", "記者陳大文／台北報導".

#include <string>
#include <string_view>
#include <vector>

namespace khabar::article {

// The persons named, where the whole line is such a signature; a mail address may follow. Empty where it is
// not. Pure; linear in the line.
[[nodiscard]] std::vector<std::string> titled_names(std::string_view line);

} // namespace khabar::article
