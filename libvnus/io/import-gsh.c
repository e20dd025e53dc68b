/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the guide to states and territories, with their spans and predecessors.
 *
 * A row is one territory under one name and of one type; with a change of either
 * another row begins. So most of what exists today has the slug of its name, and
 * what has ended that with the year. Rows name rows that come before and after
 * them, in any order and in other files: they are joined when all are read.
 */
#include "io/historian-private.h"
#include "io/import-title-private.h"
#include "io/xml-reader-private.h"

#include <string.h>

#include <vnus/vnus-citation.h>
#include <vnus/vnus-state.h>

#define SOURCE "us-historian-territories"

/* One row says that a state came before another. */
typedef struct
{
  char     *row;        /* the slug of the row that says so */
  char     *state;      /* slug */
  char     *before;     /* slug */
  VnusDate *known;      /* (nullable) */
  gboolean  is_of_other; /* the row is not that of @state */
  char     *file;
  int       line;
} Link;

typedef struct
{
  GArray     *links; /* (element-type Link) */
  GHashTable *told;  /* (element-type utf8 utf8) id of a state → slug of the first row that tells of it */
} State;

static void
link_clear (gpointer data)
{
  Link *self = data;

  g_free (self->row);
  g_free (self->state);
  g_free (self->before);
  g_free (self->file);
  g_clear_pointer (&self->known, vnus_date_unref);
}

static gpointer
begin (VnusImport *import)
{
  State *state = g_new0 (State, 1);

  state->links = g_array_new (FALSE, TRUE, sizeof (Link));
  g_array_set_clear_func (state->links, link_clear);
  state->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return state;
}

static void
end (gpointer data)
{
  State *state = data;

  g_array_unref (state->links);
  g_hash_table_unref (state->told);
  g_free (state);
}

/* Spans */

/* “599” is the year 0599; what the file says of its own exactness is kept: how far
 * the year may be off makes it approximate, how far it may be relied upon, uncertain. */
static char *
dup_year (const xmlNode *node)
{
  g_autofree char *text = _vnus_xml_dup_text (node);
  g_autofree char *precision = _vnus_xml_dup_attribute (node, "precision");
  g_autofree char *certainty = _vnus_xml_dup_attribute (node, "certainty");
  const char *mark = precision != NULL ? certainty != NULL ? "%" : "~" : certainty != NULL ? "?" : "";
  gsize length = text != NULL ? strlen (text) : 0;

  if (length == 0)
    return NULL;
  if (length < 4 && strspn (text, "0123456789") == length)
    return g_strdup_printf ("%.*s%s%s", (int) (4 - length), "000", text, mark);

  return g_strconcat (text, mark, NULL);
}

/* NULL if it is not known, or is none: then @printed is what is in the file. */
static VnusDate *
dup_span (VnusImport  *import,
          xmlNode     *node,
          char       **printed)
{
  g_autofree char *since = dup_year (_vnus_xml_child (node, "valid-since"));
  g_autofree char *until = dup_year (_vnus_xml_child (node, "valid-until"));
  gboolean is_bad = FALSE;
  VnusDate *span = _vnus_import_dup_span (import, "valid-since", since, "valid-until", until, &is_bad);

  *printed = is_bad ? g_strdup_printf ("%s – %s", since != NULL ? since : "", until != NULL ? until : "") : NULL;
  return span;
}

/* The last day of which a row tells. */
static VnusDate *
dup_known (VnusDate *span)
{
  int day = span != NULL ? vnus_date_get_latest_end (span) : VNUS_DAY_MAX;

  if (day == VNUS_DAY_MAX && span != NULL)
    day = vnus_date_get_latest_start (span);

  return day != VNUS_DAY_MAX && day != VNUS_DAY_MIN ? vnus_date_new_day (day) : NULL;
}

/* Names */

/* “-” says that there is none. */
static char *
dup_name (xmlNode    *node,
          const char *element)
{
  char *name = _vnus_xml_dup_child (node, element);

  if (name != NULL && g_str_equal (name, "-"))
    g_clear_pointer (&name, g_free);
  return name;
}

