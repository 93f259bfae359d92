#pragma once
// The database as the loop sees it: a coroutine hands a task to the writer thread and goes on, on the loop,
// once it is committed.

#include "daemon/store/database.hpp"
#include "daemon/store/writer.hpp"
#include "daemon/story/story_index.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace khabar::pipeline {

class Archive {
  public:
    // Opens or creates the file and its folder, and brings its tables up to date. Throws StoreError.
    explicit Archive(const std::filesystem::path& file, const story::Rules& rules = {});
    ~Archive();
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    // Runs task(Database&, StoryIndex&) inside a transaction on the writer thread; `bytes` is about what it
    // holds. What it throws, or what its commit throws, is thrown here: nothing of it is stored then.
    template <typename Task>
    boost::asio::awaitable<std::invoke_result_t<Task, store::Database&, story::StoryIndex&>>
    write(Task task, std::size_t bytes = 0) {
        using Value = std::invoke_result_t<Task, store::Database&, story::StoryIndex&>;
        auto home = co_await boost::asio::this_coro::executor;
        auto value = std::make_shared<std::optional<Value>>();
        auto start = [this, home, value, bytes](auto handler, Task work) {
            auto shared = std::make_shared<decltype(handler)>(std::move(handler));
            writer_->submit(
                [this, value, work = std::move(work)](store::Database& database) mutable {
                    value->emplace(work(database, stories(database)));
                },
                bytes,
                [this, home, shared](std::exception_ptr error) {
                    if (error) stories_.reset(); // its cache may hold what was rolled back
                    boost::asio::post(home, [this, shared, error]() mutable {
                        look_for_damage(error);
                        std::move (*shared)(error);
                    });
                });
        };
        co_await boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(std::exception_ptr)>(
            std::move(start), boost::asio::use_awaitable, std::move(task));
        co_return std::move(**value);
    }

    // Called once, on the loop, when the file is found to be damaged; nothing more is written to it then.
    using OnDamage = std::function<void(const store::StoreError&)>;
    void on_damage(OnDamage callback) { on_damage_ = std::move(callback); }

    // Everything handed over before is committed when this returns. Not from the writer's thread.
    void drain() { writer_->drain(); }
    [[nodiscard]] store::Writer::Counts counts() const { return writer_->counts(); }

  private:
    story::StoryIndex& stories(store::Database& database); // writer thread only
    void look_for_damage(const std::exception_ptr& error); // the loop's thread only

    OnDamage on_damage_;
    story::Rules rules_;
    std::unique_ptr<story::StoryIndex> stories_; // made and used on the writer thread
    std::unique_ptr<store::Writer> writer_;      // last: its thread ends before stories_ goes
};

} // namespace khabar::pipeline
