# SPDX-License-Identifier: LGPL-2.1-or-later
"""Many hands on one store: a counter that is counted up, with two more records each time.

At revision n the record `counter` says n, and step-1-a, step-1-b, …, step-n-b are
there, whose parts lie all over: whatever else is found was never committed.
"""
import os
import random
import select
import signal
import sys
import time
import traceback
import unittest

import gi
gi.require_version('Vnus', '1')
from gi.repository import GLib, Vnus

import server

SCALE = float(os.environ.get('VNUS_TEST_SCALE', '1'))
N_KILLS = max(2, round(5 * SCALE))


def counter(number):
    topic = Vnus.Topic.new('counter')
    topic.add_alias(str(number))
    return topic


def begin(store):
    changes = Vnus.ChangeSet.new()
    changes.add(counter(1), None)
    for which in 'ab':
        changes.add(Vnus.Topic.new(f'step-1-{which}'), None)
    return store.commit(changes, 0, None)


def count_up(store, revision):
    """One more, on top of that revision."""
    changes = Vnus.ChangeSet.new()
    changes.set_author(str(os.getpid()))
    changes.replace(counter(revision), counter(revision + 1), None)
    for which in 'ab':
        changes.add(Vnus.Topic.new(f'step-{revision + 1}-{which}'), None)
    return store.commit(changes, revision, None)


def is_clash(error):
    return error.matches(Vnus.store_error_quark(), Vnus.StoreError.CLASH)


def write(where, until):
    """Counts up as often as it can; how often it did."""
    store = Vnus.Store.open(where, Vnus.StoreFlags.NONE, None)
    done = 0
    while time.monotonic() < until:
        revision = store.get_revision(None)
        try:
            if count_up(store, revision) != revision + 1:
                return -1
            done += 1
        except GLib.Error as error:
            # Another was quicker; every other refusal is a fault.
            if not is_clash(error) or 'counter' not in error.message:
                print('#', error.message, file=sys.stderr)
                return -1
    return done


def is_away(error):
    """A server is; or what it was about when it went is still being ended."""
    return any(error.matches(Vnus.store_error_quark(), code) for code in (Vnus.StoreError.UNREACHABLE, Vnus.StoreError.BUSY))


def patiently(ask):
    """What is answered once the servers are there again."""
    deadline = time.monotonic() + 60
    while True:
        try:
            return ask()
        except GLib.Error as error:
            if not is_away(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def until(holds):
    deadline = time.monotonic() + 60
    while not holds():
        if time.monotonic() > deadline:
            raise RuntimeError('it never came about')
        time.sleep(0.005)


def insist(where, stop, stopping):
    """Counts up until the other end of a pipe is closed, whatever servers do."""
    os.close(stopping)
    store = Vnus.Store.open(where, Vnus.StoreFlags.NONE, None)
    while not select.select([stop], [], [], 0)[0]:
        try:
            count_up(store, store.get_revision(None))
        except GLib.Error as error:
            if is_away(error):
                time.sleep(0.02)
            elif not is_clash(error):
                print('#', error.message, file=sys.stderr)
                return False
    return True


def found_in(chronicle):
    """The number that the counter says, and the numbers of the steps."""
    records = {chronicle.get_item(i).get_id(): chronicle.get_item(i) for i in range(chronicle.get_n_items())}
    number = int(records.pop('counter').get_alias(0))
    return number, set(records)


def steps(number):
    return {f'step-{i}-{which}' for i in range(1, number + 1) for which in 'ab'}


def fork(function, *arguments):
    """A process of its own, whose exit status tells whether all went well."""
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            status = 0 if function(*arguments) else 1
        except BaseException:  # pylint: disable=broad-except
            traceback.print_exc()
        finally:
            os._exit(status)
    return pid


def ended_well(pid):
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


def kill_after(pid, seconds):
    time.sleep(seconds)
    os.kill(pid, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def random_moment(longest):
    return random.random() * longest


class StoreCase(unittest.TestCase):
    """Each case has a store of its own, in a schema, on one server."""
    number = 0

    @classmethod
    def setUpClass(cls):
        servers = server.servers(1)
        (cls.one,) = servers.__enter__()
        cls.addClassCleanup(servers.__exit__, None, None, None)
        cls.one.make_database('stores')

    def setUp(self):
        StoreCase.number += 1
        random.seed(StoreCase.number)
        self.schema = f's{StoreCase.number}'
        self.where = self.make(self.schema)

    def make(self, schema):
        self.one.sql(f'create schema {schema}', 'stores')
        where = self.one.where('stores', options=f'-c search_path={schema} -c vnus.partitions=3')
        Vnus.Store.open(where, Vnus.StoreFlags.CREATE, None)
        return where

    def open(self):
        return Vnus.Store.open(self.where, Vnus.StoreFlags.NONE, None)

    def check_whole(self, store):
        """The store is what its newest revision says, and every revision before was whole."""
        revision = store.get_revision(None)
        self.assertEqual(found_in(store.load_revision(revision, None)), (revision, steps(revision)))
        # The last words of a client that was killed may be carried out meanwhile.
        self.assertEqual([commit.get_revision() for commit in store.list_commits(None, revision + 1, 0, None)],
                         list(range(revision, 0, -1)))
        middle = max(1, revision // 2)
        self.assertEqual(found_in(store.load_revision(middle, None)), (middle, steps(middle)))
        return revision
