/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the register of principal officers and chiefs of mission.
 *
 * Each file has one root: a person, a mission to a country or an organization, a
 * position, accreditations held at a time, the title of a role. All are read before
 * records are made, persons first, so that the order of the files does not matter.
 */
#include "io/import-pocom-private.h"

#include <string.h>

/* Freeing */

static void
person_free (gpointer data)
{
  PocomPerson *self = data;

  g_clear_pointer (&self->old_keys, g_ptr_array_unref);
  g_clear_pointer (&self->aliases, g_ptr_array_unref);
  g_free (self);
}

static void
row_free (gpointer data)
{
  PocomRow *self = data;

  for (guint i = 0; i < POCOM_N_STEPS; i++)
    g_clear_pointer (&self->dates[i], vnus_date_unref);
  g_clear_pointer (&self->known, vnus_date_unref);
  g_free (self);
}

static void
list_free (gpointer data)
{
  PocomList *self = data;

  g_ptr_array_unref (self->rows);
  g_array_unref (self->remarks);
  g_free (self);
}

static void
concurrent_free (gpointer data)
{
  PocomConcurrent *self = data;

  g_clear_pointer (&self->chiefs, g_ptr_array_unref);
  g_free (self);
}

static gpointer
begin (VnusImport *import)
{
  Pocom *self = g_new0 (Pocom, 1);

  self->people = g_ptr_array_new_with_free_func (person_free);
  self->lists = g_ptr_array_new_with_free_func (list_free);
  self->concurrents = g_ptr_array_new_with_free_func (concurrent_free);
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  self->titles = g_hash_table_new (g_str_hash, g_str_equal);
  self->known = g_hash_table_new (g_str_hash, g_str_equal);
  self->persons = g_hash_table_new (g_str_hash, g_str_equal);
  self->texts = g_string_chunk_new (32768);

  return self;
}

static void
end (gpointer data)
{
  Pocom *self = data;

  g_hash_table_unref (self->persons);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->titles);
  g_hash_table_unref (self->rows);
  g_ptr_array_unref (self->concurrents);
  g_ptr_array_unref (self->lists);
  g_ptr_array_unref (self->people);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/* Elements */

/* “?” is what some hands write for nothing. */
static const char *
keep_told (Pocom         *self,
           const xmlNode *node,
           const char    *name)
{
  const char *text = _vnus_xml_keep_text (_vnus_xml_child (node, name), self->texts);

  return text != NULL && !g_str_equal (text, "?") && g_ascii_strcasecmp (text, "unknown") != 0 ? text : NULL;
}

static const char *
keep_child (Pocom         *self,
            const xmlNode *node,
            const char    *name)
{
  return _vnus_xml_keep_text (_vnus_xml_child (node, name), self->texts);
}

/* NULL if there is none. */
static GPtrArray *
keep_all (Pocom         *self,
          const xmlNode *node,
          const char    *name)
{
  GPtrArray *texts = NULL;

  for (const xmlNode *child = _vnus_xml_child (node, name); child != NULL; child = _vnus_xml_sibling (child))
    {
      const char *text = _vnus_xml_keep_text (child, self->texts);

      if (text == NULL)
        continue;
      if (texts == NULL)
        texts = g_ptr_array_new ();
      g_ptr_array_add (texts, (gpointer) text);
    }

  return texts;
}

/* A row of which nothing is to be said but what is missing. */
static gboolean
check_told (VnusImport *import,
            const char *field,
            const char *text)
{
  if (text == NULL)
    _vnus_import_miss (import, field);

  return text != NULL;
}

/* Persons */

/* “ny, ca”: codes are written in capitals elsewhere. */
static const char *
keep_residence (Pocom         *self,
                const xmlNode *node)
{
  g_autoptr (GPtrArray) states = keep_all (self, _vnus_xml_child (node, "residence"), "state-id");
  g_autofree char *joined = NULL;
  g_autofree char *capitals = NULL;

  if (states == NULL)
    return NULL;

  g_ptr_array_add (states, NULL);
  joined = g_strjoinv (", ", (char **) states->pdata);
  capitals = g_ascii_strup (joined, -1);
  return g_string_chunk_insert_const (self->texts, capitals);
}

