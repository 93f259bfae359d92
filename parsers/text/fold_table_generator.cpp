// Writes the tables of fold.cpp, from ICU's Unicode 15 data, at build time: what each code point folds to and
// which code points belong to words. The rules of fold.hpp stand here, once; fold.cpp only looks up.
//
// Shape: folding is context-free, so one table of 0x110000 entries would do; nearly all are the identity, so
// it is cut in blocks of 128 and equal blocks are kept once ("two-stage table"). An entry is an index into
// the distinct results: 0 the code point itself, else the bytes pool[offset[i]] … pool[offset[i + 1]].

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

namespace {

constexpr UChar32 code_points = 0x110000;
constexpr UChar32 block_size = 128;

// Letters that carry their stroke or ligature in themselves: Unicode gives them no decomposition.
const std::map<UChar32, const char*> latin_letters = {
    {0x00E6, "ae"}, {0x00F0, "d"},  {0x00F8, "o"}, {0x00FE, "th"}, {0x0111, "d"},  {0x0127, "h"},
    {0x0131, "i"},  {0x0138, "k"},  {0x0142, "l"}, {0x014B, "n"},  {0x0153, "oe"}, {0x0167, "t"},
    {0x0180, "b"},  {0x0195, "hv"}, {0x01E5, "g"}, {0x0259, "e"},  {0x0268, "i"},  {0x0289, "u"},
};

// Spellings Arabic and Persian keyboards produce for one letter.
UChar32 arabic_letter(UChar32 c) {
    switch (c) {
    case 0x0622:
    case 0x0623:
    case 0x0625:
    case 0x0671:
    case 0x0672:
    case 0x0673:
    case 0x0675:
        return 0x0627; // alef
    case 0x0649:
    case 0x06CC:
    case 0x0626:
    case 0x06D0:
    case 0x0678:
        return 0x064A; // yeh
    case 0x0624:
    case 0x0676:
        return 0x0648; // waw
    case 0x0629:
    case 0x06C3:
        return 0x0647; // heh
    case 0x06A9:
    case 0x06AA:
        return 0x0643; // kaf
    default:
        return c;
    }
}

// Marks that readers leave out; the vowel signs of Indic and other scripts are not among them.
bool is_optional_mark(UChar32 c) {
    if (c == 0x0640) return true; // tatweel
    if (c >= 0x06D6 && c <= 0x06ED)
        return u_charType(c) != U_DECIMAL_DIGIT_NUMBER && c != 0x06E5 && c != 0x06E6;
    if (u_charType(c) != U_NON_SPACING_MARK) return false;
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0483 && c <= 0x0487) || (c >= 0x0591 && c <= 0x05C7) ||
           (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F) || c == 0x0670 ||
           (c >= 0x0898 && c <= 0x08FF) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
           (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F);
}

bool loses_marks(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    const auto script = uscript_getScript(c, &status);
    return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC ||
           script == USCRIPT_ARABIC || script == USCRIPT_HEBREW || script == USCRIPT_COMMON ||
           script == USCRIPT_INHERITED;
}

class Folder {
  public:
    Folder() {
        UErrorCode status = U_ZERO_ERROR;
        casefold_ = icu::Normalizer2::getNFKCCasefoldInstance(status);
        decompose_ = icu::Normalizer2::getNFDInstance(status);
        ok_ = U_SUCCESS(status);
    }
    [[nodiscard]] bool ok() const { return ok_; }

    [[nodiscard]] icu::UnicodeString fold(UChar32 c) const {
        if (u_isUWhiteSpace(c)) return icu::UnicodeString(u' ');
        if (u_charType(c) == U_CONTROL_CHAR || u_charType(c) == U_FORMAT_CHAR) return {};
        UErrorCode status = U_ZERO_ERROR;
        const auto folded = casefold_->normalize(icu::UnicodeString(c), status);
        icu::UnicodeString out;
        for (int32_t at = 0; at < folded.length(); at = folded.moveIndex32(at, 1))
            append(out, folded.char32At(at));
        return out;
    }

  private:
    void append(icu::UnicodeString& out, UChar32 c) const {
        icu::UnicodeString parts(c);
        if (loses_marks(c)) {
            UErrorCode status = U_ZERO_ERROR;
            parts = decompose_->normalize(parts, status);
        }
        for (int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) {
            const auto part = parts.char32At(at);
            if (is_optional_mark(part)) continue;
            if (const auto found = latin_letters.find(part); found != latin_letters.end())
                out.append(icu::UnicodeString(found->second));
            else if (u_charType(part) == U_DECIMAL_DIGIT_NUMBER)
                out.append(static_cast<UChar32>('0' + u_charDigitValue(part)));
            else
                out.append(u_isUWhiteSpace(part) ? UChar32{' '} : arabic_letter(part));
        }
    }

