# SPDX-License-Identifier: LGPL-2.1-or-later
"""Truth and reasons."""
import unittest

import gi
import tap

gi.require_version('Vnus', '1')
from gi.repository import Vnus  # noqa: E402

NO, POSSIBLY, CERTAINLY = Vnus.Truth.NO, Vnus.Truth.POSSIBLY, Vnus.Truth.CERTAINLY


class Truth(unittest.TestCase):
    def test_kleene(self):
        self.assertEqual(Vnus.truth_and(CERTAINLY, POSSIBLY), POSSIBLY)
        self.assertEqual(Vnus.truth_or(NO, POSSIBLY), POSSIBLY)
        self.assertEqual(Vnus.truth_not(NO), CERTAINLY)

    def test_nicks_round_trip(self):
        for truth in NO, POSSIBLY, CERTAINLY:
            known, back = Vnus.Truth.from_string(Vnus.Truth.to_string(truth))
            self.assertTrue(known)
            self.assertEqual(back, truth)
        self.assertFalse(Vnus.Truth.from_string('maybe')[0])


class Reasons(unittest.TestCase):
    def test_list(self):
        reasons = Vnus.Reasons.NO_EVIDENCE | Vnus.Reasons.DATE_VAGUE
        self.assertEqual(Vnus.Reasons.list(reasons), ['date-vague', 'no-evidence'])
        self.assertEqual(Vnus.Reasons.to_string(reasons), 'date-vague,no-evidence')
        self.assertEqual(Vnus.Reasons.to_string(Vnus.Reasons.NONE), '')


if __name__ == '__main__':
    tap.main()
