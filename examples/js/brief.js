#!/usr/bin/gjs -m
// SPDX-License-Identifier: LGPL-2.1-or-later
// The brief about an event or a relation of a chronicle.
//
// Usage: gjs -m brief.js CHRONICLE EVENT|RELATION DAY
//
// The same in JavaScript as vnus-brief CHRONICLE EVENT --on DAY.
import Vnus from 'gi://Vnus?version=1';
import System from 'system';

if (ARGV.length !== 3) {
    printerr('Usage: gjs -m brief.js CHRONICLE EVENT|RELATION DAY');
    System.exit(2);
}

const [name, subject, day] = ARGV;
try {
    // What every source says, each field resolved.
    const view = Vnus.Chronicle.open(name).make_view(null, null);
    const brief = new Vnus.Brief({chronicle: view, subject});
    brief.standpoint = Vnus.Date.parse(day);
    print(brief.to_text('en').trimEnd());
} catch (error) {
    printerr(error.message);
    System.exit(1);
}