static void
read_person (Pocom      *self,
             VnusImport *import,
             xmlNode    *node,
             const char *file)
{
  const xmlNode *name = _vnus_xml_child (node, "persName");
  PocomPerson *person = g_new0 (PocomPerson, 1);

  person->file = file;
  person->line = _vnus_xml_line (node);
  person->key = keep_child (self, node, "id");
  person->old_keys = keep_all (self, _vnus_xml_child (node, "old-ids"), "old-id");
  person->family = keep_told (self, name, "surname");
  person->given = keep_told (self, name, "forename");
  person->suffix = keep_told (self, name, "genName");
  person->aliases = keep_all (self, name, "altname");
  person->birth = keep_told (self, node, "birth");
  person->death = keep_told (self, node, "death");
  person->career = keep_told (self, node, "career-type");
  person->residence = keep_residence (self, node);

  _vnus_import_begin_row (import, file, person->line);
  if (check_told (import, "id", person->key) &&
      (person->given != NULL || check_told (import, "surname", person->family)) && _vnus_import_claim_row (import, person->key))
    {
      g_ptr_array_add (self->people, person);
      _vnus_import_put_row_off (import);
      return;
    }

  person_free (person);
  _vnus_import_end_row_as (import, VNUS_ROW_OUTCOME_REFUSED);
}

/* Rows */

static const char *const step_names[POCOM_N_STEPS] = { "appointed", "arrived", "started", "ended" };

static gboolean
read_steps (Pocom      *self,
            VnusImport *import,
            PocomRow   *row,
            xmlNode    *node)
{
  gboolean is_bad = FALSE;

  for (guint i = 0; i < POCOM_N_STEPS; i++)
    {
      const xmlNode *step = _vnus_xml_child (node, step_names[i]);
      const char *date = keep_told (self, step, "date");

      row->dates[i] = _vnus_import_dup_date (import, step_names[i], date, &is_bad);
      row->beside[i] = keep_told (self, step, "note");
      row->is_open = i == POCOM_ENDED && date != NULL && g_str_has_prefix (date, "9999");
    }

  return !is_bad;
}

/* The day on which a row was known, by what it is about: that somebody came. */
static VnusDate *
find_known (const PocomRow *row)
{
  static const PocomStep order[] = { POCOM_STARTED, POCOM_ARRIVED, POCOM_APPOINTED, POCOM_ENDED };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (row->dates[order[i]] != NULL)
      return vnus_date_ref (row->dates[order[i]]);

  return NULL;
}

/* Whether both rows tell of the same, one of them more than the other. */
static gboolean
is_twin (const PocomRow *a,
         const PocomRow *b)
{
  if (a->list != b->list || a->never_served != b->never_served || !g_str_equal (a->person, b->person) ||
      g_strcmp0 (a->role, b->role) != 0 || a->known == NULL || b->known == NULL || !vnus_date_equal (a->known, b->known))
    return FALSE;

  for (guint i = 0; i < POCOM_N_STEPS; i++)
    if (a->dates[i] != NULL && b->dates[i] != NULL && !vnus_date_equal (a->dates[i], b->dates[i]))
      return FALSE;

  return TRUE;
}

/* What @row lacks it gets of its twin; another note is added. */
static void
join_twin (Pocom    *self,
           PocomRow *row,
           PocomRow *twin)
{
  for (guint i = 0; i < POCOM_N_STEPS; i++)
    {
      if (row->dates[i] == NULL)
        row->dates[i] = g_steal_pointer (&twin->dates[i]);
      if (row->beside[i] == NULL)
        row->beside[i] = twin->beside[i];
    }

  if (row->note != NULL && twin->note != NULL && !g_str_equal (row->note, twin->note))
    {
      g_autofree char *both = g_strconcat (row->note, " ", twin->note, NULL);

      row->note = g_string_chunk_insert (self->texts, both);
    }
  else if (row->note == NULL)
    row->note = twin->note;
  twin->twin = row;
}

static void
tell_collision (VnusImport     *import,
                const PocomRow *row,
                const PocomRow *first)
{
  g_autofree char *place = g_strdup_printf ("%s:%d", first->list->file, first->line);
  VnusPhrase *phrase = _vnus_import_issue (import, "shared-row-id", VNUS_SEVERITY_WARNING, "import.shared-row-id");

  _vnus_phrase_add_text (phrase, "id", row->id);
  _vnus_phrase_add_text (phrase, "place", place);
}

/* Ids of principals are unlike each other within a position alone, and not always there:
 * another row of the same id is told apart by its date. */
