/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* For targets that read files: the bytes as a file that is in memory alone. */
#pragma once

#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* memfd_create() */
#endif

#include <gio/gio.h>
#include <sys/mman.h>
#include <unistd.h>

static inline GFile *
fuzz_file (const guint8 *data,
           gsize         size)
{
  static int descriptor = -1;
  g_autofree char *path = NULL;

  if (descriptor < 0)
    descriptor = memfd_create ("fuzz", 0);
  g_assert_cmpint (descriptor, >=, 0);
  g_assert_cmpint (ftruncate (descriptor, 0), ==, 0);
  g_assert_cmpint (pwrite (descriptor, data, size, 0), ==, size);
  path = g_strdup_printf ("/proc/self/fd/%d", descriptor);
  return g_file_new_for_path (path);
}
