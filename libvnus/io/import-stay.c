/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the rows of registers of visits. */
#include "io/import-stay-private.h"

#include <string.h>

#include <vnus/vnus-citation.h>
#include <vnus/vnus-event.h>
#include <vnus/vnus-fold.h>

static void
stay_free (gpointer data)
{
  VnusStay *self = data;


  g_free (self->locator);
  g_clear_pointer (&self->when, vnus_date_unref);
  g_clear_pointer (&self->known, vnus_date_unref);
  g_free (self->key);
  g_free (self->day);
  g_free (self->country);
  g_free (self->locale);
  g_free (self->text);
  g_clear_pointer (&self->guests, g_ptr_array_unref);
  _vnus_remarks_clear (&self->remarks);
  g_free (self);
}

VnusStays *
_vnus_stays_new (const char *source)
{
  VnusStays *self = g_new0 (VnusStays, 1);

  self->source = source;
  self->stays = g_ptr_array_new_with_free_func (stay_free);
  self->files = g_string_chunk_new (1024);

  return self;
}

void
_vnus_stays_free (VnusStays *self)
{
  g_ptr_array_unref (self->stays);
  g_string_chunk_free (self->files);
  g_free (self);
}

VnusOrigin
_vnus_stay_origin (const VnusStays *self,
                   const VnusStay  *stay)
{
  return (VnusOrigin) { .source = self->source, .locator = stay->locator, .known = stay->known };
}

/* Reading */

/* A day as it is written nearly always; it was found to be one. */
static gboolean
is_day (const char *text)
{
  return text != NULL && strlen (text) == strlen ("2023-09-10") && g_ascii_isdigit (*text) && !g_str_has_suffix (text, "-00") &&
         !g_str_has_prefix (text, "9999");
}

/* What all rows have: id, dates. NULL with an issue if that is not there. */
static VnusStay *
begin_stay (VnusStays  *self,
            VnusImport *import,
            xmlNode    *node,
            const char *file)
{
  g_autofree char *id = _vnus_xml_dup_child (node, "id");
  g_autofree char *start = _vnus_xml_dup_child (node, "start-date");
  g_autofree char *end = _vnus_xml_dup_child (node, "end-date");
  g_autoptr (VnusDate) when = NULL;
  gboolean is_bad = FALSE;
  VnusStay *stay;

  if (id == NULL)
    {
      _vnus_import_miss (import, "id");
      return NULL;
    }
  if (!_vnus_import_claim_row (import, id))
    return NULL;
  when = _vnus_import_dup_span (import, "start-date", start, "end-date", end, &is_bad);
  if (is_bad)
    return NULL;

  stay = g_new0 (VnusStay, 1);
  stay->file = g_string_chunk_insert_const (self->files, file);
  stay->line = _vnus_xml_line (node);
  stay->locator = g_steal_pointer (&id);
  stay->start = when != NULL ? vnus_date_get_earliest_start (when) : VNUS_DAY_MIN;
  stay->end = when != NULL ? vnus_date_get_latest_end (when) : VNUS_DAY_MAX;
  if (is_day (start))
    stay->day = g_strdup (start);
  else if (when != NULL && stay->start != VNUS_DAY_MIN)
    {
      g_autoptr (VnusDate) first = vnus_date_new_day (stay->start);

      stay->day = vnus_date_to_string (first);
    }
  if (stay->end != VNUS_DAY_MAX)
    stay->known = is_day (end) ? vnus_date_parse (end, NULL) : vnus_date_new_day (stay->end);
  stay->when = g_steal_pointer (&when);
  stay->guests = g_ptr_array_new_with_free_func ((GDestroyNotify) vnus_participant_unref);
  return stay;
}

