# SPDX-License-Identifier: LGPL-2.1-or-later
"""Changes proposed, looked at, applied and taken back."""
import json
import os
import tempfile
import unittest

import gi
import tap

gi.require_version('Vnus', '1')
from gi.repository import Gio, GLib, Vnus  # noqa: E402


def place(name, label):
    record = Vnus.Place.new(name)
    record.set_label(Vnus.Text.new('en', label))
    return record


def chronicle(*records):
    made = Vnus.Chronicle.new('places')
    made.add_many(list(records))
    return made


class ChangeSet(unittest.TestCase):
    def test_is_a_list(self):
        changes = Vnus.ChangeSet.new()
        changes.set_author('ed')
        changes.set_source_id('gazetteer')
        changes.set_reason('new edition')
        changes.add(place('hanoi', 'Hanoi'), None)
        changes.replace(place('hue', 'Hue'), place('hue', 'Huế'), 'as it is written')
        changes.remove(place('saigon', 'Saigon'), None)

        self.assertEqual([change.get_record_id() for change in changes], ['hanoi', 'hue', 'saigon'])
        self.assertEqual([change.get_kind() for change in changes],
                         [Vnus.ChangeKind.ADD, Vnus.ChangeKind.REPLACE, Vnus.ChangeKind.REMOVE])
        self.assertEqual([change.get_reason() for change in changes],
                         ['new edition', 'as it is written', 'new edition'])
        self.assertEqual({change.get_author() for change in changes}, {changes.get_author()})
        self.assertEqual(changes[1].get_source_id(), changes.get_source_id())
        self.assertEqual(changes.get_reason(), 'new edition')
        self.assertIsNone(changes[0].get_before())
        self.assertEqual(changes[1].get_after().get_label().get('en'), 'Huế')

    def test_apply_and_invert(self):
        places = chronicle(place('hanoi', 'Hanoi'), place('hue', 'Hue'))
        wanted = chronicle(place('hanoi', 'Hà Nội'), place('vinh', 'Vinh'))
        before = places.to_json().get_data()
        changes = Vnus.ChangeSet.new_difference(places, wanted)

        self.assertEqual(len(changes.check(places)), 0)
        for _ in range(2):
            self.assertTrue(changes.apply(places))
            self.assertEqual(places.to_json().get_data(), wanted.to_json().get_data())
        self.assertTrue(changes.invert().apply(places))
        self.assertEqual(places.to_json().get_data(), before)

    def test_clash(self):
        places = chronicle(place('hanoi', 'Hanoi'))
        changes = Vnus.ChangeSet.new()
        changes.add(place('vinh', 'Vinh'), None)
        changes.add(place('hanoi', 'Another one'), None)

        issue, = changes.check(places)
        self.assertEqual((issue.get_tag(), issue.get_record_id()), ('already-there', 'hanoi'))
        self.assertIn('“hanoi”', issue.dup_explanation('vi'))
        with self.assertRaises(GLib.Error) as caught:
            changes.apply(places)
        self.assertTrue(caught.exception.matches(Vnus.ChangeSetError.quark(), Vnus.ChangeSetError.CLASH))
        self.assertEqual(places.list_ids(), ['hanoi'])

    def test_text(self):
        changes = Vnus.ChangeSet.new()
        changes.replace(place('hue', 'Hue'), place('hue', 'Huế'), 'as it is written')
        self.assertIn('    label: en: Hue → en: Huế\n', changes[0].to_text('en'))
        self.assertIn('1 thay đổi', changes.to_text('vi'))

    def test_log(self):
        changes = Vnus.ChangeSet.new()
        changes.set_author('ed')
        changes.replace(place('hue', 'Hue'), place('hue', 'Huế'), 'as it is written')
        told, = json.loads(changes.to_json())['changes']
        self.assertEqual((told['change'], told['who'], told['fields']), ('replace', 'ed', ['label']))
        self.assertEqual(told['after']['label'], {'en': 'Huế'})

        with tempfile.TemporaryDirectory() as folder:
            log = Gio.File.new_for_path(os.path.join(folder, 'log.csv'))
            self.assertTrue(changes.save_log(log, None))
            self.assertEqual(Vnus.ChangeSet.load_log(log, None).to_json(), changes.to_json())


if __name__ == '__main__':
    tap.main()
