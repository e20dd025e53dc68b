/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: the numbers of sources, and the head and the end of a brief, for the
 * renderings. */
#pragma once

#include "brief/brief-private.h"

G_BEGIN_DECLS

/* Lives no longer than the brief, whose citations it borrows from. */
typedef struct
{
  VnusChronicle *view;
  VnusDate      *standpoint; /* (nullable) */
  GPtrArray     *ids;        /* (element-type utf8) in the order of their first use */
  GArray        *details;    /* of each, for brief-sources.c */
  GHashTable    *numbers;    /* (element-type utf8 guint) from 1 */
  VnusDate      *latest;     /* (nullable) when the latest of them became public */
  guint          n_later;    /* how many became public only after the standpoint */
  guint          n_sentences; /* that were added */
} BriefSources;

BriefSources *_vnus_brief_sources_new    (VnusChronicle      *view,
                                          VnusDate           *standpoint) G_GNUC_WARN_UNUSED_RESULT;
void          _vnus_brief_sources_free   (BriefSources       *self);
/* Numbers the sources of a sentence that have none yet. Returns the numbers of
 * all of its sources, ascending, each once. */
GArray       *_vnus_brief_sources_add    (BriefSources       *self,
                                          VnusFinding        *finding) G_GNUC_WARN_UNUSED_RESULT;
guint         _vnus_brief_sources_number (const BriefSources *self,
                                          const char         *id);
/* Takes @marked, for a text with numbers in the place of marks. */
char         *_vnus_brief_number_marks   (const BriefSources *self,
                                          char               *marked) G_GNUC_WARN_UNUSED_RESULT;
/* “Title”, publisher, date, language, access. */
char         *_vnus_brief_describe_source (VnusChronicle     *view,
                                           const char        *id,
                                           const char        *language) G_GNUC_WARN_UNUSED_RESULT;

/* Its title in its own language; NULL if it has none. */
const char   *_vnus_brief_get_title      (VnusChronicle      *view,
                                          const char         *id,
                                          const char        **language);

/* The lines of the head below the headline, and those of the end. */
char        **_vnus_brief_list_head      (VnusBrief          *brief,
                                          const BriefSources *sources,
                                          const char         *language) G_GNUC_WARN_UNUSED_RESULT;
char        **_vnus_brief_list_colophon  (VnusBrief          *brief,
                                          const BriefSources *sources,
                                          const char         *digest,
                                          const char         *language) G_GNUC_WARN_UNUSED_RESULT;

/* The view that a composed brief looks at. */
VnusChronicle *_vnus_brief_get_view      (VnusBrief          *self);
/* Composes if that was not done, and finds the words. */
gboolean       _vnus_brief_prepare       (VnusBrief          *self,
                                          const char         *language,
                                          GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BriefSources, _vnus_brief_sources_free)

G_END_DECLS
