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

    def test_load_and_count(self):
        store = Vnus.Store.open(self.where, Vnus.StoreFlags.CREATE, None)
        chronicle = Vnus.Chronicle.open('vietnam-us')
        store.fill(chronicle, None, None, None)
        query = Vnus.Query.parse('kind:visit host:vn')
        matches = query.run(chronicle)
        self.assertEqual(store.count(query, None, None, None), (True, *matches.get_count()))
        loaded = store.load(query, None, None, None)
        self.assertEqual(query.run(loaded).get_ids(), matches.get_ids())
        self.assertLess(len(loaded), len(chronicle))
        self.assertFalse(loaded.is_read_only())
        known_on = Vnus.Date.parse('2023-09-10')
        self.assertTrue(store.load(query, known_on, ['article-a'], None).is_read_only())

    def finish(self, start, end):
        """Calls start() with a callback, and returns what end() makes of the result."""
        done = []
        loop = GLib.MainLoop()

        def callback(_store, result):
            done.append(end(result))
            loop.quit()

        start(GLib.PRIORITY_DEFAULT, None, callback)
        loop.run()
        return done[0]

    def test_async(self):
        store = Vnus.Store.open(self.where, Vnus.StoreFlags.CREATE, None)
        chronicle = Vnus.Chronicle.open('vietnam-us')
        query = Vnus.Query.parse('relation:us-vn')
        changes = Vnus.ChangeSet.new()
        changes.add(Vnus.Topic.new('trade-x'), None)
        self.assertTrue(self.finish(lambda *rest: store.fill_async(chronicle, None, None, *rest), store.fill_finish))
        self.assertEqual(self.finish(lambda *rest: store.commit_async(changes, 1, *rest), store.commit_finish), 2)
        whole = self.finish(lambda *rest: store.load_revision_async(1, *rest), store.load_revision_finish)
        self.assertEqual(len(whole), len(chronicle))
        part = self.finish(lambda *rest: store.load_async(query, None, None, *rest), store.load_finish)
        self.assertEqual(query.run(part).get_ids(), query.run(chronicle).get_ids())
        counted = self.finish(lambda *rest: store.count_async(query, None, None, *rest), store.count_finish)
        self.assertEqual(counted, (True, *query.run(chronicle).get_count()))

        self.assertEqual(self.finish(store.get_revision_async, store.get_revision_finish), 2)
        self.assertEqual(self.finish(store.check_async, store.check_finish), [])
        clashes = self.finish(lambda *rest: store.list_clashes_async(changes, 2, *rest), store.list_clashes_finish)
        self.assertEqual(len(clashes), 0)
        commits = self.finish(lambda *rest: store.list_commits_async(None, 0, 0, *rest), store.list_commits_finish)
        self.assertEqual([commit.get_revision() for commit in commits], [2, 1])
        changed = self.finish(lambda *rest: store.load_changes_async(2, *rest), store.load_changes_finish)
        self.assertEqual([change.get_record_id() for change in changed], ['trade-x'])

    def test_watch(self):
        store = Vnus.Store.open(self.where, Vnus.StoreFlags.CREATE, None)
        other = Vnus.Store.open(self.where, Vnus.StoreFlags.NONE, None)
        loop, seen = GLib.MainLoop(), []
        store.connect('changed', lambda _store, revision: (seen.append(revision), loop.quit()))
        self.assertTrue(self.finish(store.watch_async, store.watch_finish))
        self.assertTrue(store.watch(), 'watched already')
        for number, editor in enumerate((store, other), 1):
            changes = Vnus.ChangeSet.new()
            changes.add(Vnus.Topic.new(f'topic-{number}'), None)
            self.assertEqual(editor.commit(changes, -1, None), number)
        loop.run()
        self.assertEqual(seen, [2], 'one\'s own commit is no news')
        store.unwatch()

    def test_nul(self):
        """Python cuts a text at a NUL before the library has it: what is committed is
        what the record says, and where the library does see one it is an error."""
        store = Vnus.Store.open(self.where, Vnus.StoreFlags.CREATE, None)
        topic = Vnus.Topic.new('rice')
        topic.set_label(Vnus.Text.new('en', 'Rice\0wine'))
        changes = Vnus.ChangeSet.new()
        changes.add(topic, 'said\0so')
        store.commit(changes, 0, None)
        stored = store.load_revision(-1, None).lookup('rice')
        self.assertTrue(stored.equal(topic))
        self.assertEqual(stored.get_label().get('en'), topic.get_label().get('en'))
        document = (b'{"format":"vnus-chronicle","version":1,"id":"x","records":'
                    b'[{"kind":"topic","id":"rice","label":{"en":"Rice\\u0000wine"}}]}')
        with self.assertRaisesRegex(GLib.Error, '/records/0/label/en.*NUL'):
            Vnus.Chronicle.load_bytes(GLib.Bytes.new(document), 'x.json', Vnus.LoadFlags.NONE)

    def test_check_and_recognise(self):
        store = Vnus.Store.open(self.where, Vnus.StoreFlags.CREATE, None)
        self.assertEqual(store.check(None), [])
        self.assertTrue(Vnus.Store.recognise(self.where))
        self.assertTrue(Vnus.Store.recognise('sqlite:x'))
        self.assertFalse(Vnus.Store.recognise('vietnam-us'))

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