    const icu::Normalizer2* casefold_ = nullptr;
    const icu::Normalizer2* decompose_ = nullptr;
    bool ok_ = false;
};

struct Tables {
    std::vector<std::uint16_t> stage1, stage2;       // folding
    std::vector<std::string> results{std::string{}}; // [0] unused: identity
    std::vector<std::uint16_t> word_stage1;          // words
    std::vector<std::uint64_t> word_stage2;          // two words of 64 bits a block
};

bool is_word(UChar32 c) {
    constexpr auto classes = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;
    return (U_MASK(u_charType(c)) & classes) != 0;
}

Tables build(const Folder& folder) {
    Tables tables;
    std::map<std::string, std::uint16_t> index_of;
    std::map<std::vector<std::uint16_t>, std::uint16_t> blocks;
    std::map<std::pair<std::uint64_t, std::uint64_t>, std::uint16_t> word_blocks;
    for (UChar32 first = 0; first < code_points; first += block_size) {
        std::vector<std::uint16_t> block;
        std::uint64_t words[2] = {0, 0};
        for (UChar32 c = first; c < first + block_size; ++c) {
            const auto in_block = c - first;
            if (is_word(c)) words[in_block / 64] |= std::uint64_t{1} << (in_block % 64);
            std::uint16_t entry = 0;
            if (const auto folded = folder.fold(c); !U_IS_SURROGATE(c) && folded != icu::UnicodeString(c)) {
                std::string utf8;
                folded.toUTF8String(utf8);
                const auto [found, fresh] =
                    index_of.try_emplace(utf8, static_cast<std::uint16_t>(tables.results.size()));
                if (fresh) tables.results.push_back(utf8);
                entry = found->second;
            }
            block.push_back(entry);
        }
        const auto [found, fresh] = blocks.try_emplace(block, static_cast<std::uint16_t>(blocks.size()));
        if (fresh) tables.stage2.insert(tables.stage2.end(), block.begin(), block.end());
        tables.stage1.push_back(found->second);
        const auto [word, new_word] =
            word_blocks.try_emplace({words[0], words[1]}, static_cast<std::uint16_t>(word_blocks.size()));
        if (new_word) tables.word_stage2.insert(tables.word_stage2.end(), {words[0], words[1]});
        tables.word_stage1.push_back(word->second);
    }
    return tables;
}

template <typename Values>
void print(std::FILE* out, const char* type, const char* name, const Values& values) {
    std::fprintf(out, "inline constexpr %s %s[] = {", type, name);
    std::size_t column = 0;
    for (const auto value : values)
        std::fprintf(out, "%s%lluu,", column++ % 24 == 0 ? "\n" : "", static_cast<unsigned long long>(value));
    std::fprintf(out, "\n};\n");
}

} // namespace

int main(int argc, char** argv) {
    const Folder folder;
    if (argc != 2 || !folder.ok()) return 1;
    const auto tables = build(folder);
    std::vector<std::uint32_t> offsets{0};
    std::vector<unsigned char> pool;
    for (const auto& result : tables.results) {
        pool.insert(pool.end(), result.begin(), result.end());
        offsets.push_back(static_cast<std::uint32_t>(pool.size()));
    }
    std::FILE* out = std::fopen(argv[1], "w");
    if (out == nullptr) return 1;
    std::fprintf(out,
                 "#pragma once\n// Written by fold_table_generator from Unicode %s.\n#include <cstdint>\n"
                 "namespace khabar::text::tables {\n",
                 U_UNICODE_VERSION);
    print(out, "std::uint16_t", "fold_stage1", tables.stage1);
    print(out, "std::uint16_t", "fold_stage2", tables.stage2);
    print(out, "std::uint32_t", "fold_offset", offsets);
    print(out, "unsigned char", "fold_pool", pool);
    print(out, "std::uint16_t", "word_stage1", tables.word_stage1);
    print(out, "std::uint64_t", "word_stage2", tables.word_stage2);
    std::fprintf(out, "} // namespace khabar::text::tables\n");
    return std::fclose(out) == 0 ? 0 : 1;
}
