# SPDX-License-Identifier: LGPL-2.1-or-later
"""Timelines as Python sees them."""
import datetime
import unittest
import xml.etree.ElementTree as ElementTree

import gi
import tap

gi.require_version('Vnus', '1')
from gi.repository import Gio, GLib, Vnus  # noqa: E402

SVG = '{http://www.w3.org/2000/svg}'
EPOCH = datetime.date(1970, 1, 1)


def day(number):
    return str(EPOCH + datetime.timedelta(days=number))


class Timeline(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.chronicle = Vnus.Chronicle.open('vietnam-us')

    def make(self, about='us-vn', on='2023-08-29'):
        timeline = Vnus.Timeline.new(self.chronicle, about)
        timeline.set_standpoint(Vnus.Date.parse(on))
        return timeline

    def test_bare(self):
        self.assertEqual(Vnus.Timeline().get_width(), Vnus.TIMELINE_WIDTH)
        self.assertEqual(Vnus.TimelineItem().get_record(), '')
        self.assertFalse(Vnus.TimelineItem().get_certain()[0])
        self.assertEqual(Vnus.TimelineLane().get_title(), '')
        layout = Vnus.TimelineLayout()
        self.assertEqual((len(layout), len(layout.get_lanes()), layout.list_dropped()), (0, 0, []))
        self.assertFalse(layout.get_days()[0])
        picture = Vnus.Picture()
        self.assertEqual((picture.get_width(), picture.get_n_shapes(), picture.get_language()), (0, 0, ''))
        self.assertIsNone(picture.get_shape(0))
        ElementTree.fromstring(picture.to_svg())

    def test_items(self):
        layout = self.make('biden-vn-2023').lay_out('en')
        self.assertIsInstance(layout, Gio.ListModel)
        items = {item.get_record(): item for item in layout}
        item = items['biden-vn-2023']
        self.assertEqual(item.get_standing(), Vnus.TimelineStanding.PLANNED)
        self.assertEqual(item.get_truth(), Vnus.Truth.POSSIBLY)
        self.assertEqual(item.get_reasons(), Vnus.Reasons.NONE)
        self.assertEqual([day(number) for number in item.get_possible()], ['2023-09-10', '2023-09-11'])
        self.assertEqual([day(number) for number in item.get_certain()[1:]], ['2023-09-10', '2023-09-11'])
        self.assertEqual(item.get_name(), 'Joe Biden')
        self.assertEqual(item.get_label(), 'Joe Biden, 10–11 Sep 2023 (planned)')
        self.assertIn('10–11 Sep 2023', item.get_title())
        lane = layout.get_lanes()[item.get_lane()]
        self.assertEqual((lane.get_id(), lane.get_title()), ('c-visits-vn', 'Visits to Vietnam'))
        self.assertGreaterEqual(lane.get_n_items(), lane.get_n_dropped())
        x, y, width, height = item.get_place()
        self.assertTrue(lane.get_y() <= y and y + height <= lane.get_y() + lane.get_height())
        self.assertEqual(item.get_certain_part(), (True, x, width))
        self.assertTrue(item.get_label_place()[0])
        self.assertEqual(day(layout.get_days()[1])[8:], '01')

    def test_options(self):
        timeline = self.make()
        timeline.set_window(Vnus.Date.parse('2020/2022'))
        timeline.set_grouping(Vnus.TimelineGrouping.ACTOR)
        timeline.set_width(700)
        layout = timeline.lay_out('vi')
        self.assertEqual([day(number) for number in layout.get_days()[1:]], ['2020-01-01', '2022-12-31'])
        self.assertEqual(layout.get_picture().get_width(), 700)
        self.assertNotIn('biden-vn-2023', [item.get_record() for item in layout])

    def test_svg(self):
        layout = self.make().lay_out('vi')
        picture = layout.get_picture()
        root = ElementTree.fromstring(picture.to_svg())
        self.assertEqual(self.make().to_svg('vi'), picture.to_svg())
        self.assertEqual(root.tag, SVG + 'svg')
        self.assertEqual((root.get('role'), root.get('lang')), ('img', 'vi'))
        names = root.get('aria-labelledby').split()
        words = {item.get('id'): item.text for item in root.iter() if item.tag in (SVG + 'title', SVG + 'desc')}
        self.assertEqual([words[name] for name in names], [picture.get_title(), picture.get_description()])
        groups = [item.get('data-record') for item in root.iter(SVG + 'g')]
        self.assertEqual(sorted(groups), sorted(item.get_record() for item in layout))
        self.assertEqual(root.get('viewBox').split()[2:],
                         [str(picture.get_width()), str(picture.get_height())])

    def test_shapes(self):
        picture = self.make().lay_out('en').get_picture()
        shapes = [picture.get_shape(i) for i in range(picture.get_n_shapes())]
        texts = [shape for shape in shapes if shape.get_kind() == Vnus.ShapeKind.TEXT]
        self.assertEqual(texts[0].get_text(), picture.get_title())
        self.assertTrue(texts[0].is_bold())
        self.assertEqual(texts[0].get_anchor(), Vnus.ShapeAnchor.START)
        self.assertEqual(texts[0].get_style(), Vnus.ShapeStyle.SOLID)
        self.assertEqual(texts[0].get_place()[3], 16)
        self.assertIn('text solid', texts[0].to_string())
        self.assertTrue(texts[0].equal(texts[0]))
        self.assertFalse(texts[0].equal(texts[1]))
        titled = [shape for shape in shapes if shape.get_title()]
        self.assertTrue(all(shape.get_record() for shape in titled))

    def test_errors(self):
        for about, language, code in (('nobody', 'en', Vnus.TimelineError.NO_SUBJECT),
                                      ('joe-biden', 'en', Vnus.TimelineError.WRONG_KIND),
                                      ('us-vn', 'tlh', Vnus.TimelineError.NO_LANGUAGE)):
            with self.assertRaises(GLib.Error) as caught:
                self.make(about).lay_out(language)
            self.assertTrue(caught.exception.matches(Vnus.TimelineError.quark(), code), about)


class Chart(unittest.TestCase):
    def test_chart(self):
        chronicle = Vnus.Chronicle.open('vietnam-us')
        chart = Vnus.Chart.new(chronicle)
        chart.add_indicator('us-vn-trade')
        chart.add_indicator('us-vn-trade-us-data')
        self.assertEqual([chart.get_indicator(i) for i in range(chart.get_n_indicators())],
                         ['us-vn-trade', 'us-vn-trade-us-data'])
        chart.set_width(900)
        picture = chart.draw('en')
        self.assertEqual(picture.get_width(), 900)
        self.assertIn('more than USD 123.86 billion', picture.get_description())
        root = ElementTree.fromstring(chart.to_svg('vi'))
        self.assertEqual(root.get('lang'), 'vi')
        records = {item.get('data-record') for item in root.iter(SVG + 'g')}
        self.assertEqual(records, {'us-vn-trade-2022', 'us-vn-trade-2023-h1', 'us-vn-trade-us-data-2022'})


if __name__ == '__main__':
    tap.main()
