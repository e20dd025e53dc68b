# SPDX-License-Identifier: LGPL-2.1-or-later
"""vnus-check as its users call it: what it prints and how it ends.

Usage: test-vnus-check.py PROGRAM FAULTS
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import tap

PROGRAM, FAULTS = sys.argv[1:3]
KINDS = ('state organization person office tenure accreditation place topic source level relation stage journey '
         'visit meeting statement measure agreement treaty-action mechanism indicator observation coverage '
         'assertion judgement').split()


def run(*args):
    return subprocess.run([PROGRAM, *args], capture_output=True, text=True, encoding='utf-8')


def fault(name):
    return str(pathlib.Path(FAULTS) / (name + '.json'))


class Check(unittest.TestCase):
    def test_error_ends_with_1(self):
        done = run(fault('dangling-reference'))
        self.assertEqual(done.returncode, 1)
        self.assertIn('a-visit/participants/1/actor: error: “an-lee”', done.stdout)
        self.assertIn('1 error, no warnings, no notes.', done.stdout)

    def test_warning_ends_with_0(self):
        done = run(fault('conflict'))
        self.assertEqual(done.returncode, 0)
        self.assertIn('[conflict]', done.stdout)

    def test_shipped_chronicle_has_no_error(self):
        done = run('vietnam-us')
        self.assertEqual((done.returncode, done.stderr), (0, ''))

    def test_standpoint(self):
        name = fault('no-word-after')
        self.assertNotIn('no-word-after]', run(name).stdout)
        self.assertNotIn('no-word-after]', run(name, '--on', '2016-05-23').stdout)
        self.assertIn('no-word-after]', run(name, '--on', '2016-05-24').stdout)
        self.assertIn('no-word-after]', run(name, '--as-of', '2020-01-02').stdout)

    def test_view(self):
        name = fault('conflict')
        self.assertNotIn('[conflict]', run(name, '--according-to', 'a-paper').stdout)
        self.assertNotIn('[conflict]', run(name, '--known-on', '2021-04').stdout)
        self.assertIn('[conflict]', run(name, '--known-on', '2021-06').stdout)

    def test_relation(self):
        whole, part = run('vietnam-us'), run('vietnam-us', '--relation', 'us-vn')
        self.assertEqual(part.returncode, 0)
        lines = [line for line in part.stdout.splitlines() if line.endswith(']')]
        self.assertTrue(lines)
        self.assertLessEqual(set(lines), set(whole.stdout.splitlines()))
        unknown = run('vietnam-us', '--relation', 'us-vm')
        self.assertEqual((unknown.returncode, unknown.stdout), (2, ''))
        self.assertIn('us-vn', unknown.stderr)

    def test_digest(self):
        def digest(*arguments):
            found = re.search(r'onflict\S*, \S+(?: \S+)? ([0-9a-f]{12}); libvnus ', run(*arguments).stdout)
            return found.group(1) if found else None

        name = fault('conflict')
        self.assertIsNotNone(digest(name))
        self.assertEqual(digest(name, '--known-on', '2021-04', '--lang', 'vi'), digest(name))
        self.assertNotEqual(digest(fault('conflict-decided')), digest(name))

    def test_json(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / 'report.json'
            done = run(fault('conflict'), '-o', str(path), '--lang', 'vi')
            self.assertEqual((done.returncode, done.stdout), (0, ''))
            report = json.loads(path.read_text(encoding='utf-8'))
        self.assertEqual((report['errors'], report['warnings']), (0, 1))
        self.assertEqual(report['issues'][0]['tag'], 'conflict')
        self.assertIn('khác nhau', report['issues'][0]['explanation'])

    def test_vietnamese(self):
        self.assertIn('lỗi', run(fault('missing-source'), '--lang', 'vi').stdout)

    def test_usage(self):
        for args in ([], ['vietnam-us', 'more'], ['vietnam-us', '--format', 'xml'], ['vietnam-us', '--lang', 'fr'],
                     ['vietnam-us', '--on', 'never'], ['--template', 'thing'], ['--template', 'visit', 'vietnam-us'],
                     ['--what']):
            with self.subTest(args=args):
                done = run(*args)
                self.assertEqual((done.returncode, done.stdout), (2, ''))
                self.assertNotEqual(done.stderr, '')

    def test_bad_data(self):
        for args in (['no-such-chronicle'], ['./no-such-file.json'], ['vietnam-us', '--according-to', 'article-z']):
            with self.subTest(args=args):
                done = run(*args)
                self.assertEqual((done.returncode, done.stdout), (1, ''))
        self.assertIn('article-a', done.stderr)

    def test_templates(self):
        for kind in KINDS:
            with self.subTest(kind=kind):
                done = run('--template', kind)
                record = json.loads(done.stdout)
                self.assertEqual((done.returncode, record['kind']), (0, kind))
                self.assertEqual(list(record)[:3], ['kind', 'id', 'label'])
                self.assertEqual(list(record)[-3:], ['note', 'presence', 'citations'])
        self.assertIn('participants', json.loads(run('--template', 'visit').stdout))


if __name__ == '__main__':
    tap.main()
