# SPDX-License-Identifier: LGPL-2.1-or-later
"""What becomes of a store when things go wrong.

Usage: test-store-faults.py VNUS-STORE SCHEMA-1
"""
import contextlib
import json
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import gi
gi.require_version('Vnus', '1')
from gi.repository import GLib, Vnus

import tap

STORE, SCHEMA_1 = sys.argv[1], pathlib.Path(sys.argv[2])
SCALE = float(os.environ.get('VNUS_TEST_SCALE', '1'))


def times(n):
    return max(1, int(n * SCALE))


def run(*args):
    return subprocess.run([STORE, *map(str, args)], capture_output=True, text=True, encoding='utf-8')


def document(n):
    """A chronicle of topics, each within the one before it."""
    records = [{'kind': 'topic', 'id': f'topic-{i}', 'label': {'en': f'Topic number {i}'},
                **({'broader': f'topic-{i - 1}'} if i else {})} for i in range(n)]
    return json.dumps({'format': 'vnus-chronicle', 'version': 1, 'id': 'topics', 'records': records})


COMMITTER = '''
import sys, gi
gi.require_version('Vnus', '1')
from gi.repository import Vnus
store = Vnus.Store.open(sys.argv[1], Vnus.StoreFlags.NONE, None)
print('ready', flush=True)
while True:
    revision = store.get_revision(None)
    changes = Vnus.ChangeSet.new()
    for i in range(20):
        changes.add(Vnus.Topic.new(f't-{revision}-{i}'), None)
    print(store.commit(changes, -1, None), flush=True)
'''


