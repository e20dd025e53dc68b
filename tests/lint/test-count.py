# SPDX-License-Identifier: LGPL-2.1-or-later
"""The numbers that tests/run ends in."""
import json
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import files
import tap

import count

CASE = {'ok': '<testcase/>', 'bad': '<testcase><failure/></testcase>',
        'error': '<testcase><error/></testcase>', 'skip': '<testcase><skipped/></testcase>',
        'colour': '<testcase><system-out>\x1b[1m</system-out></testcase>'}


def numbers(programs, status=0):
    """Counts a log of (name, result, cases or None)."""
    told = ''.join(json.dumps({'name': f'p:unit / {name}', 'result': result}) + '\n'
                   for name, result, _ in programs)
    suites = ''.join(f'<testsuite name="p.p:unit / {name}">{"".join(CASE[case] for case in cases)}</testsuite>'
                     for name, _, cases in programs if cases)
    with tempfile.TemporaryDirectory() as folder:
        top = files.plant(folder, {'log.json': told, 'log.junit.xml': f'<testsuites>{suites}</testsuites>'})
        total = count.count(str(top / 'log'), status)
    return total['passed'], total['failed'], total['skipped']


class Count(unittest.TestCase):
    def test_cases_and_programs(self):
        self.assertEqual(numbers([('a', 'OK', ['ok', 'ok', 'skip']), ('b', 'OK', None), ('c', 'SKIP', None)]),
                         (3, 0, 2))

    def test_control_characters(self):
        self.assertEqual(numbers([('a', 'OK', ['ok', 'colour'])]), (2, 0, 0))

    def test_failed_cases(self):
        self.assertEqual(numbers([('a', 'FAIL', ['ok', 'bad', 'error'])], 1), (1, 2, 0))

    def test_failed_program(self):
        self.assertEqual(numbers([('a', 'FAIL', None), ('b', 'TIMEOUT', None)], 2), (0, 2, 0))

    def test_program_that_dies_after_good_cases(self):
        self.assertEqual(numbers([('a', 'ERROR', ['ok', 'ok'])], 1), (2, 1, 0))

    def test_nothing_ran(self):
        self.assertEqual(numbers([]), (0, 1, 0))

    def test_broken_stage_ends_the_run(self):
        """As on a machine that has nothing to build with, nor a way to install it."""
        with tempfile.TemporaryDirectory() as folder:
            for name in ('basename', 'date', 'dirname', 'sh'):
                pathlib.Path(folder, name).symlink_to(shutil.which(name))
            done = subprocess.run([f'{folder}/sh', files.root / 'tests/run'], encoding='utf-8', timeout=60, check=False,
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                  env={'PATH': folder, 'VNUS_BUILD_DIR': f'{folder}/build'})
        lines = done.stdout.splitlines()
        self.assertEqual([line.split(' after')[0] for line in lines if 'BROKEN' in line], ['== configure: BROKEN'])
        self.assertEqual(lines[-1], '0 passed, 1 failed, 0 skipped')
        self.assertEqual(done.returncode, 1)

    def test_status_that_no_log_explains(self):
        self.assertEqual(numbers([('a', 'OK', ['ok'])], 1), (1, 1, 0))


if __name__ == '__main__':
    tap.main()
