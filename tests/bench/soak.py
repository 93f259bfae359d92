#!/usr/bin/env python3
"""A week in minutes: the daemon polls 20 growing feeds every second instead of every ten minutes, stores what is new, and its memory
is watched. A week of real polls is 1,008 a source.   usage: soak.py KHABAR [POLLS_A_SOURCE=1008]
Prints the memory's slope by least squares over the last quarter, when the cache of fingerprints (4,096 articles) is full."""
import json
import pathlib
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "system"))
from news_server import Handler, NewsServer, article, configuration  # noqa: E402

FEEDS = 20
SHOWN = 30  # items in a feed
NEW_EVERY = 3  # polls


class GrowingHandler(Handler):
    """Every third poll of a feed finds one item more."""

    def do_GET(self):
        name = self.path.strip("/")
        if not name.startswith("feed"):
            return super().do_GET()
        index = int(name[4:])
        with self.server.lock:
            self.server.polls[index] += 1
            newest = index * 1_000_000 + self.server.polls[index] // NEW_EVERY
        items = "".join(f"<item><title>{article(n)[0]}</title><link>{self.server.url(f'article{n}')}</link></item>"
                        for n in range(newest, max(newest - SHOWN, index * 1_000_000 - 1), -1))
        self.answer("application/rss+xml", f'<rss version="2.0"><channel><title>Paper {index}</title>{items}</channel></rss>')


def metrics(port):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        lines = answer.read().decode().splitlines()
    return {name: int(value) for name, value in (line.split() for line in lines if not line.startswith("#"))}


def slope(points):
    """Least squares: bytes a poll."""
    n = len(points)
    mean_x, mean_y = sum(x for x, _ in points) / n, sum(y for _, y in points) / n
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def main():
    khabar, wanted = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1008
    with tempfile.TemporaryDirectory() as folder:
        server = NewsServer(feeds=FEEDS, articles_a_feed=0, handler=GrowingHandler)
        server.polls, server.lock = [0] * FEEDS, threading.Lock()
        config, _ = configuration(server, pathlib.Path(folder))
        port = free_port()
        text = config.read_text().replace("max_interval: 1d", "max_interval: 1s")
        config.write_text(text + f"status: {{listen: '127.0.0.1:{port}'}}\nlog: {{level: error}}\n")
        daemon = subprocess.Popen([khabar, "run", "-c", config])
        points = []
        try:
            while daemon.poll() is None and (not points or points[-1][0] < wanted * FEEDS):
                time.sleep(2)
                try:
                    now = metrics(port)
                except OSError:
                    continue
                points.append((now["khabar_polls_total"], now["khabar_resident_bytes"]))
        finally:
            daemon.terminate()
            daemon.wait()
        settled = [p for p in points if p[0] > points[-1][0] * 3 / 4]
        print(json.dumps({"polls_a_source": points[-1][0] // FEEDS, "stored": now["khabar_articles_stored_total"],
                          "failed_writes": now["khabar_write_failures_total"],
                          "rss_mib_first_last_most": [round(v / 2**20, 1) for v in (settled[0][1], settled[-1][1], max(y for _, y in settled))],
                          "slope_kib_a_day": round(slope(settled) * 144 * FEEDS / 1024, 1)}))
        return 0 if daemon.returncode == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
