/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Makes an empty store at the place that it is told. */
#include <vnus/vnus.h>

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusStore) store = NULL;

  g_return_val_if_fail (argc == 2, 2);
  store = vnus_store_open (argv[1], VNUS_STORE_FLAGS_CREATE, NULL, &error);
  if (store == NULL)
    g_printerr ("%s\n", error->message);

  return store == NULL;
}
