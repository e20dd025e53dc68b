# SPDX-License-Identifier: LGPL-2.1-or-later
"""A tutorial does what it says: its files are those in examples/, and its
commands, typed in order, print what stands below them.

Usage: test-tutorial.py SOURCE BUILD [PAGE]

A block of `sh` is a command, a block of `text` below it what it prints; “…” on a
line of its own stands for any lines. Blocks of other languages are files, to be
saved under the name that the sentence before them has in backticks. The commands
that build the library itself are left out.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import tap

BLOCK = re.compile(r'^```(\w+)\n(.*?)^```$', re.M | re.S)

# Of each page: the first command after what builds the library, its files by
# their language, and how many outputs it has at least.
PAGES = {
    'tutorial': ('vnus-brief vietnam-us', {
        'json': ('ruritania.json', 'examples/ruritania.json'),
        'python': ('tutorial.py', 'examples/python/tutorial.py'),
        'c': ('tutorial.c', 'examples/c/tutorial.c'),
    }, 9),
    'table-tutorial': ('vnus-import csv', {
        'csv': ('trips.csv', 'examples/trips.csv'),
        'ini': ('trips.ini', 'examples/trips.ini'),
    }, 9),
}


def as_pattern(text):
    lines = [r'(?:.*\n)*?' if line == '…\n' else re.escape(line) for line in text.splitlines(keepends=True)]
    return ''.join(lines)


class Tutorial(unittest.TestCase):
    source = build = name = None
    maxDiff = None

    def setUp(self):
        page = (self.source / 'docs' / (self.name + '.md')).read_text(encoding='utf-8')
        first, self.files, self.least = PAGES[self.name]
        self.page = page
        self.blocks = [block for block in BLOCK.findall(page)
                       if block[0] in self.files or page.index(block[1]) >= page.index('```sh\n' + first)]

    def run_shell(self, command, folder):
        return subprocess.run(['sh'], input=command, cwd=folder, env=self.environment(), encoding='utf-8',
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, check=False).stdout

    def environment(self):
        """As in the shell that meson devenv opens, in English."""
        def prepend(name, *folders):
            return os.pathsep.join(filter(None, [*map(str, folders), os.environ.get(name)]))

        return dict(os.environ, LC_ALL='C.UTF-8', PKG_CONFIG_PATH=str(self.build / 'meson-uninstalled'),
                    PATH=prepend('PATH', self.build / 'examples/c', os.path.dirname(sys.executable)),
                    LD_LIBRARY_PATH=prepend('LD_LIBRARY_PATH', self.build / 'libvnus'),
                    GI_TYPELIB_PATH=prepend('GI_TYPELIB_PATH', self.build / 'libvnus'))

    def test_files(self):
        found = {language: text for language, text in self.blocks if language in self.files}
        self.assertEqual(found.keys(), self.files.keys())
        for language, (name, path) in self.files.items():
            text = (self.source / path).read_text(encoding='utf-8')
            licence, _, rest = text.partition('\n')
            self.assertEqual(found[language], rest if 'SPDX' in licence else text, path)
            self.assertIn(f'`{name}`:\n\n```{language}\n', self.page)

    def run_blocks(self, blocks, folder):
        """Runs commands, compares what they print; returns how many did."""
        n_outputs, output = 0, ''
        for language, text in blocks:
            if language in self.files:
                pathlib.Path(folder, self.files[language][0]).write_text(text, encoding='utf-8')
            elif language == 'sh':
                command, output = text, self.run_shell(text, folder)
            else:
                self.assertEqual(language, 'text')
                n_outputs += 1
                with self.subTest(command):
                    self.assertTrue(re.fullmatch(as_pattern(text), output), output)
        return n_outputs

    def test_commands(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertGreaterEqual(self.run_blocks(self.blocks, folder), self.least)

    def test_registers(self):
        """The page on registers, with the files themselves."""
        if self.name != 'tutorial':
            return  # once is enough
        data = self.source / '../shared/data'
        if not (data / 'historyatstate/travels').is_dir():
            self.skipTest('../shared/data is not there')
        page = (self.source / 'docs/registers.md').read_text(encoding='utf-8')
        with tempfile.TemporaryDirectory() as folder:
            for name in ('executive.yaml', 'historyatstate'):
                pathlib.Path(folder, name).symlink_to((data / name).resolve())
            self.assertEqual(self.run_blocks(BLOCK.findall(page), folder), 7)
            for relation, day, english, vietnamese in (
                    ('fr-us', '2024-06-30', 'US President Joe Biden visited France', 'Tổng thống Hoa Kỳ Joe Biden đã thăm Pháp'),
                    ('in-us', '2016-07-01', 'Indian Prime Minister Narendra Modi', 'Thủ tướng Ấn Độ Narendra Modi'),
                    ('jp-us', '2023-06-01', 'Japanese Prime Minister Kishida', 'Thủ tướng Nhật Bản Kishida'),
                    ('us-vn', '2016-06-30', 'US President Barack Obama', 'Tổng thống Hoa Kỳ Barack Obama'),
                    ('de-us', '2017-04-01', 'German Chancellor Angela Merkel', 'Thủ tướng Đức Angela Merkel')):
                for language, expected in (('en', english), ('vi', vietnamese)):
                    brief = self.run_shell(f'vnus-brief world.json {relation} --on {day} --lang {language}', folder)
                    self.assertIn(expected, ' '.join(brief.split()), relation)

    def test_another_output_is_found(self):
        self.assertTrue(re.fullmatch(as_pattern('a (b)\n…\nc\n'), 'a (b)\nx\ny\nc\n'))
        self.assertFalse(re.fullmatch(as_pattern('a (b)\n…\nc\n'), 'a b\nc\n'))
        self.assertFalse(re.fullmatch(as_pattern('a\n'), 'a\nb\n'))


if __name__ == '__main__':
    Tutorial.source, Tutorial.build = map(pathlib.Path, sys.argv[1:3])
    Tutorial.name = sys.argv[3] if len(sys.argv) > 3 else 'tutorial'
    del sys.argv[1:]
    tap.main()
