# SPDX-License-Identifier: LGPL-2.1-or-later
"""What each file of the project looks like, whatever it says."""
import tempfile
import unicodedata
import unittest

import files
import tap

LONGEST = 600

# Longer than LONGEST, each with the reason why it is not two files.
LONG = {}

# Files that carry a licence line: all that take a comment.
LICENSED = ('.c', '.cc', '.h', '.in', '.ini', '.js', '.py', '.sh', '.vala', '.xml', '.css', '.supp')
LICENSED_NAMES = {'meson.build', 'meson_options.txt', 'run'}
SPDX = 'SPDX-License-Identifier: LGPL-2.1-or-later'

# Test data keeps the bytes that it is about.
DATA = ('tests/corpus/',)


def is_code(path):
    return path.suffix in LICENSED or path.name in LICENSED_NAMES


def code(top):
    for path in files.walk(top):
        name = path.relative_to(top).as_posix()
        if is_code(path) and not name.startswith(DATA):
            yield name, path.read_text(encoding='utf-8')


def long_files(top):
    return [f'{name}: {text.count(chr(10))} lines' for name, text in code(top)
            if text.count('\n') > LONGEST and name not in LONG]


# What lies at the top beside the folders and files that begin with a dot.
AT_TOP = {'CONTRIBUTING.md', 'LICENSE', 'NEWS', 'README.md', 'meson.build', 'meson_options.txt'}


def strays(top):
    return sorted(path.name for path in top.iterdir()
                  if path.is_file() and path.name not in AT_TOP and not path.name.startswith('.'))


def unlicensed(top):
    return [name for name, text in code(top)
            if not any(SPDX in line for line in text.split('\n', 3)[:3])]


def untidy(top):
    found = []
    for name, text in code(top):
        for number, line in enumerate(text.split('\n'), 1):
            if '\t' in line:
                found.append(f'{name}:{number}: tab')
            if line != line.rstrip():
                found.append(f'{name}:{number}: space at the end')
        if text and (not text.endswith('\n') or text.endswith('\n\n')):
            found.append(f'{name}: does not end in one newline')
    return found


def foreign_letters(top):
    """Letters of a language in code: wording/ and data/ are the place for words."""
    found = []
    for name, text in code(top):
        if not name.startswith('libvnus/') or name.startswith(('libvnus/wording/', 'libvnus/data/')):
            continue
        if not name.endswith(('.c', '.cc', '.h')):
            continue
        for number, line in enumerate(files.without_comments(text).split('\n'), 1):
            letters = [c for c in line if ord(c) > 127 and unicodedata.category(c)[0] in 'LM']
            if letters:
                found.append(f'{name}:{number}: {"".join(letters)}')
    return found


class Text(unittest.TestCase):
    def test_no_file_is_long(self):
        self.assertEqual(long_files(files.root), [])

    def test_exceptions_are_still_long(self):
        for name in LONG:
            text = (files.root / name).read_text(encoding='utf-8')
            self.assertGreater(text.count('\n'), LONGEST, name)

    def test_nothing_strays_at_the_top(self):
        self.assertEqual(strays(files.root), [])

    def test_each_file_names_its_licence(self):
        self.assertEqual(unlicensed(files.root), [])

    def test_white_space(self):
        self.assertEqual(untidy(files.root), [])

    def test_no_language_in_code(self):
        self.assertEqual(foreign_letters(files.root), [])

    def test_planted_faults_are_found(self):
        licence = f'/* {SPDX} */\n'
        planted = {
            'libvnus/base/long.c': licence + '\n' * 599 + 'x\n',
            'libvnus/base/bare.c': '\n\n\n' + licence,
            'libvnus/base/tab.c': licence + '\tx\ny \n',
            'libvnus/base/end.c': licence + 'x',
            'libvnus/base/words.c': licence + 'puts ("Vi\u1ec7t \u201cx\u201d"); /* Vi\u1ec7t */ // \u0111\n',
            'libvnus/wording/words.c': licence + 'puts ("Vi\u1ec7t");\n',
            'tests/corpus/bare.py': '\tx',
            'left-over.json': '{}',
        }
        with tempfile.TemporaryDirectory() as folder:
            top = files.plant(folder, planted)
            self.assertEqual(long_files(top), ['libvnus/base/long.c: 601 lines'])
            self.assertEqual(strays(top), ['left-over.json'])
            self.assertEqual(unlicensed(top), ['libvnus/base/bare.c'])
            self.assertEqual(untidy(top), ['libvnus/base/end.c: does not end in one newline',
                                           'libvnus/base/tab.c:2: tab',
                                           'libvnus/base/tab.c:3: space at the end'])
            self.assertEqual(foreign_letters(top), ['libvnus/base/words.c:2: \u1ec7'])


if __name__ == '__main__':
    tap.main()
