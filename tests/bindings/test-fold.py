# SPDX-License-Identifier: LGPL-2.1-or-later
"""Folding of names, and ids."""
import unicodedata
import unittest

import gi
import tap

gi.require_version('Vnus', '1')
from gi.repository import Vnus  # noqa: E402


class Fold(unittest.TestCase):
    def test_diacritics_do_not_matter(self):
        for name, folded in (('Võ Văn Thưởng', 'vo van thuong'), ('Đà Nẵng', 'da nang'),
                             ('Hoà Bình', 'hoa binh'), ('Marc E. Knapper', 'marc e knapper')):
            self.assertEqual(Vnus.fold_name(name), folded)
            self.assertEqual(Vnus.fold_name(unicodedata.normalize('NFD', name)), folded)
            self.assertEqual(Vnus.fold_name(name.upper()), folded)

    def test_every_vietnamese_letter(self):
        marks = '\u0300\u0301\u0303\u0309\u0323'
        for vowel, plain in zip('aăâeêioôơuưy', 'aaaeeiooouuy'):
            for mark in marks:
                letter = unicodedata.normalize('NFC', vowel + mark)
                self.assertEqual(len(letter), 1)
                self.assertEqual(Vnus.fold_name(letter + letter.upper()), plain * 2)

    def test_ids(self):
        self.assertEqual(Vnus.fold_to_id('Nguyễn Phú Trọng'), 'nguyen-phu-trong')
        self.assertIsNone(Vnus.fold_to_id('拜登'))
        self.assertTrue(Vnus.fold_is_id('joe-biden'))
        self.assertFalse(Vnus.fold_is_id('Joe Biden'))
        self.assertTrue(Vnus.fold_is_id('x' * Vnus.ID_MAX_LENGTH))
        self.assertFalse(Vnus.fold_is_id('x' * (Vnus.ID_MAX_LENGTH + 1)))


if __name__ == '__main__':
    tap.main()
