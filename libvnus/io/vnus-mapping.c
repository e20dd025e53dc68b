/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: mappings: what the columns of a table mean. */
#include <vnus/vnus-mapping.h>

#include <gio/gio.h>
#include <string.h>

#include "base/vnus-clip-private.h"
#include "io/mapping-private.h"

/* Of the resource that holds the shipped mappings. */
#define FOLDER "/org/vnus/mappings/"
#define ENDING ".ini"

extern GResource *_vnus_data_get_resource (void);

/**
 * VnusMapping:
 *
 * What the columns of a table mean, for its import: which records a row makes,
 * and from which columns their fields come.
 *
 * A mapping is a key file. Each group makes one record a row; its keys are the
 * columns of a sheet of that kind, its values templates with the names of the
 * table's columns in them:
 *
 * ```ini
 * [table]
 * delimiter=;
 * encoding=latin-1
 *
 * [visit]
 * id={Leader:id}-{Country:state}-{From:day-month-year:year-month}
 * when={From:day-month-year}[/{To:day-month-year}]
 * host={Country:state}
 * participants={Leader:id} | role=guest
 * status=held
 * citations=my-table | locator={Number}
 *
 * [person]
 * id={Leader:id}
 * label.en={Leader}
 * citations=my-table
 * ```
 *
 * The page on tables explains groups, templates and transformations. A mapping
 * does not change.
 *
 * Since: 0.1
 */
struct _VnusMapping
{
  GObject parent_instance;

  char      *name;
  char       delimiter; /* 0 for the default */
  char      *encoding;  /* (nullable) */
  VnusKind   kind;
  GPtrArray *groups;    /* (element-type VnusMappingGroup) (owned) */
};