static void
read_row (VnusStays   *self,
          VnusImport  *import,
          xmlNode     *node,
          const char  *file,
          VnusStayFill fill,
          gpointer     state)
{
  VnusStay *stay;

  _vnus_import_begin_row (import, file, _vnus_xml_line (node));
  stay = begin_stay (self, import, node, file);
  if (stay != NULL && fill (state, import, stay, node))
    {
      g_ptr_array_add (self->stays, stay);
      _vnus_import_put_row_off (import);
      return;
    }

  g_clear_pointer (&stay, stay_free);
  _vnus_import_end_row_as (import, VNUS_ROW_OUTCOME_REFUSED);
}

gboolean
_vnus_stays_read (VnusStays   *self,
                  VnusImport  *import,
                  GFile       *file,
                  const char  *name,
                  const char  *root,
                  VnusStayFill fill,
                  gpointer     state)
{
  g_autoptr (VnusXml) xml = _vnus_xml_open (import, file, name);
  xmlNode *node;

  if (xml == NULL)
    return FALSE;
  if (!g_str_equal (_vnus_xml_get_root (xml), root))
    {
      _vnus_xml_skip (xml, root);
      return FALSE;
    }

  _vnus_historian_source (import, self->source);
  while ((node = _vnus_xml_next (xml)) != NULL)
    read_row (self, import, node, name, fill, state);

  return _vnus_xml_is_whole (xml);
}

static gboolean
came_as (VnusEvent  *visit,
         const char *office)
{
  return office == NULL || (vnus_event_get_n_participants (visit) > 0 &&
                            g_strcmp0 (vnus_participant_get_capacity (vnus_event_get_participant (visit, 0)), office) == 0);
}

/* The last day of a visit of the chronicle whose row is not read this time. */
static int
find_last_day (VnusStays  *self,
               VnusImport *import,
               VnusRecord *visit)
{
  for (guint i = 0; i < vnus_record_get_n_citations (visit); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (visit, i);
      const char *locator = vnus_citation_get_locator (citation);
      VnusDate *known = vnus_citation_get_known (citation);

      if (vnus_citation_get_field (citation) == NULL && locator != NULL && known != NULL &&
          g_str_equal (vnus_citation_get_source (citation), self->source) && !_vnus_import_has_row (import, locator))
        return vnus_date_get_earliest_end (known);
    }

  return VNUS_DAY_MIN;
}

int
_vnus_stays_newest_day (VnusStays  *self,
                        VnusImport *import,
                        const char *office)
{
  VnusChronicle *into = _vnus_import_get_into (import);
  guint n = into != NULL ? vnus_chronicle_get_n_of_kind (into, VNUS_KIND_VISIT) : 0;
  int newest = VNUS_DAY_MIN;

  for (guint i = 0; i < self->stays->len; i++)
    {
      const VnusStay *stay = g_ptr_array_index (self->stays, i);

      if (stay->end != VNUS_DAY_MAX && (office == NULL || g_strcmp0 (stay->office, office) == 0))
        newest = MAX (newest, stay->end);
    }
  for (guint i = 0; i < n; i++)
    {
      VnusRecord *visit = vnus_chronicle_get_nth_of_kind (into, VNUS_KIND_VISIT, i);

      if (came_as (VNUS_EVENT (visit), office))
        newest = MAX (newest, find_last_day (self, import, visit));
    }

  return newest;
}

/* Ids: guest, host and year; with the month, the day and the id of the row as far
 * as that is needed to tell visits apart. */

enum { BY_YEAR, BY_MONTH, BY_DAY, BY_ROW };

static char *
make_id (const VnusStay *stay,
         int             detail)
{
  static const gsize lengths[] = { 4, 7, 10 };
  const char *day = stay->day;
  const char *host = stay->host != NULL ? stay->host : "abroad";

  if (day == NULL || *day == '-' || detail == BY_ROW)
    {
      g_autofree char *row = vnus_fold_to_id (stay->locator);

      return g_strjoin ("-", stay->key, host, row != NULL ? row : "0", NULL);
    }

  {
    g_autofree char *part = g_strndup (day, lengths[detail]);

    return g_strjoin ("-", stay->key, host, part, NULL);
  }
}

