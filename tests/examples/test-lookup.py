# SPDX-License-Identifier: LGPL-2.1-or-later
"""A visit looked up in JavaScript and in Vala.

Usage: test-lookup.py LOOKUP.JS GJS|- LOOKUP|-
"""
import subprocess
import sys
import unittest

import tap


class Lookup(unittest.TestCase):
    script, gjs, vala = None, '-', '-'

    def run_program(self, *arguments):
        done = subprocess.run(arguments, capture_output=True, check=False)
        return done.returncode, done.stdout, done.stderr

    def lookup(self, *command):
        code, out, err = self.run_program(*command, 'vietnam-us', 'merkley-vn-2023-04')
        self.assertEqual((code, err), (0, b''))
        self.assertEqual(out.decode().splitlines()[0],
                         'Visit of a congressional delegation led by Senator Jeff Merkley to Vietnam: 7–11 April 2023')
        self.assertIn('  US Senator Jeff Merkley\n', out.decode())
        code, out, err = self.run_program(*command, 'vietnam-us', 'merkley-vn-2032-04')
        self.assertEqual((code, out), (1, b''))
        self.assertIn('merkley-vn-2023-04', err.decode())

    def test_in_javascript(self):
        if self.gjs == '-':
            self.skipTest('no gjs')
        self.lookup(self.gjs, '-m', self.script)

    def test_in_vala(self):
        if self.vala == '-':
            self.skipTest('no valac')
        self.lookup(self.vala)


if __name__ == '__main__':
    Lookup.script, Lookup.gjs, Lookup.vala = sys.argv[1:4]
    tap.main()