static gboolean
claim (Pocom      *self,
       VnusImport *import,
       PocomRow   *row)
{
  g_autofree char *locator = row->list->kind == POCOM_POSITION ? g_strconcat (row->list->id, " ", row->id, NULL) : g_strdup (row->id);
  PocomRow *first = g_hash_table_lookup (self->rows, locator);

  if (first != NULL && is_twin (first, row))
    {
      tell_collision (import, row, first);
      join_twin (self, first, row);
      return TRUE;
    }
  if (first != NULL)
    {
      g_autofree char *day = row->known != NULL ? vnus_date_to_string (row->known) : NULL;
      char *longer = g_strjoin (" ", locator, row->person, day != NULL ? day : row->never_served ? "nominee" : "0", NULL);

      tell_collision (import, row, first);
      g_free (locator);
      locator = longer;
    }

  if (!_vnus_import_claim_row (import, locator))
    return FALSE;
  row->locator = g_string_chunk_insert (self->texts, locator);
  g_hash_table_insert (self->rows, (gpointer) row->locator, row);
  return TRUE;
}

static void
read_row (Pocom      *self,
          VnusImport *import,
          PocomList  *list,
          xmlNode    *node,
          gboolean    never_served)
{
  PocomRow *row = g_new0 (PocomRow, 1);
  g_autofree char *consecutive = _vnus_xml_dup_attribute (node, "treatAsConsecutive");

  row->list = list;
  row->line = _vnus_xml_line (node);
  row->id = keep_child (self, node, "id");
  row->person = keep_child (self, node, "person-id");
  row->role = keep_child (self, node, "role-title-id");
  row->territory = keep_told (self, node, "contemporary-territory-id");
  row->note = keep_told (self, node, "note");
  row->never_served = never_served;
  row->is_consecutive = g_strcmp0 (consecutive, "yes") == 0;

  _vnus_import_begin_row (import, list->file, row->line);
  if (check_told (import, "id", row->id) && check_told (import, "person-id", row->person) &&
      (list->kind == POCOM_POSITION || check_told (import, "role-title-id", row->role)) && read_steps (self, import, row, node))
    {
      row->known = find_known (row);
      if (claim (self, import, row))
        {
          g_ptr_array_add (list->rows, row);
          _vnus_import_put_row_off (import);
          return;
        }
    }

  row_free (row);
  list->is_whole = FALSE;
  _vnus_import_end_row_as (import, VNUS_ROW_OUTCOME_REFUSED);
}

static void
read_remark (Pocom      *self,
             VnusImport *import,
             PocomList  *list,
             xmlNode    *node)
{
  const PocomRemark remark = { _vnus_xml_line (node), list->rows->len, keep_child (self, node, "text") };

  _vnus_import_begin_row (import, list->file, remark.line);
  if (check_told (import, "text", remark.text))
    {
      g_array_append_val (list->remarks, remark);
      _vnus_import_put_row_off (import);
      return;
    }

  list->is_whole = FALSE;
  _vnus_import_end_row_as (import, VNUS_ROW_OUTCOME_REFUSED);
}

/* The elements that hold rows. */
static const struct
{
  const char *name;
  gboolean    never_served;
} holders[] = {
  { "chiefs", FALSE },
  { "principals", FALSE },
  { "other-nominees", TRUE },
  { "other-appointees", TRUE },
};

static void
read_holder (Pocom      *self,
             VnusImport *import,
             PocomList  *list,
             xmlNode    *holder,
             gboolean    never_served)
{
  for (xmlNode *node = holder->children; node != NULL && !_vnus_import_is_cancelled (import); node = node->next)
    if (_vnus_xml_is (node, "chief") || _vnus_xml_is (node, "principal"))
      read_row (self, import, list, node, never_served);
    else if (_vnus_xml_is (node, "mission-note"))
      read_remark (self, import, list, node);
}

static void
read_list (Pocom      *self,
           VnusImport *import,
           xmlNode    *node,
           const char *file,
           PocomKind   kind)
{
  const char *id_name = kind == POCOM_COUNTRY ? "territory-id" : "id";
  PocomList *list;
  const char *id = keep_child (self, node, id_name);

  if (id == NULL)
    {
      _vnus_phrase_add_text (_vnus_import_issue_at (import, "missing-value", VNUS_SEVERITY_ERROR, "import.missing-value", file,
                                                    _vnus_xml_line (node)), "field", id_name);
      return;
    }

  list = g_new0 (PocomList, 1);
  list->kind = kind;
  list->file = file;
  list->id = id;
  list->title = keep_told (self, _vnus_xml_child (node, "names"), "singular");
  list->category = keep_told (self, node, "category");
  list->rows = g_ptr_array_new_with_free_func (row_free);
  list->remarks = g_array_new (FALSE, FALSE, sizeof (PocomRemark));
  list->is_whole = TRUE;
  g_ptr_array_add (self->lists, list);

  for (guint i = 0; i < G_N_ELEMENTS (holders); i++)
    {
      xmlNode *holder = _vnus_xml_child (node, holders[i].name);

      if (holder != NULL)
        read_holder (self, import, list, holder, holders[i].never_served);
    }
}

