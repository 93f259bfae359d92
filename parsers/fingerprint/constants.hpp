#pragma once
// Every constant of the near-duplicate engine, with the reason. Measured on 31,030 Arabic articles of 14
// newsrooms in three weeks (424 labelled pairs) and on English wire copies; the engine's own are in
// daemon/story.

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace khabar::fingerprint {

// — making —
inline constexpr std::size_t shingle_words =
    3; // 2: common phrases collide; 4: every edited word costs four shingles
inline constexpr std::size_t short_text_words =
    20; // below, the headline is taken into the text: one line alone is a formula
inline constexpr std::size_t max_text_bytes =
    1 << 18; // 256 KiB: 40 times an ordinary article; bounds memory at about 2 MiB
inline constexpr std::size_t max_title_bytes = 4096;

// — sketch: a sample of shingles; two shared ones make a candidate —
inline constexpr std::size_t sketch_share =
    12; // every twelfth shingle: a 60-word brief still shares two with its 1,000-word origin
inline constexpr std::size_t sketch_least = 12; // short texts: fewer would miss edited copies
inline constexpr std::size_t sketch_most =
    64; // long texts: bounds cost; 64 of 2,000 still find a copied half

// — comparing —
inline constexpr std::size_t lead_words =
    40; // a lead paragraph: who did what where; the part an abridgement keeps
inline constexpr std::size_t opening_slack =
    2; // an abridged text may drop a third of the sentences that it stands beside
inline constexpr std::size_t opening_margin = 30; // and a date line or an introduction may precede

// — judging: the further apart in time, the more must be equal, as newspapers repeat moulds, not copies —
struct Tier {
    std::chrono::hours gap;     // up to this far apart
    double containment;         // least share of the shorter text
    double jaccard;             // with at least this share of both,
    double least_lead;          //   and at least this much of each lead in the other text;
    double jaccard_with_lead;   // or with less of both,
    double lead;                //   where the leads agree so far (mean of both)
    double abridged;            // or, with any length, this much of the shorter in the opening of the longer
    double numbers;             // always: least share of the numbers in common, where there are any
    double headline;            // always: least headline support (Overlap::headline),
    double headline_outweighed; // unless so much of both is equal
    double subjects;            // always: least share of subjects (Overlap::subjects),
    double subjects_outweighed; // unless so much of both is equal: names spelled otherwise throughout
    double words;               // always: least length of the shorter text, in shingles
    double rare;                // always: least containment with each shingle counted by its rarity,
    double rare_jaccard;        //   and least jaccard, unless one is cut from the other
};
inline constexpr Tier tiers[] = {
    // A wire story runs its course in a day: newsrooms reword it, and give it headlines with nothing in
    // common; official style is shared by all and no sign of a mould.
    {.gap = std::chrono::hours(20),
     .containment = 0.50,
     .jaccard = 0.39,
     .least_lead = 0,
     .jaccard_with_lead = 0.30,
     .lead = 0.45,
     .abridged = 0.70,
     .numbers = 0,
     .headline = 0,
     .headline_outweighed = 0.80,
     .subjects = 0.87,
     .subjects_outweighed = 0.60,
     .words = 0,
     .rare = 0.35,
     .rare_jaccard = 0.18},
    // The next day's edition. What is alike now may be the next bulletin or cable: names in the headlines
    // must fit, and what is rare must be shared.
    {.gap = std::chrono::hours(36),
     .containment = 0.60,
     .jaccard = 0.45,
     .least_lead = 0,
     .jaccard_with_lead = 0.30,
     .lead = 0.50,
     .abridged = 0.75,
     .numbers = 0.50,
     .headline = 0.55,
     .headline_outweighed = 0.60,
     .subjects = 0.87,
     .subjects_outweighed = 0.80,
     .words = 0,
     .rare = 0.48,
     .rare_jaccard = 0.34},
    // Late reprints.
    {.gap = std::chrono::hours(96),
     .containment = 0.60,
     .jaccard = 0.70,
     .least_lead = 0,
     .jaccard_with_lead = 0.35,
     .lead = 0.50,
     .abridged = 0.80,
     .numbers = 0.70,
     .headline = 0.60,
     .headline_outweighed = 0.80,
     .subjects = 0.87,
     .subjects_outweighed = 0.80,
     .words = 0,
     .rare = 0.55,
     .rare_jaccard = 0.38},
    // Another week: a short text comes back word for word when its occasion does ("no new cases").
    {.gap = std::chrono::hours::max(),
     .containment = 0.70,
     .jaccard = 0.70,
     .least_lead = 0,
     .jaccard_with_lead = 0.45,
     .lead = 0.50,
     .abridged = 0.95,
     .numbers = 0.70,
     .headline = 0.60,
     .headline_outweighed = 0.80,
     .subjects = 0.87,
     .subjects_outweighed = 0.80,
     .words = 60,
     .rare = 0.60,
     .rare_jaccard = 0.45},
};
// Half of everything (published best for plain rules on English wire copies), and no other opening: pages of
// one mould (player of the week) share as much.
inline constexpr Tier without_time{.gap = std::chrono::hours(0),
                                   .containment = 0.60,
                                   .jaccard = 0.50,
                                   .least_lead = 0.15,
                                   .jaccard_with_lead = 0.50,
                                   .lead = 0,
                                   .abridged = 0.95,
                                   .numbers = 0,
                                   .headline = 0.60,
                                   .headline_outweighed = 0.80,
                                   .subjects = 0.87,
                                   .subjects_outweighed = 0.60,
                                   .words = 0,
                                   .rare = 0.50,
                                   .rare_jaccard = 0.30};

// What an operator's wish adds to the shares that make copies, or takes from them: a third of the way to a
// word for word copy's, and as much as moulds of one day leave room for.
inline constexpr double strict_more = 0.15;
inline constexpr double loose_less = 0.05;

inline constexpr double related_containment = 0.30; // below, background and quotations
inline constexpr double copy_containment = 0.95;    // word for word but for a date line and a credit
inline constexpr double copy_jaccard = 0.85;
inline constexpr double whole_jaccard = 0.40;       // menus and comments are seldom longer than the article
inline constexpr double abridged_jaccard = 0.40;    // below, one text is more than twice the other
inline constexpr double abridged_lead = 0.60;       // a cut keeps the lead
inline constexpr double follow_up_headline = 0.80;  // the brief's own headline: the full report was late
inline constexpr double opening_share = 0.90;       // and takes from nowhere else
inline constexpr double small_part_jaccard = 0.15;  // one text is more than six times the other
inline constexpr double small_part_headline = 0.90; // and tells the same only where the headlines agree
inline constexpr double contained_containment = 0.50;
inline constexpr double retold_lead = 0.80;        // a report told from its first words on, as the background
inline constexpr double other_lead = 0.10;         // of another that begins anew
inline constexpr double retold_outweighed = 0.50;  // more in common: the same under a new introduction
inline constexpr double renewed_outweighed = 0.80; // a newsroom's own introduction
inline constexpr double renewed_lead = 0.26;       // a bulletin renews its lead and keeps its body
inline constexpr double figure_jaccard = 0.50;     // an exact large number in both: one event, however late
inline constexpr double lead_outweighed = 0.70;    // two leads on one text: a newsroom's own introduction

inline constexpr std::uint32_t numbers_that_tell = 3; // fewer agree or differ by chance
inline constexpr double numbers_disagree = 0.50;      // half of a story's numbers other: another occasion
inline constexpr double numbers_agree = 0.70;         // a copy rounds or drops one of four
inline constexpr double numbers_outweighed = 0.70;    // tables and scores in otherwise equal texts
inline constexpr double mould_difference = 0.10;      // a tenth of the text changes with the numbers
inline constexpr double mould_exact = 0.97;           // equal but for numbers and weekdays
inline constexpr double mould_likeness = 0.90;        // nothing else changes
inline constexpr double weekday_outweighed = 0.60;    // "Sunday" corrected to "Monday" in a copy
inline constexpr std::chrono::hours same_edition{
    18}; // a toll that rises within the day is an edit, not a series

} // namespace khabar::fingerprint
