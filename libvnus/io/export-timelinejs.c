/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the JSON of TimelineJS 3.
 *
 * A slide must have a start date, of which the year must be known. A date goes as
 * far as it is known and no further; what has no certain year is left out. Texts
 * there are HTML.
 */
#include "io/export-private.h"

#include "base/vnus-json-string-private.h"
#include "chronicle/vnus-record-time-private.h"
#include "wording/vnus-message-private.h"

static void
append_html (GString    *json,
             const char *text)
{
  g_autofree char *html = g_markup_escape_text (text, -1);

  _vnus_json_append_string (json, html);
}

static void
append_day (GString             *json,
            const char          *name,
            const VnusExportDay *day)
{
  g_string_append_printf (json, ",\n      \"%s\": { \"year\": %d", name, day->year);
  if (day->month > 0)
    g_string_append_printf (json, ", \"month\": %d", day->month);
  if (day->day > 0)
    g_string_append_printf (json, ", \"day\": %d", day->day);
  g_string_append (json, " }");
}

static char *
make_text (VnusChronicle *chronicle,
           VnusRecord    *record,
           const char    *language)
{
  g_autoptr (GPtrArray) sources = _vnus_export_sources (chronicle, record, language);
  g_autofree char *status = NULL, *names = NULL, *cited = NULL;
  GString *text = g_string_new (NULL);

  if (VNUS_IS_EVENT (record))
    {
      g_autoptr (GEnumClass) words = g_type_class_ref (VNUS_TYPE_STATUS);
      const GEnumValue *word = g_enum_get_value (words, (int) vnus_event_get_status (VNUS_EVENT (record)));

      status = _vnus_say (language, "export.status", VNUS_ARG_S ("status", word->value_nick));
      g_string_append_printf (text, "<p>%s</p>", status);
    }
  if (sources->len > 0)
    {
      g_autofree char *html = NULL;

      g_ptr_array_add (sources, NULL);
      names = _vnus_message_list (language, (const char *const *) sources->pdata, "semicolon");
      cited = _vnus_say (language, "export.sources", VNUS_ARG_S ("sources", names));
      html = g_markup_escape_text (cited, -1);
      g_string_append_printf (text, "<p>%s</p>", html);
    }

  return g_string_free (text, FALSE);
}

/* Records of one kind stand in a row of their own, and actions with agreements. */
static char *
get_group (VnusRecord *record,
           const char *language)
{
  VnusKind kind = vnus_record_get_kind (record);

  if (kind == VNUS_KIND_TREATY_ACTION)
    kind = VNUS_KIND_AGREEMENT;
  return _vnus_say (language, "export.group", VNUS_ARG_S ("kind", vnus_kind_to_string (kind)));
}

static gboolean
append_slide (GString       *json,
              VnusChronicle *chronicle,
              VnusRecord    *record,
              const char    *language)
{
  g_autoptr (VnusDate) when = _vnus_record_dup_time (record);
  g_autofree char *words = NULL, *text = NULL, *group = NULL;
  VnusExportDay first, last;
  gboolean has_end;

  if (when == NULL || !_vnus_export_bounds (when, &first, &last, &has_end))
    return FALSE;

  words = vnus_date_format (when, language, VNUS_DATE_STYLE_SHORT);
  text = make_text (chronicle, record, language);
  group = get_group (record, language);

  g_string_append (json, json->str[json->len - 1] == '[' ? "\n    {\n      \"unique_id\": " : ",\n    {\n      \"unique_id\": ");
  _vnus_json_append_string (json, vnus_record_get_id (record));
  append_day (json, "start_date", &first);
  if (has_end)
    append_day (json, "end_date", &last);
  g_string_append (json, ",\n      \"display_date\": ");
  _vnus_json_append_string (json, words != NULL ? words : vnus_date_get_text (when));
  g_string_append (json, ",\n      \"group\": ");
  append_html (json, group);
  g_string_append (json, ",\n      \"text\": { \"headline\": ");
  append_html (json, _vnus_export_label (chronicle, vnus_record_get_id (record), language));
  g_string_append (json, ", \"text\": ");
  _vnus_json_append_string (json, text);
  g_string_append (json, " }\n    }");

  return TRUE;
}

GBytes *
_vnus_export_timelinejs (VnusChronicle *chronicle,
                         VnusQuery     *query,
                         const char    *language,
                         guint         *n_left_out)
{
  g_autoptr (GPtrArray) records = _vnus_export_select (chronicle, query);
  VnusText *label = vnus_chronicle_get_label (chronicle);
  GString *json = g_string_new ("{\n  \"title\": { \"text\": { \"headline\": ");

  *n_left_out = 0;
  append_html (json, label != NULL ? vnus_text_get_best (label, language) : vnus_chronicle_get_id (chronicle));
  g_string_append (json, " } },\n  \"events\": [");
  for (guint i = 0; i < records->len; i++)
    if (!append_slide (json, chronicle, records->pdata[i], language))
      (*n_left_out)++;
  g_string_append (json, json->str[json->len - 1] == '[' ? "]\n}\n" : "\n  ]\n}\n");

  return g_string_free_to_bytes (json);
}
