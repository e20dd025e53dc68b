# SPDX-License-Identifier: LGPL-2.1-or-later
"""The tutorial does what it says: its files are those in examples/, and its
commands, typed in order, print what stands below them.

Usage: test-tutorial.py SOURCE BUILD

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
FIRST = 'vnus-brief vietnam-us'
FILES = {
    'json': ('ruritania.json', 'examples/ruritania.json'),
    'python': ('tutorial.py', 'examples/python/tutorial.py'),
    'c': ('tutorial.c', 'examples/c/tutorial.c'),
}


def as_pattern(text):
    lines = [r'(?:.*\n)*?' if line == '…\n' else re.escape(line) for line in text.splitlines(keepends=True)]
    return ''.join(lines)


class Tutorial(unittest.TestCase):
    source = build = None
    maxDiff = None

    def setUp(self):
        page = (self.source / 'docs/tutorial.md').read_text(encoding='utf-8')
        self.page = page
        self.blocks = BLOCK.findall(page[page.index('```sh\n' + FIRST):])

    def environment(self):
        """As in the shell that meson devenv opens, in English."""
        def prepend(name, *folders):
            return os.pathsep.join(filter(None, [*map(str, folders), os.environ.get(name)]))

        return dict(os.environ, LC_ALL='C.UTF-8', PKG_CONFIG_PATH=str(self.build / 'meson-uninstalled'),
                    PATH=prepend('PATH', self.build / 'examples/c', os.path.dirname(sys.executable)),
                    LD_LIBRARY_PATH=prepend('LD_LIBRARY_PATH', self.build / 'libvnus'),
                    GI_TYPELIB_PATH=prepend('GI_TYPELIB_PATH', self.build / 'libvnus'))

    def test_files(self):
        found = {language: text for language, text in self.blocks if language in FILES}
        self.assertEqual(found.keys(), FILES.keys())
        for language, (name, path) in FILES.items():
            text = (self.source / path).read_text(encoding='utf-8')
            licence, _, rest = text.partition('\n')
            self.assertEqual(found[language], rest if 'SPDX' in licence else text, path)
            self.assertIn(f'`{name}`:\n\n```{language}\n', self.page)

    def test_commands(self):
        n_outputs, output = 0, ''
        with tempfile.TemporaryDirectory() as folder:
            for language, text in self.blocks:
                if language in FILES:
                    pathlib.Path(folder, FILES[language][0]).write_text(text, encoding='utf-8')
                elif language == 'sh':
                    done = subprocess.run(['sh'], input=text, cwd=folder, env=self.environment(), encoding='utf-8',
                                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, check=False)
                    command, output = text, done.stdout
                else:
                    self.assertEqual(language, 'text')
                    n_outputs += 1
                    with self.subTest(command):
                        self.assertTrue(re.fullmatch(as_pattern(text), output), output)
        self.assertGreater(n_outputs, 8)

    def test_another_output_is_found(self):
        self.assertTrue(re.fullmatch(as_pattern('a (b)\n…\nc\n'), 'a (b)\nx\ny\nc\n'))
        self.assertFalse(re.fullmatch(as_pattern('a (b)\n…\nc\n'), 'a b\nc\n'))
        self.assertFalse(re.fullmatch(as_pattern('a\n'), 'a\nb\n'))


if __name__ == '__main__':
    Tutorial.source, Tutorial.build = map(pathlib.Path, sys.argv[1:3])
    tap.main()
