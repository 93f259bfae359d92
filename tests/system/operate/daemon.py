"""One daemon in a folder of its own, and the commands an operator types beside it."""
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import threading

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from news_server import NewsServer  # noqa: E402

PATIENCE = 30  # seconds, for what hangs; never part of what is right


class Log:
    """What the daemon wrote, and waiting for a line of it."""

    def __init__(self, stream):
        self.lines, self.changed, self.ended = [], threading.Condition(), False
        threading.Thread(target=self.read, args=(stream,), daemon=True).start()

    def read(self, stream):
        for line in stream:
            with self.changed:
                self.lines.append(line)
                self.changed.notify_all()
        stream.close()
        with self.changed:
            self.ended = True
            self.changed.notify_all()

    def wait_for(self, pattern, since=0):
        """The match of the first line from `since` on; fails where the log ends without one."""
        def found():
            return next((m for line in self.lines[since:] if (m := re.search(pattern, line))), None)
        with self.changed:
            self.changed.wait_for(lambda: found() or self.ended, PATIENCE)
            match = found()
        assert match, f"no {pattern!r} in:\n" + "".join(self.lines)
        return match

    def __len__(self):
        return len(self.lines)


class Newsroom:
    """A configuration, a news server, and perhaps a running daemon."""

    def __init__(self, khabar, feeds=2, handler=None):
        self.khabar, self.temporary = khabar, tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name)
        self.server = NewsServer(feeds, 2, handler) if handler else NewsServer(feeds, 2)
        self.config, self.database = self.folder / "khabar.yaml", self.folder / "khabar.db"
        self.daemon = None
        self.environment = {k: v for k, v in os.environ.items() if k not in ("KHABAR_CONFIG", "CREDENTIALS_DIRECTORY")}

    def configure(self, sources, fetch="", **sections):
        """`sources`: {id: extra keys}, in files as an operator writes them."""
        rest = "".join(f"{name}: {{{keys}}}\n" for name, keys in sections.items())
        self.config.write_text(f"fetch: {{delay: 0s, allow_private: true, robots: false{fetch}}}\nstore: {{database: khabar.db}}\n{rest}")
        (self.folder / "sources.d").mkdir(exist_ok=True)
        items = "".join(f"  - id: {id}\n    url: {self.server.url(f'feed{n}')}\n{extra}" for n, (id, extra) in enumerate(sources.items()))
        (self.folder / "sources.d" / "papers.yaml").write_text(f"sources:\n{items}")

    def start(self, *more, **variables):
        self.daemon = subprocess.Popen([self.khabar, "run", "-c", self.config, *more], stderr=subprocess.PIPE, text=True,
                                       env=self.environment | variables)
        self.log = Log(self.daemon.stderr)
        self.log.wait_for(r"\bready: ")
        return self.log

    def stop(self):
        if self.daemon:
            self.daemon.send_signal(signal.SIGTERM)
            status = self.daemon.wait(PATIENCE)
            self.daemon = None
            return status
        return None

    def close(self):
        self.stop()
        self.server.shutdown()
        self.server.server_close()
        self.temporary.cleanup()

    def run(self, *words, config=True):
        """(status, standard output, standard error) of one command."""
        place = ["-c", self.config] if config else []
        done = subprocess.run([self.khabar, *words, *place], capture_output=True, text=True, check=False, timeout=PATIENCE,
                              env=self.environment)
        return done.returncode, done.stdout, done.stderr

    def json(self, *words):
        status, out, err = self.run(*words, "--json")
        assert status == 0, (status, out, err)
        return [json.loads(line) for line in out.splitlines()]

    def source(self, id):
        return self.json("sources", id)[0]
