# SPDX-License-Identifier: LGPL-2.1-or-later
"""Commits that break between two of three servers, each of which holds partitions."""
import os
import pathlib
import random
import signal
import sys
import threading
import time
import unittest

import gi
gi.require_version('Vnus', '1')
from gi.repository import Gio, GLib, Vnus

import hands
import proxy
import server
import spread
import tap
import watching

TABLES = ('commits', 'changes', 'records', 'terms', 'names', 'shards')
CORPUS = pathlib.Path(os.environ['G_TEST_SRCDIR']) / 'corpus'


def other_state(chronicle):
    """A change of what an office and a person belong to: others are then found elsewhere."""
    changes = Vnus.ChangeSet.new()
    for record_id, field in (('rt-foreign-ministry', 'of'), ('ada', 'of'), ('rt-north', 'of')):
        before = chronicle.lookup(record_id)
        after = before.duplicate()
        after.set_value(field, Vnus.Value.new_reference('zd' if before.get_of() == 'rt' else 'rt'))
        changes.replace(before, after, None)
    return changes


def setUpModule():
    global running, servers
    running = server.servers(3)
    servers = running.__enter__()


def tearDownModule():
    running.__exit__(None, None, None)


def make_store(database):
    """An empty store in a new database of the first server, spread over all."""
    servers[0].make_database(database)
    where = servers[0].where(database, options='-c vnus.partitions=3')
    Vnus.Store.open(where, Vnus.StoreFlags.CREATE, None)
    spread.spread(servers, database)
    return where


