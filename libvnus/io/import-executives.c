/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the executives’ file of the congress-legislators project: YAML, a list
 * of persons with their terms as presidents and vice presidents.
 *
 * A row is one term: a tenure. Terms are counted by person and office. On the day
 * on which one ends and the next begins both hold.
 */
#include "io/historian-private.h"

#include <string.h>
#include <yaml.h>

#include <vnus/vnus-coverage.h>
#include <vnus/vnus-fold.h>
#include <vnus/vnus-person.h>
#include <vnus/vnus-tenure.h>

#include "io/import-stay-private.h"

#define SOURCE "us-executives-file"

/* The file is read whole. */
#define MAX_SIZE ((gsize) 16 << 20)

/* The words of the file. */
static const struct
{
  const char *type;
  const char *office;
  const char *locator;
} offices[] = {
  { "prez", "us-president", "president" },
  { "viceprez", "us-vice-president", "vice-president" },
};

static const struct
{
  const char      *word;
  VnusTenureStart  how;
} ways[] = {
  { "election", VNUS_TENURE_START_ELECTED },
  { "succession", VNUS_TENURE_START_SUCCEEDED },
  { "appointment", VNUS_TENURE_START_APPOINTED },
};

typedef struct
{
  char       *file;
  int         line;
  const char *person; /* id, borrowed */
  guint       office; /* in the table */
  VnusDate   *during;
  char       *start;
  char       *way;    /* NULL if none is told */
  int         number; /* of the person’s terms in the office, from 1 */
} Term;

static void
term_free (gpointer data)
{
  Term *term = data;

  g_free (term->file);
  g_clear_pointer (&term->during, vnus_date_unref);
  g_free (term->start);
  g_free (term->way);
  g_free (term);
}

static gpointer
begin (VnusImport *import)
{
  return g_ptr_array_new_with_free_func (term_free);
}

static void
end (gpointer terms)
{
  g_ptr_array_unref (terms);
}

/* YAML */

typedef struct
{
  GInputStream *stream; /* borrowed */
  VnusImport   *import;
  GError       *error;  /* (owned): why no more could be read */
  gsize         n_bytes;
  gboolean      is_too_long;
} Input;

static int
read_bytes (void          *data,
            unsigned char *buffer,
            size_t         size,
            size_t        *n_read)
{
  Input *input = data;
  gssize n = g_input_stream_read (input->stream, buffer, size, _vnus_import_get_cancellable (input->import), &input->error);

  if (n < 0)
    return 0;

  input->n_bytes += (gsize) n;
  _vnus_import_progress (input->import, (gsize) n);
  input->is_too_long = input->n_bytes > MAX_SIZE;
  *n_read = (size_t) n;
  return !input->is_too_long;
}

static const char *
scalar (yaml_node_t *node)
{
  return node != NULL && node->type == YAML_SCALAR_NODE ? (const char *) node->data.scalar.value : NULL;
}

static yaml_node_t *
member (yaml_document_t *document,
        yaml_node_t     *mapping,
        const char      *name)
{
  if (mapping == NULL || mapping->type != YAML_MAPPING_NODE)
    return NULL;

  for (yaml_node_pair_t *pair = mapping->data.mapping.pairs.start; pair < mapping->data.mapping.pairs.top; pair++)
    if (g_strcmp0 (scalar (yaml_document_get_node (document, pair->key)), name) == 0)
      return yaml_document_get_node (document, pair->value);

  return NULL;
}

static const char *
text_of (yaml_document_t *document,
         yaml_node_t     *mapping,
         const char      *name)
{
  const char *text = scalar (member (document, mapping, name));

  return text != NULL && *text != '\0' ? text : NULL;
}

static int
line_of (yaml_node_t *node)
{
  return (int) node->start_mark.line + 1;
}

/* Persons */

static const char *const schemes[] = { "bioguide", "govtrack", "wikidata" };

static char *
dup_same_as (yaml_document_t *document,
             yaml_node_t     *ids,
             const char      *scheme)
{
  const char *id = text_of (document, ids, scheme);

  return id != NULL ? g_strconcat (scheme, ":", id, NULL) : NULL;
}

