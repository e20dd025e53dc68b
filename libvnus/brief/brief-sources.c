/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: which sources a brief rests on, and what is told of each. */
#include "brief/brief-sources-private.h"

#include <vnus/vnus-fold.h>
#include <vnus/vnus-source.h>
#include <vnus/vnus-version.h>

#include <string.h>

#include "chronicle/vnus-chronicle-private.h"
#include "wording/vnus-message-private.h"

/* ---- Numbers ---- */

typedef struct
{
  VnusDate *published; /* (nullable) */
  gboolean  is_later;  /* than the standpoint */
  gboolean  is_vague;  /* it may have become public only after the day of knowledge */
  guint     sentence;  /* the last one that rests on it */
} Detail;

static Detail *
get_detail (const BriefSources *self,
            guint               number)
{
  return &g_array_index (self->details, Detail, number - 1);
}

static VnusDate *
publication_of (VnusChronicle *view,
                const char    *source)
{
  VnusRecord *record = vnus_chronicle_lookup (view, source);

  return record != NULL && VNUS_IS_SOURCE (record) ? vnus_source_get_published (VNUS_SOURCE (record)) : NULL;
}

static gboolean
is_vague (VnusDate *known,
          VnusDate *known_on)
{
  return known_on != NULL && (known == NULL || vnus_date_get_latest_end (known) > vnus_date_get_latest_end (known_on));
}

/* The number of a source, which is the next one if it has none yet. */
static guint
number_source (BriefSources *self,
               const char   *id)
{
  guint number = _vnus_brief_sources_number (self, id);

  if (number == 0)
    {
      const Detail detail = { .published = publication_of (self->view, id) };

      g_ptr_array_add (self->ids, (gpointer) id);
      g_array_append_val (self->details, detail);
      number = self->ids->len;
      g_hash_table_insert (self->numbers, (gpointer) id, GUINT_TO_POINTER (number));
    }

  return number;
}

static void
note_date (BriefSources *self,
           Detail       *detail,
           VnusDate     *known)
{
  if (known == NULL || known == self->latest)
    return;
  if (self->latest == NULL || vnus_date_compare (known, self->latest) > 0)
    {
      g_clear_pointer (&self->latest, vnus_date_unref);
      self->latest = vnus_date_ref (known);
    }
  if (!detail->is_later && self->standpoint != NULL &&
      vnus_date_get_earliest_start (known) > vnus_date_get_latest_end (self->standpoint))
    {
      detail->is_later = TRUE;
      self->n_later++;
    }
}

static void
add_citation (BriefSources *self,
              GArray       *numbers,
              VnusCitation *citation)
{
  const guint number = number_source (self, vnus_citation_get_source (citation));
  Detail *detail = get_detail (self, number);
  VnusDate *known = vnus_citation_get_known (citation);

  if (known == NULL)
    known = detail->published;
  note_date (self, detail, known);
  detail->is_vague = detail->is_vague || is_vague (known, vnus_chronicle_get_known_on (self->view));
  if (detail->sentence != self->n_sentences)
    {
      detail->sentence = self->n_sentences;
      g_array_append_val (numbers, number);
    }
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

GArray *
_vnus_brief_sources_add (BriefSources *self,
                         VnusFinding  *finding)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  self->n_sentences++;
  for (guint i = 0; i < _vnus_finding_get_n_evidence (finding); i++)
    {
      const VnusBacking backing = _vnus_finding_get_backing (finding, _vnus_finding_get_evidence (finding, i));

      for (guint j = 0; j < backing.n; j++)
        add_citation (self, numbers, _vnus_backing_get (&backing, j));
    }
  g_array_sort (numbers, compare_numbers);

  return numbers;
}

BriefSources *
_vnus_brief_sources_new (VnusChronicle *view,
                         VnusDate      *standpoint)
{
  BriefSources *self = g_new0 (BriefSources, 1);

  self->view = view;
  self->standpoint = standpoint;
  self->ids = g_ptr_array_new ();
  self->details = g_array_new (FALSE, FALSE, sizeof (Detail));
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

void
_vnus_brief_sources_free (BriefSources *self)
{
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->details, g_array_unref);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->latest, vnus_date_unref);
  g_free (self);
}

