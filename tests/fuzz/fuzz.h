/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a fuzz target is: one function that takes any bytes. libFuzzer calls it
 * with bytes that it makes up, replay.c with those of a corpus. A target asserts
 * what must hold of every input; the sanitizers see to the rest. */
#pragma once

#include <string.h>
#include <vnus/vnus.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

/* The bytes as a text that ends at the first NUL. */
static inline char *
fuzz_text (const guint8 *data,
           gsize         size)
{
  return g_strndup ((const char *) data, size);
}

/* An error belongs to a failure and to nothing else, and says something in UTF-8. */
static inline void
fuzz_assert_told (gboolean      succeeded,
                  const GError *error)
{
  g_assert_true (succeeded == (error == NULL));
  if (error != NULL)
    {
      g_assert_cmpstr (error->message, !=, "");
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}
