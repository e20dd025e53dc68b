# SPDX-License-Identifier: LGPL-2.1-or-later
"""Many who write at once."""
import sys
import time

import hands
import server
import tap

N_WRITERS = 8


class Hands(hands.StoreCase):
    def test_many_writers(self):
        store = self.open()
        hands.begin(store)
        until = time.monotonic() + 4 * hands.SCALE

        def write():
            return hands.write(self.where, until) >= 0

        def read():
            reader = self.open()
            while time.monotonic() < until:
                revision = reader.get_revision(None)
                if hands.found_in(reader.load_revision(revision, None)) != (revision, hands.steps(revision)):
                    return False
            return True

        pids = [hands.fork(write) for _ in range(N_WRITERS)] + [hands.fork(read)]
        self.assertTrue(all([hands.ended_well(pid) for pid in pids]))
        print('#', self.check_whole(store), 'commits')

    def test_reader_is_not_held_up(self):
        """A writer that stops amid its commit, as long as it may."""
        store = self.open()
        hands.begin(store)
        holder = self.one.hold('stores', self.schema)
        self.addCleanup(holder.kill)
        start = time.monotonic()
        self.assertEqual(hands.found_in(store.load_revision(-1, None)), (1, hands.steps(1)))
        self.assertLess(time.monotonic() - start, 5)


if __name__ == '__main__':
    if server.missing() is not None:
        print('1..0 # SKIP', server.missing())
        sys.exit(0)
    tap.main()