/* What has ended shares its name with what came after it more often than not. */
static void
name_state (VnusRecord *record,
            const char *slug,
            const char *name,
            VnusDate   *span)
{
  g_autoptr (VnusText) label = NULL;

  if (vnus_record_get_label (record) != NULL || span == NULL || vnus_date_is_end_open (span))
    {
      _vnus_historian_name_state (record, slug, name);
      return;
    }

  label = _vnus_import_text ("title.territory", (const VnusTextArg[]) { { "name", NULL, name }, { "span", .date = span } }, 2);
  _vnus_historian_name_state (record, slug, name);
  vnus_record_set_label (record, label);
}

/* Rows */

/* What has no field of its own stays with the citation. */
static VnusText *
dup_rest (xmlNode    *node,
          const char *printed)
{
  g_autoptr (GString) rest = g_string_new (printed);
  g_autofree char *type = _vnus_xml_dup_child (node, "type-of-territory");
  xmlNode *sources = _vnus_xml_child (node, "sources");

  if (type != NULL)
    g_string_append_printf (rest, "%s%s", rest->len > 0 ? "; " : "", type);
  for (xmlNode *source = sources != NULL ? _vnus_xml_child (sources, "source") : NULL; source != NULL;
       source = _vnus_xml_sibling (source))
    {
      g_autofree char *text = _vnus_xml_dup_text (source);

      if (text != NULL)
        g_string_append_printf (rest, "%s%s", rest->len > 0 ? "; " : "", text);
    }

  return rest->len > 0 ? vnus_text_new ("en", rest->str) : NULL;
}

static void
cite (VnusRecord       *record,
      const VnusOrigin *origin,
      VnusText         *rest,
      const char       *field,
      VnusDate         *value)
{
  g_autoptr (VnusCitation) citation = _vnus_historian_citation (origin);
  g_autoptr (VnusCitation) noted = rest != NULL ? vnus_citation_with_note (citation, rest) : vnus_citation_ref (citation);
  g_autoptr (VnusCitation) named = field != NULL ? vnus_citation_with_field (noted, field) : vnus_citation_ref (noted);
  g_autoptr (VnusValue) own = value != NULL ? vnus_value_new_date (value) : NULL;
  g_autoptr (VnusCitation) valued = own != NULL ? vnus_citation_with_value (named, own) : vnus_citation_ref (named);

  vnus_record_add_citation (record, valued);
}

static void
take_links (State      *state,
            xmlNode    *node,
            const char *list,
            const char *element,
            const char *slug,
            VnusDate   *known,
            const char *file)
{
  xmlNode *links = _vnus_xml_child (node, list);

  for (xmlNode *item = links != NULL ? _vnus_xml_child (links, element) : NULL; item != NULL; item = _vnus_xml_sibling (item))
    {
      char *other = _vnus_xml_dup_text (item);
      gboolean is_successor = g_str_equal (element, "successor");
      Link link = { g_strdup (slug), is_successor ? other : g_strdup (slug), is_successor ? g_strdup (slug) : other,
                    known != NULL ? vnus_date_ref (known) : NULL, is_successor, g_strdup (file), _vnus_xml_line (item) };

      if (other != NULL)
        g_array_append_val (state->links, link);
      else
        link_clear (&link);
    }
}

