/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: the time of a record, whatever its field is called. */
#pragma once

#include "chronicle/vnus-chronicle-private.h"
#include "chronicle/vnus-query-private.h"
#include "model/vnus-record-private.h"

G_BEGIN_DECLS

gboolean  _vnus_kind_has_time   (VnusKind    kind);

/* The field that is the time of records of a kind; NULL if there is none, or
 * several. */
const char *_vnus_kind_get_time_field (VnusKind kind);

/* Whether the kind has a time and the record is not known to have none. */
gboolean  _vnus_record_has_time (VnusRecord *record);

/* By the fields of the record alone; NULL if none is recorded. An agreement
 * without a validity has the time of its actions. */
VnusDate *_vnus_record_dup_time (VnusRecord *record);

/* The dates that exclude that of @record, as @filter lets sources through:
 * (element-type VnusDate), or NULL if there are none. @actions: those on an
 * agreement, or NULL */
GPtrArray *_vnus_record_list_rival_times (VnusChronicle  *chronicle,
                                          VnusRecord     *record,
                                          GPtrArray      *actions,
                                          VnusViewFilter *filter) G_GNUC_WARN_UNUSED_RESULT;

/* The actions by agreement: (element-type utf8 GPtrArray) */
GHashTable *_vnus_chronicle_gather_actions (VnusChronicle *chronicle) G_GNUC_WARN_UNUSED_RESULT;

/* Of the actions on one agreement: the entry into force, or else the first of
 * them; borrowed, or NULL. */
VnusDate *_vnus_actions_get_time (GPtrArray *actions);

G_END_DECLS
