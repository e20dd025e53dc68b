# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the page on stores by hand shows can be asked, and an older store gets what it
needs.

Usage: test-store-sql.py VNUS-STORE PAGE SCHEMA-1 [SCHEMA-2 …]
"""
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import unittest

import tap

STORE, PAGE, OLDER = sys.argv[1], pathlib.Path(sys.argv[2]), [pathlib.Path(path) for path in sys.argv[3:]]
QUERIES = re.findall(r'```sql\n(.*?)```', PAGE.read_text(encoding='utf-8'), re.S)
SCHEMA = 'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name'
KEPT = [f'SELECT * FROM {table} ORDER BY 1, 2' for table in ('meta', 'commits', 'changes', 'records')]
VIEWS = ['history', 'participation', 'record_list', 'relation_list']

# Only a change makes history.
LOG = '''change,id,who,why,source,before,after
add,trade-x,An,so it is,,,"{""kind"":""topic"",""id"":""trade-x"",""label"":{""vi"":""Đồng bằng""}}"
'''


def run(*args):
    return subprocess.run([STORE, *map(str, args)], capture_output=True, text=True, encoding='utf-8')


class Sql(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.store = self.folder / 'world.vnus'

    def ask(self, sql):
        database = sqlite3.connect(f'file:{self.store}?mode=ro', uri=True)
        rows = database.execute(sql).fetchall()
        database.close()
        return rows

    def test_page(self):
        self.assertEqual(run('import', self.store, 'vietnam-us').returncode, 0)
        log = self.folder / 'log.csv'
        log.write_text(LOG, encoding='utf-8')
        self.assertEqual(run('commit', self.store, log).returncode, 0)
        self.assertGreater(len(QUERIES), 7)
        for sql in QUERIES:
            with self.subTest(sql=sql):
                self.assertTrue(self.ask(sql))
        self.assertIn(('trade-x', 'dong bang'), self.ask(next(sql for sql in QUERIES if "'dong'" in sql)))
        self.assertEqual([row[2:] for row in self.ask(QUERIES[-1])], [('An', 'trade-x', 'so it is')])

    def test_views_have_the_columns_that_the_page_tells(self):
        self.assertEqual(run('init', self.store).returncode, 0)
        page = PAGE.read_text(encoding='utf-8')
        for view in VIEWS:
            told = re.search(rf'^\| `{view}` \|[^|]*\|(.*)\|$', page, re.M).group(1)
            columns = [name for name in re.findall(r'`(\w+)`', told)]
            self.assertEqual([row[1] for row in self.ask(f'PRAGMA table_info ({view})')], columns)

    def test_migration(self):
        """A store of an older schema is one of the newest after it was opened."""
        fresh = self.folder / 'fresh.vnus'
        self.assertEqual(run('init', fresh).returncode, 0)
        for number, older in enumerate(OLDER, 1):
            with self.subTest(schema=number):
                self.store = self.folder / f'{number}.vnus'
                self.migrate(number, older)
                schema = self.ask(SCHEMA)
                self.store = fresh
                self.assertEqual(schema, self.ask(SCHEMA))

    def migrate(self, number, older):
        database = sqlite3.connect(self.store)
        database.executescript(older.read_text(encoding='utf-8'))
        kept = [(sql, database.execute(sql).fetchall()) for sql in KEPT]
        names = database.execute('SELECT id, name FROM names ORDER BY id, rowid').fetchall()
        self.assertEqual(database.execute('PRAGMA user_version').fetchone(), (number,))
        database.close()

        # Who may only read is told so, and it stays as it is.
        refused = run('export', self.store)
        self.assertEqual(refused.returncode, 1)
        self.assertIn(f'older schema {number}', refused.stderr)
        self.assertEqual(self.ask('PRAGMA user_version'), [(number,)])

        self.assertEqual(run('init', self.store).returncode, 0)
        for sql, rows in kept:
            self.assertEqual(self.ask(sql), rows)
        self.assertEqual(self.ask('SELECT id, name FROM names ORDER BY id, n'), names)
        for table in ('terms', 'names'):
            counts = self.ask(f'SELECT min (n), max (n) + 1 - count (*) FROM {table} GROUP BY id')
            self.assertEqual(set(counts), {(0, 0)})
        self.assertEqual(run('check', self.store).stdout, 'All is well.\n')


if __name__ == '__main__':
    tap.main()