guint
_vnus_brief_sources_number (const BriefSources *self,
                            const char         *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, id));
}

/* The number of the source whose mark begins at @mark; 0 if it is no mark. */
static guint
read_mark (const BriefSources *self,
           const char         *mark,
           gsize              *length)
{
  const char *end = strchr (mark, ']');
  g_autofree char *id = end != NULL ? g_strndup (mark + 1, (gsize) (end - mark - 1)) : NULL;

  if (id == NULL)
    return 0;

  *length = (gsize) (end - mark + 1);
  return _vnus_brief_sources_number (self, id);
}

char *
_vnus_brief_number_marks (const BriefSources *self,
                          char               *marked)
{
  const char *text = marked;
  GString *numbered;
  gsize end_of_mark = 0; /* where the last mark ended */

  if (strchr (text, '[') == NULL)
    return marked;

  numbered = g_string_sized_new (strlen (text));
  for (const char *mark; (mark = strchr (text, '[')) != NULL;)
    {
      gsize length = 1;
      const guint number = read_mark (self, mark, &length);

      g_string_append_len (numbered, text, mark - text);
      text = mark + (number != 0 ? length : 1);
      if (number == 0)
        {
          g_string_append_c (numbered, '[');
        }
      else if (end_of_mark > 0 && g_str_equal (numbered->str + end_of_mark, ", "))
        {
          /* “[1], [2]” in a list of its own is “[1, 2]” */
          g_string_truncate (numbered, end_of_mark - 1);
          g_string_append_printf (numbered, ", %u]", number);
          end_of_mark = numbered->len;
        }
      else
        {
          g_string_append_printf (numbered, "[%u]", number);
          end_of_mark = numbered->len;
        }
    }
  g_string_append (numbered, text);
  g_free (marked);

  return g_string_free (numbered, FALSE);
}

/* ---- What is told of a source ---- */

const char *
_vnus_brief_get_title (VnusChronicle  *view,
                       const char     *id,
                       const char    **language)
{
  VnusRecord *record = vnus_chronicle_lookup (view, id);
  VnusText *title = record != NULL && VNUS_IS_SOURCE (record) ? vnus_source_get_title (VNUS_SOURCE (record)) : NULL;

  *language = title != NULL ? vnus_source_get_language (VNUS_SOURCE (record)) : NULL;

  return *language != NULL ? vnus_text_get (title, *language) : NULL;
}

static char *
name_source (VnusSource *source,
             const char *language)
{
  VnusText *title = vnus_source_get_title (source), *label = vnus_record_get_label (VNUS_RECORD (source));
  const char *own = vnus_source_get_language (source);
  const char *text = title != NULL && own != NULL ? vnus_text_get (title, own) : NULL;

  if (title != NULL)
    return _vnus_say (language, "brief.source-title",
                      VNUS_ARG_S ("title", text != NULL ? text : vnus_text_get_best (title, language)));
  if (vnus_source_get_publisher (source) != NULL)
    return g_strdup (vnus_source_get_publisher (source));
  if (label != NULL)
    return g_strdup (vnus_text_get_best (label, language));

  return g_strdup (vnus_record_get_id (VNUS_RECORD (source)));
}

static char *
say_language (VnusSource *source,
              const char *language)
{
  const char *own = vnus_source_get_language (source);

  return _vnus_say (language, "brief.source-language", VNUS_ARG_S ("id", own),
                    VNUS_ARG_S ("translator", _vnus_brief_nick (VNUS_TYPE_TRANSLATOR, (int) vnus_source_get_translated_by (source))));
}

static char *
say_day (VnusDate   *date,
         const char *language)
{
  g_autofree char *prose = vnus_date_format (date, language, VNUS_DATE_STYLE_PROSE);
  g_autofree char *brief = vnus_date_format (date, language, VNUS_DATE_STYLE_SHORT);

  return _vnus_say (language, "brief.bracket", VNUS_ARG_S ("prose", prose), VNUS_ARG_S ("short", brief));
}

