/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the programs write: all of it is there in the end, or they say that it is not. */
#pragma once

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <vnus/vnus.h>

/* Why standard output could not be written, as an errno; 0 if that is not known. */
static int program_fault;

/* Writes to standard output if @path is NULL; whether that went well is told at the end. */
static inline gboolean
program_write (const char  *path,
               GBytes      *bytes,
               GError     **error)
{
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_commandline_arg (path) : NULL;

  if (file != NULL)
    return vnus_save_bytes (file, bytes, NULL, error);

  errno = 0;
  if (fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), stdout) < g_bytes_get_size (bytes) ||
      fflush (stdout) != 0)
    program_fault = errno;
  return TRUE;
}

static inline gboolean
program_write_text (const char  *path,
                    const char  *text,
                    GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return program_write (path, bytes, error);
}

/* What to end a program with that did its work with @status: 1 at least, and a message,
 * if standard output does not have all that was written to it. */
static inline int
program_end (int status)
{
  errno = program_fault;
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;

  fprintf (stderr, "%s: the output cannot be written: %s\n", g_get_prgname (), g_strerror (errno != 0 ? errno : EIO));
  return MAX (status, 1);
}
