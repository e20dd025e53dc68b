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


if __name__ == '__main__':
    tap.main()
