/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The log of a change set: what is read can be told, and written as a log that reads
 * back as the same changes. */
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
      g_autofree char *path = g_strdup_printf ("%s/fuzz-log-%d.csv", g_get_tmp_dir (), (int) getpid ());
      g_autoptr (GFile) copy = g_file_new_for_path (path);
      g_autoptr (VnusChangeSet) again = NULL;
      g_autofree char *twice = NULL;

      g_assert_true (g_utf8_validate (json, -1, NULL));
      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_true (vnus_change_set_save_log (changes, copy, NULL, &error));
      again = vnus_change_set_load_log (copy, NULL, &error);
      g_assert_no_error (error);
      twice = vnus_change_set_to_json (again);
      g_assert_cmpstr (json, ==, twice);
      g_file_delete (copy, NULL, NULL);
    }
  return 0;
}
