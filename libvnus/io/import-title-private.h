/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the titles that registers print before names. */
#pragma once

#include <vnus/vnus-rank.h>

#include "io/historian-private.h"

G_BEGIN_DECLS

typedef struct
{
  const char *words;    /* as printed, such as “Prime Minister” */
  const char *office;   /* the end of the id of the office, such as `prime-minister` */
  VnusRank    rank;
  gboolean    is_usual; /* the words are those by which the office goes */
} VnusTitle;

/* A title as a row prints it. */
typedef struct
{
  const VnusTitle *title;
  gboolean         is_elect;
  char            *printed; /* whole, where it is not the usual one; else NULL */
} VnusPrintedTitle;

/* Reads a title at the beginning of @text, which then begins with what follows.
 * FALSE if there is none. */
gboolean    _vnus_title_read   (const char       **text,
                                VnusPrintedTitle  *title);
void        _vnus_title_clear  (VnusPrintedTitle  *title);

/* The id of the office that the title means in @state; its record is made. */
const char *_vnus_title_office (VnusImport             *import,
                                const VnusPrintedTitle *title,
                                const char             *state,
                                const VnusOrigin       *origin);

/* “President Joe Biden” in every language: before names the short title stands. NULL
 * if the person has no name. */
VnusText   *_vnus_title_address (VnusImport       *import,
                                 const char       *state,
                                 const char       *office,
                                 VnusRecord       *person) G_GNUC_WARN_UNUSED_RESULT;

/* A text in every language: the message @key with the labels of records as its
 * arguments. */
typedef struct
{
  const char *name;
  VnusText   *text;
  const char *word; /* instead of a text: the same in every language */
  VnusDate   *date; /* instead of either: in its short form */
} VnusTextArg;

/* Puts @guest where @pattern has U+0001. */
VnusText   *_vnus_import_fill_text (VnusText      *pattern,
                                    VnusText      *guest) G_GNUC_WARN_UNUSED_RESULT;
VnusText   *_vnus_import_text  (const char        *key,
                                const VnusTextArg *args,
                                guint              n_args) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VnusPrintedTitle, _vnus_title_clear)

G_END_DECLS
