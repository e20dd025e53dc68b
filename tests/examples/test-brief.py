# SPDX-License-Identifier: LGPL-2.1-or-later
"""The brief is the same to the byte from every language.

Usage: test-brief.py VNUS-BRIEF [LANGUAGE COMMAND]…
"""
import pathlib
import shlex
import subprocess
import sys
import unittest

import tap

BRIEFS = [('biden-vn-2023', '2023-08-29'), ('biden-vn-2023', '2024-01-01'), ('us-vn', '2023-09-30')]


class Brief(unittest.TestCase):
    program, examples = None, {}

    def run_program(self, *command):
        return subprocess.run(command, capture_output=True, check=False)

    def test_same_bytes(self):
        self.assertTrue(self.examples)
        for subject, day in BRIEFS:
            expected = self.run_program(self.program, 'vietnam-us', subject, '--on', day)
            self.assertEqual(expected.returncode, 0, expected.stderr)
            self.assertGreater(len(expected.stdout), 1000)
            for language, command in self.examples.items():
                with self.subTest(language=language, subject=subject, day=day):
                    got = self.run_program(*command, 'vietnam-us', subject, day)
                    self.assertEqual((got.returncode, got.stderr), (0, b''))
                    self.assertEqual(got.stdout, expected.stdout)

    def test_error_reaches_the_user(self):
        for language, command in self.examples.items():
            with self.subTest(language=language):
                got = self.run_program(*command, 'vietnam-us', 'no-such-event', '2023-08-29')
                self.assertNotEqual(got.returncode, 0)
                self.assertEqual(got.stdout, b'')
                self.assertIn('no-such-event', got.stderr.decode())

    def test_python_is_short(self):
        source = pathlib.Path(self.examples['python'][-1]).read_text(encoding='utf-8')
        self.assertLessEqual(source.count('\n'), 40)


if __name__ == '__main__':
    Brief.program = sys.argv[1]
    Brief.examples = {language: shlex.split(command)
                      for language, command in zip(sys.argv[2::2], sys.argv[3::2])}
    tap.main()