static const char *
find_known (VnusImport      *import,
            yaml_document_t *document,
            yaml_node_t     *ids)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      g_autofree char *same_as = dup_same_as (document, ids, schemes[i]);
      const char *known = same_as != NULL ? _vnus_historian_same_as (import, same_as) : NULL;

      if (known != NULL)
        return known;
    }

  return NULL;
}

static void
name_person (VnusRecord      *record,
             yaml_document_t *document,
             yaml_node_t     *person,
             const char      *given,
             const char      *family)
{
  yaml_node_t *ids = member (document, person, "id");
  g_autofree char *name = g_strconcat (given, " ", family, NULL);
  g_autoptr (VnusText) label = vnus_text_new ("en", name);

  vnus_record_set_label (record, label);
  vnus_person_set_family_name (VNUS_PERSON (record), family);
  vnus_person_set_given_names (VNUS_PERSON (record), given);
  vnus_person_set_of (VNUS_PERSON (record), "us");
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      g_autofree char *same_as = dup_same_as (document, ids, schemes[i]);

      if (same_as != NULL)
        vnus_record_add_same_as (record, same_as);
    }
}

/* The day of birth; of the death nothing is told. */
static void
add_birth (VnusRecord      *record,
           yaml_document_t *document,
           yaml_node_t     *person)
{
  const char *birthday = text_of (document, member (document, person, "bio"), "birthday");
  g_autofree char *text = birthday != NULL ? g_strconcat (birthday, "/", NULL) : NULL;
  g_autoptr (VnusDate) lived = text != NULL ? vnus_date_parse (text, NULL) : NULL;

  if (lived != NULL)
    vnus_person_set_lived (VNUS_PERSON (record), lived);
}

static VnusRecord *
make_person (VnusImport       *import,
             yaml_document_t  *document,
             yaml_node_t      *person,
             const VnusOrigin *origin)
{
  yaml_node_t *name = member (document, person, "name");
  const char *known = find_known (import, document, member (document, person, "id"));
  const char *family = text_of (document, name, "last");
  const char *nickname = text_of (document, name, "nickname");
  const char *given = nickname != NULL ? nickname : text_of (document, name, "first");
  g_autofree char *whole = given != NULL && family != NULL ? g_strconcat (given, " ", family, NULL) : NULL;
  g_autofree char *own = known == NULL && whole != NULL ? vnus_fold_to_id (whole) : NULL;
  VnusRecord *record;

  if (known == NULL && own == NULL)
    {
      _vnus_import_miss (import, "name");
      return NULL;
    }

  record = _vnus_historian_take (import, VNUS_KIND_PERSON, known != NULL ? known : own, origin);
  if (record == NULL)
    return NULL;
  if (vnus_record_get_label (record) == NULL && given != NULL && family != NULL)
    name_person (record, document, person, given, family);
  add_birth (record, document, person);
  return record;
}

/* Terms */

static int
find_office (const char *type)
{
  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (offices); i++)
    if (g_str_equal (offices[i].type, type))
      return (int) i;

  return -1;
}

static Term *
read_term (VnusImport      *import,
           yaml_document_t *document,
           yaml_node_t     *person,
           yaml_node_t     *node)
{
  const char *type = text_of (document, node, "type");
  const char *start = text_of (document, node, "start");
  const char *last = text_of (document, node, "end");
  int office = find_office (type);
  g_autoptr (VnusDate) during = NULL;
  g_autofree char *locator = NULL;
  gboolean is_bad = FALSE;
  VnusRecord *record;
  Term *term;

  if (type == NULL || start == NULL)
    {
      _vnus_import_miss (import, type == NULL ? "type" : "start");
      return NULL;
    }
  if (office < 0)
    {
      VnusPhrase *phrase = _vnus_import_issue (import, "unknown-word", VNUS_SEVERITY_ERROR, "import.unknown-word");

      _vnus_phrase_add_text (phrase, "field", "type");
      _vnus_phrase_add_text (phrase, "value", type);
      return NULL;
    }
  during = _vnus_import_dup_span (import, "start", start, "end", last, &is_bad);
  if (during == NULL)
    return NULL;

  locator = g_strconcat (offices[office].locator, " ", start, NULL);
  {
    g_autoptr (VnusDate) known = vnus_date_parse (start, NULL);
    const VnusOrigin origin = { .source = SOURCE, .locator = locator, .known = known };

    record = make_person (import, document, person, &origin);
    if (record == NULL || _vnus_historian_take (import, VNUS_KIND_OFFICE, offices[office].office, &origin) == NULL)
      return NULL;
  }

  term = g_new0 (Term, 1);
  term->person = vnus_record_get_id (record);
  term->office = (guint) office;
  term->start = g_strdup (start);
  term->way = g_strdup (text_of (document, node, "how"));
  term->during = g_steal_pointer (&during);
  return term;
}