class Torn(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.servers = servers
        cls.first = servers[0]
        cls.where = make_store('stores')
        # Commits to the others go through what can break them.
        cls.between = [proxy.Proxy(one) for one in cls.servers[1:]]
        for i, between in enumerate(cls.between, 2):
            cls.addClassCleanup(between.close)
            cls.first.sql(f"alter server shard{i} options (set host '127.0.0.1', add port '{between.port}')", 'stores')
        hands.begin(cls.open())

    @classmethod
    def open(cls, flags=Vnus.StoreFlags.NONE):
        return Vnus.Store.open(cls.where, flags, None)

    def setUp(self):
        random.seed(self.id())
        for between in self.between:
            between.watch = None

    def rows(self):
        return self.first.sql(''.join(f"select '{table}', * from vnus.{table} order by {table}::text;" for table in TABLES), 'stores')

    def break_at(self, number, how):
        """Arms the network: it breaks at the commit of the server of that number, in the
        order in which they commit. What tells that it has."""
        is_broken, done = threading.Event(), threading.Event()
        seen = []
        lock = threading.Lock()

        def watch_of(one):
            killed = {'server': one, 'first': self.first}

            def watch(is_from_client, data):
                with lock:
                    if is_from_client and b'COMMIT TRANSACTION' in data:
                        seen.append(one)
                    if is_broken.is_set() or len(seen) != number or seen[-1] is not one:
                        return True
                    if is_from_client and how == 'answer':
                        return True  # The answer to it is lost.
                    is_broken.set()
                if how in killed:
                    killed[how].stop(signal.SIGQUIT)
                    killed[how].start()
                done.set()
                return False
            return watch

        for between, one in zip(self.between, self.servers[1:]):
            between.watch = watch_of(one)
        return done

    def break_commit(self, store, changes, number, how):
        done = self.break_at(number, how)
        with self.assertRaises(GLib.Error) as caught:
            store.commit(changes, -1, None)
        self.assertTrue(caught.exception.matches(Vnus.store_error_quark(), Vnus.StoreError.UNREACHABLE), caught.exception)
        self.assertTrue(done.wait(60))
        for between in self.between:
            between.watch = None

    def is_torn(self):
        return self.first.sql('select count(*) from vnus.shards where revision <> (select max(revision) from vnus.commits)',
                              'stores') != ['0']

    def test_taken_back(self):
        """Wherever it breaks: what was there before is there again, to the row."""
        store = self.open()
        chronicle = Vnus.Chronicle.load_file(Gio.File.new_for_path(str(CORPUS / 'ruritania.json')), Vnus.LoadFlags.NONE, None)
        changes = Vnus.ChangeSet.new()
        for i in range(chronicle.get_n_items()):
            changes.add(chronicle.get_item(i), None)
        self.assertGreater(store.commit(changes, -1, None), 1)

        torn = 0
        cases = (('answer', 1), ('first', 2), ('question', 1), ('server', 2), ('answer', 2), ('first', 1), ('question', 2), ('server', 1))
        for how, number in cases[:max(3, round(4 * hands.SCALE))]:
            with self.subTest(how=how, number=number):
                before = self.rows()
                changes = other_state(store.load_revision(-1, None))
                changes.add(Vnus.Topic.new('more'), None)
                changes.remove(store.load_revision(-1, None).lookup('step-1-a'), None)
                self.break_commit(store, changes, number, how)
                torn += self.is_torn()

                # Whoever may write mends it by reading; or by opening it as if it were to be made.
                if number == 1:
                    self.open().load_revision(-1, None)
                else:
                    self.open(Vnus.StoreFlags.CREATE)
                self.assertFalse(self.is_torn())
                self.assertEqual(self.rows(), before)
                self.assertEqual(self.open(Vnus.StoreFlags.READ_ONLY).check(None), [])
        # Not so where it broke before the first of them committed.
        self.assertGreaterEqual(torn, 2)

        # And what broke can be done again.
        revision = store.get_revision(None)
        self.assertEqual(store.commit(changes, -1, None), revision + 1)
        self.assertNotEqual(self.rows(), before)
        inverse = changes.invert()
        self.assertEqual(store.commit(inverse, -1, None), revision + 2)
        self.assertEqual(self.open(Vnus.StoreFlags.READ_ONLY).check(None), [])

    def test_who_may_not_write(self):
        """Waits for somebody to mend it, and says so."""
        store = self.open()
        revision = store.get_revision(None)
        changes = Vnus.ChangeSet.new()
        changes.add(Vnus.Topic.new('twice'), None)
        self.break_commit(store, changes, 2, 'answer')
        self.assertTrue(self.is_torn())
        with self.assertRaises(GLib.Error) as caught:
            self.open(Vnus.StoreFlags.READ_ONLY).load_revision(-1, None)
        self.assertTrue(caught.exception.matches(Vnus.store_error_quark(), Vnus.StoreError.DAMAGED))
        self.assertIn(f'at revision {revision + 1}, the store at {revision}', caught.exception.message)
        self.assertIn('who may write', caught.exception.message)
        # The next commit mends it first.
        self.assertEqual(store.commit(changes, -1, None), revision + 1)
        self.assertEqual(self.open(Vnus.StoreFlags.READ_ONLY).get_revision(None), revision + 1)
        self.assertEqual(store.commit(changes.invert(), -1, None), revision + 2)

    def test_behind(self):
        """A server that lost a commit, as one that was set up from an old backup."""
        self.servers[1].sql('update vnus.shards_1 set revision = revision - 1', 'stores')
        for flags in (Vnus.StoreFlags.NONE, Vnus.StoreFlags.READ_ONLY):
            with self.assertRaises(GLib.Error) as caught:
                self.open(flags).load_revision(-1, None)
            self.assertTrue(caught.exception.matches(Vnus.store_error_quark(), Vnus.StoreError.DAMAGED))
            self.assertIn('lost what it had committed', caught.exception.message)
        self.servers[1].sql('update vnus.shards_1 set revision = revision + 1', 'stores')
        self.assertGreater(self.open().load_revision(-1, None).get_n_items(), 0)


class Reading(unittest.TestCase):
    def test_least_privilege(self):
        """A role that may only read, on all servers, needs no more to read from them all."""
        where = make_store('read')
        for one in servers:
            one.sql('create role reader login')
            one.sql(watching.GRANTS, 'read')
        for i in (2, 3):
            servers[0].sql(f"create user mapping for reader server shard{i} options (user 'reader', password_required 'false')", 'read')
        watching.assert_reads(self, Vnus.Store.open(where, Vnus.StoreFlags.NONE, None), servers[0].where('read', 'reader'))


class Killed(unittest.TestCase):
    def test_servers_killed_amid_commits(self):
        """Any of them, at any moment, while two count up."""
        where = make_store('counted')
        store = Vnus.Store.open(where, Vnus.StoreFlags.NONE, None)
        hands.begin(store)

        def revision():
            return hands.patiently(lambda: store.get_revision(None))

        stop, stopping = os.pipe()
        pids = [hands.fork(hands.insist, where, stop, stopping) for _ in range(2)]
        os.close(stop)
        for i in range(min(hands.N_KILLS, 3) if hands.SCALE <= 1 else hands.N_KILLS):
            before = revision()
            hands.until(lambda: revision() > before + i % 2)
            time.sleep(hands.random_moment(0.02))
            servers[i % 3].stop(signal.SIGQUIT)
            servers[i % 3].start()
        os.close(stopping)
        self.assertTrue(all([hands.ended_well(pid) for pid in pids]))
        found = hands.patiently(lambda: store.load_revision(-1, None))
        self.assertEqual(hands.found_in(found), (revision(), hands.steps(revision())))
        self.assertEqual(Vnus.Store.open(where, Vnus.StoreFlags.READ_ONLY, None).check(None), [])
        print('#', revision(), 'commits')


if __name__ == '__main__':
    if server.missing() is not None:
        print('1..0 # SKIP', server.missing())
        sys.exit(0)
    tap.main(sys.argv[2:])
