/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: the inside of a chronicle, for its own folder. */
#pragma once

#include <vnus/vnus-chronicle.h>

#include "chronicle/vnus-revision-private.h"
#include "chronicle/vnus-view-filter-private.h"
#include "chronicle/vnus-view-memory-private.h"
#include "model/vnus-record-private.h"

G_BEGIN_DECLS

struct _VnusChronicle
{
  GObject parent_instance;

  char         *id;
  VnusText     *label;

  VnusRevision *revision;  /* (owned) the records, and what finds them */
  gboolean      is_frozen; /* a snapshot */

  /* Of a view alone. */
  VnusRevision   *base;    /* (owned) the records that it shows */
  VnusViewFilter *filter;  /* (owned) */
  GHashTable     *carried; /* (element-type utf8 VnusRecord) (owned) id and labels only */
  int             is_carried; /* atomic: carried has all that it will have */
  VnusViewMemory *memory;  /* (owned) */
};

/* What a record in view refers to but is not in view itself; borrowed, or NULL. */
VnusRecord *_vnus_view_lookup_carried (VnusChronicle *self,
                                       const char    *id);

/* The view itself, or one of all that is known, which is kept with the chronicle
 * until that has changed. */
VnusChronicle *_vnus_chronicle_ref_view (VnusChronicle *self) G_GNUC_WARN_UNUSED_RESULT;

/* The claims on a field that is no list, or on a member of a list, in their
 * order; owned and not to be changed; NULL if there are none or no such field. */
GPtrArray *_vnus_chronicle_ref_claims (VnusChronicle *self,
                                       const char    *id,
                                       const char    *field) G_GNUC_WARN_UNUSED_RESULT;

static inline GPtrArray *
_vnus_chronicle_get_records (VnusChronicle *self)
{
  return self->revision->records;
}

static inline gboolean
_vnus_chronicle_is_view (VnusChronicle *self)
{
  return self->base != NULL;
}

/* The record as the chronicle itself holds it, whatever the view shows. */
static inline VnusRecord *
_vnus_chronicle_lookup_base (VnusChronicle *self,
                             const char    *id)
{
  return _vnus_revision_lookup (self->base != NULL ? self->base : self->revision, id);
}

/* Records that refer to @id, sorted by kind and id; borrowed, or NULL. */
static inline GPtrArray *
_vnus_chronicle_get_referrers (VnusChronicle *self,
                               const char    *id)
{
  return _vnus_revision_get_referrers (self->revision, id);
}

/* What a reader knows of a record, so that it need not be looked into again. */
typedef struct
{
  guint32 hash; /* of its id */
  guint32 kind;
} VnusRecordMark;

/* Gives a new chronicle its first records, whose ids are good and each used once,
 * and seals them. Takes them from @records, which is empty afterwards; of the
 * kinds in @unsorted, as bits, some may not be in the order of their ids. */
void     _vnus_chronicle_fill    (VnusChronicle        *self,
                                  GPtrArray            *records,
                                  const VnusRecordMark *marks,
                                  guint32               unsorted);

/* Takes away the records of the ids @removed and adds @added, which may have the
 * same ids: all, or none if one cannot go or join. Emits items-changed once. */
gboolean _vnus_chronicle_replace (VnusChronicle      *self,
                                  const char * const *removed,
                                  guint               n_removed,
                                  VnusRecord        **added,
                                  guint               n_added,
                                  GError            **error);

G_END_DECLS