static void
read_terms (VnusImport      *import,
            GPtrArray       *terms,
            yaml_document_t *document,
            yaml_node_t     *person,
            const char      *name)
{
  yaml_node_t *list = member (document, person, "terms");

  if (list == NULL || list->type != YAML_SEQUENCE_NODE)
    {
      _vnus_phrase_add_text (_vnus_import_issue_at (import, "missing-value", VNUS_SEVERITY_ERROR, "import.missing-value",
                                                    name, line_of (person)), "field", "terms");
      return;
    }

  for (yaml_node_item_t *item = list->data.sequence.items.start; item < list->data.sequence.items.top; item++)
    {
      yaml_node_t *node = yaml_document_get_node (document, *item);
      Term *term;

      _vnus_import_begin_row (import, name, line_of (node));
      term = read_term (import, document, person, node);
      if (term == NULL)
        {
          _vnus_import_end_row_as (import, VNUS_ROW_OUTCOME_REFUSED);
          continue;
        }
      term->file = g_strdup (name);
      term->line = line_of (node);
      g_ptr_array_add (terms, term);
      _vnus_import_put_row_off (import);
    }
}

static void
add_unreadable (VnusImport   *import,
                const GError *error,
                const char   *name)
{
  _vnus_phrase_add_text (_vnus_import_issue_at (import, "unreadable-file", VNUS_SEVERITY_ERROR, "import.unreadable-file",
                                                name, 0), "problem", error->message);
}

static void
add_fault (VnusImport    *import,
           yaml_parser_t *parser,
           const Input   *input,
           const char    *name)
{
  const char *problem = input->is_too_long ? "more than 16 MiB" : parser->problem != NULL ? parser->problem : "";

  if (_vnus_import_is_cancelled (import))
    return;
  if (input->error != NULL)
    {
      add_unreadable (import, input->error, name);
      return;
    }
  _vnus_phrase_add_text (_vnus_import_issue_at (import, "yaml-fault", VNUS_SEVERITY_ERROR, "import.yaml-fault", name,
                                                (int) parser->problem_mark.line + 1), "problem", problem);
}

static void
read_document (VnusImport      *import,
               GPtrArray       *terms,
               yaml_document_t *document,
               const char      *name)
{
  yaml_node_t *root = yaml_document_get_root_node (document);

  if (root == NULL || root->type != YAML_SEQUENCE_NODE)
    {
      _vnus_phrase_add_text (_vnus_import_issue_at (import, "yaml-fault", VNUS_SEVERITY_ERROR, "import.yaml-fault", name, 1),
                             "problem", "no list of persons");
      return;
    }

  _vnus_historian_source (import, SOURCE);
  for (yaml_node_item_t *item = root->data.sequence.items.start; item < root->data.sequence.items.top; item++)
    read_terms (import, terms, document, yaml_document_get_node (document, *item), name);
}

static void
read_file (VnusImport *import,
           gpointer    terms,
           GFile      *file,
           const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = G_INPUT_STREAM (g_file_read (file, _vnus_import_get_cancellable (import), &error));
  Input input = { .stream = stream, .import = import };
  yaml_parser_t parser;
  yaml_document_t document;

  if (stream == NULL)
    {
      add_unreadable (import, error, name);
      return;
    }

  yaml_parser_initialize (&parser);
  yaml_parser_set_input (&parser, read_bytes, &input);
  if (yaml_parser_load (&parser, &document))
    {
      read_document (import, terms, &document, name);
      yaml_document_delete (&document);
    }
  else
    add_fault (import, &parser, &input, name);
  yaml_parser_delete (&parser);
  g_clear_error (&input.error);
}

