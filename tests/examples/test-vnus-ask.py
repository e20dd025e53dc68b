# SPDX-License-Identifier: LGPL-2.1-or-later
"""vnus-ask: its options, forms and exit codes.

Usage: test-vnus-ask.py PROGRAM
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import tap

ELAPSED = ('vietnam-us', 'elapsed', 'us-vn-comprehensive', '2023-09-10', 'years')


class Ask(unittest.TestCase):
    program = None

    def run_program(self, *arguments):
        done = subprocess.run([self.program, *arguments], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout, done.stderr

    def ask(self, *arguments):
        code, out, err = self.run_program(*arguments)
        self.assertEqual((code, err), (0, ''))
        return out

    def test_forms(self):
        text = self.ask(*ELAPSED)
        self.assertIn('10 full years', text)
        self.assertRegex(text, r'Chronicle vietnam-us, digest [0-9a-f]{12}; libvnus \d')
        self.assertRegex(text, r'Sources left out: [1-9]\d* in view, 0 not in view')
        explained = self.ask(*ELAPSED, '--format', 'explain')
        self.assertIn('It rests on', explained)
        answer = json.loads(self.ask(*ELAPSED, '--format', 'json'))
        self.assertEqual(list(answer), ['rule', 'truth', 'reasons', 'disputed', 'value', 'sentence', 'evidence',
                                        'counter', 'coverage', 'coverage-missing', 'steps'])
        self.assertEqual(answer['value'], {'range': [10, 10], 'unit': 'years'})

    def test_language(self):
        self.assertIn('tròn 10 năm', self.ask(*ELAPSED, '--lang', 'vi'))

    def test_views(self):
        text = self.ask(*ELAPSED, '--on', '2023-08-29', '--known-on', '2023-08-30', '--according-to', 'article-a')
        self.assertIn('Standpoint: 29 August 2023', text)
        self.assertIn('Known on: 30 August 2023', text)
        self.assertIn('According to: article-a', text)
        self.assertRegex(text, r'Sources left out: 0 in view, [1-9]\d* not in view')
        whole = self.ask(*ELAPSED)
        self.assertEqual(re.search('digest [0-9a-f]+', text).group(), re.search('digest [0-9a-f]+', whole).group())
        self.assertIn('Known on: 29 August 2023', self.ask(*ELAPSED, '--as-of', '2023-08-29'))

    def test_output(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / 'answer.json'
            self.assertEqual(self.ask(*ELAPSED, '-o', str(path)), '')
            self.assertEqual(json.loads(path.read_text(encoding='utf-8'))['truth'], 'certainly')

    def test_list(self):
        self.assertIn('elapsed RECORD DATE UNIT\n    ', self.ask('--list'))
        self.assertNotEqual(self.ask('--list', '--lang', 'vi'), self.ask('--list'))

    def test_bad_data(self):
        for arguments, message in (
                (('vietnam-us', 'elapsed', 'us-vn-comprehensiv', '2023', 'years'), 'us-vn-comprehensive'),
                (('no-such-chronicle', 'elapsed', 'a', '2023', 'years'), 'no-such-chronicle'),
                ((*ELAPSED, '--according-to', 'article-c'), 'article-')):
            code, out, err = self.run_program(*arguments)
            self.assertEqual((code, out), (1, ''))
            self.assertIn(message, err)

    def test_usage(self):
        for arguments in ((), ('vietnam-us',), ('vietnam-us', 'elapse'), ELAPSED[:-1], (*ELAPSED, '--lang', 'fr'),
                          (*ELAPSED, '--format', 'xml'), (*ELAPSED, '--on', '2023-13'), (*ELAPSED, '--no-such')):
            code, out, err = self.run_program(*arguments)
            self.assertEqual((code, out), (2, ''), arguments)
            self.assertTrue(err)


if __name__ == '__main__':
    Ask.program = sys.argv.pop(1)
    tap.main()
