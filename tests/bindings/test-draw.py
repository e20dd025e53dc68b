# SPDX-License-Identifier: LGPL-2.1-or-later
"""libvnus-draw as Python sees it; with a context of Cairo where python3-gi-cairo is there."""
import os
import tempfile
import unittest

import gi
import tap

gi.require_version('Vnus', '1')
gi.require_version('VnusDraw', '1')
from gi.repository import GLib, Vnus, VnusDraw  # noqa: E402

try:
    gi.require_foreign('cairo')
    import cairo
except ImportError:
    cairo = None


class Draw(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        chart = Vnus.Chart.new(Vnus.Chronicle.open('vietnam-us'))
        chart.add_indicator('us-vn-trade')
        cls.picture = chart.draw('en')

    def test_bytes(self):
        for form, begins in ((VnusDraw.Format.PNG, b'\x89PNG'), (VnusDraw.Format.PDF, b'%PDF'),
                             (VnusDraw.Format.SVG, b'<?xml')):
            self.assertTrue(VnusDraw.to_bytes(self.picture, form, 1.0).get_data().startswith(begins))

    def test_save(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'trade.pdf')
            self.assertTrue(VnusDraw.save(self.picture, path, VnusDraw.Format.UNSET, 0.75))
            self.assertEqual(os.listdir(folder), ['trade.pdf'])

    def test_errors(self):
        for path, scale, code in (('trade.txt', 1.0, VnusDraw.Error.NO_FORMAT),
                                  ('trade.png', 1e6, VnusDraw.Error.TOO_LARGE)):
            with self.assertRaises(GLib.Error) as caught:
                VnusDraw.save(self.picture, path, VnusDraw.Format.UNSET, scale)
            self.assertTrue(caught.exception.matches(VnusDraw.error_quark(), code), caught.exception)

    @unittest.skipIf(cairo is None, 'python3-gi-cairo is not there')
    def test_context(self):
        surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, self.picture.get_width(), self.picture.get_height())
        VnusDraw.picture(self.picture, cairo.Context(surface))
        self.assertTrue(any(surface.get_data()))


if __name__ == '__main__':
    tap.main()
