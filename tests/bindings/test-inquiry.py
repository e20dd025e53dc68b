# SPDX-License-Identifier: LGPL-2.1-or-later
"""Findings and inquiries as Python sees them."""
import json
import unittest

import gi
import tap

gi.require_version('Vnus', '1')
from gi.repository import Vnus  # noqa: E402


class Finding(unittest.TestCase):
    def test_bare(self):
        finding = Vnus.Finding()
        self.assertEqual(finding.get_rule(), '')
        self.assertEqual(finding.get_truth(), Vnus.Truth.POSSIBLY)
        self.assertEqual(finding.get_reasons(), Vnus.Reasons.NONE)
        self.assertFalse(finding.is_disputed())
        self.assertEqual(finding.get_range(), (False, 0, 0))
        self.assertIsNone(finding.get_unit())
        self.assertIsNone(finding.get_date())
        self.assertEqual(finding.get_n_records(), 0)
        self.assertIsNone(finding.get_record_id(0))
        self.assertEqual(finding.get_record_truth(0), Vnus.Truth.NO)
        self.assertEqual(finding.get_record_range(0), (False, 0, 0))
        self.assertIsNone(finding.get_record_sense(0))
        for texts in (finding.list_evidence(), finding.list_counter_evidence(),
                      finding.list_coverage(), finding.list_missing_coverage()):
            self.assertEqual(texts, [])
        self.assertEqual(finding.get_n_steps(), 0)
        self.assertIsNone(finding.dup_step(0, 'en'))
        self.assertIsNone(finding.dup_sentence('en'))
        self.assertEqual(finding.dup_value(), 'null')
        self.assertEqual(finding.explain('en'), '')
        self.assertIsNone(json.loads(finding.to_json('en'))['value'])
        self.assertEqual(Vnus.RANGE_OPEN, 2 ** 31 - 1)


if __name__ == '__main__':
    tap.main()