class Killed(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.store = self.folder / 'world.vnus'

    def assert_sound(self):
        done = run('check', self.store)
        self.assertEqual(done.stdout, 'All is well.\n', done.stderr)

    def test_while_filling(self):
        """Either all of it is there, or nothing."""
        source = self.folder / 'topics.json'
        source.write_text(document(2000), encoding='utf-8')
        start = time.monotonic()
        self.assertEqual(run('import', self.folder / 'whole.vnus', source).returncode, 0)
        longest = time.monotonic() - start
        outcomes = set()
        for _ in range(times(5)):
            for path in self.folder.glob('world.vnus*'):
                path.unlink()
            victim = subprocess.Popen([STORE, 'import', self.store, source], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(random.uniform(0, longest))
            victim.kill()
            victim.wait()
            done = run('export', self.store)
            if done.returncode == 0:
                self.assert_sound()
                outcomes.add(len(json.loads(done.stdout)['records']))
            else:
                self.assertIn('store', done.stderr)
        self.assertLessEqual(outcomes, {0, 2000})

    def test_while_committing(self):
        """Every commit that was told of is there, each whole."""
        self.assertEqual(run('init', self.store).returncode, 0)
        for _ in range(times(5)):
            victim = subprocess.Popen([sys.executable, '-c', COMMITTER, self.store], stdout=subprocess.PIPE, text=True)
            self.assertEqual(victim.stdout.readline(), 'ready\n')
            time.sleep(random.uniform(0, 0.3))
            victim.send_signal(signal.SIGKILL)
            told = [int(line) for line in victim.stdout.read().split()]
            victim.wait()
            victim.stdout.close()
            self.assert_sound()
            store = Vnus.Store.open(str(self.store), Vnus.StoreFlags.READ_ONLY, None)
            revision = store.get_revision(None)
            self.assertGreaterEqual(revision, max(told, default=0))
            self.assertEqual(len(store.load_revision(-1, None)), 20 * revision)


class Writers(unittest.TestCase):
    def test_eight_at_once(self):
        """Each counts in one record, and signs; no count is lost, and every refusal names it."""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        where = os.path.join(folder.name, 'world.vnus')
        store = Vnus.Store.open(where, Vnus.StoreFlags.CREATE, None)
        chronicle = Vnus.Chronicle.new('counting')
        counter = Vnus.Topic.new('counter')
        counter.set_note(Vnus.Text.new('en', '0'))
        chronicle.add(counter)
        store.fill(chronicle, None, None, None)
        query = Vnus.Query.parse('id:counter')
        until = time.monotonic() + SCALE
        counted, refused, faults = [0] * 8, [0] * 8, []

        def count(number):
            mine = Vnus.Store.open(where, Vnus.StoreFlags.NONE, None)
            while time.monotonic() < until or counted[number] == 0:
                revision = mine.get_revision(None)
                before = mine.load(query, None, None, None).lookup('counter')
                after = before.duplicate()
                after.set_note(Vnus.Text.new('en', f'{int(before.get_note().get("en").split()[0]) + 1} by {number}'))
                changes = Vnus.ChangeSet.new()
                changes.replace(before, after, None)
                try:
                    mine.commit(changes, revision, None)
                    counted[number] += 1
                except GLib.Error as error:
                    if not error.matches(Vnus.StoreError.quark(), Vnus.StoreError.CLASH) or 'counter' not in error.message:
                        faults.append(error.message)
                        return
                    refused[number] += 1

        threads = [threading.Thread(target=count, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(faults, [])
        total = store.load(query, None, None, None).lookup('counter').get_note().get('en')
        self.assertEqual(int(total.split()[0]), sum(counted))
        self.assertEqual(store.get_revision(None), 1 + sum(counted))
        self.assertEqual(store.check(None), [])


def as_nobody():
    """For a child: whoever is not root is kept out of folders as it is."""
    if os.geteuid() == 0:
        os.setgid(65534)
        os.setuid(65534)


READER = '''
import sys, gi
gi.require_version('Vnus', '1')
from gi.repository import GLib, Vnus
store = Vnus.Store.open(sys.argv[1], Vnus.StoreFlags.READ_ONLY, None)
for line in sys.stdin:
    try:
        if line == 'watch\\n':
            store.watch()
        print(store.get_revision(None), len(store.load(None, None, None, None)), flush=True)
    except GLib.Error as error:
        print(error.code, error.message, flush=True)
'''


class Unwritable(unittest.TestCase):
    """A store that lies where its readers may not write, as one that is installed for all."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name) / 'for all?immutable=0#%41'
        self.folder.mkdir()
        pathlib.Path(folder.name).chmod(0o755)
        self.addCleanup(self.folder.chmod, 0o755)
        self.store = self.folder / 'world.vnus'
        self.where = f'sqlite:{self.store}'
        self.assertEqual(run('init', self.where).returncode, 0)
        self.commit('first')
        self.folder.chmod(0o555)

    def commit(self, name):
        store = Vnus.Store.open(self.where, Vnus.StoreFlags.NONE, None)
        changes = Vnus.ChangeSet.new()
        changes.add(Vnus.Topic.new(name), None)
        return store.commit(changes, -1, None)

    def read(self):
        reader = subprocess.Popen([sys.executable, '-c', READER, self.where], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, text=True, preexec_fn=as_nobody)
        self.addCleanup(reader.communicate)
        return reader

    def ask(self, reader, line='read'):
        reader.stdin.write(line + '\n')
        reader.stdin.flush()
        return reader.stdout.readline()

    def test_reading(self):
        reader = self.read()
        self.assertEqual(self.ask(reader), '1 1\n')
        self.assertEqual(self.ask(reader, 'watch').split()[0], str(int(Vnus.StoreError.READ_ONLY)))
        self.assertEqual([path.name for path in self.folder.iterdir()], ['world.vnus'])

        # What would be neither the old nor the new is not told.
        self.folder.chmod(0o755)
        self.assertEqual(self.commit('second'), 2)
        self.folder.chmod(0o555)
        self.assertRegex(self.ask(reader), f'^{int(Vnus.StoreError.BUSY)} .*world.vnus: others changed')
        self.assertEqual(self.ask(self.read()), '2 2\n')

    def test_commits_that_wait_beside_it(self):
        self.folder.chmod(0o755)
        writer = subprocess.Popen([sys.executable, '-c', COMMITTER, self.where], stdout=subprocess.PIPE, text=True)
        self.assertEqual(writer.stdout.readline(), 'ready\n')
        self.assertEqual(writer.stdout.readline(), '2\n')
        writer.kill()
        writer.communicate()
        (self.folder / 'world.vnus-shm').unlink()
        (self.folder / 'world.vnus-wal').chmod(0o644)
        self.folder.chmod(0o555)
        reader = self.read()
        _, said = reader.communicate()
        self.assertIn('world.vnus: its newest commits are in the file “-wal”', said)


class Reading(unittest.TestCase):
    def test_beside_a_writer(self):
        """Who reads waits for nobody, and sees nothing of what is not committed."""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        where = os.path.join(folder.name, 'world.vnus')
        store = Vnus.Store.open(where, Vnus.StoreFlags.CREATE, None)
        store.fill(Vnus.Chronicle.open('vietnam-us'), None, None, None)
        query = Vnus.Query.parse('relation:us-vn')
        before = len(store.load(query, None, None, None))
        writer = sqlite3.connect(where, isolation_level=None)
        writer.execute('BEGIN IMMEDIATE')
        writer.execute('DELETE FROM records')
        start = time.monotonic()
        reader = Vnus.Store.open(where, Vnus.StoreFlags.READ_ONLY, None)
        for each in (store, reader):
            self.assertEqual(len(each.load(query, None, None, None)), before)
            self.assertEqual(each.get_revision(None), 1)
            self.assertEqual(each.check(None), [])
        self.assertLess(time.monotonic() - start, 20)  # who waits for a writer does so for 30
        writer.execute('ROLLBACK')
        writer.close()


@unittest.skipUnless(os.geteuid() == 0, 'only root can mount a small disk')
class FullDisk(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        if subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder.name], stderr=subprocess.DEVNULL).returncode:
            self.skipTest('no disk can be mounted here')
        self.addCleanup(subprocess.run, ['umount', folder.name], check=True)
        self.folder = pathlib.Path(folder.name)

    def fill_up(self):
        """Until there is no room left for anything."""
        filler = self.folder / 'filler'
        with open(filler, 'wb', buffering=0) as file, contextlib.suppress(OSError):
            while file.write(bytes(1024)):
                pass
        return filler

    def assert_full(self, call, *args):
        with self.assertRaises(GLib.Error) as caught:
            call(*args)
        self.assertTrue(caught.exception.matches(Vnus.StoreError.quark(), Vnus.StoreError.FULL), caught.exception)

    def test_making_a_store(self):
        where = str(self.folder / 'world.vnus')
        filler = self.fill_up()
        self.assert_full(Vnus.Store.open, where, Vnus.StoreFlags.CREATE, None)
        filler.unlink()
        self.assertEqual(Vnus.Store.open(where, Vnus.StoreFlags.CREATE, None).check(None), [])

    def test_an_older_store(self):
        where = str(self.folder / 'world.vnus')
        database = sqlite3.connect(where)
        database.executescript(SCHEMA_1.read_text(encoding='utf-8'))
        database.close()
        filler = self.fill_up()
        self.assert_full(Vnus.Store.open, where, Vnus.StoreFlags.NONE, None)
        filler.unlink()
        database = sqlite3.connect(where)
        self.assertEqual(database.execute('PRAGMA user_version').fetchone(), (1,))
        database.close()
        self.assertEqual(Vnus.Store.open(where, Vnus.StoreFlags.NONE, None).check(None), [])

    def test_filling_and_committing(self):
        where = str(self.folder / 'world.vnus')
        store = Vnus.Store.open(where, Vnus.StoreFlags.CREATE, None)
        topics = Vnus.Chronicle.load_bytes(GLib.Bytes.new(document(5000).encode()), 'topics', Vnus.LoadFlags.NONE)
        self.assert_full(store.fill, topics, None, None, None)
        self.assertEqual(store.get_revision(None), 0)

        # With less it goes on, until nothing more fits; what was committed stays.
        revision = 0
        with self.assertRaises(GLib.Error) as caught:
            for number in range(10000):
                changes = Vnus.ChangeSet.new()
                for i in range(50):
                    changes.add(Vnus.Topic.new(f't-{number}-{i}'), None)
                revision = store.commit(changes, -1, None)
        self.assertTrue(caught.exception.matches(Vnus.StoreError.quark(), Vnus.StoreError.FULL), caught.exception)
        self.assertGreater(revision, 0)
        self.assertEqual(store.get_revision(None), revision)
        self.assertEqual(len(store.load_revision(-1, None)), 50 * revision)
        self.assertEqual(store.check(None), [])


if __name__ == '__main__':
    tap.main()
