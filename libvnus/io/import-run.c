/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: one import from its paths to its change set. */
#include "io/import-struct-private.h"

#include <string.h>

#include <vnus/vnus-actor.h>
#include <vnus/vnus-change-set.h>
#include <vnus/vnus-citation.h>

/* How deep folders may lie in folders. */
#define MAX_DEPTH 16

typedef struct
{
  GFile   *file; /* (owned) */
  char    *name; /* as it was asked for, to be shown */
  goffset  size;
} Input;

static void
input_clear (gpointer data)
{
  Input *input = data;

  g_clear_object (&input->file);
  g_free (input->name);
}

void
_vnus_import_result_free (VnusImportResult *self)
{
  g_clear_object (&self->changes);
  g_clear_pointer (&self->issues, g_ptr_array_unref);
  g_free (self);
}

/* Files */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (g_file_info_get_name (*(GFileInfo *const *) a), g_file_info_get_name (*(GFileInfo *const *) b));
}

/* What is in a folder, in the order of the names. */
static GPtrArray *
list_folder (GFile         *folder,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GFileEnumerator) enumerator = NULL;
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func (g_object_unref);
  GFileInfo *info;
  GError *problem = NULL;

  enumerator = g_file_enumerate_children (folder, "standard::name,standard::type,standard::size",
                                          G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, error);
  if (enumerator == NULL)
    return NULL;

  while ((info = g_file_enumerator_next_file (enumerator, cancellable, &problem)) != NULL)
    g_ptr_array_add (infos, info);
  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return NULL;
    }

  g_ptr_array_sort (infos, compare_names);
  return g_steal_pointer (&infos);
}

static void
take_file (GArray     *inputs,
           GFile      *file,
           const char *name,
           goffset     size)
{
  const Input input = { .file = g_object_ref (file), .name = g_filename_display_name (name), .size = size };

  g_array_append_val (inputs, input);
}

static gboolean
take_folder (VnusImport  *self,
             GArray      *inputs,
             GFile       *folder,
             const char  *name,
             guint        depth,
             GError     **error)
{
  g_autoptr (GPtrArray) infos = NULL;

  if (depth > MAX_DEPTH)
    {
      g_autofree char *shown = g_filename_display_name (name);

      g_set_error (error, VNUS_IMPORTER_ERROR, VNUS_IMPORTER_ERROR_FAILED,
                   "%s: more than %d folders in each other", shown, MAX_DEPTH);
      return FALSE;
    }
  infos = list_folder (folder, self->cancellable, error);
  if (infos == NULL)
    return FALSE;

  for (guint i = 0; i < infos->len; i++)
    {
      GFileInfo *info = g_ptr_array_index (infos, i);
      const char *base = g_file_info_get_name (info);
      g_autoptr (GFile) file = g_file_get_child (folder, base);
      g_autofree char *path = g_build_filename (name, base, NULL);

      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        {
          if (!take_folder (self, inputs, file, path, depth + 1, error))
            return FALSE;
        }
      else if (g_str_has_suffix (base, self->format->ending))
        take_file (inputs, file, path, g_file_info_get_size (info));
    }

  return TRUE;
}

static gboolean
take_path (VnusImport  *self,
           GArray      *inputs,
           const char  *path,
           GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GError) problem = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, "standard::type,standard::size", G_FILE_QUERY_INFO_NONE,
                                                  self->cancellable, &problem);
  guint n = inputs->len;

  if (info == NULL)
    {
      if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&problem));
      else
        g_set_error (error, VNUS_IMPORTER_ERROR, VNUS_IMPORTER_ERROR_NO_FILE, "%s: %s", shown, problem->message);
      return FALSE;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_DIRECTORY)
    {
      take_file (inputs, file, path, g_file_info_get_size (info));
      return TRUE;
    }

  if (!take_folder (self, inputs, file, path, 0, error))
    return FALSE;
  if (inputs->len > n)
    return TRUE;

  g_set_error (error, VNUS_IMPORTER_ERROR, VNUS_IMPORTER_ERROR_NO_FILE,
               "%s: the folder has no file for “%s”; expected files whose names end in “%s”", shown, self->format->name,
               self->format->ending);
  return FALSE;
}

/* By the names of the files, then of their folders: what is made does not depend on the
 * order in which files are given. */
static int
compare_inputs (gconstpointer a,
                gconstpointer b)
{
  const Input *input_a = a, *input_b = b;
  const char *slash_a = strrchr (input_a->name, '/'), *slash_b = strrchr (input_b->name, '/');
  int order = strcmp (slash_a != NULL ? slash_a + 1 : input_a->name, slash_b != NULL ? slash_b + 1 : input_b->name);

  return order != 0 ? order : strcmp (input_a->name, input_b->name);
}

/* Reading */

