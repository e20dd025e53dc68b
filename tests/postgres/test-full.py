# SPDX-License-Identifier: LGPL-2.1-or-later
"""A PostgreSQL store whose disk is full: a tablespace in a small file system in memory.

That is mounted in a name space of this program alone, so that nothing of it stays.
"""
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

UNSHARE = ['unshare', '--mount', '--propagation', 'private']


def why_not():
    """Why nothing can be mounted here, or None."""
    try:
        tried = subprocess.run([*UNSHARE, 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'none', '/mnt'], check=False,
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding='utf-8')
    except OSError as error:
        return f'unshare cannot be run: {error.strerror}'
    return None if tried.returncode == 0 else 'no file system may be mounted: ' + ' '.join(tried.stderr.split())


if __name__ == '__main__' and 'VNUS_TEST_APART' not in os.environ:
    reason = why_not()
    if reason is not None:
        print('1..0 # SKIP', reason)
        sys.exit(0)
    os.environ['VNUS_TEST_APART'] = '1'
    os.execvp(UNSHARE[0], [*UNSHARE, sys.executable, *sys.argv])

import gi
gi.require_version('Vnus', '1')
from gi.repository import GLib, Vnus

import server
import tap

SIZE = 24  # MB; an empty database takes 8 of them


def topics(number, of):
    """So many topics with long notes that cannot be told shorter."""
    made = []
    for i in range(of):
        topic = Vnus.Topic.new(f'topic-{number}-{i}')
        topic.set_note(Vnus.Text.new('en', '%x' % random.getrandbits(160000)))
        made.append(topic)
    return made


class Full(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.mkdtemp(prefix='vnus-full-', dir='/tmp')
        cls.addClassCleanup(os.rmdir, folder)
        subprocess.run(['mount', '-t', 'tmpfs', '-o', f'size={SIZE}m,mode=0755', 'none', folder], check=True)
        cls.addClassCleanup(subprocess.run, ['umount', '--lazy', folder], check=True)
        cls.folder = pathlib.Path(folder)
        servers = server.servers(1)
        (cls.one,) = servers.__enter__()
        cls.addClassCleanup(servers.__exit__, None, None, None)
        user = server.account()
        for name in ('committed', 'filled'):
            place = cls.folder / name
            place.mkdir()
            if user:
                os.chown(place, user['user'], user['group'])

    def setUp(self):
        random.seed(self.id())
        self.name = self.id().rsplit('_')[-1]
        self.resize(SIZE)
        self.one.sql(f"create tablespace {self.name} location '{self.folder / self.name}'")
        self.one.sql(f'create database {self.name} tablespace {self.name}')
        self.where = self.one.where(self.name, options='-c vnus.partitions=2')
        self.store = Vnus.Store.open(self.where, Vnus.StoreFlags.CREATE, None)

    def tearDown(self):
        del self.store
        self.one.sql(f'drop database {self.name} with (force)')
        self.one.sql(f'drop tablespace {self.name}')

    def resize(self, size):
        subprocess.run(['mount', '-o', f'remount,size={size}m', self.folder], check=True)

    def assert_full(self, change):
        with self.assertRaises(GLib.Error) as caught:
            change()
        self.assertTrue(caught.exception.matches(Vnus.store_error_quark(), Vnus.StoreError.FULL), caught.exception)
        self.assertIn('No space left', caught.exception.message)

    def commit(self, number):
        changes = Vnus.ChangeSet.new()
        for topic in topics(number, 20):
            changes.add(topic, None)
        return self.store.commit(changes, -1, None)

    def test_committed(self):
        """What was committed before is there; once there is room, it goes on."""
        def until_full():
            for number in range(1000):
                self.commit(number)

        self.assert_full(until_full)
        revision = self.store.get_revision(None)
        self.assertGreater(revision, 1)
        self.assertEqual(self.store.load_revision(-1, None).get_n_items(), 20 * revision)
        self.assertEqual(self.store.check(None), [])
        self.resize(4 * SIZE)
        self.assertEqual(self.commit(revision), revision + 1)
        again = Vnus.Store.open(self.where, Vnus.StoreFlags.READ_ONLY, None)
        self.assertEqual(again.load_revision(-1, None).get_n_items(), 20 * (revision + 1))
        self.assertEqual(again.check(None), [])

    def test_filled(self):
        """An import that finds no room leaves nothing behind, and can be done again."""
        chronicle = Vnus.Chronicle.new('large')
        chronicle.add_many(topics(0, 800))
        self.assert_full(lambda: self.store.fill(chronicle, None, None, None))
        self.assertEqual(self.store.get_revision(None), 0)
        self.assertEqual(self.store.load_revision(-1, None).get_n_items(), 0)
        self.assertEqual(self.store.check(None), [])
        self.resize(4 * SIZE)
        self.assertTrue(self.store.fill(chronicle, None, None, None))
        self.assertEqual(self.store.load_revision(-1, None).get_n_items(), 800)


if __name__ == '__main__':
    if server.missing() is not None:
        print('1..0 # SKIP', server.missing())
        sys.exit(0)
    tap.main()