enum
{
  PROP_0,
  PROP_NAME,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (VnusMapping, vnus_mapping, G_TYPE_OBJECT)

/**
 * vnus_mapping_error_quark:
 *
 * Gets the error domain of mappings.
 *
 * Returns: the quark of the domain
 *
 * Since: 0.1
 */
G_DEFINE_QUARK (vnus-mapping-error-quark, vnus_mapping_error)

G_DEFINE_ENUM_TYPE (VnusMappingError, vnus_mapping_error,
                    G_DEFINE_ENUM_VALUE (VNUS_MAPPING_ERROR_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (VNUS_MAPPING_ERROR_BAD_FILE, "bad-file"),
                    G_DEFINE_ENUM_VALUE (VNUS_MAPPING_ERROR_UNKNOWN_GROUP, "unknown-group"),
                    G_DEFINE_ENUM_VALUE (VNUS_MAPPING_ERROR_UNKNOWN_FIELD, "unknown-field"),
                    G_DEFINE_ENUM_VALUE (VNUS_MAPPING_ERROR_BAD_TEMPLATE, "bad-template"),
                    G_DEFINE_ENUM_VALUE (VNUS_MAPPING_ERROR_NOT_SHIPPED, "not-shipped"))

static void
group_free (gpointer data)
{
  VnusMappingGroup *group = data;

  g_free (group->name);
  g_ptr_array_unref (group->columns);
  g_ptr_array_unref (group->templates);
  g_free (group);
}

static void
vnus_mapping_finalize (GObject *object)
{
  VnusMapping *self = VNUS_MAPPING (object);

  g_free (self->name);
  g_free (self->encoding);
  g_ptr_array_unref (self->groups);

  G_OBJECT_CLASS (vnus_mapping_parent_class)->finalize (object);
}

static void
vnus_mapping_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (id == PROP_NAME)
    g_value_set_string (value, VNUS_MAPPING (object)->name);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
vnus_mapping_class_init (VnusMappingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vnus_mapping_finalize;
  object_class->get_property = vnus_mapping_get_property;

  /**
   * VnusMapping:name: (getter get_name)
   *
   * The name of the mapping: of a shipped one, or of its file.
   *
   * Since: 0.1
   */
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
vnus_mapping_init (VnusMapping *self)
{
  self->groups = g_ptr_array_new_with_free_func (group_free);
}

/* Reading the key file */

typedef struct
{
  VnusMapping *self;
  GKeyFile    *file;
  GHashTable  *words;  /* (element-type utf8 GHashTable) */
} Reading;

static gboolean
read_delimiter (Reading     *reading,
                const char  *value,
                GError     **error)
{
  static const struct
  {
    const char *word;
    char delimiter;
  } words[] = { { "comma", ',' }, { "semicolon", ';' }, { "tab", '\t' }, { "bar", '|' }, { ",", ',' }, { ";", ';' }, { "|", '|' } };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, value))
      {
        reading->self->delimiter = words[i].delimiter;
        return TRUE;
      }

  g_set_error (error, VNUS_MAPPING_ERROR, VNUS_MAPPING_ERROR_BAD_FILE,
               "%s: [table] delimiter: “%s” is none; expected comma, semicolon, tab or bar",
               reading->self->name, _vnus_clip (value).text);
  return FALSE;
}

static gboolean
read_kind (Reading     *reading,
           const char  *value,
           GError     **error)
{
  reading->self->kind = vnus_kind_from_string (value);
  if (reading->self->kind != VNUS_KIND_UNSET)
    return TRUE;

  g_set_error (error, VNUS_MAPPING_ERROR, VNUS_MAPPING_ERROR_UNKNOWN_GROUP,
               "%s: [table] kind: “%s” is no kind of record; expected one, such as visit",
               reading->self->name, _vnus_clip (value).text);
  return FALSE;
}

static gboolean
read_encoding (Reading     *reading,
               const char  *value,
               GError     **error)
{
  reading->self->encoding = g_strdup (value);
  return TRUE;
}

static gboolean
read_table (Reading     *reading,
            GError     **error)
{
  static const struct
  {
    const char *key;
    gboolean (*read) (Reading *reading, const char *value, GError **error);
  } readers[] = { { "delimiter", read_delimiter }, { "encoding", read_encoding }, { "kind", read_kind } };
  g_auto (GStrv) keys = g_key_file_get_keys (reading->file, "table", NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *value = g_key_file_get_value (reading->file, "table", keys[i], NULL);
      guint j;

      for (j = 0; j < G_N_ELEMENTS (readers) && !g_str_equal (readers[j].key, keys[i]); j++)
        ;
      if (j == G_N_ELEMENTS (readers))
        {
          g_set_error (error, VNUS_MAPPING_ERROR, VNUS_MAPPING_ERROR_UNKNOWN_GROUP,
                       "%s: [table] “%s” means nothing; expected delimiter, encoding or kind",
                       reading->self->name, _vnus_clip (keys[i]).text);
          return FALSE;
        }
      if (!readers[j].read (reading, g_strstrip (value), error))
        return FALSE;
    }

  return TRUE;
}

static void
read_words (Reading    *reading,
            const char *group)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) keys = g_key_file_get_keys (reading->file, group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    g_hash_table_insert (table, g_strdup (keys[i]), g_strstrip (g_key_file_get_value (reading->file, group, keys[i], NULL)));

  g_hash_table_insert (reading->words, g_strstrip (g_strdup (group + strlen ("words "))), table);
}

static gboolean
read_template (Reading           *reading,
               VnusMappingGroup  *group,
               const char        *key,
               GError           **error)
{
  VnusSheetColumn *column = _vnus_sheet_column_new (group->kind, key);
  g_autofree char *value = g_strstrip (g_key_file_get_value (reading->file, group->name, key, NULL));
  VnusTemplate *template;

  if (column == NULL || column->role == VNUS_SHEET_COLUMN_KIND)
    {
      g_autofree char *nearest = _vnus_sheet_suggest_column (group->kind, key);

      g_set_error (error, VNUS_MAPPING_ERROR, VNUS_MAPPING_ERROR_UNKNOWN_FIELD,
                   "%s: [%s] “%s” is no column of a sheet of that kind; did you mean “%s”?", reading->self->name,
                   group->name, _vnus_clip (key).text, nearest != NULL ? nearest : "id");
      g_clear_pointer (&column, _vnus_sheet_column_free);
      return FALSE;
    }

  template = _vnus_template_parse (value, reading->words, error);
  if (template == NULL)
    {
      g_prefix_error (error, "%s: [%s] %s: ", reading->self->name, group->name, key);
      _vnus_sheet_column_free (column);
      return FALSE;
    }

  if (column->role == VNUS_SHEET_COLUMN_ID)
    group->id = group->columns->len;
  g_ptr_array_add (group->columns, column);
  g_ptr_array_add (group->templates, template);
  return TRUE;
}