static void
count_id (GHashTable *counts,
          char       *id)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, id));

  g_hash_table_insert (counts, id, GUINT_TO_POINTER (n + 1));
}

static GHashTable *
count_ids (VnusStays *self)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->stays->len; i++)
    for (int detail = BY_YEAR; detail < BY_ROW; detail++)
      count_id (counts, make_id (g_ptr_array_index (self->stays, i), detail));

  return counts;
}

/* Whether the chronicle has another visit of the id, at another time. */
static gboolean
is_of_another (VnusImport *import,
               VnusStay   *stay,
               const char *id)
{
  VnusRecord *record = _vnus_import_lookup (import, id);
  VnusDate *when;

  if (record == NULL)
    return FALSE;
  if (_vnus_import_lookup_made (import, id) != NULL || !VNUS_IS_VISIT (record))
    return TRUE;

  when = vnus_event_get_when (VNUS_EVENT (record));
  return when != NULL && stay->when != NULL && vnus_date_intersects (when, stay->when) == VNUS_TRUTH_NO;
}

static char *
choose_id (VnusStays  *self,
           VnusImport *import,
           VnusStay   *stay,
           GHashTable *counts)
{
  const char *known = _vnus_import_known_id (import, VNUS_KIND_VISIT, self->source, stay->locator);

  if (known != NULL)
    return g_strdup (known);

  for (int detail = BY_YEAR; detail < BY_ROW; detail++)
    {
      g_autofree char *id = make_id (stay, detail);

      if (GPOINTER_TO_UINT (g_hash_table_lookup (counts, id)) == 1 && !is_of_another (import, stay, id))
        return g_steal_pointer (&id);
    }

  return make_id (stay, BY_ROW);
}

/* Visits */

static VnusText *
make_label (VnusImport *import,
            VnusStay   *stay)
{
  VnusRecord *person = stay->guest != NULL ? _vnus_import_lookup (import, stay->guest) : NULL;
  VnusRecord *host = stay->host != NULL ? _vnus_import_lookup (import, stay->host) : NULL;
  g_autoptr (VnusText) guest = NULL;
  g_autofree char *kept = NULL, *word = NULL;
  VnusText *pattern;

  if (person == NULL)
    return NULL;
  if (stay->office != NULL)
    guest = _vnus_title_address (import, stay->state, stay->office, person);
  else if (vnus_record_get_label (person) != NULL)
    guest = vnus_text_ref (vnus_record_get_label (person));
  if (guest == NULL || host == NULL || vnus_record_get_label (host) == NULL)
    return NULL;

  kept = g_strconcat ("visit ", stay->host, NULL);
  pattern = _vnus_import_find_text (import, kept);
  word = g_strdelimit (g_strdup (stay->host), "-", '_'); /* as messages select it */
  if (pattern == NULL)
    pattern = _vnus_import_keep_text (import, kept,
                                      _vnus_import_text ("title.visit", (const VnusTextArg[]) {
                                                           { "guest", NULL, "\001" },
                                                           { "id", NULL, word },
                                                           { "host", vnus_record_get_label (host) } }, 3));
  return _vnus_import_fill_text (pattern, guest);
}

/* Registers name countries as they were called; what the record of the state has
 * not among its names goes with the citation. */
static gboolean
is_name_of (VnusRecord *state,
            const char *name)
{
  VnusText *label = vnus_record_get_label (state);

  if (label != NULL && g_strcmp0 (vnus_text_get_best (label, "en"), name) == 0)
    return TRUE;
  for (guint i = 0; i < vnus_record_get_n_aliases (state); i++)
    if (g_str_equal (vnus_record_get_alias (state, i), name))
      return TRUE;

  return FALSE;
}

