# SPDX-License-Identifier: LGPL-2.1-or-later
"""Stores, used from Python."""
import os
import tempfile
import unittest

import gi
gi.require_version('Vnus', '1')
from gi.repository import Gio, GLib, Vnus

import tap


class Store(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.where = os.path.join(self.folder.name, 'world.vnus')

    def test_open(self):
        store = Vnus.Store.open(self.where, Vnus.StoreFlags.CREATE, None)
        self.assertIsInstance(store, Vnus.Store)
        self.assertIsInstance(store, Vnus.SqliteStore)
        self.assertEqual(store.get_revision(None), 0)

    def test_open_async(self):
        opened = []
        loop = GLib.MainLoop()

        def done(_source, result):
            opened.append(Vnus.Store.open_finish(result))
            loop.quit()

        Vnus.Store.open_async('sqlite:' + self.where, Vnus.StoreFlags.CREATE, GLib.PRIORITY_DEFAULT, None, done)
        loop.run()
        self.assertEqual(opened[0].get_revision(Gio.Cancellable()), 0)

    def test_import_and_load(self):
        chronicle = Vnus.Chronicle.open('vietnam-us')
        store = Vnus.Store.open(self.where, Vnus.StoreFlags.CREATE, None)
        seen = []
        store.connect('progress', lambda _store, done, total: seen.append((done, total)))
        self.assertTrue(store.fill(chronicle, 'editor', None, None))
        self.assertEqual(seen[-1], (len(chronicle), len(chronicle)))
        loaded = store.load_revision(-1, None)
        self.assertEqual(loaded.to_json().get_data(), chronicle.to_json().get_data())

    def test_commit_and_history(self):
        store = Vnus.Store.open(self.where, Vnus.StoreFlags.CREATE, None)
        topic = Vnus.Topic.new('trade')
        changes = Vnus.ChangeSet.new()
        changes.set_author('editor')
        changes.set_source_id('article-a')
        changes.add(topic, 'needed')
        self.assertEqual(len(store.list_clashes(changes, 0, None)), 0)
        self.assertEqual(store.commit(changes, 0, None), 1)

        commits = store.list_commits(None, 0, 0, None)
        self.assertEqual(len(commits), 1)
        commit = commits[0]
        self.assertEqual((commit.get_revision(), commit.get_author(), commit.get_reason(),
                          commit.get_source_id(), commit.get_n_changes()),
                         (1, 'editor', None, 'article-a', 1))
        self.assertRegex(commit.get_time(), r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$')
        changed = store.load_changes(1, None)
        self.assertEqual([(change.get_record_id(), change.get_before(), change.get_reason()) for change in changed],
                         [('trade', None, 'needed')])

        other = Vnus.Topic.new('trade')
        other.add_alias('commerce')
        clashing = Vnus.ChangeSet.new()
        clashing.add(other, None)
        with self.assertRaises(GLib.Error) as caught:
            store.commit(clashing, 1, None)
        self.assertTrue(caught.exception.matches(Vnus.StoreError.quark(), Vnus.StoreError.CLASH))
        self.assertEqual([issue.get_record_id() for issue in store.list_clashes(clashing, 1, None)], ['trade'])


if __name__ == '__main__':
    tap.main()
