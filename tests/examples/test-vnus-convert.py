# SPDX-License-Identifier: LGPL-2.1-or-later
"""vnus-convert as its readers meet it. Usage: test-vnus-convert.py PROGRAM CHRONICLE"""
import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import tap

PROGRAM, CHRONICLE = sys.argv[1:3]
del sys.argv[1:3]


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True)


def convert(*arguments):
    done = run(CHRONICLE, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode('utf-8')


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline='')))


class Documents(unittest.TestCase):
    def test_json(self):
        document = json.loads(convert('--to', 'json'))
        lines = convert('--to', 'jsonl').splitlines()
        self.assertEqual(document['format'], 'vnus-chronicle')
        self.assertEqual([json.loads(line) for line in lines[1:]], document['records'])

    def test_ending_implies_form(self):
        with tempfile.TemporaryDirectory() as folder:
            for ending in ('json', 'jsonl'):
                path = pathlib.Path(folder, 'x.' + ending)
                self.assertEqual(convert('-o', str(path)), '')
                self.assertEqual(path.read_text(encoding='utf-8'), convert('--to', ending))


class Sheets(unittest.TestCase):
    def test_sheet(self):
        visits = rows(convert('--to', 'csv', '--kind', 'visit'))
        self.assertEqual([visit['id'] for visit in visits], ['v1', 'v2', 'v3', 'v4', 'v5', 'v6'])
        self.assertEqual(visits[0]['host'], 'rt')

    def test_view(self):
        for view in (['--according-to', 's2'], ['--known-on', '2000'], ['--as-of', '2000']):
            visits = rows(convert('--to', 'csv', '--kind', 'visit', *view))
            self.assertEqual([visit['id'] for visit in visits], ['v1'])


class Errors(unittest.TestCase):
    def test_status(self):
        for arguments, status, message in (
                ((), 2, 'CHRONICLE'),
                ((CHRONICLE,), 2, '--to'),
                ((CHRONICLE, '--to', 'xlsx'), 2, 'jsonl'),
                ((CHRONICLE, '-o', 'x.xlsx'), 2, 'ending'),
                ((CHRONICLE, '--to', 'csv'), 2, 'treaty-action'),
                ((CHRONICLE, '--to', 'csv', '--kind', 'trip'), 2, 'visit'),
                ((CHRONICLE, '--to', 'json', '--known-on', 'July'), 2, 'July'),
                ((CHRONICLE, '--to', 'json', '--according-to', 's9'), 1, 's1'),
                ((CHRONICLE, '--to', 'json', '-o', '/nowhere/x'), 1, '/nowhere/x'),
                (('no-such', '--to', 'json'), 1, 'no-such')):
            with self.subTest(arguments=arguments):
                done = run(*arguments)
                self.assertEqual(done.returncode, status, done.stderr)
                self.assertIn(message, done.stderr.decode('utf-8'))
                self.assertEqual(done.stdout, b'')


if __name__ == '__main__':
    tap.main()
