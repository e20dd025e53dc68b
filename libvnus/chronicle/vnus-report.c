/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: what a source reports as past. Sources report what is to come as well,
 * so only dates count that cannot lie ahead of the report: the day on which
 * something became known, an event that the source says was held, and what a
 * register of facts tells. Of a vague date the earliest day counts. */
#include "chronicle/vnus-report-private.h"

#include <vnus/vnus-event.h>

#include "model/vnus-record-private.h"

/* The fields that tell of what has been, by kind. */
static const struct
{
  VnusKind    kind;
  const char *field;
} past_fields[] = {
  { VNUS_KIND_ACCREDITATION, "arrived" },
  { VNUS_KIND_ACCREDITATION, "credentials" },
  { VNUS_KIND_ACCREDITATION, "left" },
  { VNUS_KIND_STAGE, "during" },
  { VNUS_KIND_TREATY_ACTION, "when" },
  { VNUS_KIND_OBSERVATION, "period" },
};

static void
raise_day (GHashTable *days,
           const char *source,
           int         day)
{
  gpointer known;

  if (day == VNUS_DAY_MIN)
    return;
  if (!g_hash_table_lookup_extended (days, source, NULL, &known) || GPOINTER_TO_INT (known) < day)
    g_hash_table_replace (days, g_strdup (source), GINT_TO_POINTER (day));
}

/* What @source says of @field, or else the record's own value if the source backs
 * the record as it stands. */
static VnusValue *
dup_value_by (VnusRecord *record,
              const char *field,
              const char *source)
{
  gboolean backs = FALSE;

  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (record, i);
      const char *named = vnus_citation_get_field (citation);

      if (!g_str_equal (vnus_citation_get_source (citation), source))
        continue;
      if (named != NULL && g_str_equal (named, field) && vnus_citation_get_value (citation) != NULL)
        return vnus_value_ref (vnus_citation_get_value (citation));
      backs = backs || named == NULL || g_str_equal (named, field);
    }

  return backs ? vnus_record_dup_value (record, field) : NULL;
}

static void
collect_field (VnusRecord *record,
               const char *field,
               const char *source,
               GHashTable *days)
{
  g_autoptr (VnusValue) value = dup_value_by (record, field, source);
  VnusDate *date = value != NULL ? vnus_value_get_date (value) : NULL;

  if (date != NULL)
    raise_day (days, source, vnus_date_get_earliest_start (date));
}

void
_vnus_report_collect (VnusRecord *record,
                      GHashTable *days)
{
  VnusKind kind = vnus_record_get_kind (record);

  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (record, i);
      const char *source = vnus_citation_get_source (citation);
      VnusDate *known = vnus_citation_get_known (citation);

      if (known != NULL)
        raise_day (days, source, vnus_date_get_earliest_start (known));

      if (VNUS_IS_EVENT (record))
        {
          g_autoptr (VnusValue) status = dup_value_by (record, "status", source);

          if (status != NULL && vnus_value_get_integer (status) == VNUS_STATUS_HELD)
            collect_field (record, "when", source, days);
        }

      for (guint j = 0; j < G_N_ELEMENTS (past_fields); j++)
        if (past_fields[j].kind == kind)
          collect_field (record, past_fields[j].field, source, days);
    }
}
