# SPDX-License-Identifier: LGPL-2.1-or-later
"""vnus-query as its readers meet it. Usage: test-vnus-query.py PROGRAM CHRONICLE"""
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
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True)


def ask(*arguments):
    done = run(CHRONICLE, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def total(*arguments):
    """The line that says how many there are, before the colophon."""
    return ask(*arguments).split('\n\n')[0].splitlines()[-1]


class Answers(unittest.TestCase):
    def test_table(self):
        lines = ask('kind:visit host:rt when:2002').splitlines()
        self.assertEqual(lines[0].split()[:4], ['v1', 'visit', '2002-03-04/2002-03-06', 'certainly'])
        self.assertEqual(total('kind:visit host:rt when:2002'), '1–3 visits')
        self.assertEqual(total('kind:visit kind:topic'), '0 records')

    def test_colophon(self):
        text = ask('kind:visit host:rt when:2002', '--on', '2003', '--known-on', '2020').split('\n\n')[1]
        self.assertRegex(text, r', digest [0-9a-f]{12}; libvnus ')
        self.assertRegex(text, r'Sources left out: \d+ in view, \d+ not in view')
        self.assertIn('Standpoint: 2003', text)
        self.assertIn('Known on: 2020', text)
        self.assertIn('Sources used: s1, s2', text)
        self.assertNotIn('libvnus', ask('kind:visit', '--format', 'csv'))

    def test_count(self):
        answer = json.loads(ask('kind:visit host:rt', '--count', '--format', 'json'))
        self.assertEqual(answer['rule'], 'count')
        self.assertEqual(answer['value']['count'][1], None)
        self.assertIn('Answer: ', ask('kind:visit host:rt', '--count'))
        self.assertTrue(ask('kind:visit host:rt', '--count', '--format', 'csv').startswith('min,max,unit\n'))
        before = json.loads(ask('kind:visit host:rt', '--count', '--format', 'json', '--on', '1990'))
        self.assertEqual(before['value']['count'][0], 0)

    def test_groups(self):
        rows = list(csv.DictReader(io.StringIO(ask('kind:visit host:rt', '--by', 'year', '--format', 'csv'))))
        self.assertIn({'year': '2002', 'min': '1', 'max': '2'}, rows)
        groups = json.loads(ask('kind:visit|meeting', '--by', 'kind', '--format', 'json'))
        self.assertEqual(groups['by'], 'kind')
        self.assertEqual(groups['groups'][0]['key'], 'visit')
        for by in ('actor', 'rank'):
            self.assertIn('; libvnus ', ask('kind:visit', '--by', by))
        self.assertEqual(run(CHRONICLE, 'kind:visit', '--by', 'weekday').returncode, 2)
        self.assertEqual(run(CHRONICLE, 'kind:visit', '--by', 'year', '--count').returncode, 2)

    def test_json(self):
        answer = json.loads(ask('kind:visit host:rt', '--format', 'json'))
        self.assertEqual((answer['count'], answer['unit']), ([3, 4], 'visits'))
        self.assertEqual([(record['id'], record['truth']) for record in answer['records']],
                         [('v1', 'certainly'), ('v3', 'certainly'), ('v2', 'certainly'), ('v4', 'possibly')])
        self.assertEqual(json.loads(ask('kind:visit kind:topic', '--format', 'json'))['records'], [])

    def test_csv(self):
        rows = list(csv.DictReader(io.StringIO(ask('kind:visit host:rt', '--format', 'csv'))))
        self.assertEqual([row['date'] for row in rows], ['2002-03-04/2002-03-06', '[2002-12-30,2003-06-01]', '2003', ''])
        self.assertEqual(rows[0]['sources'], 's1 s2')

    def test_ending_implies_format(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, 'visits.json')
            self.assertEqual(ask('kind:visit', '-o', str(path)), '')
            self.assertEqual(json.loads(path.read_text(encoding='utf-8'))['unit'], 'visits')

    def test_views(self):
        self.assertEqual(total('kind:visit', '--according-to', 's2'), '1 visits')
        self.assertEqual(total('kind:visit', '--according-to', 's1', '--known-on', '2000'), '0 visits')
        self.assertEqual(total('kind:visit', '--according-to', 's1', '--as-of', '2000'), '0 visits')

    def test_relation(self):
        self.assertEqual(total('kind:visit', '--relation', 'rt-zd'), '4 visits')


class Errors(unittest.TestCase):
    def test_status(self):
        for arguments, status, message in (
                ((), 2, 'usage'),
                ((CHRONICLE, 'hots:rt'), 2, 'at byte 0'),
                ((CHRONICLE, 'kind:visit', '--format', 'xml'), 2, 'table, csv or json'),
                ((CHRONICLE, 'kind:visit', '--known-on', 'July'), 2, 'July'),
                ((CHRONICLE, 'host:rtt'), 1, 'rt'),
                ((CHRONICLE, 'kind:visit', '--according-to', 's9'), 1, 's9'),
                (('./no-such.json', 'kind:visit'), 1, 'no-such.json')):
            with self.subTest(arguments=arguments):
                done = run(*arguments)
                self.assertEqual(done.returncode, status)
                self.assertIn(message, done.stderr)
                self.assertEqual(done.stdout, '')


if __name__ == '__main__':
    tap.main()
