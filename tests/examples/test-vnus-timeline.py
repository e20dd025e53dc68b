# SPDX-License-Identifier: LGPL-2.1-or-later
"""vnus-timeline: its options, forms, bytes and exit codes.

Usage: test-vnus-timeline.py PROGRAM yes|no (whether it draws PNG and PDF)
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

import tap

SVG = '{http://www.w3.org/2000/svg}'
VISIT = ('vietnam-us', 'biden-vn-2023', '--as-of', '2023-08-29')


class Timeline(unittest.TestCase):
    program, draws = None, False

    def run_program(self, *arguments, **environment):
        done = subprocess.run([self.program, *arguments], capture_output=True, check=False,
                              env={**os.environ, **environment})
        return done.returncode, done.stdout, done.stderr.decode()

    def test_svg(self):
        code, out, _ = self.run_program(*VISIT)
        self.assertEqual(code, 0)
        root = ElementTree.fromstring(out)
        self.assertEqual((root.tag, root.get('lang')), (SVG + 'svg', 'en'))
        self.assertIn('biden-vn-2023', [item.get('data-record') for item in root.iter(SVG + 'g')])

    def test_same_bytes_everywhere(self):
        first = self.run_program(*VISIT, '--lang', 'vi')[1]
        for environment in ({'LC_ALL': 'C'}, {'LC_ALL': 'C.UTF-8', 'TZ': 'Asia/Ho_Chi_Minh'},
                            {'LANG': 'de_DE.UTF-8', 'TZ': 'America/Los_Angeles'}):
            self.assertEqual(self.run_program(*VISIT, '--lang', 'vi', **environment)[1], first, environment)

    def test_text(self):
        code, out, _ = self.run_program('vietnam-us', 'us-vn', '--on', '2023-08-29', '--format', 'text')
        self.assertEqual(code, 0)
        self.assertIn('certainly  Visit of Secretary of State Colin Powell to Vietnam: 24–27 Jul 2001  [Visits to Vietnam]\n',
                      out.decode())

    def test_options(self):
        code, out, _ = self.run_program('vietnam-us', 'us-vn', '--during', '2020/2022', '--lanes', 'actor', '--width', '700')
        root = ElementTree.fromstring(out)
        self.assertEqual((code, root.get('width')), (0, '700'))

    def test_chart(self):
        code, out, _ = self.run_program('vietnam-us', 'us-vn-trade', '--with', 'us-vn-trade-us-data')
        self.assertEqual(code, 0)
        self.assertIn('us-vn-trade-us-data-2022', out.decode())

    def test_files(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, begins in (('a.svg', b'<svg'), ('a.txt', b'certainly'), ('a.png', b'\x89PNG'), ('a.pdf', b'%PDF')):
                path = pathlib.Path(folder, name)
                code, out, _ = self.run_program(*VISIT, '-o', str(path))
                if name in ('a.png', 'a.pdf') and not self.draws:
                    self.assertEqual(code, 2)
                    continue
                self.assertEqual((code, out), (0, b''))
                self.assertTrue(path.read_bytes().startswith(begins), name)

    def test_list(self):
        code, out, _ = self.run_program('vietnam-us')
        ids = [line.split()[0] for line in out.decode().splitlines()]
        self.assertEqual(code, 0)
        self.assertLess({'us-vn', 'biden-vn-2023', 'us-vn-trade'}, set(ids))

    def test_errors(self):
        for arguments, expected, says in (
                ((), 2, 'CHRONICLE'), (('nowhere',), 1, 'nowhere'), (('vietnam-us', 'bidden-vn-2023'), 1, 'biden-vn-2023'),
                (('vietnam-us', 'joe-biden'), 1, 'person'), (('vietnam-us', 'us-vn', '--lang', 'tlh'), 2, 'tlh'),
                (('vietnam-us', 'us-vn', '--during', '2020/..'), 2, '2020/..'),
                (('vietnam-us', 'us-vn', '--lanes', 'colour'), 2, 'kind, actor'),
                (('vietnam-us', 'us-vn', '--width', '7'), 2, '320'),
                (('vietnam-us', 'us-vn', '--format', 'gif'), 2, 'svg'),
                (('vietnam-us', 'us-vn-trade', '--with', 'vn-trading-partner-us'), 1, 'rank')):
            code, out, err = self.run_program(*arguments)
            self.assertEqual((code, out), (expected, b''), arguments)
            self.assertIn(says, err, arguments)


if __name__ == '__main__':
    Timeline.program, Timeline.draws = sys.argv[1], sys.argv[2] == 'yes'
    tap.main()
