"""Kinds of hostile text, and how to see that one reached the terminal.

Each payload is written so that no program sends it by itself: what is looked for in the output
can only come from the text.
"""

import re

ESC, BEL, ST = "\x1b", "\x07", "\x1b\\"


class Kind:
    def __init__(self, name, payload, found, is_altered=True):
        self.name = name
        # Whether what is shown differs from the text, and so must be flagged.
        self.is_altered = is_altered
        self.payload = payload if isinstance(payload, bytes) else payload.encode("utf-8")
        self.found = re.compile(found, re.DOTALL)

    def name_of_place(self):
        return b"Zqa" + self.payload + b"zqb"

    def review(self):
        """A review that the sanitary recognisers quote, with the payload in the quoted passage."""
        return (
            "Un cafard courait sur la table, intoxication alimentaire toute la nuit zqa".encode()
            + self.payload + "zqb et de la crasse sur les couverts.".encode())


# A line's end in a name is read as a space. A file with bytes that are no UTF-8 is read as
# Windows-1252, where they are letters; U+2028 and
# U+2029 divide lines and are shown so: in both cases nothing is hidden and nothing is altered.

def literal(text):
    return re.escape(text if isinstance(text, bytes) else text.encode("utf-8"))


KINDS = [
    Kind("title (OSC 0)", f"{ESC}]0;zqtitle{BEL}", rb"\x1b\]0"),
    Kind("clipboard (OSC 52)", f"{ESC}]52;c;enE={BEL}", rb"\x1b\]52"),
    Kind("link (OSC 8)", f"{ESC}]8;;http://zq.invalid{ST}zq{ESC}]8;;{ST}", rb"\x1b\]8"),
    Kind("erasing the screen", f"{ESC}[2J{ESC}[77;77H", rb"\x1b\[77;77H"),
    Kind("leaving the other screen", f"{ESC}[?1049lzqc", rb"\x1b\[\?1049lzqc"),
    Kind("asking for the cursor (DSR)", f"{ESC}[6n", rb"\x1b\[6n"),
    Kind("asking for the terminal (DA)", f"{ESC}[>0c", rb"\x1b\[>0c"),
    Kind("device control (DCS)", f"{ESC}P$q q{ST}", rb"\x1bP\$q q"),
    Kind("application command (APC)", f"{ESC}_Gzq{ST}", rb"\x1b_Gzq"),
    Kind("colours", f"{ESC}[38;2;1;2;3m", rb"\x1b\[38;2;1;2;3m"),
    Kind("C1 control sequence, UTF-8", "\u009b31m", rb"\xc2\x9b"),
    Kind("C1 system command, UTF-8", "\u009d0;zq\u009c", rb"\xc2\x9d|\xc2\x9c"),
    Kind("C1 control sequence, raw byte", b"\x9b31m", rb"(?<![\x80-\xff])\x9b", False),
    Kind("right-to-left override", "\u202ezq\u202c", literal("\u202e")),
    Kind("bidirectional isolates", "\u2066zq\u2067\u2069", literal("\u2066") + b"|"
         + literal("\u2067")),
    Kind("zero width", "\u200b\u200c\u2060\ufeff", literal("\u200b") + b"|" + literal("\u2060")
         + b"|" + literal("\ufeff")),
    Kind("tag characters", "\U000e0041\U000e0042", literal("\U000e0041")),
    Kind("carriage return", "\r", rb"[Zz]qa\r", False),
    Kind("backspaces", "\b\b\b", rb"[Zz]qa\x08"),
    Kind("bell and delete", "\x07\x7f", rb"[Zz]qa[\x07\x7f]"),
    Kind("300 combining marks", "e" + "\u0301" * 300, rb"(\xcc\x81){5}"),
    Kind("broken UTF-8", b"\xff\xfe\xc3\x28\xe2\x82", rb"\xff|\xfe|\xc3\x28", False),
    Kind("line separators", "\u2028\u2029", literal("\u2028") + b"|" + literal("\u2029"),
         False),
    Kind("private use", "\ue000\U000f0000", literal("\ue000") + b"|" + literal("\U000f0000")),
]
