# SPDX-License-Identifier: LGPL-2.1-or-later
"""The exported symbols are those of symbols.txt, and all of them are C.

Usage: test-symbols.py LIBRARY LIST [--update]
"""
import difflib
import pathlib
import re
import subprocess
import sys
import unittest

import tap

OWN = re.compile(r'vnus_[a-z0-9_]+')


def exported(library):
    lines = subprocess.run(['nm', '-D', '--defined-only', library],
                           capture_output=True, text=True, check=True).stdout.splitlines()
    return sorted(line.split()[-1] for line in lines)


def strangers(symbols):
    return [symbol for symbol in symbols if not OWN.fullmatch(symbol)]


def difference(listed, symbols):
    return [line for line in difflib.ndiff(listed, symbols) if line[0] in '+-']


class Symbols(unittest.TestCase):
    library = None
    listed = []

    def test_only_our_own(self):
        self.assertEqual(strangers(exported(self.library)), [])

    def test_as_listed(self):
        self.assertEqual(difference(self.listed, exported(self.library)), [],
                         'if this is meant: meson compile -C BUILD update-symbols')

    def test_planted_faults_are_found(self):
        self.assertEqual(strangers(['vnus_a', '_ZN4vnus1aEv', 'json_parse', '_vnus_b']),
                         ['_ZN4vnus1aEv', 'json_parse', '_vnus_b'])
        self.assertEqual(difference(['vnus_a', 'vnus_b'], ['vnus_b', 'vnus_c']), ['- vnus_a', '+ vnus_c'])


if __name__ == '__main__':
    path = pathlib.Path(sys.argv[2])
    if '--update' in sys.argv:
        path.write_text('\n'.join(exported(sys.argv[1])) + '\n', encoding='ascii')
    else:
        Symbols.library = sys.argv[1]
        Symbols.listed = path.read_text(encoding='ascii').split()
        tap.main()
