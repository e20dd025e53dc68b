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

  g_free (self->key);
  g_ptr_array_unref (self->old_keys);
  g_free (self->family);
  g_free (self->given);
  g_free (self->suffix);
  g_ptr_array_unref (self->aliases);
  g_free (self->birth);
  g_free (self->death);
  g_free (self->career);
  g_free (self->residence);
  g_free (self);
}

static void
row_free (gpointer data)
{
  PocomRow *self = data;

  g_free (self->id);
  g_free (self->locator);
  g_free (self->person);
  g_free (self->role);
  g_free (self->territory);
  for (guint i = 0; i < POCOM_N_STEPS; i++)
    {
      g_clear_pointer (&self->dates[i], vnus_date_unref);
      g_free (self->beside[i]);
    }
  g_free (self->note);
  g_clear_pointer (&self->known, vnus_date_unref);
  g_free (self);
}

static void
remark_clear (gpointer data)
{
  g_free (((PocomRemark *) data)->text);
}

static void
list_free (gpointer data)
{
  PocomList *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->category);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->remarks);
  g_free (self);
}

static void
concurrent_free (gpointer data)
{
  PocomConcurrent *self = data;

  g_free (self->id);
  g_free (self->place);
  g_free (self->territory);
  g_ptr_array_unref (self->chiefs);
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
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->known = g_hash_table_new (g_str_hash, g_str_equal);
  self->persons = g_hash_table_new (g_str_hash, g_str_equal);
  self->files = g_string_chunk_new (1024);

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
  g_string_chunk_free (self->files);
  g_free (self);
}

/* Elements */

/* “?” is what some hands write for nothing. */
static char *
dup_told (const xmlNode *node,
          const char    *name)
{
  char *text = _vnus_xml_dup_child (node, name);

  if (text != NULL && (g_str_equal (text, "?") || g_ascii_strcasecmp (text, "unknown") == 0))
    g_clear_pointer (&text, g_free);

  return text;
}

static GPtrArray *
dup_all (const xmlNode *node,
         const char    *name)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (const xmlNode *child = _vnus_xml_child (node, name); child != NULL; child = _vnus_xml_sibling (child))
    {
      char *text = _vnus_xml_dup_text (child);

      if (text != NULL)
        g_ptr_array_add (texts, text);
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
static char *
dup_residence (const xmlNode *node)
{
  g_autoptr (GPtrArray) states = dup_all (_vnus_xml_child (node, "residence"), "state-id");
  g_autofree char *joined = NULL;

  if (states->len == 0)
    return NULL;

  g_ptr_array_add (states, NULL);
  joined = g_strjoinv (", ", (char **) states->pdata);
  return g_ascii_strup (joined, -1);
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
  person->key = _vnus_xml_dup_child (node, "id");
  person->old_keys = dup_all (_vnus_xml_child (node, "old-ids"), "old-id");
  person->family = dup_told (name, "surname");
  person->given = dup_told (name, "forename");
  person->suffix = dup_told (name, "genName");
  person->aliases = dup_all (name, "altname");
  person->birth = dup_told (node, "birth");
  person->death = dup_told (node, "death");
  person->career = dup_told (node, "career-type");
  person->residence = dup_residence (node);

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
read_steps (VnusImport *import,
            PocomRow   *row,
            xmlNode    *node)
{
  gboolean is_bad = FALSE;

  for (guint i = 0; i < POCOM_N_STEPS; i++)
    {
      const xmlNode *step = _vnus_xml_child (node, step_names[i]);
      g_autofree char *date = dup_told (step, "date");

      row->dates[i] = _vnus_import_dup_date (import, step_names[i], date, &is_bad);
      row->beside[i] = dup_told (step, "note");
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
join_twin (PocomRow *row,
           PocomRow *twin)
{
  for (guint i = 0; i < POCOM_N_STEPS; i++)
    {
      if (row->dates[i] == NULL)
        row->dates[i] = g_steal_pointer (&twin->dates[i]);
      if (row->beside[i] == NULL)
        row->beside[i] = g_steal_pointer (&twin->beside[i]);
    }

  if (row->note != NULL && twin->note != NULL && !g_str_equal (row->note, twin->note))
    {
      char *both = g_strconcat (row->note, " ", twin->note, NULL);

      g_free (row->note);
      row->note = both;
    }
  else if (row->note == NULL)
    row->note = g_steal_pointer (&twin->note);
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
      join_twin (first, row);
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
  row->locator = g_steal_pointer (&locator);
  g_hash_table_insert (self->rows, row->locator, row);
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
  row->id = _vnus_xml_dup_child (node, "id");
  row->person = _vnus_xml_dup_child (node, "person-id");
  row->role = _vnus_xml_dup_child (node, "role-title-id");
  row->territory = dup_told (node, "contemporary-territory-id");
  row->note = dup_told (node, "note");
  row->never_served = never_served;
  row->is_consecutive = g_strcmp0 (consecutive, "yes") == 0;

  _vnus_import_begin_row (import, list->file, row->line);
  if (check_told (import, "id", row->id) && check_told (import, "person-id", row->person) &&
      (list->kind == POCOM_POSITION || check_told (import, "role-title-id", row->role)) && read_steps (import, row, node))
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
read_remark (VnusImport *import,
             PocomList  *list,
             xmlNode    *node)
{
  const PocomRemark remark = { _vnus_xml_line (node), list->rows->len, _vnus_xml_dup_child (node, "text") };

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
      read_remark (import, list, node);
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
  g_autofree char *id = _vnus_xml_dup_child (node, id_name);

  if (id == NULL)
    {
      _vnus_phrase_add_text (_vnus_import_issue_at (import, "missing-value", VNUS_SEVERITY_ERROR, "import.missing-value", file,
                                                    _vnus_xml_line (node)), "field", id_name);
      return;
    }

  list = g_new0 (PocomList, 1);
  list->kind = kind;
  list->file = file;
  list->id = g_steal_pointer (&id);
  list->title = dup_told (_vnus_xml_child (node, "names"), "singular");
  list->category = dup_told (node, "category");
  list->rows = g_ptr_array_new_with_free_func (row_free);
  list->remarks = g_array_new (FALSE, FALSE, sizeof (PocomRemark));
  g_array_set_clear_func (list->remarks, remark_clear);
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
  concurrent->id = _vnus_xml_dup_child (node, "id");
  concurrent->place = dup_told (residence, "locale-id");
  concurrent->territory = dup_told (residence, "contemporary-territory-id");
  concurrent->chiefs = dup_all (node, "chief-id");

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
  g_autofree char *id = _vnus_xml_dup_child (node, "id");
  g_autofree char *title = _vnus_xml_dup_child (_vnus_xml_child (node, "names"), "singular");

  if (id != NULL && title != NULL)
    g_hash_table_insert (self->titles, g_steal_pointer (&id), g_steal_pointer (&title));
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
  read_root (self, import, node, g_string_chunk_insert (self->files, name));
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
            g_hash_table_insert (self->known, row->person, row->known);
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