/* Unless the name tells it already. */
static void
add_day (GPtrArray  *parts,
         VnusDate   *date,
         const char *language)
{
  g_autofree char *day = say_day (date, language);

  if (strstr (g_ptr_array_index (parts, 0), day) == NULL)
    g_ptr_array_add (parts, g_steal_pointer (&day));
}

/* Of a source that is not in view itself, only its name is known. */
static gboolean
is_in_view (VnusChronicle *view,
            const char    *id)
{
  return _vnus_revision_lookup (view->revision, id) != NULL;
}

static gpointer
describe (VnusChronicle *view,
          gconstpointer  record,
          gconstpointer  language)
{
  VnusSource *source = VNUS_SOURCE ((VnusRecord *) record);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  g_ptr_array_add (parts, name_source (source, language));
  if (vnus_source_get_title (source) != NULL && vnus_source_get_publisher (source) != NULL)
    g_ptr_array_add (parts, g_strdup (vnus_source_get_publisher (source)));
  if (vnus_source_get_source_type (source) == VNUS_SOURCE_TYPE_REGISTER)
    g_ptr_array_add (parts, _vnus_message_format (language, "brief.source-register", NULL, 0));
  else if (vnus_source_get_published (source) != NULL)
    add_day (parts, vnus_source_get_published (source), language);
  if (vnus_source_get_language (source) != NULL)
    g_ptr_array_add (parts, say_language (source, language));
  if (is_in_view (view, vnus_record_get_id (VNUS_RECORD (source))))
    g_ptr_array_add (parts, _vnus_say (language, "brief.source-access",
                                       VNUS_ARG_S ("access", _vnus_brief_nick (VNUS_TYPE_ACCESS, (int) vnus_source_get_access (source)))));
  g_ptr_array_add (parts, NULL);

  text = _vnus_message_list (language, (const char *const *) parts->pdata, "comma");
  return g_ref_string_new (text);
}

static gpointer
ref_string (gpointer string)
{
  return g_ref_string_acquire (string);
}

static const VnusMemo description_memo = { describe, ref_string, (GDestroyNotify) g_ref_string_release };

char *
_vnus_brief_describe_source (VnusChronicle *view,
                             const char    *id,
                             const char    *language)
{
  VnusRecord *record = vnus_chronicle_lookup (view, id);
  GRefString *description;
  char *text;

  if (record == NULL || !VNUS_IS_SOURCE (record))
    return g_strdup (id);

  /* languages are few, and may be kept */
  description = _vnus_view_recall (view, &description_memo, record, g_intern_string (language));
  text = g_strdup (description);
  g_ref_string_release (description);
  return text;
}

/* ---- Head and end ---- */

/* The sources that may have become public only after the day of knowledge. */
static char *
list_vague_marks (const BriefSources *sources,
                  const char         *language)
{
  g_autoptr (GStrvBuilder) marks = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < sources->ids->len; i++)
    {
      g_autofree char *mark = g_strdup_printf ("[%s]", (const char *) g_ptr_array_index (sources->ids, i));

      if (get_detail (sources, i + 1)->is_vague)
        g_strv_builder_add (marks, mark);
    }
  list = g_strv_builder_end (marks);
  if (list[0] == NULL)
    return NULL;

  return _vnus_brief_number_marks (sources, _vnus_message_list (language, (const char *const *) list, "comma"));
}

/* A vague date by its last day. */
static VnusDate *
bound_of (VnusDate *date)
{
  g_autoptr (VnusDate) last = vnus_date_new_day (vnus_date_get_latest_end (date));
  g_autofree char *text = last != NULL ? g_strdup_printf ("[..%s]", vnus_date_get_text (last)) : NULL;
  VnusDate *bound = vnus_date_get_kind (date) == VNUS_DATE_KIND_ONE_OF && text != NULL ? vnus_date_parse (text, NULL) : NULL;

  return bound != NULL ? bound : vnus_date_ref (date);
}