/* @name: a kind, and perhaps a word that tells one group of it from another. */
static gboolean
read_group (Reading     *reading,
            const char  *name,
            GError     **error)
{
  g_autofree char *kind = g_strndup (name, strcspn (name, " "));
  VnusMappingGroup *group = g_new0 (VnusMappingGroup, 1);
  g_auto (GStrv) keys = g_key_file_get_keys (reading->file, name, NULL, NULL);

  group->name = g_strdup (name);
  group->kind = vnus_kind_from_string (kind);
  group->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_sheet_column_free);
  group->templates = g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_template_free);
  group->id = G_MAXUINT;
  g_ptr_array_add (reading->self->groups, group);

  if (group->kind == VNUS_KIND_UNSET)
    {
      g_set_error (error, VNUS_MAPPING_ERROR, VNUS_MAPPING_ERROR_UNKNOWN_GROUP,
                   "%s: [%s] is no kind of record; expected one such as visit, or table, or words and a name",
                   reading->self->name, _vnus_clip (name).text);
      return FALSE;
    }
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    if (!read_template (reading, group, keys[i], error))
      return FALSE;

  if (group->id != G_MAXUINT)
    return TRUE;
  g_set_error (error, VNUS_MAPPING_ERROR, VNUS_MAPPING_ERROR_BAD_FILE,
               "%s: [%s] has no id; expected one, made of what tells the rows apart", reading->self->name, name);
  return FALSE;
}

/* Words first: templates speak of them. */
static gboolean
read_groups (Reading  *reading,
             GError  **error)
{
  g_auto (GStrv) names = g_key_file_get_groups (reading->file, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_prefix (names[i], "words "))
      read_words (reading, names[i]);
  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_has_prefix (names[i], "words ") && !g_str_equal (names[i], "table") && !read_group (reading, names[i], error))
      return FALSE;

  return read_table (reading, error);
}

/**
 * vnus_mapping_load_bytes: (constructor)
 * @bytes: a key file in UTF-8
 * @name: the name of the file, for messages
 * @error: return location for an error
 *
 * Reads a mapping.
 *
 * Fails with [error@Vnus.MappingError].
 *
 * Returns: (transfer full): the mapping
 *
 * Since: 0.1
 */
VnusMapping *
vnus_mapping_load_bytes (GBytes      *bytes,
                         const char  *name,
                         GError     **error)
{
  g_autoptr (VnusMapping) self = NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GHashTable) words = NULL;
  g_autoptr (GError) local = NULL;
  gsize size;
  const char *data, *end;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (VNUS_TYPE_MAPPING, NULL);
  self->name = g_strdup (name);
  words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  data = g_bytes_get_data (bytes, &size);

  if (size > 0 && !g_utf8_validate (data, (gssize) size, &end))
    {
      g_set_error (error, VNUS_MAPPING_ERROR, VNUS_MAPPING_ERROR_BAD_FILE,
                   "%s: byte %" G_GSIZE_FORMAT " is not UTF-8", name, (gsize) (end - data));
      return NULL;
    }
  if (!g_key_file_load_from_data (file, data != NULL ? data : "", size, G_KEY_FILE_NONE, &local))
    {
      g_set_error (error, VNUS_MAPPING_ERROR, VNUS_MAPPING_ERROR_BAD_FILE, "%s: %s", name, local->message);
      return NULL;
    }

  return read_groups (&(Reading) { self, file, words }, error) ? g_steal_pointer (&self) : NULL;
}

