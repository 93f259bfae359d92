#!/usr/bin/env python3
"""kill -9 under load: the daemon is killed again and again while it stores; every article it acknowledged ("stored", written after the
commit) must be in the database exactly once, and the file must be whole.   usage: kill_test.py KHABAR [ROUNDS]"""
import pathlib
import random
import re
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from news_server import NewsServer, configuration  # noqa: E402

STORED = re.compile(r"\bstored: .*\bid=(\d+) .*\burl=(\S+)")


def run_and_kill(khabar, config, lines_to_read):
    """Acknowledgements read before and after the kill: what reached the pipe was acknowledged."""
    daemon = subprocess.Popen([khabar, "run", "-c", config], stderr=subprocess.PIPE, text=True)
    acknowledged = []
    for line in daemon.stderr:
        if found := STORED.search(line):
            acknowledged.append((int(found[1]), found[2]))
            lines_to_read -= 1
            if lines_to_read == 0:
                daemon.kill()
    daemon.wait()
    return acknowledged


def main():
    khabar, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 50
    rng = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        server = NewsServer(feeds=max(10, rounds // 5), articles_a_feed=400)  # more than so many kills can store or leave claimed
        config, database = configuration(server, pathlib.Path(folder))
        acknowledged = []
        for _ in range(rounds):
            acknowledged += run_and_kill(khabar, config, rng.randint(1, 30))
        db = sqlite3.connect(database)
        errors = []
        if (verdict := db.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            errors.append(f"integrity_check: {verdict}")
        stored = dict(db.execute("SELECT url, count(*) FROM article GROUP BY url"))
        by_id = dict(db.execute("SELECT id, url FROM article"))
        errors += [f"acknowledged but not stored: {url}" for id_, url in acknowledged if by_id.get(id_) != url]
        errors += [f"stored {n} times: {url}" for url, n in stored.items() if n != 1]
        if len({url for _, url in acknowledged}) != len(acknowledged):
            errors.append("an article was acknowledged twice")
        loose = db.execute("SELECT count(*) FROM link WHERE state = 'done' AND article_id NOT IN (SELECT id FROM article)").fetchone()[0]
        if loose:
            errors.append(f"{loose} links are done without an article")
        print(f"{rounds} kills, {len(acknowledged)} acknowledged, {len(stored)} stored, {len(errors)} errors")
        print("\n".join(errors[:20]))
        return 1 if errors or len(acknowledged) < rounds else 0


if __name__ == "__main__":
    sys.exit(main())
