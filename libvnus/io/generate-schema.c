/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Prints the schema of documents, for the build. */
#include <stdio.h>

#include <vnus/vnus-document.h>

int
main (void)
{
  g_autofree char *schema = vnus_document_dup_schema ();

  return fputs (schema, stdout) < 0 || fflush (stdout) != 0;
}
