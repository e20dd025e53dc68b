# SPDX-License-Identifier: LGPL-2.1-or-later
"""What docs/store-postgresql.md tells an administrator to do, done."""
import os
import pathlib
import re
import sys
import textwrap
import unittest

import gi
gi.require_version('Vnus', '1')
from gi.repository import GLib, Vnus

import server
import tap
import watching

PAGE = pathlib.Path(os.environ['G_TEST_SRCDIR']).parent / 'docs' / 'store-postgresql.md'
TABLES = ('records', 'terms', 'names', 'changes', 'shards', 'undo')


def blocks(language):
    """The blocks of code of the page, in their order."""
    text = PAGE.read_text(encoding='utf-8')
    return [textwrap.dedent(block) for block in re.findall(rf'^ *```{language}\n(.*?)^ *```$', text, re.M | re.S)]


class Page(unittest.TestCase):
    def test_all(self):
        roles, grants, schema, connect, attach, mark = blocks('sql')
        (dump,) = blocks('sh')
        with server.servers(2) as (first, second):
            # Setting one up.
            first.sql(roles)
            curator = Vnus.Store.open(first.where('relations', 'curator'), Vnus.StoreFlags.CREATE, None)
            first.sql(grants, 'relations', 'curator')
            editor = Vnus.Store.open(first.where('relations', 'editor'), Vnus.StoreFlags.NONE, None)
            for number in range(1, 30):
                self.assertEqual(watching.count_up(editor), number)
            reader = Vnus.Store.open(first.where('relations', 'reader'), Vnus.StoreFlags.NONE, None)
            self.assertEqual(reader.load_revision(-1, None).get_n_items(), 29)
            with self.assertRaises(GLib.Error) as caught:
                watching.count_up(reader)
            self.assertTrue(caught.exception.matches(Vnus.store_error_quark(), Vnus.StoreError.READ_ONLY))
            del editor, reader, curator

            # Moving a partition.
            second.sql(roles)
            second.sql(schema, 'relations')
            second.run('bash', '-o', 'pipefail', '-c', self.localised(dump, first, second))
            first.sql(self.localised(connect, first, second), 'relations')
            for table in TABLES:
                first.sql('begin;' + attach.replace('records', table) + 'commit;', 'relations')
            first.sql(mark, 'relations', 'editor')
            self.assertEqual(first.sql('select count(*), count (distinct tableoid) from vnus.shards', 'relations', 'editor'), ['8|8'])

            # The records of it are there, and no right is missing or too much.
            moved = int(second.sql('select count(*) from vnus.records_1', 'relations')[0])
            self.assertGreater(moved, 0)
            editor = Vnus.Store.open(first.where('relations', 'editor'), Vnus.StoreFlags.NONE, None)
            for number in range(30, 50):
                self.assertEqual(watching.count_up(editor), number)
            self.assertGreater(int(second.sql('select count(*) from vnus.records_1', 'relations')[0]), moved)
            reader = Vnus.Store.open(first.where('relations', 'reader'), Vnus.StoreFlags.NONE, None)
            self.assertEqual(reader.load_revision(-1, None).get_n_items(), 49)
            self.assertEqual(reader.check(None), [])
            with self.assertRaises(GLib.Error) as caught:
                watching.count_up(reader)
            self.assertTrue(caught.exception.matches(Vnus.store_error_quark(), Vnus.StoreError.READ_ONLY))
            self.assertEqual(second.sql('select distinct revision from vnus.shards_1', 'relations'), ['49'])
            with self.assertRaises(RuntimeError):
                second.sql('delete from vnus.records_1', 'relations', 'reader')

    def localised(self, text, first, second):
        """With a folder for each host, and without passwords, which those servers do not ask for."""
        self.assertIn('second.example.org', text)
        return (text.replace('second.example.org', str(second.folder)).replace("password '…'", "password_required 'false'")
                .replace('pg_dump ', f'{server.programs()}/pg_dump -h {first.folder} -U {server.OWNER} ')
                .replace('psql ', f'{server.programs()}/psql -q -v ON_ERROR_STOP=1 -U {server.OWNER} '))


if __name__ == '__main__':
    if server.missing() is not None:
        print('1..0 # SKIP', server.missing())
        sys.exit(0)
    tap.main()
