"""A loopback news server for whole-program tests: as many feeds and articles as asked for, every text its own, all made from numbers."""
import http.server
import random
import threading

WORDS = ("council river market school bridge harvest minister engineer valley station festival hospital judge museum winter "
         "border teacher factory airport library village harbour election budget storm railway garden doctor farmer theatre").split()


def sentence(rng):
    words = [rng.choice(WORDS) for _ in range(rng.randint(9, 16))]
    return "The " + " ".join(words) + f" of {rng.randint(1, 9999)} streets, said the {rng.choice(WORDS)}."


def article(number):
    """Title and paragraphs, the same for the same number at any time."""
    rng = random.Random(number)
    title = f"Report {number}: {rng.choice(WORDS)} and {rng.choice(WORDS)}"
    return title, [" ".join(sentence(rng) for _ in range(4)) for _ in range(5)]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        name = self.path.strip("/")
        if name.startswith("feed"):
            self.answer("application/rss+xml", self.server.feed(int(name[4:])))
        elif name.startswith("article"):
            self.answer("text/html; charset=utf-8", self.server.page(int(name[7:])))
        else:
            self.answer("text/plain", "not here", 404)

    def answer(self, kind, text, status=200):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class NewsServer(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, feeds, articles_a_feed, handler=Handler):
        super().__init__(("127.0.0.1", 0), handler)
        self.feeds, self.size = feeds, articles_a_feed
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, *_):
        """A client that was killed in the middle of an answer is what some tests are about."""

    def url(self, path):
        return f"http://127.0.0.1:{self.server_port}/{path}"

    def feed(self, index):
        numbers = range(index * self.size, (index + 1) * self.size)
        items = "".join(f"<item><title>{article(n)[0]}</title><link>{self.url(f'article{n}')}</link></item>" for n in numbers)
        return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Paper {index}</title>{items}</channel></rss>'

    def page(self, number):
        title, paragraphs = article(number)
        body = "".join(f"<p>{p}</p>" for p in paragraphs)
        return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"


def configuration(server, folder):
    """Writes a khabar.yaml for the server's feeds into `folder`, without politeness to loopback; returns (file, database)."""
    database = folder / "khabar.db"
    sources = "".join(f"  - {{id: paper{i}, url: '{server.url(f'feed{i}')}'}}\n" for i in range(server.feeds))
    file = folder / "khabar.yaml"
    file.write_text(f"fetch: {{delay: 0s, per_host: 8, allow_private: true, robots: false}}\n"
                    f"poll: {{min_interval: 1s, default_interval: 1s, max_interval: 1d}}\n"
                    f"store: {{database: '{database}'}}\nsources:\n{sources}")
    return file, database