/* Finding one */

/**
 * vnus_mapping_list_shipped:
 *
 * Lists the mappings that come with the library.
 *
 * Returns: (transfer full) (array zero-terminated=1): their names, such as `colt`
 *
 * Since: 0.1
 */
char **
vnus_mapping_list_shipped (void)
{
  g_auto (GStrv) files = g_resource_enumerate_children (_vnus_data_get_resource (), FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      files[i][strlen (files[i]) - strlen (ENDING)] = '\0';
      g_strv_builder_add (names, files[i]);
    }

  return g_strv_builder_end (names);
}

static VnusMapping *
open_shipped (const char  *name,
              GError     **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, ENDING, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (_vnus_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) names = NULL;
  g_autofree char *list = NULL;

  if (bytes != NULL)
    return vnus_mapping_load_bytes (bytes, name, error);

  names = vnus_mapping_list_shipped ();
  list = g_strjoinv (", ", names);
  g_set_error (error, VNUS_MAPPING_ERROR, VNUS_MAPPING_ERROR_NOT_SHIPPED,
               "no mapping “%s” is shipped; expected one of %s, or a path with “/”, “.” or “:” in it",
               _vnus_clip (name).text, list);
  return NULL;
}

/**
 * vnus_mapping_open: (constructor)
 * @name_or_path: the name of a shipped mapping or, with `/`, `.` or `:` in it, a path or URI
 * @error: return location for an error
 *
 * Opens a mapping.
 *
 * Fails with [error@Vnus.MappingError], or with [error@Gio.IOErrorEnum] if the
 * file cannot be read.
 *
 * Returns: (transfer full): the mapping
 *
 * Since: 0.1
 */
VnusMapping *
vnus_mapping_open (const char  *name_or_path,
                   GError     **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (name_or_path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (strpbrk (name_or_path, "/.:") == NULL)
    return open_shipped (name_or_path, error);

  file = g_file_new_for_commandline_arg (name_or_path);
  name = g_filename_display_name (name_or_path);
  bytes = g_file_load_bytes (file, NULL, NULL, error);
  if (bytes == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }

  return vnus_mapping_load_bytes (bytes, name, error);
}

/**
 * vnus_mapping_get_name: (get-property name)
 * @self: a mapping
 *
 * Gets the name: of a shipped mapping, or of its file.
 *
 * Returns: (nullable): the name, or `NULL` in a mapping that was read from nothing
 *
 * Since: 0.1
 */
const char *
vnus_mapping_get_name (VnusMapping *self)
{
  g_return_val_if_fail (VNUS_IS_MAPPING (self), NULL);

  return self->name;
}

/**
 * vnus_mapping_list_columns:
 * @self: a mapping
 *
 * Lists the columns of the table that the mapping reads.
 *
 * Returns: (transfer full) (array zero-terminated=1): their names, those first that a table must have
 *
 * Since: 0.1
 */
char **
vnus_mapping_list_columns (VnusMapping *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_return_val_if_fail (VNUS_IS_MAPPING (self), NULL);

  for (int optional = FALSE; optional <= TRUE; optional++)
    for (guint i = 0; i < self->groups->len; i++)
      {
        const VnusMappingGroup *group = g_ptr_array_index (self->groups, i);

        for (guint j = 0; j < group->templates->len; j++)
          _vnus_template_list_columns (g_ptr_array_index (group->templates, j), optional, names);
      }
  g_ptr_array_add (names, NULL);

  return g_strdupv ((char **) names->pdata);
}

GPtrArray *
_vnus_mapping_get_groups (VnusMapping *self)
{
  return self->groups;
}

VnusKind
_vnus_mapping_get_kind (VnusMapping *self)
{
  return self->kind;
}

char
_vnus_mapping_get_delimiter (VnusMapping *self)
{
  return self->delimiter;
}

const char *
_vnus_mapping_get_encoding (VnusMapping *self)
{
  return self->encoding;
}
