# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the lint tests share: the files of the project, and how C is read."""
import pathlib
import re
import sys

FOLDERS = ('include', 'libvnus', 'tests', 'examples', 'docs', 'pkgconfig', '.ci')

# Made by a test or an editor, never part of the project.
IGNORED = {'__pycache__'}

root = pathlib.Path(__file__).resolve().parents[2]


def walk(top, folders=FOLDERS):
    """The files of the project below `top`, sorted; those at the top too."""
    found = [path for path in top.iterdir() if path.is_file()]
    for folder in folders:
        found += [path for path in (top / folder).rglob('*')
                  if path.is_file() and not IGNORED & set(path.parts)]
    return sorted(found)


def with_suffix(paths, *suffixes):
    return [path for path in paths if path.suffix in suffixes]


COMMENT_OR_STRING = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def without_comments(text):
    """C source with its comments blanked out; lines keep their numbers."""
    def blank(match):
        piece = match.group(0)
        return re.sub(r'[^\n]', ' ', piece) if piece.startswith('/') else piece

    return COMMENT_OR_STRING.sub(blank, text)


INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', re.M)


def includes(text):
    """The includes of C source as (line, quote or bracket, path)."""
    text = without_comments(text)
    return [(text.count('\n', 0, match.start()) + 1, match.group(1), match.group(2))
            for match in INCLUDE.finditer(text)]


def plant(top, files):
    """Writes a small project of planted files for a self-check."""
    for name, text in files.items():
        path = pathlib.Path(top) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding='utf-8')
    return pathlib.Path(top)


sys.dont_write_bytecode = True
