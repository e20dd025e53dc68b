/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The log of a change set: what is read is written as a log that reads back. */
#include "fuzz-file.h"

#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = fuzz_file (data, size);
  g_autoptr (VnusChangeSet) changes = vnus_change_set_load_log (file, NULL, &error);

  fuzz_assert_told (changes != NULL, error);
  if (changes != NULL)
    {
      g_autofree char *json = vnus_change_set_to_json (changes);
      g_autofree char *text = vnus_change_set_to_text (changes, "en");

      g_assert_true (g_utf8_validate (json, -1, NULL));
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
  return 0;
}
