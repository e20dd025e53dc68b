/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the articles on the recognition of states, and on diplomatic and consular
 * relations with them.
 *
 * A file is an article about one state: sections, and in them a row for each thing
 * that happened, with a head, its date and some sentences. A row whose head is read
 * makes a stage for each step of it; its words stay on the stage as a note. What is
 * not read is kept as a note on the relation.
 */
#include "io/import-rdcr-private.h"

#include <string.h>

#include <vnus/vnus-citation.h>
#include <vnus/vnus-fold.h>
#include <vnus/vnus-relation.h>
#include <vnus/vnus-stage.h>

#include "io/import-stay-private.h"

static void
row_free (gpointer data)
{
  VnusRdcrRow *self = data;

  g_free (self->locator);
  g_free (self->head);
  g_free (self->text);
  g_clear_pointer (&self->steps, g_array_unref);
  g_free (self);
}

static void
entry_free (gpointer data)
{
  VnusRdcrEntry *self = data;

  _vnus_rdcr_dates_clear (&self->dates);
  g_free (self);
}

static void
article_clear (VnusRdcrArticle *self)
{
  g_free (self->slug);
  g_free (self->state);
  g_free (self->title);
  g_strfreev (self->names);
  g_clear_pointer (&self->written, vnus_date_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->locators, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VnusRdcrArticle, article_clear)

/* Sections */

typedef enum
{
  SECTION_OTHER,
  SECTION_CONSULAR,
  SECTION_MAIN, /* recognition, diplomatic relations */
} Section;

/* By its id, which is misspelt in places: `recongition`, `diplomatic-relation`. */
static Section
find_section (const char *id)
{
  if (id == NULL || g_str_has_prefix (id, "reco") || g_str_equal (id, "relations") || g_str_equal (id, "history"))
    return SECTION_MAIN;
  if (g_str_has_prefix (id, "consular"))
    return SECTION_CONSULAR;

  return g_str_has_prefix (id, "diplomatic") && strstr (id, "event") == NULL ? SECTION_MAIN : SECTION_OTHER;
}

/* Rows */

/* The words of a division, without its head and the divisions in it. */
static char *
dup_words (const xmlNode *div)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (const xmlNode *child = div->children; child != NULL; child = child->next)
    {
      g_autofree char *text = NULL;

      if (child->type != XML_ELEMENT_NODE || _vnus_xml_is (child, "head") || _vnus_xml_is (child, "div"))
        continue;
      text = _vnus_xml_dup_text (child);
      if (text != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", text);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* `vietnam#relations-resumed-1995`; what has no head goes by its section. */
static char *
make_locator (VnusRdcrArticle *self,
              const char      *head,
              const char      *section)
{
  g_autofree char *name = head != NULL ? vnus_fold_to_id (head) : NULL;
  g_autofree char *locator = g_strconcat (self->slug, "#", name != NULL ? name : section != NULL ? section : "article", NULL);
  char *own = g_strdup (locator);

  for (guint i = 2; g_hash_table_contains (self->locators, own); i++)
    {
      g_free (own);
      own = g_strdup_printf ("%s-%u", locator, i);
    }
  g_hash_table_add (self->locators, g_strdup (own));
  return own;
}

static VnusRdcrRow *
add_row (VnusRdcrArticle *self,
         const xmlNode   *div,
         const char      *section,
         const char      *words)
{
  VnusRdcrRow *row = g_new0 (VnusRdcrRow, 1);

  row->head = _vnus_xml_dup_text (_vnus_xml_child (div, "head"));
  row->text = row->head != NULL ? g_strjoin (" ", row->head, *words != '\0' ? words : NULL, NULL) : g_strdup (words);
  row->locator = make_locator (self, row->head, section);
  row->line = _vnus_xml_line (div);
  g_ptr_array_add (self->rows, row);

  return row;
}

/* “Relations Interrupted”, and then “The United States closed the Embassy”. */
static void
add_closure (GArray     *steps,
             const char *words)
{
  VnusRdcrStep closure;
  gboolean is_break = FALSE;

  for (guint i = 0; i < steps->len; i++)
    {
      const VnusRdcrStep *step = &g_array_index (steps, VnusRdcrStep, i);

      if (g_str_equal (step->level->ladder, "mission"))
        return;
      is_break = is_break || step->act == VNUS_STAGE_ACT_SUSPENDED || step->act == VNUS_STAGE_ACT_SEVERED;
    }
  if (is_break && _vnus_rdcr_read_closure (words, &closure))
    g_array_append_val (steps, closure);
}

static void
read_steps (VnusRdcrArticle *self,
            VnusRdcrRow     *row,
            const xmlNode   *div,
            const char      *words)
{
  row->steps = _vnus_rdcr_read_head (row->head, self->state, (const char *const *) self->names);
  add_closure (row->steps, words);
  for (guint i = 0; i < row->steps->len; i++)
    {
      VnusRdcrEntry *entry = g_new0 (VnusRdcrEntry, 1);

      entry->row = row;
      entry->step = g_array_index (row->steps, VnusRdcrStep, i);
      for (guint j = 0; j < i; j++)
        entry->nth += g_array_index (row->steps, VnusRdcrStep, j).level == entry->step.level;
      _vnus_rdcr_read_dates (self->import, div, words, &entry->step, i == 0, &entry->dates);
      if (entry->dates.marked != NULL || entry->dates.printed != NULL)
        _vnus_rdcr_insert (self, entry);
      else
        {
          entry_free (entry);
          g_array_remove_index (row->steps, i--);
        }
    }
}

static void
read_row (VnusRdcrArticle *self,
          const xmlNode   *div,
          const char      *section)
{
  g_autofree char *words = dup_words (div);
  VnusRdcrRow *row = add_row (self, div, section, words);
  Section kind = find_section (section);

  _vnus_import_begin_row (self->import, self->file, row->line);
  row->is_refused = !_vnus_import_claim_row (self->import, row->locator);
  if (row->head != NULL && kind != SECTION_OTHER && !row->is_refused)
    read_steps (self, row, div, words);
  if (kind == SECTION_MAIN && row->head != NULL && (row->steps == NULL || row->steps->len == 0))
    row->open_ladder = _vnus_rdcr_find_ladder (row->head);
  _vnus_import_put_row_off (self->import);
}

/* What stands in a section beside its rows, such as a summary, is a row as well; a list
 * of resources is none. */
static void
read_division (VnusRdcrArticle *self,
               const xmlNode   *div,
               const char      *section)
{
  g_autofree char *type = _vnus_xml_dup_attribute (div, "type");
  g_autofree char *id = _vnus_xml_dup_attribute (div, "id");
  const char *own = id != NULL && g_strcmp0 (type, "timeline") != 0 ? id : section;
  g_autofree char *words = NULL;

  if (g_strcmp0 (type, "appendix") == 0)
    return;
  if (g_strcmp0 (type, "timeline") == 0)
    {
      read_row (self, div, own);
      return;
    }

  words = _vnus_xml_is (div, "div") ? dup_words (div) : NULL;
  if (words != NULL && *words != '\0')
    {
      VnusRdcrRow *row = add_row (self, div, own, words);

      _vnus_import_begin_row (self->import, self->file, row->line);
      row->is_refused = !_vnus_import_claim_row (self->import, row->locator);
      _vnus_import_put_row_off (self->import);
    }
  for (const xmlNode *child = div->children; child != NULL; child = child->next)
    if (_vnus_xml_is (child, "div"))
      read_division (self, child, own);
}

/* Articles */

/* The title that the header has for a use, such as `short`. */
static char *
dup_title (const xmlNode *header,
           const char    *type)
{
  const xmlNode *statement = _vnus_xml_child (_vnus_xml_child (header, "fileDesc"), "titleStmt");

  for (const xmlNode *title = _vnus_xml_child (statement, "title"); title != NULL; title = _vnus_xml_sibling (title))
    {
      g_autofree char *own = _vnus_xml_dup_attribute (title, "type");

      if (g_strcmp0 (own, type) == 0)
        return _vnus_xml_dup_text (title);
    }

  return NULL;
}

static VnusDate *
dup_written (const xmlNode *header)
{
  static const char *const elements[] = { "sourceDesc", "publicationStmt" };
  VnusDate *year = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      g_autofree char *text = _vnus_xml_dup_text (_vnus_xml_child (_vnus_xml_child (header, "fileDesc"), elements[i]));
      VnusDate *date = text != NULL ? _vnus_rdcr_dup_month (text) : NULL;

      if (date != NULL)
        return date;
    }

  return year;
}

/* `vietnam` of vietnam.xml */
static char *
slug_of (const char *file)
{
  char *slug = g_path_get_basename (file);
  char *dot = strrchr (slug, '.');

  if (dot != NULL && dot > slug)
    *dot = '\0';
  return slug;
}

static void
article_init (VnusRdcrArticle *self,
              VnusImport      *import,
              const char      *file,
              const xmlNode   *root)
{
  const xmlNode *header = _vnus_xml_child (root, "teiHeader");

  self->import = import;
  self->file = file;
  self->slug = slug_of (file);
  self->state = _vnus_historian_dup_state_id (import, self->slug);
  self->title = dup_title (header, "short");
  self->names = _vnus_historian_list_names (self->state, self->slug, self->title);
  self->written = dup_written (header);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->locators = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Other texts are marked up in the same way. */
static gboolean
is_article (const xmlNode *root)
{
  g_autofree char *title = dup_title (_vnus_xml_child (root, "teiHeader"), "complete");

  return title != NULL && strstr (title, "Recognition") != NULL;
}

static void
read_file (VnusImport *import,
           gpointer    data,
           GFile      *file,
           const char *name)
{
  g_autoptr (VnusXml) xml = _vnus_xml_open (import, file, name);
  g_auto (VnusRdcrArticle) article = { 0 };
  const xmlNode *root, *body;

  if (xml == NULL)
    return;
  if (!g_str_equal (_vnus_xml_get_root (xml), "TEI"))
    {
      _vnus_xml_skip (xml, "TEI");
      return;
    }

  root = _vnus_xml_whole (xml);
  if (root == NULL)
    return;
  if (!is_article (root))
    {
      _vnus_xml_skip (xml, "TEI//title[@type='complete'][contains(., 'Recognition')]");
      return;
    }

  _vnus_historian_source (import, VNUS_RDCR_SOURCE);
  article_init (&article, import, name, root);
  body = _vnus_xml_child (_vnus_xml_child (root, "text"), "body");
  if (article.state != NULL && body != NULL)
    read_division (&article, body, NULL);
  _vnus_rdcr_make (&article);
}

const VnusImportFormat _vnus_import_rdcr = {
  .name = "rdcr",
  .ending = ".xml",
  .read_file = read_file,
};
