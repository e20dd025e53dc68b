# SPDX-License-Identifier: LGPL-2.1-or-later
"""vnus-store as its users call it, and stores where other programs take a chronicle.

Usage: test-vnus-store.py VNUS-STORE VNUS-QUERY VNUS-IMPORT VNUS-CHECK EXAMPLE|-
"""
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import unittest

import tap

STORE, QUERY, IMPORT, CHECK, EXAMPLE = sys.argv[1:]


def run(*args):
    return subprocess.run([*map(str, args)], capture_output=True, text=True, encoding='utf-8')


class Store(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.store = self.folder / 'world.vnus'

    def call(self, *args, code=0):
        done = run(STORE, *args)
        self.assertEqual(done.returncode, code, done.stderr)
        return done

    def fill(self):
        return self.call('import', self.store, 'vietnam-us', '--author', 'An', '--reason', 'to begin with')

    def test_import_and_export(self):
        self.assertRegex(self.fill().stdout, r'^[0-9]+ records\.\n$')
        self.call('import', self.store, 'vietnam-us', code=1)
        first, second = self.folder / 'first.json', self.folder / 'second.json'
        self.call('export', self.store, '-o', first)
        again = self.folder / 'again.vnus'
        self.call('import', again, first)
        self.call('export', 'sqlite:' + str(again), '-o', second)
        self.assertEqual(first.read_bytes(), second.read_bytes())
        self.assertEqual(self.call('export', again).stdout.encode(), first.read_bytes())

    def test_numbers_that_mean_nothing(self):
        self.fill()
        for command in (['export', self.store, '--revision=-2'], ['commit', self.store, 'log.tsv', '--expected=-2'],
                        ['log', self.store, '--most=-1']):
            with self.subTest(command=command):
                self.assertIn('0 or more', self.call(*command, code=2).stderr)

    def test_load(self):
        self.fill()
        part = self.folder / 'part.json'
        self.call('load', self.store, 'kind:visit host:vn', '-o', part)
        expected = run(QUERY, 'vietnam-us', 'kind:visit host:vn', '--format', 'ids')
        self.assertEqual(run(QUERY, part, 'kind:visit host:vn', '--format', 'ids').stdout, expected.stdout)
        self.call('load', self.store, 'kind:trip', code=1)

    def test_other_programs_take_a_store(self):
        self.fill()
        expected = run(QUERY, 'vietnam-us', 'kind:visit host:vn')
        self.assertEqual(expected.returncode, 0)
        for where in (self.store, f'sqlite:{self.store}', f'{self.store}#relation:us-vn'):
            with self.subTest(where=where):
                got = run(QUERY, where, 'kind:visit host:vn')
                self.assertEqual(got.returncode, 0, got.stderr)
                self.assertEqual(got.stdout.splitlines()[:-3], expected.stdout.splitlines()[:-3])
        self.assertEqual(run(CHECK, self.store).returncode, run(CHECK, 'vietnam-us').returncode)

    def test_import_into_a_store(self):
        self.fill()
        trips = self.folder / 'obama.xml'
        trips.write_text('''<trips><trip role="president" who="obama-barack"><id>1</id><name>Barack Obama</name>
<start-date>2016-05-23</start-date><end-date>2016-05-25</end-date>
<country id="vietnam">Vietnam</country><locale>Hanoi</locale><remarks>.</remarks></trip></trips>''', encoding='utf-8')
        done = run(IMPORT, 'travels', trips, '--into', self.store, '--apply')
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.store.read_bytes()[:15], b'SQLite format 3')
        self.assertEqual(self.call('log', self.store).stdout.split('\t')[0], '2')
        self.assertEqual(self.call('check', self.store).stdout, 'All is well.\n')

    def test_commit_and_log(self):
        self.call('init', self.store)
        log = self.folder / 'log.csv'
        log.write_text('change,id,who,why,source,before,after\n'
                       'add,trade,,,,,"{""kind"":""topic"",""id"":""trade""}"\n', encoding='utf-8')
        self.assertEqual(self.call('commit', self.store, log, '--author', 'An').stdout, 'Revision 1.\n')
        self.assertEqual(self.call('commit', self.store, log, '--author', 'An').stdout, 'Revision 1.\n')
        log.write_text('change,id,who,why,source,before,after\n'
                       'add,trade,,,,,"{""kind"":""topic"",""id"":""trade"",""aliases"":[""x""]}"\n', encoding='utf-8')
        self.assertIn('trade: ', self.call('commit', self.store, log, code=1).stderr)
        self.assertRegex(self.call('log', self.store, 'trade').stdout, r'^1\t[-0-9T:]+Z\tAn\t1\t\n$')

    def test_check(self):
        """Whatever is changed behind the library's back is found."""
        faults = {
            "UPDATE records SET body = replace(body, 'Clinton', 'Klinton') WHERE id = 'clinton-vn-2000'": 'clinton-vn-2000',
            "UPDATE records SET kind = 'meeting' WHERE id = 'clinton-vn-2000'": 'clinton-vn-2000',
            "UPDATE records SET part = 'x/y' WHERE id = 'clinton-vn-2000'": 'clinton-vn-2000',
            "UPDATE records SET earliest_start = 1 WHERE id = 'clinton-vn-2000'": 'clinton-vn-2000',
            "UPDATE records SET body = '{' WHERE id = 'clinton-vn-2000'": 'clinton-vn-2000',
            "DELETE FROM records WHERE id = 'clinton-vn-2000'": 'clinton-vn-2000',
            "DELETE FROM terms WHERE id = 'clinton-vn-2000' AND field = 'host'": 'clinton-vn-2000',
            "UPDATE terms SET what = 'us' WHERE id = 'clinton-vn-2000' AND field = 'host'": 'clinton-vn-2000',
            "INSERT INTO terms SELECT 'x', 'nobody', what, kind, field, role, capacity, first_day, last_day, n FROM terms LIMIT 1":
                'nobody',
            "UPDATE terms SET last_day = last_day + 1 WHERE id = 'clinton-vn-2000' AND field = 'host'": 'clinton-vn-2000',
            "UPDATE terms SET part = 'x/y' WHERE id = 'clinton-vn-2000' AND n = 1": 'clinton-vn-2000',
            "UPDATE records SET label = 'x' WHERE id = 'clinton-vn-2000'": 'clinton-vn-2000',
            "UPDATE records SET latest_end = NULL WHERE id = 'clinton-vn-2000'": 'clinton-vn-2000',
            "UPDATE records SET revision = 2 WHERE id = 'clinton-vn-2000'": 'clinton-vn-2000',
            "UPDATE records SET revision = 1 WHERE id = 'trade-x'": 'trade-x',
            "UPDATE records SET revision = 3 WHERE id = 'trade-x'": 'trade-x',
            "UPDATE records SET id = 'x' WHERE id = 'clinton-vn-2000'": 'clinton-vn-2000',
            "DELETE FROM names WHERE id = 'joe-biden'": 'joe-biden',
            "DELETE FROM names WHERE id = 'joe-biden' AND name = 'biden'": 'joe-biden',
            "INSERT INTO names VALUES ('x', 'nobody', 'x', 0)": 'nobody',
            "UPDATE names SET name = 'x' WHERE id = 'joe-biden'": 'joe-biden',
            "UPDATE commits SET n_changes = 7 WHERE revision = 2": 'revision 2',
            "UPDATE commits SET revision = 9 WHERE revision = 2": '9',
            "DELETE FROM commits WHERE revision = 1": '2',
            "DELETE FROM commits WHERE revision = 2": 'trade-x',
            "DELETE FROM changes WHERE id = 'trade-x'": 'revision 2',
            "UPDATE changes SET revision = 3 WHERE id = 'trade-x'": 'trade-x',
            "UPDATE changes SET id = 'trade-y' WHERE id = 'trade-x'": 'trade-x',
            "UPDATE changes SET before = '{' WHERE id = 'trade-x'": 'trade-x',
            "UPDATE changes SET before = replace(after, 'trade-x', 'trade-y')": 'trade-y',
            "UPDATE changes SET after = replace(after, 'trade-x', 'trade-y')": 'trade-x',
        }
        self.fill()
        log = self.folder / 'log.csv'
        log.write_text('change,id,who,why,source,before,after\n'
                       'add,trade-x,,,,,"{""kind"":""topic"",""id"":""trade-x""}"\n', encoding='utf-8')
        self.call('commit', self.store, log)
        self.assertEqual(self.call('check', self.store).stdout, 'All is well.\n')
        sound = self.store.read_bytes()
        for fault, named in faults.items():
            with self.subTest(fault=fault):
                self.store.write_bytes(sound)
                database = sqlite3.connect(self.store)
                self.assertGreater(database.execute(fault).rowcount, 0)
                database.commit()
                database.close()
                self.assertIn(named, self.call('check', self.store, code=1).stdout)

    def test_damaged_file(self):
        self.fill()
        data = bytearray(self.store.read_bytes())
        for place in range(len(data) // 2, len(data) // 2 + 20000):
            data[place] = 0x55
        self.store.write_bytes(data)
        done = self.call('check', self.store, code=1)
        self.assertTrue(done.stdout or done.stderr)

    def test_bad_usage(self):
        for args in ((), ('init',), ('export', self.store, 'x'), ('fetch', self.store)):
            self.call(*args, code=2)
        self.assertIn('world.vnus', self.call('export', self.store, code=1).stderr)
        self.assertFalse(self.store.exists())

    @unittest.skipIf(EXAMPLE == '-', 'no bindings')
    def test_two_editors(self):
        done = run('/usr/bin/python3', EXAMPLE, self.store)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout.splitlines(), [
            'An: revision 2',
            'Ben: biden-vn-2023: “biden-vn-2023” is not as it was when the change was made.',
            'Ben sees: State visit of Joe Biden',
            'Ben: revision 3',
            '3 Ben – as the press release has it',
            '2 An – as the press release has it',
            '1 importer – to begin with',
        ])


if __name__ == '__main__':
    tap.main()
