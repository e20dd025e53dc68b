/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: a brief in one language, before it is rendered: what every rendering
 * says, and in which order. */
#pragma once

#include "brief/brief-sources-private.h"

G_BEGIN_DECLS

typedef struct
{
  VnusFinding *finding;  /* (owned) */
  char        *sentence; /* with the numbers of sources that it names */
  GArray      *numbers;  /* (element-type guint) of the sources that it rests on */
} BriefPageItem;

typedef struct
{
  char      *id;
  char      *title;
  GPtrArray *items; /* (element-type BriefPageItem) */
} BriefPageSection;

typedef struct
{
  VnusBrief     *brief;    /* (unowned) */
  VnusChronicle *view;     /* (unowned) */
  const char    *language;
  char          *headline;
  GPtrArray     *sections; /* (element-type BriefPageSection) without the headline */
  BriefSources  *sources;
  char         **head;     /* standpoint, warnings */
  char          *sources_title;
  char         **described; /* the sources */
  char         **colophon;
  char          *digest;
} BriefPage;

/* NULL and an error if the brief cannot be composed or worded. */
BriefPage *_vnus_brief_page_new       (VnusBrief        *brief,
                                       const char       *language,
                                       GError          **error);
void       _vnus_brief_page_free      (BriefPage        *self);
/* “[1, 2]” */
void       _vnus_brief_page_append_brackets (GString    *text,
                                             const GArray *numbers);
/* The address of a source if it is one that may be linked; else NULL. */
const char *_vnus_brief_page_get_link (const BriefPage  *self,
                                       const char       *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BriefPage, _vnus_brief_page_free)

G_END_DECLS
