# SPDX-License-Identifier: LGPL-2.1-or-later
"""Clients that are killed, connections that break, servers that are restarted."""
import sys
import time

import gi
gi.require_version('Vnus', '1')
from gi.repository import GLib, Vnus

import hands
import proxy
import server
import tap

N_LOADED = 4000


class Breaks(hands.StoreCase):
    def kill_after(self, pid, seconds):
        """Nobody who is to be killed ends by a failure before."""
        self.assertIn(hands.kill_after(pid, seconds), (0, -server.signal.SIGKILL))

    def test_killed_amid_commit(self):
        store = self.open()
        hands.begin(store)
        for _ in range(hands.N_KILLS):
            pid = hands.fork(hands.write, self.where, time.monotonic() + 60)
            self.kill_after(pid, 0.02 + hands.random_moment(0.15))
            self.check_whole(store)

    def test_killed_amid_bulk_load(self):
        chronicle = Vnus.Chronicle.new('many')
        chronicle.add_many([Vnus.Topic.new(f'topic-{i}') for i in range(N_LOADED)])

        def fill():
            return self.open().fill(chronicle, 'loader', None, None)

        start = time.monotonic()
        longest = None
        for _ in range(hands.N_KILLS):
            pid = hands.fork(fill)
            # The first one tells how long it takes.
            if longest is None:
                self.assertTrue(hands.ended_well(pid))
                longest = time.monotonic() - start
            else:
                self.kill_after(pid, hands.random_moment(longest))
            store = self.open()
            revision = store.get_revision(None)
            found = store.load_revision(-1, None).get_n_items()
            self.assertIn((revision, found), ((0, 0), (1, N_LOADED)))
            if revision == 1:
                self.one.sql('; '.join(f'delete from {self.schema}.{table}' for table in
                                       ('commits', 'changes', 'records', 'terms', 'names')), 'stores')
                self.one.sql(f"delete from {self.schema}.meta where name not in ('schema', 'writer')", 'stores')
        # The indexes that rested are there again.
        self.make('fresh')
        count = "select count(*) from pg_indexes where schemaname = '{}'"
        self.assertEqual(self.one.sql(count.format(self.schema), 'stores'), self.one.sql(count.format('fresh'), 'stores'))

    def test_answer_to_a_commit_is_lost(self):
        """Kept and lost are told apart when the connection breaks amid the commit."""
        between = proxy.Proxy(self.one)
        self.addCleanup(between.close)
        query = 'options=-c%20search_path%3D' + self.schema
        store = Vnus.Store.open(f'postgresql://{server.OWNER}@127.0.0.1:{between.port}/stores?{query}', Vnus.StoreFlags.NONE, None)
        self.assertEqual(hands.begin(store), 1)
        seen = []

        # The answer that it is committed never arrives.
        def break_after(is_from_client, data):
            if not is_from_client and b'COMMIT\0' in data and not seen:
                seen.append('answer')
                return False
            return True

        between.watch = break_after
        self.assertEqual(hands.count_up(store, 1), 2)
        self.assertEqual(seen, ['answer'])
        self.check_whole(self.open())

        # The server never hears of it.
        def break_before(is_from_client, data):
            if is_from_client and b'step-3' in data and len(seen) == 1:
                seen.append('question')
                return False
            return True

        between.watch = break_before
        with self.assertRaises(GLib.Error) as caught:
            hands.count_up(store, 2)
        self.assertTrue(caught.exception.matches(Vnus.store_error_quark(), Vnus.StoreError.UNREACHABLE))
        self.assertEqual(seen, ['answer', 'question'])
        self.assertEqual(self.check_whole(self.open()), 2)
        self.assertEqual(hands.count_up(store, 2), 3)

    def test_restarted_underneath(self):
        store = self.open()
        hands.begin(store)
        until = time.monotonic() + 60
        pid = hands.fork(self.write_on, until)
        for how in (server.signal.SIGINT, server.signal.SIGQUIT):
            before = store.get_revision(None)
            hands.until(lambda: hands.patiently(lambda: store.get_revision(None)) > before)
            self.one.stop(how)
            self.one.start()
        self.assertTrue(hands.ended_well(pid))
        self.assertGreaterEqual(self.check_whole(store), 40)

    def write_on(self, until):
        """Forty commits, whatever the server does meanwhile."""
        store = hands.patiently(self.open)
        while time.monotonic() < until:
            try:
                revision = store.get_revision(None)
                if revision >= 40:
                    return True
                hands.count_up(store, revision)
            except GLib.Error as error:
                if not error.matches(Vnus.store_error_quark(), Vnus.StoreError.UNREACHABLE):
                    print('#', error.message, file=sys.stderr)
                    return False
        return False


if __name__ == '__main__':
    if server.missing() is not None:
        print('1..0 # SKIP', server.missing())
        sys.exit(0)
    tap.main()
