# SPDX-License-Identifier: LGPL-2.1-or-later
"""vnus-date over the vectors of EDTF, line by line.

Usage: test-vnus-date.py PROGRAM CORPUS PAGE

The tables of the page of documentation are held against the program as well.
"""
import pathlib
import random
import subprocess
import sys
import unittest

import tap

TRUTH = {'no': 'no', 'maybe': 'possibly', 'yes': 'certainly'}


class Program(unittest.TestCase):
    program = None
    corpus = None
    page = None

    def rows(self, name):
        lines = (self.corpus / (name + '.tsv')).read_text(encoding='utf-8').split('\n')
        return [line.split('\t') for line in lines[1:] if line]

    def run_program(self, *args, lines, status=0):
        done = subprocess.run([self.program, *args], input=''.join(line + '\n' for line in lines).encode(),
                              capture_output=True, timeout=60)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        self.errors = done.stderr.decode()
        output = done.stdout.decode()
        self.assertTrue(output == '' or output.endswith('\n'))
        return [line.split('\t') for line in output.split('\n')[:-1]]

    def answers(self, *args, rows, n=2):
        answers = self.run_program(*args, lines=['\t'.join(row[:n]) for row in rows])
        self.assertEqual(len(answers), len(rows))
        return zip(rows, answers)

    def test_parse(self):
        n_bounds = 0
        for row, answer in self.answers('parse', rows=self.rows('open'), n=1):
            text, level, valid, lower, upper = row[:5]
            with self.subTest(text):
                self.assertEqual(answer[0], text)
                if valid == 'no':
                    self.assertEqual(answer[1], 'error')
                    self.assertIn(answer[2], ('SYNTAX', 'RANGE', 'NO_SUCH_DAY', 'REVERSED'))
                    self.assertTrue(0 <= int(answer[3]) <= len(text.encode()))
                elif answer[1] == 'error':
                    self.assertEqual(answer[2], 'UNSUPPORTED')
                else:
                    self.assertEqual(answer[1], level)
                    if lower != '-':
                        n_bounds += 1
                        self.assertEqual(answer[3], lower.replace('unknown', '-inf'))
                        self.assertEqual(answer[6], upper.replace('unknown', 'inf'))
        self.assertGreater(n_bounds, 350)

    def test_bounds(self):
        for row, answer in self.answers('parse', rows=self.rows('interval_bounds_open'), n=1):
            start, end = row[1:3], row[3:5]
            if start[0] == 'unknown':
                start = ['-inf', end[1]]
            if end[0] == 'unknown':
                end = [start[0], 'inf']
            with self.subTest(row[0]):
                self.assertEqual(answer[2:], ['interval', *start, *end])

    def test_relate(self):
        for row, answer in self.answers('relate', rows=self.rows('allen_open')):
            with self.subTest(row[:2]):
                self.assertEqual(answer, [row[2]] + [TRUTH[truth] for truth in row[4:]])

    def test_compare(self):
        rows = self.rows('compare3_open')
        for op in sorted({row[1] for row in rows}):
            asked = [[row[0], row[2], row[3]] for row in rows if row[1] == op]
            for row, answer in self.answers('compare', op, rows=asked):
                with self.subTest(op=op, a=row[0], b=row[1]):
                    self.assertEqual(answer, [TRUTH[row[2]]])

    def test_elapsed(self):
        rows = self.rows('durations')
        for unit in ('days', 'months', 'years'):
            asked = [row for row in rows if row[2] == unit]
            self.assertTrue(asked)
            for row, answer in self.answers('elapsed', unit, rows=asked):
                with self.subTest(row[:3]):
                    self.assertEqual(answer, row[3:5])

    def test_anniversary(self):
        rows = self.rows('anniversaries')
        for year, policy in sorted({(row[1], row[2]) for row in rows}):
            asked = [row for row in rows if row[1:3] == [year, policy]]
            for row, answer in self.answers('anniversary', year, policy, rows=asked, n=1):
                with self.subTest(row[:3]):
                    self.assertEqual(answer, row[3:6])

    def test_sort(self):
        lines = [row[1] for row in self.rows('sort_order') if not row[1].startswith('Y')]
        shuffled = random.Random(1995).sample(lines, len(lines))
        self.assertEqual([row[0] for row in self.run_program('sort', lines=shuffled)], lines)

    def test_say(self):
        def said(*args):
            return [row[0] for row in self.run_program('say', *args, lines=['1995-07', '[..2023-08-29]'])]
        self.assertEqual(said('en'), ['July 1995', 'by 29 August 2023'])
        self.assertEqual(said('vi', 'short'), ['7/1995', 'chậm nhất là 29/8/2023'])

    def tables(self, heading):
        """The rows of the tables whose first row begins with `heading`, without their code quotes."""
        table = None
        for line in self.page.read_text(encoding='utf-8').splitlines():
            cells = [cell.strip().replace('`', '') for cell in line.strip().strip('|').split('|')]
            if not line.startswith('|'):
                table = None
            elif table is None:
                table = cells
            elif table[:2] == heading and not cells[0].startswith('---'):
                yield cells

    def test_documented_bounds(self):
        rows = list(self.tables(['text', 'in words']))
        self.assertGreater(len(rows), 10)
        words = self.run_program('say', 'en', lines=[row[0] for row in rows])
        for row, answer, said in zip(rows, self.run_program('parse', lines=[row[0] for row in rows]), words):
            with self.subTest(row[0]):
                self.assertEqual([row[1]], said)
                bounds = [part for cell in row[2:] for part in (cell.split(' … ') * 2)[:2]]
                self.assertEqual(answer[3:], bounds)

    def test_documented_words(self):
        rows = list(self.tables(['text', 'en prose']))
        self.assertGreater(len(rows), 4)
        for column, args in enumerate([('en', 'prose'), ('en', 'short'), ('vi', 'prose'), ('vi', 'short')], 1):
            words = self.run_program('say', *args, lines=[row[0] for row in rows])
            self.assertEqual([row[column] for row in rows], [said[0] for said in words])

    def test_bad_data(self):
        rows = self.run_program('compare', 'lt', lines=['1995\t1996', '1995\tMay', '1995', '1996-13\t1995'], status=1)
        self.assertEqual(rows, [['certainly'], ['error', 'SYNTAX', '0'], ['error', 'SYNTAX', '4'], ['error', 'RANGE', '5']])
        self.assertEqual([line[:4] for line in self.errors.splitlines()], ['-:2:', '-:3:', '-:4:'])
        rows = self.run_program('sort', lines=['1996', 'May', '1995'], status=1)
        self.assertEqual(rows, [['May'], ['1995'], ['1996']])
        self.assertEqual(self.run_program('parse', lines=['19\0', '']), [['19', 'error', 'SYNTAX', '2'], ['', 'error', 'SYNTAX', '0']])

    def test_usage(self):
        for args in ([], ['guess'], ['compare'], ['compare', 'before'], ['elapsed', 'weeks'], ['parse', 'x'],
                     ['anniversary'], ['anniversary', '1e3'], ['anniversary', '2025', 'feb29'], ['say', 'tlh']):
            with self.subTest(args=args):
                self.run_program(*args, lines=[], status=2)
                self.assertIn('usage', self.errors)


if __name__ == '__main__':
    Program.program, Program.corpus, Program.page = sys.argv[1], *map(pathlib.Path, sys.argv[2:])
    tap.main()
