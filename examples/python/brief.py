#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes the brief about an event or a relation of a chronicle.

Usage: brief.py CHRONICLE [EVENT|RELATION [DAY]]

The same in Python as vnus-brief CHRONICLE EVENT --on DAY.
"""
import datetime
import sys

import gi

gi.require_version('Vnus', '1')
from gi.repository import GLib, Vnus  # noqa: E402


def main(name, subject=None, day=None):
    # What every source says, each field resolved.
    view = Vnus.Chronicle.open(name).make_view(None, None)
    if subject is None:
        return '\n'.join(Vnus.Brief.list_subjects(view)) + '\n'
    brief = Vnus.Brief.new(view, subject)
    brief.set_standpoint(Vnus.Date.parse(day or datetime.date.today().isoformat()))
    return brief.to_text('en')


if __name__ == '__main__':
    try:
        sys.stdout.buffer.write(main(*sys.argv[1:]).encode())
    except TypeError:
        sys.exit(__doc__)
    except GLib.Error as error:
        sys.exit(error.message)
