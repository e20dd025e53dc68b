# SPDX-License-Identifier: LGPL-2.1-or-later
"""Who is who, and two records made one."""
import pathlib
import unittest

import gi
import tap

gi.require_version('Vnus', '1')
from gi.repository import GLib, Vnus  # noqa: E402


# The registers that importers are tested with, beside the checkout.
DATA = pathlib.Path(__file__).resolve().parents[3] / 'shared/data'


def person(name, label):
    record = Vnus.Person.new(name)
    record.set_label(Vnus.Text.new('en', label))
    record.set_of('vn')
    record.add_citation(Vnus.Citation.new('register', name))
    return record


def tenure(holder, during):
    record = Vnus.Tenure.new(holder + '-president')
    record.set_person(holder)
    record.set_office('vn-president')
    record.set_during(Vnus.Date.parse(during))
    record.add_citation(Vnus.Citation.new('register', None))
    return record


def small():
    chronicle = Vnus.Chronicle.new('small')
    chronicle.add_many([Vnus.Source.new('register'),
                        person('vo-van-thuong', 'Võ Văn Thưởng'), tenure('vo-van-thuong', '2023-03-02/2024-03-20'),
                        person('thuong', 'Vo Van Thuong'), tenure('thuong', '2023'),
                        person('nguyen-phu-trong', 'Nguyễn Phú Trọng')])
    return chronicle


class Identity(unittest.TestCase):
    def test_candidates(self):
        chronicle = small()
        identity = Vnus.Identity.new(chronicle)
        self.assertIs(identity.get_chronicle(), chronicle)
        candidate, = identity.list_candidates()
        self.assertEqual({candidate.get_a(), candidate.get_b()}, {'vo-van-thuong', 'thuong'})
        self.assertGreaterEqual(candidate.get_score(), Vnus.CANDIDATE_LIKELY)
        self.assertEqual(candidate.get_score(), sum(map(candidate.get_points, candidate.list_grounds())))
        self.assertIn('same-office', candidate.list_grounds())
        self.assertIn('vo van thuong', candidate.dup_explanation('same-name', 'vi'))
        self.assertIn(f'{candidate.get_score()} điểm', candidate.to_text('vi'))
        self.assertEqual(candidate.get_verdict(), Vnus.Verdict.UNSET)
        self.assertIsNone(candidate.get_judgement_id())

    def test_two_that_are_two(self):
        father, son = person('ghw-bush', 'George H. W. Bush'), person('gw-bush', 'George W. Bush')
        compared = Vnus.Identity.new(small()).compare(father, son)
        self.assertLess(compared.get_score(), Vnus.CANDIDATE_POSSIBLE)

    def test_find_and_merge(self):
        chronicle = small()
        before = chronicle.to_json().get_data()
        identity = Vnus.Identity.new(chronicle)
        self.assertEqual(len(identity.find(person('new', 'Thuong Vo Van'))), 2)

        merge = identity.merge('vo-van-thuong', 'thuong', 'one person')
        merge.apply(chronicle)
        self.assertEqual(chronicle.lookup('thuong-president').get_person(), 'vo-van-thuong')
        identity = Vnus.Identity.new(chronicle)
        self.assertEqual(identity.resolve_id('thuong'), 'vo-van-thuong')
        self.assertEqual(len(identity.list_candidates()), 0)

        merge.invert().apply(chronicle)
        self.assertEqual(chronicle.to_json().get_data(), before)

    def test_judged(self):
        chronicle = small()
        judgement = Vnus.Judgement.new('not-one')
        judgement.set_a('thuong')
        judgement.set_b('vo-van-thuong')
        judgement.set_verdict(Vnus.Verdict.NOT_SAME)
        chronicle.add(judgement)
        identity = Vnus.Identity.new(chronicle)
        self.assertEqual(len(identity.list_candidates()), 0)
        with self.assertRaises(GLib.Error) as caught:
            identity.merge('thuong', 'vo-van-thuong', None)
        self.assertTrue(caught.exception.matches(Vnus.IdentityError.quark(), Vnus.IdentityError.NOT_SAME))


@unittest.skipUnless((DATA / 'historyatstate').is_dir(), f'{DATA} is not there')
class Registers(unittest.TestCase):
    def test_who_is_who(self):
        chronicle = Vnus.Chronicle.open('vietnam-us')
        for name, path in (('executives', 'executive.yaml'), ('travels', 'historyatstate'), ('visits', 'historyatstate')):
            changes = Vnus.Importer.new(name).read([str(DATA / path)], chronicle, None)
            self.assertEqual(len(changes.check(chronicle)), 0)
            changes.apply(chronicle)

        self.assertEqual(chronicle.find_by_name('Vo Van Thuong'), ['vo-van-thuong'])
        self.assertEqual(len(chronicle.find_by_name('George Bush')), 2)
        for candidate in Vnus.Identity.new(chronicle).list_candidates():
            self.assertNotEqual({candidate.get_a(), candidate.get_b()}, set(chronicle.find_by_name('George Bush')))


if __name__ == '__main__':
    tap.main()
