# SPDX-License-Identifier: LGPL-2.1-or-later
"""Documents: loaded, saved, refused with a domain and a code."""
import os
import pathlib
import tempfile
import unittest

import gi
import tap

gi.require_version('Vnus', '1')
from gi.repository import Gio, GLib, Vnus  # noqa: E402

CORPUS = pathlib.Path(__file__).resolve().parent.parent / 'corpus/documents'


def corpus(name):
    return Gio.File.new_for_path(str(CORPUS / name))


def invalid():
    for line in (CORPUS / 'invalid.tsv').read_text(encoding='utf-8').splitlines():
        if not line.startswith('#'):
            yield line.split('\t')[:2]


class Load(unittest.TestCase):
    def test_shipped(self):
        self.assertIn('vietnam-us', Vnus.Chronicle.list_shipped())
        chronicle = Vnus.Chronicle.open('vietnam-us')
        self.assertEqual(chronicle.get_id(), 'vietnam-us')
        self.assertEqual(chronicle.lookup('biden-vn-2023').get_host(), 'vn')

    def test_not_shipped(self):
        with self.assertRaises(GLib.Error) as caught:
            Vnus.Chronicle.open('vietnam')
        self.assertTrue(caught.exception.matches(Vnus.DocumentError.quark(), Vnus.DocumentError.NOT_SHIPPED))

    def test_file(self):
        chronicle = Vnus.Chronicle.load_file(corpus('valid/every-kind.json'), Vnus.LoadFlags.NONE, None)
        self.assertEqual([record.get_id() for record in chronicle][:2], ['state-1', 'organization-1'])

    def test_codes(self):
        """Each code of the corpus is what Python sees."""
        seen = set()
        for name, code in invalid():
            with self.subTest(name), self.assertRaises(GLib.Error) as caught:
                Vnus.Chronicle.load_file(corpus('invalid/' + name), Vnus.LoadFlags.NONE, None)
            expected = getattr(Vnus.DocumentError, code.upper().replace('-', '_'))
            self.assertTrue(caught.exception.matches(Vnus.DocumentError.quark(), expected), name)
            self.assertIn(name + ':', caught.exception.message)
            seen.add(code)
        self.assertEqual(len(seen), 13)

    def test_lenient(self):
        data = GLib.Bytes.new((CORPUS / 'example.json').read_bytes())
        with self.assertRaises(GLib.Error):
            Vnus.Chronicle.load_bytes(data, 'example.json', Vnus.LoadFlags.NONE)
        chronicle = Vnus.Chronicle.load_bytes(data, None, Vnus.LoadFlags.LENIENT)
        self.assertEqual(chronicle.to_json().get_data(), data.get_data())

    def load_async(self, name, cancellable=None):
        results = []
        loop = GLib.MainLoop()

        def done(source, result):
            results.append(result)
            loop.quit()

        Vnus.Chronicle.load_file_async(corpus(name), Vnus.LoadFlags.NONE, GLib.PRIORITY_DEFAULT, cancellable, done)
        loop.run()
        return results[0]

    def test_async(self):
        result = self.load_async('valid/order.json')
        self.assertEqual(Vnus.Chronicle.load_file_finish(result).get_id(), 'order')

    def test_async_refused(self):
        result = self.load_async('invalid/duplicate-id.json')
        with self.assertRaises(GLib.Error) as caught:
            Vnus.Chronicle.load_file_finish(result)
        self.assertTrue(caught.exception.matches(Vnus.DocumentError.quark(), Vnus.DocumentError.DUPLICATE_ID))

    def test_async_cancelled(self):
        cancellable = Gio.Cancellable.new()
        cancellable.cancel()
        result = self.load_async('valid/order.json', cancellable)
        with self.assertRaises(GLib.Error) as caught:
            Vnus.Chronicle.load_file_finish(result)
        self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))


class Save(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.chronicle = Vnus.Chronicle.load_file(corpus('valid/every-kind.json'), Vnus.LoadFlags.NONE, None)

    def saved(self, name):
        return (pathlib.Path(self.folder) / name).read_bytes()

    def target(self, name):
        return Gio.File.new_for_path(os.path.join(self.folder, name))

    def test_json(self):
        self.assertTrue(self.chronicle.save_file(self.target('x.json'), None))
        self.assertEqual(self.saved('x.json'), (CORPUS / 'valid/every-kind.json').read_bytes())

    def test_json_lines(self):
        self.assertTrue(self.chronicle.save_file(self.target('x.jsonl'), None))
        self.assertEqual(self.saved('x.jsonl'), (CORPUS / 'valid/every-kind.jsonl').read_bytes())
        self.assertEqual(self.saved('x.jsonl'), self.chronicle.to_json_lines().get_data())

    def test_async(self):
        loop = GLib.MainLoop()
        results = []

        def done(source, result):
            results.append(source.save_file_finish(result))
            loop.quit()

        self.chronicle.save_file_async(self.target('x.json'), GLib.PRIORITY_DEFAULT, None, done)
        loop.run()
        self.assertEqual(results, [True])
        self.assertEqual(self.saved('x.json'), self.chronicle.to_json().get_data())

    def test_no_folder(self):
        with self.assertRaises(GLib.Error) as caught:
            self.chronicle.save_file(self.target('none/x.json'), None)
        self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.NOT_FOUND))


if __name__ == '__main__':
    tap.main()