static void
cite_country (VnusImport       *import,
              VnusRecord       *record,
              VnusStay         *stay,
              const char       *id,
              const char       *field,
              const VnusOrigin *origin)
{
  VnusRecord *state = id != NULL ? _vnus_import_lookup (import, id) : NULL;
  g_autoptr (VnusText) note = NULL;

  if (state == NULL || stay->country == NULL || is_name_of (state, stay->country))
    return;

  note = vnus_text_new ("en", stay->country);
  _vnus_import_cite (record, origin->source, origin->locator, origin->known, field, NULL, note);
}

static void
make_visit (VnusStays  *self,
            VnusImport *import,
            GHashTable *survey,
            VnusStay   *stay,
            const char *id)
{
  const VnusOrigin origin = _vnus_stay_origin (self, stay);
  VnusRecord *record = _vnus_import_record (import, VNUS_KIND_VISIT, id, NULL);
  VnusEvent *event;
  g_autoptr (VnusText) label = NULL;
  const char *partner;

  if (record == NULL)
    return;

  event = VNUS_EVENT (record);
  stay->visit = VNUS_VISIT (record);
  label = make_label (import, stay);
  vnus_record_set_label (record, label);
  vnus_event_set_when (event, stay->when);
  vnus_event_set_status (event, VNUS_STATUS_HELD);
  vnus_event_set_channel (event, VNUS_CHANNEL_STATE);
  vnus_visit_set_host (stay->visit, stay->host);
  for (guint i = 0; i < stay->guests->len; i++)
    vnus_event_add_participant (event, g_ptr_array_index (stay->guests, i));
  if (stay->locale != NULL)
    _vnus_places_add (import, record, stay->locale, stay->host, &origin);
  _vnus_remarks_fill (&stay->remarks, import, survey, stay->visit, stay->text, &origin);

  _vnus_historian_cite (record, &origin);
  partner = g_strcmp0 (stay->state, "us") == 0 ? stay->host : stay->state;
  if (partner != NULL && !g_str_equal (partner, "us"))
    (void) _vnus_historian_relation (import, partner, &origin);
  if (g_strcmp0 (stay->state, "us") == 0)
    cite_country (import, record, stay, stay->host, "host", &origin);
  else if (stay->guest != NULL)
    {
      g_autofree char *path = g_strconcat ("participants/", stay->guest, NULL);

      cite_country (import, record, stay, stay->state, path, &origin);
    }
}

/* All that a row tells but its id; NULL if it has no day, so that it may be of any. */
static char *
dup_content (const VnusStay *stay)
{
  g_autofree char *when = stay->when != NULL ? vnus_date_to_string (stay->when) : NULL;

  return when != NULL ? g_strjoin ("\001", stay->key, stay->host != NULL ? stay->host : "", when,
                                   stay->locale != NULL ? stay->locale : "", stay->text != NULL ? stay->text : "", NULL)
                      : NULL;
}

/* Two rows that tell the same may be one visit that was entered twice; whether they
 * are is not for an importer to decide. */
static void
tell_repetitions (VnusStays  *self,
                  VnusImport *import)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->stays->len; i++)
    {
      VnusStay *stay = g_ptr_array_index (self->stays, i);
      g_autofree char *content = dup_content (stay);
      VnusStay *first = content != NULL ? g_hash_table_lookup (seen, content) : NULL;
      g_autofree char *place = first != NULL ? g_strdup_printf ("%s:%d", first->file, first->line) : NULL;
      VnusPhrase *phrase;

      if (content != NULL && first == NULL)
        g_hash_table_insert (seen, g_steal_pointer (&content), stay);
      if (first == NULL)
        continue;
      phrase = _vnus_import_issue_at (import, "same-row", VNUS_SEVERITY_WARNING, "import.same-row", stay->file, stay->line);
      _vnus_phrase_add_text (phrase, "id", stay->locator);
      _vnus_phrase_add_text (phrase, "other", first->locator);
      _vnus_phrase_add_text (phrase, "place", place);
    }
}

