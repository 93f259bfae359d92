#!/usr/bin/env python3
"""Runs every khabar command that README.md shows, in its order, as a reader would: against a site on loopback that stands for
https://news.example, with a configuration that stands for /etc/khabar/khabar.yaml.   usage: readme_test.py KHABAR README.md

The two commands tools/demo and tools/test are the tests system/demo and this whole run themselves."""
import json
import os
import pathlib
import re
import shlex
import signal
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from news_server import Handler, NewsServer  # noqa: E402

STORY = """<html lang="ar"><head><title>اللقاء الأول في دمشق</title></head><body><nav><a href="/">الرئيسية</a></nav><article>
<h1>اللقاء الأول في دمشق</h1><time datetime="2025-10-15T10:00:00+03:00">15 أكتوبر 2025</time>
<p>عقد وفد من اتحاد الناشرين أول لقاء له في دمشق يوم الأربعاء، وبحث مع وزارة الثقافة وسورية تستعد لمعرض الكتاب المقبل.</p>
<p>وقال رئيس الاتحاد إن اللقاء كان مثمراً، وإن المعرض سيفتح أبوابه في الربيع بمشاركة أكثر من مئة دار نشر من عشرين بلداً.</p>
<p>The delegation called it a first meeting of many, and the ministry promised a second one before the end of the year.</p>
</article><footer>جميع الحقوق محفوظة</footer></body></html>"""


class Site(Handler):
    def do_GET(self):
        if self.path == "/story":
            self.answer("text/html; charset=utf-8", STORY)
        elif self.path == "/":
            self.answer("text/html; charset=utf-8", '<html><head><title>Paper</title><link rel="alternate" type="application/rss+xml" '
                        'href="/feed.xml"></head><body><a href="/story">اللقاء الأول في دمشق</a></body></html>')
        elif self.path == "/feed.xml":
            item = f"<item><title>اللقاء الأول في دمشق</title><link>{self.server.url('story')}</link></item>"
            self.answer("application/rss+xml", f'<rss version="2.0"><channel><title>Paper</title>{item}</channel></rss>')
        else:
            self.answer("text/plain", "not here", 404)


def commands(readme):
    """The khabar lines of indented code blocks."""
    return [line.strip() for line in readme.read_text(encoding="utf8").splitlines() if re.match(r"    khabar ", line)]


def pictured(readme):
    """What the picture shows: the columns below each "$ khabar …"."""
    lines = readme.read_text(encoding="utf8").splitlines()
    return {line[2:]: below.split() for line, below in zip(lines, lines[1:]) if line.startswith("$ khabar ")}


def prepare(folder, site):
    (folder / "page.html").write_text(STORY, encoding="utf8")
    paragraphs = re.findall(r"<p>(.*?)</p>", STORY)
    (folder / "flattened.txt").write_text("الرئيسية\nأخبار\nاللقاء الأول في دمشق\n\n" + "\n\n".join(paragraphs) + "\n\nجميع الحقوق محفوظة\n", encoding="utf8")
    (folder / "pages.jsonl").write_text(json.dumps({"id": "1", "path": str(folder / "page.html"), "url": site.url("story")}) + "\n")
    (folder / "documents.jsonl").write_text("".join(json.dumps({"id": i, "text": " ".join(paragraphs)}) + "\n" for i in ("a", "b")))
    config = folder / "khabar.yaml"
    config.write_text(f"fetch: {{delay: 0s, allow_private: true}}\nstore: {{database: '{folder}/khabar.db'}}\n"
                      f"sources:\n  - {{id: paper, name: Paper, url: '{site.url('feed.xml')}'}}\n")
    return config


def run_daemon(arguments, environment, folder):
    """Until it says that it is ready, then SIGTERM: what it has begun by then it ends."""
    daemon = subprocess.Popen(arguments, env=environment, cwd=folder, stderr=subprocess.PIPE, text=True)
    log = []
    for line in daemon.stderr:
        log.append(line)
        if re.search(r"\bready: ", line):
            daemon.send_signal(signal.SIGTERM)
    return daemon.wait(), "".join(log)


def main():
    khabar, readme = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    failures, lines = [], commands(readme)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        site = NewsServer(0, 0, Site)
        config = prepare(folder, site)
        environment = {**os.environ, "KHABAR_CONFIG": str(config), "PATH": f"{khabar.parent}:{os.environ['PATH']}"}
        for line in lines:
            shown = line.replace("https://news.example/", site.url("")).replace("/etc/khabar/khabar.yaml", str(config))
            if shown.startswith("khabar run"):
                status, output = run_daemon(shlex.split(shown), environment, folder)
            else:
                done = subprocess.run(["sh", "-c", shown], env=environment, cwd=folder, capture_output=True, text=True, timeout=60)
                status, output = done.returncode, done.stdout + done.stderr
            print(f"$ {line}\n{output}")
            if status != 0:
                failures.append(f"{line}: exit status {status}")
        for line, columns in pictured(readme).items():
            done = subprocess.run(["sh", "-c", line], env=environment, cwd=folder, capture_output=True, text=True, timeout=60)
            if done.stdout.partition("\n")[0].split() != columns:
                failures.append(f"{line}: prints {done.stdout.partition(chr(10))[0]!r}, the picture shows {' '.join(columns)!r}")
        for made in ("articles.jsonl", "clusters.jsonl"):
            if not (folder / made).exists() or not (folder / made).read_text().strip():
                failures.append(f"{made} was not written")
    print("\n".join(failures) if failures else f"{len(lines)} commands, all of them work")
    return 1 if failures or len(lines) < 10 else 0


if __name__ == "__main__":
    sys.exit(main())