static gboolean
read_files (VnusImport  *self,
            GArray      *inputs,
            GError     **error)
{
  gpointer state = self->format->begin != NULL ? self->format->begin (self) : NULL;

  for (guint i = 0; i < inputs->len; i++)
    self->total += g_array_index (inputs, Input, i).size;
  for (guint i = 0; i < inputs->len && !_vnus_import_is_cancelled (self); i++)
    {
      const Input *input = &g_array_index (inputs, Input, i);

      self->file = input->name;
      self->format->read_file (self, state, input->file, input->name);
    }

  if (self->format->finish != NULL && !_vnus_import_is_cancelled (self))
    self->format->finish (self, state);
  self->file = NULL;
  if (self->format->end != NULL)
    self->format->end (state);

  return self->cancellable == NULL || !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* Changes */

/* Whether what @citation backs is told anew by @made. What backs one member alone,
 * such as who came along, may be of a row in a file that is not read this time. */
static gboolean
is_backed_anew (VnusImport   *self,
                VnusRecord   *made,
                VnusCitation *citation)
{
  const char *source = vnus_citation_get_source (citation), *locator = vnus_citation_get_locator (citation);
  const char *field = vnus_citation_get_field (citation);
  gboolean is_of_member = field != NULL && strchr (field, '/') != NULL;

  if (is_of_member && locator != NULL && _vnus_import_has_row (self, locator))
    is_of_member = FALSE;
  for (guint i = 0; i < vnus_record_get_n_citations (made); i++)
    {
      VnusCitation *other = vnus_record_get_citation (made, i);

      if (g_strcmp0 (vnus_citation_get_source (other), source) == 0 &&
          (!is_of_member || g_strcmp0 (vnus_citation_get_locator (other), locator) == 0))
        return TRUE;
    }

  return FALSE;
}

/* Whether the record comes from nothing but the sources of @made, which tell it
 * anew. What many rows speak of, such as a person, is never told whole by one. */
static gboolean
is_told_anew (VnusImport *self,
              VnusRecord *before,
              VnusRecord *made)
{
  VnusKind kind = vnus_record_get_kind (made);

  if (VNUS_IS_ACTOR (made) || kind == VNUS_KIND_OFFICE || kind == VNUS_KIND_PLACE || kind == VNUS_KIND_SOURCE ||
      kind == VNUS_KIND_LEVEL || kind == VNUS_KIND_TOPIC || vnus_record_get_n_citations (before) == 0)
    return FALSE;

  for (guint i = 0; i < vnus_record_get_n_citations (before); i++)
    if (!is_backed_anew (self, made, vnus_record_get_citation (before, i)))
      return FALSE;

  return TRUE;
}

/* What becomes of a record that was made. */
static VnusRowOutcome
settle (VnusImport    *self,
        VnusChangeSet *changes,
        VnusRecord    *made)
{
  VnusRecord *before = self->into != NULL ? vnus_chronicle_lookup (self->into, vnus_record_get_id (made)) : NULL;
  g_autoptr (VnusRecord) after = NULL;

  if (before == NULL)
    {
      vnus_change_set_add (changes, made, NULL);
      return VNUS_ROW_OUTCOME_MADE;
    }

  if (vnus_record_equal (before, made))
    return VNUS_ROW_OUTCOME_UNCHANGED;
  if (g_hash_table_contains (self->replacing, made) || is_told_anew (self, before, made))
    after = g_object_ref (made);
  else
    after = _vnus_import_merge (before, made);
  if (vnus_record_equal (before, after))
    return VNUS_ROW_OUTCOME_UNCHANGED;

  vnus_change_set_replace (changes, before, after, NULL);
  return VNUS_ROW_OUTCOME_MERGED;
}

static void
settle_all (VnusImport       *self,
            VnusImportResult *result)
{
  g_autoptr (GHashTable) fates = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->made->len; i++)
    {
      VnusRecord *made = g_ptr_array_index (self->made, i);

      g_hash_table_insert (fates, made, GUINT_TO_POINTER (settle (self, result->changes, made)));
    }

  for (guint i = 0; i < self->rows->len; i++)
    {
      const VnusImportRow *row = &g_array_index (self->rows, VnusImportRow, i);
      VnusRowOutcome outcome = row->outcome;

      if (row->record != NULL)
        {
          outcome = GPOINTER_TO_UINT (g_hash_table_lookup (fates, row->record));
          /* The rows that follow have gone into the record of the first. */
          if (outcome == VNUS_ROW_OUTCOME_MADE)
            g_hash_table_insert (fates, row->record, GUINT_TO_POINTER (VNUS_ROW_OUTCOME_MERGED));
        }
      result->n_rows[outcome]++;
      result->n_rows[VNUS_ROW_OUTCOME_UNSET]++;
    }
}

static VnusImportResult *
make_result (VnusImport *self)
{
  VnusImportResult *result = g_new0 (VnusImportResult, 1);

  _vnus_import_cite_all (self);
  result->changes = vnus_change_set_new ();
  vnus_change_set_set_source_id (result->changes, self->source);
  settle_all (self, result);
  result->issues = g_ptr_array_ref (self->issues);
  result->n_notes = self->n_notes;

  return result;
}

VnusImportResult *
_vnus_import_run (const VnusImportFormat  *format,
                  VnusMapping             *mapping,
                  const char * const      *paths,
                  VnusChronicle           *into,
                  VnusImportProgress       progress,
                  gpointer                 user_data,
                  GCancellable            *cancellable,
                  GError                 **error)
{
  VnusImport self;
  g_autoptr (GArray) inputs = g_array_new (FALSE, FALSE, sizeof (Input));
  VnusImportResult *result = NULL;
  gboolean is_fine = TRUE;

  g_array_set_clear_func (inputs, input_clear);
  _vnus_import_init (&self, format, into, cancellable);
  self.mapping = mapping;
  self.progress = progress;
  self.user_data = user_data;

  for (guint i = 0; paths[i] != NULL && is_fine; i++)
    is_fine = take_path (&self, inputs, paths[i], error);
  g_array_sort (inputs, compare_inputs);
  if (is_fine && read_files (&self, inputs, error))
    result = make_result (&self);

  _vnus_import_clear (&self);
  return result;
}
