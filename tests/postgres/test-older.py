# SPDX-License-Identifier: LGPL-2.1-or-later
"""Stores that an older library spread over three servers."""
import os
import pathlib
import sys
import unittest

import gi
gi.require_version('Vnus', '1')
from gi.repository import Gio, GLib, Vnus

import server
import spread
import tap
import watching

CORPUS = pathlib.Path(os.environ['G_TEST_SRCDIR']) / 'corpus'
GATHERING = '-c vnus.gather=on'


def setUpModule():
    global running, servers
    running = server.servers(3)
    servers = running.__enter__()


def tearDownModule():
    running.__exit__(None, None, None)


class Older(unittest.TestCase):
    def refused(self, where, code, flags=Vnus.StoreFlags.NONE):
        with self.assertRaises(GLib.Error) as caught:
            Vnus.Store.open(where, flags, None)
        self.assertTrue(caught.exception.matches(Vnus.store_error_quark(), code), caught.exception)
        return caught.exception.message

    def dumps(self, database):
        """All that each server has, but for what a dump says of itself."""
        texts = [one.run('pg_dump', '-h', one.folder, '-U', server.OWNER, database).stdout for one in servers]
        return [[line for line in text.splitlines() if 'restrict' not in line] for text in texts]

    def check_gathered(self, name, database):
        first = servers[0]
        first.make_database(database)
        first.sql(name.read_text(encoding='utf-8'), database)
        # Its two partitions go to the second and the third server.
        spread.spread(servers, database, 1)
        gathering = first.where(database, options=GATHERING)
        before = self.dumps(database)
        self.assertIn('vnus.gather', self.refused(first.where(database), Vnus.StoreError.FAILED))
        self.refused(gathering, Vnus.StoreError.READ_ONLY, Vnus.StoreFlags.READ_ONLY)
        self.assertEqual(self.dumps(database), before)

        # Not while a commit has reached only some of them, nor if one is away amid it.
        servers[1].sql('update vnus.shards_0 set revision = revision + 1', database)
        self.refused(gathering, Vnus.StoreError.DAMAGED)
        servers[1].sql('update vnus.shards_0 set revision = revision - 1', database)
        servers[2].sql('alter table vnus.terms_1 rename to hidden', database)
        self.refused(gathering, Vnus.StoreError.NOT_FOUND)
        servers[2].sql('alter table vnus.hidden rename to terms_1', database)
        self.assertEqual(self.dumps(database), before)

        store = Vnus.Store.open(gathering, Vnus.StoreFlags.NONE, None)
        self.assertEqual(store.check(None), [])
        self.assertEqual([item.get_revision() for item in store.list_commits(None, 0, 0, None)], [2, 1])
        chronicle = Vnus.Chronicle.load_file(Gio.File.new_for_path(str(CORPUS / 'ruritania.json')), Vnus.LoadFlags.NONE, None)
        self.assertEqual(store.load_revision(1, None).to_json().get_data(), chronicle.to_json().get_data())
        self.assertEqual(watching.count_up(store), 3)
        # What the others had, they have still.
        self.assertEqual(self.dumps(database)[1:], before[1:])

        first.sql('alter schema vnus rename to older', database)
        Vnus.Store.open(first.where(database, options='-c vnus.partitions=2'), Vnus.StoreFlags.CREATE, None)
        self.assertEqual(watching.tables(first, database, 'older'), watching.tables(first, database, 'vnus'))
        first.sql('drop schema vnus cascade; alter schema older rename to vnus', database)

    def check_spread_again(self, database):
        servers[0].sql('drop extension postgres_fdw cascade', database)
        for one in servers[1:]:
            one.sql(f'drop database {database}')
        spread.spread(servers, database, 1)
        store = Vnus.Store.open(servers[0].where(database), Vnus.StoreFlags.NONE, None)
        self.assertEqual(watching.count_up(store), 4)
        self.assertEqual(store.check(None), [])

    def test_gathered(self):
        for name in sorted((CORPUS / 'stores').glob('postgres-*.sql')):
            database = name.stem.replace('-', '_')
            with self.subTest(name=name.name):
                self.check_gathered(name, database)
                self.check_spread_again(database)


if __name__ == '__main__':
    if server.missing() is not None:
        print('1..0 # SKIP', server.missing())
        sys.exit(0)
    tap.main()
