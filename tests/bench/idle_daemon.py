#!/usr/bin/env python3
"""idle_daemon.py KHABAR [SOURCES] [LINKS]: how long the daemon takes to be ready, and what it holds in memory, with
SOURCES sources (100,000) none of which is due, and LINKS addresses that are known (1,000,000). Where others compute too, the CPU
time is what to look at.

Issue 5 asks for ready in 2 s with a million known addresses, and 150 MB idle with 100,000 sources."""
import os
import pathlib
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time

A_FILE = 2000  # sources in one file of sources.d
SETTLE = 6  # seconds after READY=1, and after a reload, until memory is read
RELOADS = 2  # each with one source more: what was read before must go


def write_configuration(folder, sources):
    (folder / "sources.d").mkdir()
    for first in range(0, sources, A_FILE):
        lines = (f"  - {{id: s{i}, url: 'http://paper{i // 2}.example/feed{i}'}}\n"
                 for i in range(first, min(first + A_FILE, sources)))
        (folder / "sources.d" / f"{first:06}.yaml").write_text("sources:\n" + "".join(lines))
    file = folder / "khabar.yaml"
    file.write_text(f"store: {{database: '{folder / 'khabar.db'}'}}\nlog: {{level: warn}}\n")
    return file


def start(khabar, file, folder):
    """The daemon, and how long it took to say READY=1."""
    address = str(folder / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ready:
        ready.bind(address)
        ready.settimeout(120)
        begun = time.monotonic()
        daemon = subprocess.Popen([khabar, "run", "-c", file], env={**os.environ, "NOTIFY_SOCKET": address})
        while b"READY=1" not in ready.recv(4096):
            pass
        taken = time.monotonic() - begun
    os.unlink(address)
    return daemon, taken


def stop(daemon):
    daemon.send_signal(signal.SIGTERM)
    daemon.wait(60)


def fill(database, sources, links):
    now = int(time.time())
    with sqlite3.connect(database) as db:
        db.executemany(
            "INSERT INTO source(id, feed_url, configured_url, etag, last_modified, next_due, interval, interval_reason,"
            " failures, failure_class, last_attempt, last_success, redirect_url, redirect_seen, paused, policy)"
            " VALUES(?1, ?2, ?2, '\"0123456789abcdef\"', '', ?3, 72000, 'adaptive', 0, '', ?4, ?4, '', 0, 0, ?5)",
            ((f"s{i}", f"http://paper{i // 2}.example/feed{i}", now + 36000 + i % 36000, now,
              f"72000 0 0 0 {now}000 1234567890123456789 0 http://paper{i // 2}.example/feed{i}") for i in range(sources)))
        db.executemany(
            "INSERT INTO link(key, url, source_id, discovered_at, state, attempts, due, article_id, entry_id, published,"
            " title, summary_html, content_html) VALUES(?1, ?2, ?3, ?4, 'done', 1, ?4, NULL, ?2, '', 'A headline', '', '')",
            ((f"paper{i % sources // 2}.example/2026/{i}", f"http://paper{i % sources // 2}.example/2026/{i}",
              f"s{i % sources}", now - 86400) for i in range(links)))


def memory(daemon):
    status = pathlib.Path(f"/proc/{daemon.pid}/status").read_text()
    return {line.split(":")[0]: int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS") or
            line.startswith("RssAnon") or line.startswith("VmHWM")}


def print_memory(when, daemon):
    print(f"{when}: " + " ".join(f"{key} {value:.1f} MB" for key, value in memory(daemon).items()))


def cpu_seconds(daemon):
    fields = pathlib.Path(f"/proc/{daemon.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main():
    khabar = sys.argv[1]
    sources = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    links = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        empty = folder / "empty.yaml"
        empty.write_text(f"store: {{database: '{folder / 'khabar.db'}'}}\n")
        daemon, _ = start(khabar, empty, folder)
        stop(daemon)
        file = write_configuration(folder, sources)
        fill(folder / "khabar.db", sources, links)
        daemon, taken = start(khabar, file, folder)
        cpu = cpu_seconds(daemon)
        time.sleep(SETTLE)
        print(f"{sources} sources, {links} known addresses: ready in {taken:.2f} s ({cpu:.2f} s of CPU), "
              f"database {os.path.getsize(folder / 'khabar.db') / 1e6:.0f} MB")
        print_memory("idle", daemon)
        for reload in range(1, RELOADS + 1):
            with open(file.parent / "sources.d" / "zz.yaml", "w", encoding="utf8") as more:
                more.write(f"sources:\n  - {{id: more{reload}, url: 'http://paper.example/more{reload}', enabled: false}}\n")
            daemon.send_signal(signal.SIGHUP)
            time.sleep(SETTLE)
            print_memory(f"{SETTLE} s after reload {reload}", daemon)
        stop(daemon)


main()