static void
read_concurrent (Pocom      *self,
                 VnusImport *import,
                 xmlNode    *node,
                 const char *file)
{
  const xmlNode *residence = _vnus_xml_child (node, "resident-at");
  PocomConcurrent *concurrent = g_new0 (PocomConcurrent, 1);

  concurrent->file = file;
  concurrent->line = _vnus_xml_line (node);
  concurrent->id = keep_child (self, node, "id");
  concurrent->place = keep_told (self, residence, "locale-id");
  concurrent->territory = keep_told (self, residence, "contemporary-territory-id");
  concurrent->chiefs = keep_all (self, node, "chief-id");

  _vnus_import_begin_row (import, file, concurrent->line);
  if (check_told (import, "id", concurrent->id) && _vnus_import_claim_row (import, concurrent->id))
    {
      g_ptr_array_add (self->concurrents, concurrent);
      _vnus_import_put_row_off (import);
      return;
    }

  concurrent_free (concurrent);
  _vnus_import_end_row_as (import, VNUS_ROW_OUTCOME_REFUSED);
}

/* The title of a role tells nothing of anybody: it is no row. */
static void
read_role (Pocom   *self,
           xmlNode *node)
{
  const char *id = keep_child (self, node, "id");
  const char *title = keep_child (self, _vnus_xml_child (node, "names"), "singular");

  if (id != NULL && title != NULL)
    g_hash_table_insert (self->titles, (gpointer) id, (gpointer) title);
}

/* Files */

static const char *const roots[] = { "person", "country-mission", "org-mission", "principal-position",
                                     "concurrent-appointments", "role" };

static gboolean
is_known_root (const char *root)
{
  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    if (g_str_equal (roots[i], root))
      return TRUE;

  return FALSE;
}

static void
read_root (Pocom      *self,
           VnusImport *import,
           xmlNode    *node,
           const char *file)
{
  if (_vnus_xml_is (node, "person"))
    read_person (self, import, node, file);
  else if (_vnus_xml_is (node, "country-mission"))
    read_list (self, import, node, file, POCOM_COUNTRY);
  else if (_vnus_xml_is (node, "org-mission"))
    read_list (self, import, node, file, POCOM_ORGANIZATION);
  else if (_vnus_xml_is (node, "principal-position"))
    read_list (self, import, node, file, POCOM_POSITION);
  else if (_vnus_xml_is (node, "concurrent-appointments"))
    read_concurrent (self, import, node, file);
  else
    read_role (self, node);
}

static void
read_file (VnusImport *import,
           gpointer    data,
           GFile      *file,
           const char *name)
{
  Pocom *self = data;
  g_autoptr (VnusXml) xml = _vnus_xml_open (import, file, name);
  xmlNode *node;

  if (xml == NULL)
    return;
  if (!is_known_root (_vnus_xml_get_root (xml)))
    {
      _vnus_xml_skip (xml, "person");
      return;
    }

  node = _vnus_xml_whole (xml);
  if (node == NULL)
    return;
  _vnus_historian_source (import, POCOM_SOURCE);
  read_root (self, import, node, g_string_chunk_insert (self->texts, name));
}

/* A person became known with the first row that tells of the person. */
static void
gather_known (Pocom *self)
{
  for (guint i = 0; i < self->lists->len; i++)
    {
      const PocomList *list = g_ptr_array_index (self->lists, i);

      for (guint j = 0; j < list->rows->len; j++)
        {
          const PocomRow *row = g_ptr_array_index (list->rows, j);
          VnusDate *known = g_hash_table_lookup (self->known, row->person);

          if (row->known != NULL && (known == NULL || vnus_date_compare (row->known, known) < 0))
            g_hash_table_insert (self->known, (gpointer) row->person, row->known);
        }
    }
}

static void
finish (VnusImport *import,
        gpointer    data)
{
  Pocom *self = data;

  gather_known (self);
  _vnus_pocom_make_people (self, import);
  _vnus_pocom_make_missions (self, import);
}

const VnusImportFormat _vnus_import_pocom = {
  .name = "pocom",
  .ending = ".xml",
  .begin = begin,
  .end = end,
  .read_file = read_file,
  .finish = finish,
};
