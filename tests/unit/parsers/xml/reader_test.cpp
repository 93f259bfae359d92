#include "parsers/xml/reader.hpp"

#include <gtest/gtest.h>

#include <string>

namespace khabar::xml {
namespace {

// Writes the events down: "(p{uri}name a=b" text ")".
class Script final : public Handler {
  public:
    explicit Script(std::size_t most = SIZE_MAX) : most_(most) {}
    void open(const Element& element) override {
        ++opened_;
        out += "(";
        if (!element.prefix.empty()) out.append(element.prefix).append(":");
        if (!element.uri.empty()) out.append("{").append(element.uri).append("}");
        out += element.name;
        for (const Attribute& a : element.attributes)
            out.append(" ")
                .append(a.prefix)
                .append(a.prefix.empty() ? "" : ":")
                .append(a.name)
                .append("=")
                .append(a.value);
        out += "|";
    }
    void close() override { out += ")"; }
    void text(std::string_view piece) override { out += piece; }
    [[nodiscard]] bool enough() const override { return opened_ >= most_; }

    std::string out;

  private:
    std::size_t most_;
    std::size_t opened_ = 0;
};

TEST(Reader, GivesElementsTextAndAttributesInOrder) {
    Script script;
    EXPECT_EQ(read("<a b='1'>x<c/>y &amp; z</a>", script), Outcome::well_formed);
    EXPECT_EQ(script.out, "(a b=1|x(c|)y & z)");
}

TEST(Reader, DecodesAttributeValues) {
    Script script;
    read("<a b='1&amp;2&#38;#38;&lt;&quot;&' c='&amp;'/>", script);
    EXPECT_EQ(script.out, "(a b=1&2&#38;<\"& c=&|)");
}

TEST(Reader, ResolvesNamespacesAndKeepsUndeclaredPrefixes) {
    Script script;
    EXPECT_EQ(read("<r xmlns='u' xmlns:p='v'><p:a p:b='1'/><q:c/></r>", script), Outcome::well_formed);
    EXPECT_EQ(script.out, "({u}r|(p:{v}a p:b=1|)(q:c|))");
}

TEST(Reader, SaysThatItRepaired) {
    Script script;
    EXPECT_EQ(read("<a>b &nbsp; c", script), Outcome::repaired);
    EXPECT_EQ(script.out, "(a|b \u00A0 c)");
}

TEST(Reader, StopsWhenTheHandlerHasEnough) {
    Script script(2);
    EXPECT_EQ(read("<a><b/><c/><d/></a>", script), Outcome::stopped);
    EXPECT_EQ(script.out, "(a|(b|");
}

TEST(Reader, GivesWhatStandsBeforeABound) {
    std::string deep = "<a>before";
    for (int i = 0; i < 1000; ++i)
        deep += "<b>";
    Script script;
    EXPECT_EQ(read(deep, script), Outcome::cut);
    EXPECT_TRUE(script.out.starts_with("(a|before(b|"));
    EXPECT_TRUE(script.out.ends_with("))"));
}

TEST(Reader, ReadsNoExternalEntity) {
    Script script;
    read("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>[&x;]</a>", script);
    EXPECT_EQ(script.out, "(a|[&x;])");
}

TEST(Reader, TakesTextLongerThanTheParsersOwnLimit) {
    const std::string text(12u << 20, 'x'); // libxml2 stops at 10 MB in one node
    Script script;
    EXPECT_EQ(read("<a>" + text + "</a>", script), Outcome::well_formed);
    EXPECT_EQ(script.out.size(), text.size() + 4);
}

TEST(Reader, EmptyInputGivesNothing) {
    Script script;
    EXPECT_EQ(read("", script), Outcome::repaired);
    EXPECT_EQ(script.out, "");
}

} // namespace
} // namespace khabar::xml
