/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A document, as JSON or as JSON Lines. What loads is saved as a document that
 * loads, and saving that gives the same bytes. */
#include "fuzz.h"

typedef GBytes *(*ToBytes) (VnusChronicle *chronicle);

static void
round_trip (VnusChronicle *chronicle,
            VnusLoadFlags  flags,
            ToBytes        to_bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) saved = to_bytes (chronicle);
  g_autoptr (VnusChronicle) again = vnus_chronicle_load_bytes (saved, "saved", flags, &error);
  g_autoptr (GBytes) twice = NULL;

  g_assert_no_error (error);
  twice = to_bytes (again);
  g_assert_true (g_bytes_equal (saved, twice));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static const VnusLoadFlags flags[] = { VNUS_LOAD_FLAGS_NONE, VNUS_LOAD_FLAGS_LENIENT };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VnusChronicle) chronicle = vnus_chronicle_load_bytes (bytes, "made-up", flags[i], &error);

      fuzz_assert_told (chronicle != NULL, error);
      if (chronicle != NULL)
        {
          round_trip (chronicle, flags[i], vnus_chronicle_to_json);
          round_trip (chronicle, flags[i], vnus_chronicle_to_json_lines);
        }
    }
  return 0;
}
