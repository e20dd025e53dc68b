# SPDX-License-Identifier: LGPL-2.1-or-later
"""A table of pandas from what a query of libvnus finds, without an object per row.

    frame = vnus_frame.find(Vnus.Chronicle.open('vietnam-us'), 'kind:visit host:vn when:2023')

Days are numbers since 1970-01-01, since pandas' own times end in 2262 and know
no unknown ends; no bound is a missing value.
"""
import gi
gi.require_version('Vnus', '1')
from gi.repository import Vnus
import numpy
import pandas

TRUTHS = ['no', 'possibly', 'certainly']
KINDS = [Vnus.kind_to_string(Vnus.Kind(i)) for i in range(int(Vnus.Kind.JUDGEMENT) + 1)]


def column(data, kind):
    return numpy.frombuffer(data.get_data() or b'', dtype=kind)


def days(matches, boundary):
    numbers = pandas.Series(column(matches.make_days(boundary), 'i4'), dtype='Int32')
    return numbers.mask(numbers.isin([Vnus.DAY_MIN, Vnus.DAY_MAX])).array


def find(chronicle, query, language='en'):
    matches = Vnus.Query.parse(query).run(chronicle)
    return pandas.DataFrame({
        'kind': pandas.Categorical.from_codes(column(matches.make_kinds(), 'u1'), KINDS),
        'label': matches.list_labels(language),
        'date': matches.list_dates(),
        'start_min': days(matches, Vnus.Boundary.EARLIEST_START),
        'start_max': days(matches, Vnus.Boundary.LATEST_START),
        'end_min': days(matches, Vnus.Boundary.EARLIEST_END),
        'end_max': days(matches, Vnus.Boundary.LATEST_END),
        'truth': pandas.Categorical.from_codes(column(matches.get_truths(), 'u1'), TRUTHS, ordered=True),
        'sources': matches.list_sources(),
    }, index=pandas.Index(matches.get_ids(), name='id', dtype=object))