/* Names of one state that rows of their own tell of: their spans stand side by side. */
static void
fill_state (VnusImport       *import,
            State            *state,
            VnusRecord       *record,
            xmlNode          *node,
            VnusDate         *span,
            const char       *printed,
            const VnusOrigin *origin)
{
  const char *id = vnus_record_get_id (record);
  g_autofree char *notes = _vnus_xml_dup_child (node, "notes");
  g_autoptr (VnusText) rest = dup_rest (node, printed);

  if (!g_hash_table_contains (state->told, id))
    {
      g_hash_table_insert (state->told, g_strdup (id), g_strdup (origin->locator));
      if (VNUS_IS_STATE (record))
        vnus_state_set_existed (VNUS_STATE (record), span);
      cite (record, origin, rest, NULL, NULL);
    }
  else if (span != NULL)
    cite (record, origin, rest, "existed", span);

  if (notes != NULL || printed != NULL)
    _vnus_import_count_note (import);
  if (notes != NULL && vnus_record_get_note (record) == NULL)
    {
      g_autoptr (VnusText) note = vnus_text_new ("en", notes);

      vnus_record_set_note (record, note);
    }
  else if (notes != NULL)
    {
      g_autoptr (VnusText) note = vnus_text_new ("en", notes);

      cite (record, origin, note, "note", NULL);
    }
}

static VnusRecord *
read_territory (VnusImport *import,
                State      *state,
                xmlNode    *node,
                const char *file)
{
  g_autofree char *slug = _vnus_xml_dup_child (node, "id");
  g_autofree char *name = dup_name (node, "short-form-name");
  g_autofree char *long_name = dup_name (node, "long-form-name");
  g_autofree char *id = NULL;
  g_autoptr (VnusDate) span = NULL;
  g_autoptr (VnusDate) known = NULL;
  g_autofree char *printed = NULL;
  VnusOrigin origin = { .source = SOURCE, .locator = slug };
  VnusRecord *record;

  if (slug == NULL || name == NULL)
    {
      _vnus_import_miss (import, slug == NULL ? "id" : "short-form-name");
      return NULL;
    }
  if (!_vnus_import_claim_row (import, slug))
    return NULL;
  id = _vnus_historian_dup_state_id (import, slug);
  if (id == NULL)
    {
      _vnus_import_miss (import, "id");
      return NULL;
    }
  span = dup_span (import, node, &printed);
  record = _vnus_historian_make (import, _vnus_historian_is_no_state (slug) ? VNUS_KIND_PLACE : VNUS_KIND_STATE, id);
  if (record == NULL)
    return NULL;

  origin.known = known = dup_known (span);
  name_state (record, slug, name, span);
  _vnus_historian_add_name (record, name);
  if (long_name != NULL)
    _vnus_historian_add_name (record, long_name);
  fill_state (import, state, record, node, span, printed, &origin);
  if (!VNUS_IS_STATE (record))
    return record;

  take_links (state, node, "predecessors", "predecessor", slug, known, file);
  take_links (state, node, "successors", "successor", slug, known, file);
  return record;
}

static void
read_row (VnusImport *import,
          State      *state,
          xmlNode    *node,
          const char *file)
{
  VnusRecord *record;

  _vnus_import_begin_row (import, file, _vnus_xml_line (node));
  record = read_territory (import, state, node, file);
  if (record != NULL)
    _vnus_import_end_row (import, record);
  else
    _vnus_import_end_row_as (import, VNUS_ROW_OUTCOME_REFUSED);
}

/* A territory that is cut off is a row that was not read. */
static void
refuse_row (VnusImport *import,
            const char *file)
{
  _vnus_import_begin_row (import, file, 1);
  _vnus_import_end_row_as (import, VNUS_ROW_OUTCOME_REFUSED);
}

static void
read_file (VnusImport *import,
           gpointer    data,
           GFile      *file,
           const char *name)
{
  g_autoptr (VnusXml) xml = _vnus_xml_open (import, file, name);
  xmlNode *node;

  if (xml == NULL)
    return;

  if (g_str_equal (_vnus_xml_get_root (xml), "territories"))
    {
      _vnus_historian_source (import, SOURCE);
      while ((node = _vnus_xml_next (xml)) != NULL)
        read_row (import, data, node, name);
      return;
    }
  if (!g_str_equal (_vnus_xml_get_root (xml), "territory"))
    {
      _vnus_xml_skip (xml, "territory");
      return;
    }

  _vnus_historian_source (import, SOURCE);
  node = _vnus_xml_whole (xml);
  if (node != NULL)
    read_row (import, data, node, name);
  else
    refuse_row (import, name);
}

