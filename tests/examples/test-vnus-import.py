# SPDX-License-Identifier: LGPL-2.1-or-later
"""vnus-import as its users call it: what it prints, writes, and how it ends.

Usage: test-vnus-import.py PROGRAM
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import tap

PROGRAM = sys.argv[1]
TRIP = '''<trip role="president" who="obama-barack"><id>%s</id><name>Barack Obama</name>
<start-date>2016-05-23</start-date><end-date>2016-05-25</end-date>
<country id="vietnam">Vietnam</country><locale>Hanoi, Ho Chi Minh City</locale>
<remarks>Met with President Tran Dai Quang and Prime Minister Nguyen Xuan Phuc.</remarks></trip>'''


def run(*args):
    return subprocess.run([PROGRAM, *map(str, args)], capture_output=True, text=True, encoding='utf-8')


class Import(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.trips = self.folder / 'obama.xml'
        self.trips.write_text('<trips>' + TRIP % '3623' + '</trips>', encoding='utf-8')
        self.out = self.folder / 'out.json'

    def test_dry_run_writes_nothing(self):
        done = run('travels', self.trips)
        self.assertEqual(done.returncode, 0)
        self.assertIn('1 row read: 1 made', done.stderr)
        self.assertRegex(done.stdout, r'^[0-9,]+ changes: [0-9,]+ to add, 0 to replace, 0 to remove\.\n$')
        self.assertEqual([path.name for path in self.folder.iterdir()], ['obama.xml'])

    def test_list(self):
        self.assertIn('obama-vn-2016', run('travels', self.trips, '--list').stdout)

    def test_apply(self):
        log = self.folder / 'log.csv'
        done = run('travels', self.folder, '--apply', '-o', self.out, '--log', log)
        self.assertEqual(done.returncode, 0, done.stderr)
        records = {record['id']: record for record in json.loads(self.out.read_text(encoding='utf-8'))['records']}
        visit = records['obama-vn-2016']
        self.assertEqual(visit['when'], '2016-05-23/2016-05-25')
        self.assertEqual(visit['places'], ['hanoi', 'ho-chi-minh-city'])
        self.assertEqual([item['actor'] for item in visit['participants']],
                         ['barack-obama', 'tran-dai-quang', 'nguyen-xuan-phuc'])
        self.assertNotIn('note', visit)
        self.assertIn('obama-vn-2016', log.read_text(encoding='utf-8'))
        again = run('travels', self.trips, '--into', self.out, '--apply')
        self.assertEqual(again.returncode, 0)
        self.assertIn('1 unchanged', again.stderr)
        self.assertEqual(again.stdout, 'No changes.\n')

    def test_into_shipped(self):
        done = run('travels', self.trips, '--into', 'vietnam-us', '-o', self.out)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn('1 row read: 0 made', done.stderr)
        self.assertTrue(json.loads(self.out.read_text(encoding='utf-8')))
        self.assertEqual(run('travels', self.trips, '--into', 'vietnam-us', '--apply').returncode, 2)

    def test_bad_data(self):
        self.trips.write_text('<trips>' + '\n'.join(TRIP % row for row in range(40)), encoding='utf-8')
        done = run('travels', self.trips)
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r'obama.xml:\d+: error: The XML is not well-formed')
        self.assertRegex(done.stderr, r'\n[1-9]\d rows read: [1-9]\d made')
        self.assertEqual(run('travels', self.folder / 'nowhere').returncode, 1)

    def test_usage(self):
        for args in ([], ['travels'], ['trips', self.trips], ['travels', self.trips, '--apply'],
                     ['travels', self.trips, '--lang', 'fr']):
            with self.subTest(args=args):
                done = run(*args)
                self.assertEqual((done.returncode, done.stdout), (2, ''))
                self.assertTrue(done.stderr)

    def test_vietnamese(self):
        done = run('travels', self.trips, '--lang', 'vi')
        self.assertIn('Đã đọc 1 dòng', done.stderr)
        self.assertIn('thay đổi: thêm', done.stdout)


if __name__ == '__main__':
    tap.main()
