/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What more than one bench has a chronicle do: being saved, and being viewed. */
#pragma once

#include <vnus/vnus.h>

static VnusChronicle *chronicle, *view;
static GBytes *saved;

static void
run_save (void)
{
  saved = vnus_chronicle_to_json (chronicle);
}

static void
tidy_save (void)
{
  g_clear_pointer (&saved, g_bytes_unref);
}

static void
run_view (void)
{
  g_autoptr (VnusDate) known_on = vnus_date_new_ymd (2015, 1, 1);

  view = vnus_chronicle_make_view (chronicle, known_on, NULL);
}

static void
tidy_view (void)
{
  g_clear_object (&view);
}
