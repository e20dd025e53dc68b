/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A chronicle from the records of a document, written with ' for ". */
#pragma once

#include <vnus/vnus.h>

static inline VnusChronicle *
chronicle_from_records (const char *records)
{
  g_autoptr (GString) text = g_string_new ("{'format':'vnus-chronicle','version':1,'id':'test','records':[");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  VnusChronicle *made;

  g_string_append (text, records);
  g_string_append (text, "]}");
  g_string_replace (text, "'", "\"", 0);
  bytes = g_bytes_new (text->str, text->len);

  made = vnus_chronicle_load_bytes (bytes, "test", VNUS_LOAD_FLAGS_LENIENT, &error);
  g_assert_no_error (error);
  return made;
}
