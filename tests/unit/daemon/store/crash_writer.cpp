// The victim of crash_test: `store_crash_writer FILE FIRST` stores articles with their links from number
// FIRST on, through the Writer, and prints each number when it was acknowledged, until it is killed.

#include "daemon/store/articles.hpp"
#include "daemon/store/links.hpp"
#include "daemon/store/schema.hpp"
#include "daemon/store/writer.hpp"

#include <unistd.h>

#include <cstdlib>
#include <string>

namespace {

using namespace khabar::store;

constexpr int most_waiting = 50;

void store_one(Database& database, int number) {
    NewArticle article;
    article.key = "example.org/" + std::to_string(number);
    article.url = "https://" + article.key;
    article.title = "Number " + std::to_string(number);
    for (int word = 0; word < 300; ++word)
        article.text.append("word").append(std::to_string(number * word % 5000)).append(" ");
    NewLink link;
    link.key = "link.example.org/" + std::to_string(number);
    link.url = "https://" + link.key;
    add_links(database, {&link, 1}, Time{});
    const InsertedArticle inserted = insert_article(database, article);
    link_done(database, find_link(database, link.key).value().id, inserted.id);
}

void acknowledge(int number) {
    const std::string line = std::to_string(number) + "\n";
    if (write(STDOUT_FILENO, line.data(), line.size()) < 0) _exit(1);
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 64;
    Database database(argv[1]);
    migrate(database);
    Writer writer(std::move(database), {.group = 20});
    for (int number = std::atoi(argv[2]);; ++number) {
        Writer::Task task = [number](Database& d) { store_one(d, number); };
        Writer::Done done = [number](const std::exception_ptr& error) {
            if (error) _exit(1);
            acknowledge(number);
        };
        writer.submit(std::move(task), 1, std::move(done));
        if (number % most_waiting == 0) writer.drain(); // whoever kills it finds a bounded queue
    }
}