/* Who came before whom */

/* “North Vietnam” of `north-vietnam-1975` */
static char *
name_of_slug (const char *slug)
{
  const char *dash = strrchr (slug, '-');
  gboolean has_year = dash != NULL && dash[1] != '\0' && strspn (dash + 1, "0123456789") == strlen (dash + 1);
  g_autofree char *words = has_year ? g_strndup (slug, (gsize) (dash - slug)) : g_strdup (slug);

  for (char *p = words; *p != '\0'; p++)
    {
      if (*p == '-')
        *p = ' ';
      else if (p == words || p[-1] == ' ')
        *p = g_ascii_toupper (*p);
    }

  return g_steal_pointer (&words);
}

static gboolean
has_predecessor (VnusState  *state,
                 const char *id)
{
  for (guint i = 0; i < vnus_state_get_n_predecessors (state); i++)
    if (g_str_equal (vnus_state_get_predecessor (state, i), id))
      return TRUE;

  return FALSE;
}

/* The record of a state whose row is in a file that is not read this time. NULL with
 * an issue if something else has its id. */
static VnusRecord *
make_state (VnusImport *import,
            const Link *link,
            const char *slug,
            const char *id)
{
  const VnusOrigin origin = { .source = SOURCE, .locator = link->row, .known = link->known };
  g_autofree char *name = name_of_slug (slug);
  VnusRecord *record = _vnus_historian_take (import, VNUS_KIND_STATE, id, &origin);

  if (record != NULL)
    _vnus_historian_name_state (record, slug, name);
  return record;
}

/* What its own row does not say of a state is cited by name. */
static void
add_predecessor (VnusRecord *state,
                 const char *id,
                 const Link *link)
{
  const VnusOrigin origin = { .source = SOURCE, .locator = link->row, .known = link->known };
  g_autofree char *path = g_strconcat ("predecessors/", id, NULL);

  if (has_predecessor (VNUS_STATE (state), id))
    return;

  vnus_state_add_predecessor (VNUS_STATE (state), id);
  if (link->is_of_other)
    cite (state, &origin, NULL, path, NULL);
}

static void
join (VnusImport *import,
      const Link *link)
{
  g_autofree char *id = _vnus_historian_dup_state_id (import, link->state);
  g_autofree char *before = _vnus_historian_dup_state_id (import, link->before);
  VnusRecord *state = id != NULL ? _vnus_import_lookup (import, id) : NULL;
  VnusRecord *other = before != NULL ? _vnus_import_lookup (import, before) : NULL;

  if (id == NULL || before == NULL || g_str_equal (id, before) || _vnus_historian_is_no_state (link->state) ||
      _vnus_historian_is_no_state (link->before))
    return;
  if (other == NULL && make_state (import, link, link->before, before) == NULL)
    return;

  /* What the chronicle has is not to be changed; it may say so already. */
  if (state == NULL || (_vnus_import_lookup_made (import, id) == NULL && !has_predecessor (VNUS_STATE (state), before)))
    state = make_state (import, link, link->state, id);
  else if (_vnus_import_lookup_made (import, id) == NULL)
    return;
  if (state != NULL)
    add_predecessor (state, before, link);
}

static void
join_row (VnusImport *import,
          const Link *link)
{
  _vnus_import_begin_row (import, link->file, link->line);
  join (import, link);
  _vnus_import_put_row_off (import);
}

static void
finish (VnusImport *import,
        gpointer    data)
{
  State *state = data;

  for (gboolean is_of_other = FALSE; is_of_other <= TRUE; is_of_other++)
    for (guint i = 0; i < state->links->len; i++)
      if (g_array_index (state->links, Link, i).is_of_other == is_of_other)
        join_row (import, &g_array_index (state->links, Link, i));
}

const VnusImportFormat _vnus_import_gsh = {
  .name = "gsh",
  .ending = ".xml",
  .begin = begin,
  .end = end,
  .read_file = read_file,
  .finish = finish,
};