/* Records */

static int
compare_terms (gconstpointer a,
               gconstpointer b)
{
  const Term *term_a = *(Term *const *) a, *term_b = *(Term *const *) b;

  if (term_a->office != term_b->office)
    return term_a->office < term_b->office ? -1 : 1;

  return vnus_date_compare (term_a->during, term_b->during);
}

static void
number_terms (GPtrArray *terms)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      Term *term = g_ptr_array_index (terms, i);
      char *key = g_strconcat (term->person, " ", offices[term->office].office, NULL);

      term->number = GPOINTER_TO_INT (g_hash_table_lookup (counts, key)) + 1;
      g_hash_table_insert (counts, key, GINT_TO_POINTER (term->number));
    }
}

static void
make_tenure (VnusImport *import,
             Term       *term)
{
  g_autofree char *locator = g_strconcat (offices[term->office].locator, " ", term->start, NULL);
  g_autofree char *id = g_strdup_printf ("%s-%s-term-%d", term->person, offices[term->office].office, term->number);
  const char *known_id = _vnus_import_known_id (import, VNUS_KIND_TENURE, SOURCE, locator);
  g_autoptr (VnusDate) known = vnus_date_parse (term->start, NULL);
  const VnusOrigin origin = { .source = SOURCE, .locator = locator, .known = known };
  gboolean is_new;
  VnusRecord *record;

  _vnus_import_begin_row (import, term->file, term->line);
  record = _vnus_import_claim_row (import, locator)
             ? _vnus_import_record (import, VNUS_KIND_TENURE, known_id != NULL ? known_id : id, &is_new)
             : NULL;
  if (record == NULL)
    {
      _vnus_import_end_row_as (import, VNUS_ROW_OUTCOME_REFUSED);
      return;
    }

  vnus_tenure_set_person (VNUS_TENURE (record), term->person);
  vnus_tenure_set_office (VNUS_TENURE (record), offices[term->office].office);
  vnus_tenure_set_during (VNUS_TENURE (record), term->during);
  vnus_tenure_set_term (VNUS_TENURE (record), term->number);
  for (guint i = 0; term->way != NULL && i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (ways[i].word, term->way))
      vnus_tenure_set_how (VNUS_TENURE (record), ways[i].how);
  _vnus_historian_cite (record, &origin);
  _vnus_import_end_row (import, record);
}

/* Terms that follow one another without a gap leave no room for another one. */
static void
declare_office (VnusImport *import,
                GPtrArray  *terms,
                guint       office)
{
  int from = VNUS_DAY_MAX, last_start = VNUS_DAY_MIN, last_end = VNUS_DAY_MIN;
  g_autofree char *scope = g_strconcat ("kind:tenure office:", offices[office].office, NULL);
  g_autofree char *id = g_strconcat (SOURCE, "-", offices[office].office, NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const Term *term = g_ptr_array_index (terms, i);
      int start = vnus_date_get_earliest_start (term->during);

      if (term->office != office)
        continue;
      if (from == VNUS_DAY_MAX || (last_end < VNUS_DAY_MAX && start > last_end + 1))
        from = start;
      last_start = start;
      last_end = MAX (last_end, vnus_date_get_latest_end (term->during));
    }

  if (from < last_start)
    _vnus_coverage_declare (import, id, SOURCE, offices[office].locator, scope, from, last_start);
}

static void
finish (VnusImport *import,
        gpointer    data)
{
  GPtrArray *terms = data;

  g_ptr_array_sort (terms, compare_terms);
  number_terms (terms);
  for (guint i = 0; i < terms->len; i++)
    make_tenure (import, g_ptr_array_index (terms, i));
  for (guint i = 0; i < G_N_ELEMENTS (offices); i++)
    declare_office (import, terms, i);
}

const VnusImportFormat _vnus_import_executives = {
  .name = "executives",
  .ending = ".yaml",
  .begin = begin,
  .end = end,
  .read_file = read_file,
  .finish = finish,
};
