/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the register of travels abroad of presidents and secretaries of state.
 *
 * A row is one stay in one country: a visit.
 */
#include "io/historian-private.h"
#include "io/xml-reader-private.h"

#include <vnus/vnus-event.h>
#include <vnus/vnus-visit.h>

#define SOURCE "us-historian-travels"

static VnusRecord *
read_trip (VnusImport *import,
           xmlNode    *node)
{
  g_autofree char *id = _vnus_xml_dup_child (node, "id");
  g_autofree char *who = _vnus_xml_dup_attribute (node, "who");
  g_autofree char *name = _vnus_xml_dup_child (node, "name");
  g_autofree char *start = _vnus_xml_dup_child (node, "start-date");
  g_autofree char *end = _vnus_xml_dup_child (node, "end-date");
  g_autofree char *slug = _vnus_xml_dup_attribute (_vnus_xml_child (node, "country"), "id");
  g_autofree char *country = _vnus_xml_dup_child (node, "country");
  g_autofree char *record_id = NULL;
  g_autoptr (VnusDate) when = NULL;
  g_autoptr (VnusParticipant) guest = NULL;
  VnusOrigin origin = { .source = SOURCE };
  gboolean is_bad = FALSE;
  VnusRecord *record;

  if (id == NULL || who == NULL || slug == NULL)
    {
      _vnus_import_miss (import, id == NULL ? "id" : who == NULL ? "who" : "country");
      return NULL;
    }
  if (!_vnus_import_claim_row (import, id))
    return NULL;

  when = _vnus_import_dup_span (import, "start-date", start, "end-date", end, &is_bad);
  if (is_bad)
    return NULL;

  origin.locator = id;
  origin.known = when;
  record_id = g_strconcat ("trip-", id, NULL);
  record = _vnus_import_record (import, VNUS_KIND_VISIT, record_id, NULL);
  guest = vnus_participant_new (_vnus_historian_person (import, who, name, &origin), VNUS_ROLE_GUEST);
  vnus_event_add_participant (VNUS_EVENT (record), guest);
  vnus_event_set_when (VNUS_EVENT (record), when);
  vnus_visit_set_host (VNUS_VISIT (record), _vnus_historian_state (import, slug, country, &origin));
  _vnus_historian_cite (record, &origin);
  return record;
}

static void
end_row (VnusImport *import,
         VnusRecord *record)
{
  if (record != NULL)
    _vnus_import_end_row (import, record);
  else
    _vnus_import_end_row_as (import, VNUS_ROW_OUTCOME_REFUSED);
}

static void
read_file (VnusImport *import,
           gpointer    state,
           GFile      *file,
           const char *name)
{
  g_autoptr (VnusXml) xml = _vnus_xml_open (import, file, name);
  xmlNode *node;

  if (xml == NULL)
    return;
  if (!g_str_equal (_vnus_xml_get_root (xml), "trips"))
    {
      _vnus_xml_skip (xml, "trips");
      return;
    }

  _vnus_historian_source (import, SOURCE);
  while ((node = _vnus_xml_next (xml)) != NULL)
    {
      _vnus_import_begin_row (import, name, _vnus_xml_line (node));
      end_row (import, read_trip (import, node));
    }
}

const VnusImportFormat _vnus_import_travels = {
  .name = "travels",
  .ending = ".xml",
  .read_file = read_file,
};