/* Whether no section followed the headline, though more was asked for. */
static gboolean
tells_nothing (VnusBrief *brief)
{
  return vnus_brief_get_depth (brief) != VNUS_BRIEF_DEPTH_HEADLINE &&
         g_list_model_get_n_items (vnus_brief_get_sections (brief)) < 2;
}

char **
_vnus_brief_list_head (VnusBrief          *brief,
                       const BriefSources *sources,
                       const char         *language)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  VnusDate *standpoint = vnus_brief_get_standpoint (brief);
  VnusDate *known_on = vnus_chronicle_get_known_on (_vnus_brief_get_view (brief));
  g_autofree char *standpoint_text = standpoint != NULL ? say_day (standpoint, language) : g_strdup ("");
  g_autofree char *known_text = known_on != NULL ? say_day (known_on, language) : g_strdup ("");
  g_autofree char *line = _vnus_say (language, "brief.head",
                                     VNUS_ARG_S ("placed", standpoint != NULL ? "yes" : "no"),
                                     VNUS_ARG_S ("standpoint", standpoint_text),
                                     VNUS_ARG_S ("limited", known_on != NULL ? "yes" : "no"),
                                     VNUS_ARG_S ("known", known_text));

  g_strv_builder_add (lines, line);
  if (tells_nothing (brief))
    {
      g_autofree char *nothing = _vnus_message_format (language, "brief.head-nothing", NULL, 0);

      g_strv_builder_add (lines, nothing);
    }
  if (sources->n_later > 0)
    {
      g_autoptr (VnusDate) day = bound_of (sources->latest);
      g_autofree char *latest = vnus_date_format (day, language, VNUS_DATE_STYLE_WHEN_COMPACT);
      g_autofree char *warning = _vnus_say (language, "brief.head-later", VNUS_ARG_I ("n", sources->n_later),
                                            VNUS_ARG_S ("standpoint", standpoint_text), VNUS_ARG_S ("latest", latest));

      g_strv_builder_add (lines, warning);
    }

  if (known_on != NULL)
    {
      g_autofree char *vague = list_vague_marks (sources, language);
      g_autofree char *warning = vague != NULL ? _vnus_say (language, "brief.head-vague", VNUS_ARG_S ("sources", vague),
                                                            VNUS_ARG_S ("known", known_text))
                                               : NULL;

      if (warning != NULL)
        g_strv_builder_add (lines, warning);
    }

  return g_strv_builder_end (lines);
}

char **
_vnus_brief_list_colophon (VnusBrief          *brief,
                           const BriefSources *sources,
                           const char         *digest,
                           const char         *language)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  VnusChronicle *chronicle = vnus_brief_get_chronicle (brief);
  VnusChronicle *view = _vnus_brief_get_view (brief);
  VnusText *label = vnus_chronicle_get_label (chronicle);
  g_autofree char *version = g_strdup_printf ("%d.%d.%d", VNUS_MAJOR_VERSION, VNUS_MINOR_VERSION, VNUS_MICRO_VERSION);
  int n_unused = (int) vnus_chronicle_get_n_of_kind (view, VNUS_KIND_SOURCE);
  g_autofree char *made = _vnus_say (language, "brief.colophon",
                                     VNUS_ARG_S ("name", label != NULL ? vnus_text_get_best (label, language) : vnus_chronicle_get_id (chronicle)),
                                     VNUS_ARG_S ("id", vnus_chronicle_get_id (chronicle)), VNUS_ARG_S ("digest", digest),
                                     VNUS_ARG_S ("version", version));
  g_autofree char *used = NULL;

  for (guint i = 0; i < sources->ids->len; i++)
    n_unused -= is_in_view (view, g_ptr_array_index (sources->ids, i)) ? 1 : 0;
  used = _vnus_say (language, "brief.colophon-sources", VNUS_ARG_I ("used", sources->ids->len), VNUS_ARG_I ("unused", n_unused));
  g_strv_builder_add_many (lines, made, used, NULL);
  return g_strv_builder_end (lines);
}
