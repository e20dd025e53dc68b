# SPDX-License-Identifier: LGPL-2.1-or-later
"""Records: built, described by their fields, sealed."""
import os
import subprocess
import sys
import unittest

import gi
import tap

gi.require_version('Vnus', '1')
from gi.repository import GLib, Vnus  # noqa: E402

CHANGE_SEALED = '''
import gi
gi.require_version('Vnus', '1')
from gi.repository import Vnus
visit = Vnus.Visit.new('v')
visit.set_host('vn')
visit.seal()
visit.set_host('us')
visit.add_place('hanoi')
print(visit.get_host(), visit.get_n_places())
'''


def a_visit():
    visit = Vnus.Visit.new('biden-vn-2023')
    visit.set_host('vn')
    visit.set_when(Vnus.Date.parse('2023-09-10/2023-09-11'))
    visit.add_participant(Vnus.Participant.new('joe-biden', Vnus.Role.GUEST))
    visit.add_participant(Vnus.Participant.new('antony-blinken', Vnus.Role.MEMBER))
    visit.add_citation(Vnus.Citation.new('article-a', '1.1'))
    visit.add_citation(Vnus.Citation.new('article-b', '2.1').with_field('participants/antony-blinken'))
    return visit


class Kinds(unittest.TestCase):
    def test_nick_and_type_of_each(self):
        for kind in Vnus.Kind.__enum_values__.values():
            if kind == Vnus.Kind.UNSET:
                continue
            with self.subTest(kind=kind.value_nick):
                self.assertEqual(Vnus.Kind.to_string(kind), kind.value_nick)
                self.assertEqual(Vnus.Kind.from_string(kind.value_nick), kind)
                record = Vnus.Kind.make_record(kind, 'some-id')
                self.assertEqual(record.__gtype__, Vnus.Kind.get_record_type(kind))
                self.assertEqual((record.get_kind(), record.get_id()), (kind, 'some-id'))


class Fields(unittest.TestCase):
    def test_are_described(self):
        self.assertIn('host', Vnus.Field.list_names(Vnus.Kind.VISIT))
        host = Vnus.Field.lookup(Vnus.Kind.VISIT, 'host')
        self.assertEqual((host.get_name(), host.get_value_type()), ('host', Vnus.ValueType.REFERENCE))
        self.assertNotEqual(host.get_summary(), '')
        self.assertTrue(host.accepts(Vnus.Kind.STATE))
        self.assertFalse(host.accepts(Vnus.Kind.TOPIC))
        self.assertFalse(host.is_list())
        self.assertIsNone(Vnus.Field.lookup(Vnus.Kind.VISIT, 'family-name'))

    def test_vocabulary(self):
        status = Vnus.Field.lookup(Vnus.Kind.VISIT, 'status')
        self.assertEqual(status.get_enum_type(), Vnus.Status.__gtype__)
        self.assertEqual(status.parse('held').to_string(), 'held')
        with self.assertRaisesRegex(GLib.Error, 'done') as caught:
            status.parse('done')
        self.assertTrue(caught.exception.matches(Vnus.RecordError.quark(), Vnus.RecordError.BAD_VALUE))


class Records(unittest.TestCase):
    def test_values_by_field(self):
        visit = a_visit()
        self.assertEqual(visit.dup_value('host').get_string(), 'vn')
        visit.set_value('host', Vnus.Value.new_reference('us'))
        self.assertEqual(visit.get_host(), 'us')
        visit.set_value('host', None)
        self.assertIsNone(visit.get_host())

    def test_presence(self):
        visit = a_visit()
        self.assertEqual(visit.get_presence('host'), Vnus.Presence.RECORDED)
        self.assertEqual(visit.get_presence('topics'), Vnus.Presence.ABSENT)
        visit.set_presence('topics', Vnus.Presence.NONE)
        self.assertEqual(visit.get_presence('topics'), Vnus.Presence.NONE)

    def test_keeps_the_order_of_participants(self):
        visit = a_visit()
        self.assertEqual([visit.get_participant(i).get_actor() for i in range(visit.get_n_participants())],
                         ['joe-biden', 'antony-blinken'])

    def test_duplicate(self):
        visit = a_visit()
        visit.seal()
        copy = visit.duplicate()
        self.assertTrue(copy.equal(visit))
        self.assertFalse(copy.is_sealed())
        copy.set_host('us')
        self.assertFalse(copy.equal(visit))
        self.assertEqual(visit.get_host(), 'vn')

    def test_sealed_record_refuses_to_change(self):
        # The refusal is a critical warning, which this process is told to die of.
        run = subprocess.run([sys.executable, '-c', CHANGE_SEALED], capture_output=True, text=True,
                             env=dict(os.environ, G_DEBUG=''), check=True)
        self.assertEqual(run.stdout, 'vn 0\n')
        self.assertEqual(run.stderr.count('CRITICAL'), 2, run.stderr)


if __name__ == '__main__':
    tap.main()