/* Longer than anybody travels in high office, in days. */
#define LONGEST_CAREER (60 * 366)

static void
tell_namesake (VnusImport *import,
               const char *person,
               VnusStay   *stay,
               VnusStay   *earlier)
{
  g_autofree char *place = g_strdup_printf ("%s:%d", earlier->file, earlier->line);
  VnusRecord *record = _vnus_import_lookup (import, person);
  VnusText *name = record != NULL ? vnus_record_get_label (record) : NULL;
  VnusPhrase *phrase = _vnus_import_issue_at (import, "namesakes", VNUS_SEVERITY_WARNING, "import.namesakes", stay->file,
                                              stay->line);

  _vnus_import_issue_record (import, person, NULL);
  _vnus_phrase_add_text (phrase, "name", name != NULL ? vnus_text_get_best (name, "en") : person);
  _vnus_phrase_add_text (phrase, "id", stay->locator);
  _vnus_phrase_add_text (phrase, "other", earlier->locator);
  _vnus_phrase_add_text (phrase, "place", place);
  _vnus_phrase_add_integer (phrase, "years", (stay->start - earlier->start) / 365);
}

/* Two who have one name are one person, as far as an importer can tell; where their
 * visits lie too far apart for that it is told. The latest stays come first. */
static void
tell_namesakes (VnusStays  *self,
                VnusImport *import)
{
  g_autoptr (GHashTable) latest = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->stays->len; i++)
    {
      VnusStay *stay = g_ptr_array_index (self->stays, i);

      for (guint j = 0; j < stay->guests->len && stay->start != VNUS_DAY_MIN; j++)
        {
          const char *person = vnus_participant_get_actor (g_ptr_array_index (stay->guests, j));
          VnusStay *later = person != NULL ? g_hash_table_lookup (latest, person) : stay;

          if (later != NULL && later->start - stay->start <= LONGEST_CAREER)
            continue;
          if (later != NULL)
            tell_namesake (import, person, later, stay);
          g_hash_table_insert (latest, (gpointer) person, stay);
        }
    }
}

/* Not the order of the rows, so that what is made does not depend on it: the latest
 * first, so that of places of one name that of today’s state has the name alone. */
static int
compare_stays (gconstpointer a,
               gconstpointer b)
{
  const VnusStay *stay_a = *(VnusStay *const *) a, *stay_b = *(VnusStay *const *) b;

  if (stay_a->start != stay_b->start)
    return stay_a->start > stay_b->start ? -1 : 1;
  if (stay_a->end != stay_b->end)
    return stay_a->end > stay_b->end ? -1 : 1;

  return strcmp (stay_a->locator, stay_b->locator);
}

void
_vnus_stays_make (VnusStays  *self,
                  VnusImport *import)
{
  g_autoptr (GHashTable) counts = count_ids (self);
  g_autoptr (GHashTable) survey = _vnus_people_survey_new ();

  g_ptr_array_sort (self->stays, compare_stays);
  for (guint i = 0; i < self->stays->len; i++)
    {
      VnusStay *stay = g_ptr_array_index (self->stays, i);

      if (stay->host != NULL && !g_str_equal (stay->host, "us"))
        _vnus_remarks_survey (&stay->remarks, survey, stay->host);
    }
  tell_repetitions (self, import);
  tell_namesakes (self, import);

  for (guint i = 0; i < self->stays->len; i++)
    {
      VnusStay *stay = g_ptr_array_index (self->stays, i);
      g_autofree char *id = choose_id (self, import, stay, counts);

      _vnus_import_begin_row (import, stay->file, stay->line);
      make_visit (self, import, survey, stay, id);
      if (stay->visit != NULL)
        _vnus_import_end_row (import, VNUS_RECORD (stay->visit));
      else
        _vnus_import_end_row_as (import, VNUS_ROW_OUTCOME_REFUSED);
    }
}
