"""A program in a terminal of its own: keys go in, and what its user sees can be looked at."""
import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

import pyte

# What pyte prints instead of passing over: answers that programs ask for, and private settings.
NOT_SHOWN = re.compile(r"\x1bP.*?\x1b\\|\x1b\[[>=<][\d;]*[a-zA-Z]|\x1b\[\?[\d;]*\$p|\x1b\][^\x07\x1b]*(\x07|\x1b\\)",
                       re.S)


class Display(pyte.Screen):
    def select_graphic_rendition(self, *attributes, private=False):
        if not private:  # else a setting of the keyboard
            super().select_graphic_rendition(*attributes)


class Screen:
    def __init__(self, command, environment, columns=100, lines=30, folder="."):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, {"TERM": "screen-256color", **environment})
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.screen = Display(columns, lines)
        self.screen.write_process_input = self.type
        self.stream = pyte.Stream(self.screen)
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.last_output = time.monotonic()
        self.on_output = lambda: None

    def type(self, keys):
        os.write(self.terminal, keys.encode())

    def read(self, seconds):
        """Takes in what is printed within this time, at the first of it; whether there was any."""
        if not select.select([self.terminal], [], [], seconds)[0]:
            return False
        try:
            read = os.read(self.terminal, 1 << 16)
        except OSError:  # the program has ended
            return False
        self.last_output = time.monotonic()
        self.stream.feed(NOT_SHOWN.sub("", self.decoder.decode(read)))
        self.on_output()
        return True

    def rows(self):
        return [row.rstrip() for row in self.screen.display]

    def text(self):
        return "\n".join(self.rows())

    def cursor_row(self):
        return self.rows()[self.screen.cursor.y]

    def wait_for(self, what, holds, seconds=20):
        """Returns the time at which it held first. `holds` looks at this object."""
        end = time.monotonic() + seconds
        while not holds(self):
            if time.monotonic() > end:
                raise AssertionError(f"never seen: {what}; the screen:\n{self.text()}")
            self.read(0.05)
        return self.last_output

    def settle(self, seconds=0.3):
        """Until nothing was printed for so long."""
        while self.read(seconds):
            pass

    def close(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)
