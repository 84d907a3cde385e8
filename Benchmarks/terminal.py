"""A program in a pseudo-terminal, with the times at which it wrote, the processor it used, and
what it left behind."""

import fcntl
import os
import re
import select
import signal
import struct
import termios
import time

ESCAPES = re.compile(rb"\x1b(\[[0-9;?<>=]*[ -/]*[@-~]|[()][0-9A-B]|[=>78])")


class Terminal:
    """One program on a terminal of its own.

    `priority` is None (as anybody), "real-time" (other work on the machine does not count; needs
    root) or "session" (the session of the program is preferred, its own threads are not).
    """

    def __init__(self, arguments, rows=40, columns=120, priority=None, environment=None):
        self.master, self.slave = os.openpty()
        self.resize(columns, rows, tell=False)
        self.modes = termios.tcgetattr(self.slave)
        self.started = time.perf_counter()
        self.status = None
        self.written = bytearray()  # All that the program wrote.
        self.pid = os.fork()
        if self.pid == 0:
            self._become(arguments, priority, environment or {})

    def _become(self, arguments, priority, environment):
        try:
            os.setsid()
            fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)
            for descriptor in (0, 1, 2):
                os.dup2(self.slave, descriptor)
            os.closerange(3, 256)
            for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGPIPE):
                signal.signal(number, signal.SIG_DFL)
            if priority == "session":
                with open("/proc/self/autogroup", "w") as file:
                    file.write("-20")
            if priority == "real-time":
                os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(10))
            os.environ.update({"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **environment})
            os.execv(arguments[0], arguments)
        finally:
            os._exit(127)

    # Reading and writing

    def read(self, quiet, limit=10.0, patience=None):
        """Chunks as (time, bytes), until nothing came for `quiet` seconds; the first may take
        `patience` seconds."""
        chunks, end = [], time.perf_counter() + limit
        while time.perf_counter() < end:
            wait = quiet if chunks or patience is None else patience
            if not select.select([self.master], [], [], wait)[0]:
                break
            chunks.append((time.perf_counter(), os.read(self.master, 65536)))
        for _, chunk in chunks:
            self.written += chunk
        return chunks

    def until(self, wanted, limit=20.0):
        """Milliseconds since the start after which the bytes were there, or None."""
        out, end = b"", time.perf_counter() + limit
        while time.perf_counter() < end:
            if select.select([self.master], [], [], 0.2)[0]:
                chunk = os.read(self.master, 65536)
                out += chunk
                self.written += chunk
                if wanted in out:
                    return (time.perf_counter() - self.started) * 1000
            elif self.ended():
                return None
        return None

    def press(self, keys, quiet=0.06):
        """Milliseconds from the keys to the first and to the last chunk; None when none came."""
        sent = time.perf_counter()
        os.write(self.master, keys)
        stamps = [(stamp - sent) * 1000 for stamp, _ in self.read(quiet, patience=1.0)]
        return (stamps[0], stamps[-1]) if stamps else None

    def output(self, keys=b"", quiet=0.15):
        """All that is written after the keys."""
        if keys:
            os.write(self.master, keys)
        return b"".join(chunk for _, chunk in self.read(quiet))

    def resize(self, columns, rows, tell=True):
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, size)
        if tell:
            os.kill(self.pid, signal.SIGWINCH)

    # The process

    def ended(self):
        """Whether it ended; `status` says how."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = status
        return self.status is not None

    def wait(self, limit=5.0):
        end = time.perf_counter() + limit
        while not self.ended() and time.perf_counter() < end:
            time.sleep(0.005)
        return self.ended()

    def send(self, number):
        if not self.ended():
            os.kill(self.pid, number)

    def close(self, number=signal.SIGTERM):
        self.send(number)
        self.read(0.05, 1.0)
        if not self.wait(3.0):
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.master)
        os.close(self.slave)

    def processor(self):
        """Milliseconds of processor that all its threads used."""
        total, folder = 0, f"/proc/{self.pid}/task"
        for task in os.listdir(folder):
            try:
                with open(f"{folder}/{task}/schedstat") as file:
                    total += int(file.read().split()[0])
            except OSError:
                pass
        return total / 1e6

    def megabytes(self, field="VmRSS:"):
        with open(f"/proc/{self.pid}/status") as file:
            for line in file:
                if line.startswith(field):
                    return int(line.split()[1]) / 1024
        return 0.0

    def faults(self):
        """What the program did not give back: screen, cursor, paste, mouse, line modes."""
        names = {"screen": b"?1049", "paste": b"?2004", "mouse": b"?1000"}
        found = [name for name, mode in names.items()
                 if self.written.rfind(b"\x1b[" + mode + b"h")
                 > self.written.rfind(b"\x1b[" + mode + b"l")]
        if self.written.rfind(b"\x1b[?25l") > self.written.rfind(b"?25h"):
            found.append("cursor")
        if termios.tcgetattr(self.slave) != self.modes:
            found.append("line modes")
        return found


def plain(output):
    """The text of an output, without the sequences that place and colour it."""
    return ESCAPES.sub(b" ", output).decode("utf-8", "replace")
