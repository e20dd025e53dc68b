/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the stages of an article on recognition and relations.
 *
 * A stage ends where the next one of its ladder begins, as the article goes on to
 * tell; where diplomatic relations are broken off, so does the mission.
 */
#include "io/import-rdcr-private.h"

#include <string.h>

#include <vnus/vnus-citation.h>
#include <vnus/vnus-stage.h>

#include "io/import-stay-private.h"

/* What the articles are complete for, of one relation. */
#define SCOPE "kind:stage level:diplomatic-relations|embassy|interests-section|legation|liaison-office|recognition relation:"

/* Spans */

/* When a step was taken, as exactly as the article tells; borrowed. */
static VnusDate *
best_of (const VnusRdcrEntry *entry)
{
  return entry->dates.printed != NULL          ? entry->dates.printed
         : entry->dates.marked_in_text != NULL ? entry->dates.marked_in_text
                                               : entry->dates.marked;
}

static gboolean
is_certainly_before (const VnusRdcrEntry *a,
                     const VnusRdcrEntry *b)
{
  return vnus_date_get_latest_end (best_of (a)) < vnus_date_get_earliest_start (best_of (b));
}

/* In the order of the article, unless it is certain to be another one. */
void
_vnus_rdcr_insert (VnusRdcrArticle *self,
                   VnusRdcrEntry   *entry)
{
  guint i = self->entries->len;

  while (i > 0 && is_certainly_before (entry, g_ptr_array_index (self->entries, i - 1)))
    i--;
  g_ptr_array_insert (self->entries, (int) i, entry);
}

static gboolean
is_break (const VnusRdcrEntry *entry)
{
  return entry->step.act == VNUS_STAGE_ACT_SEVERED || entry->step.act == VNUS_STAGE_ACT_SUSPENDED ||
         entry->step.act == VNUS_STAGE_ACT_CLOSED;
}

/* With which step that of @index ends; NULL if with none. */
static const VnusRdcrEntry *
find_end (VnusRdcrArticle *self,
          guint            index)
{
  const VnusRdcrEntry *entry = g_ptr_array_index (self->entries, index);
  const char *ladder = entry->step.level->ladder;

  for (guint i = index + 1; i < self->entries->len; i++)
    {
      const VnusRdcrEntry *other = g_ptr_array_index (self->entries, i);

      if (g_str_equal (other->step.level->ladder, ladder))
        return other;
      /* No legation or embassy works where relations are broken off. */
      if (is_break (entry) && g_str_equal (ladder, "diplomatic") && !is_break (other) &&
          (g_str_equal (other->step.level->id, "legation") || g_str_equal (other->step.level->id, "embassy")))
        return other;
      if (other->step.act == VNUS_STAGE_ACT_SEVERED && g_str_equal (other->step.level->ladder, "diplomatic") &&
          g_str_equal (ladder, "mission") && !is_break (entry))
        return other;
    }

  return NULL;
}

/* Somewhere between two dates, for what happened on one of the days. */
static VnusDate *
dup_one_of (VnusDate *span)
{
  g_autofree char *text = vnus_date_to_string (span);
  char *slash = strchr (text, '/');
  g_autofree char *one_of = slash != NULL ? g_strdup_printf ("[%.*s..%s]", (int) (slash - text), text, slash + 1) : NULL;
  VnusDate *date = one_of != NULL ? vnus_date_parse (one_of, NULL) : NULL;

  return date != NULL ? date : vnus_date_ref (span);
}

/* Whether a row that is not read, behind that of @entry, may tell that its level ended
 * before @end. */
static gboolean
may_end_before (VnusRdcrArticle     *self,
                const VnusRdcrEntry *entry,
                const VnusRdcrEntry *end)
{
  const char *ladder = entry->step.level->ladder;
  gboolean is_behind = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const VnusRdcrRow *row = g_ptr_array_index (self->rows, i);

      if (end != NULL && row == end->row)
        return FALSE;
      if (is_behind && row->open_ladder != NULL &&
          (g_str_equal (row->open_ladder, ladder) ||
           (g_str_equal (row->open_ladder, "diplomatic") && g_str_equal (ladder, "mission"))))
        return TRUE;
      is_behind = is_behind || row == entry->row;
    }

  return FALSE;
}

/* What is told last goes on, unless the state itself does not. Which consulates were
 * closed when, the articles do not tell. */
static gboolean
goes_on (VnusRdcrArticle     *self,
         const VnusRdcrEntry *entry)
{
  return _vnus_historian_is_of_today (self->state) && !g_str_equal (entry->step.level->ladder, "consular");
}

/* From @start to where the next step is taken. */
static VnusDate *
dup_span (VnusRdcrArticle     *self,
          const VnusRdcrEntry *entry,
          VnusDate            *start,
          const VnusRdcrEntry *end)
{
  g_autofree char *first = vnus_date_to_string (start);
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;
  VnusDate *span;

  if (vnus_date_get_kind (start) != VNUS_DATE_KIND_DAY)
    return vnus_date_ref (start);
  if (may_end_before (self, entry, end))
    last = g_strdup ("");
  else if (end == NULL)
    last = g_strdup (goes_on (self, entry) ? ".." : "");
  else
    {
      g_autoptr (VnusDate) next = vnus_date_dup_start (best_of (end));

      last = next != NULL && vnus_date_get_kind (next) == VNUS_DATE_KIND_DAY ? vnus_date_to_string (next) : NULL;
    }

  text = g_strconcat (first, "/", last, NULL);
  span = vnus_date_parse (text, NULL);
  if (span != NULL)
    return span;

  g_free (text);
  text = g_strconcat (first, "/", NULL);
  return vnus_date_parse (text, NULL);
}

/* Stages */

/* The last day of what is told, but not before the article was written. */
static VnusDate *
dup_known (VnusRdcrArticle *self,
           VnusDate        *date)
{
  if (date != NULL && self->written != NULL && vnus_date_get_latest_end (date) > vnus_date_get_latest_end (self->written))
    {
      int day = vnus_date_get_latest_end (date);

      return day != VNUS_DAY_MAX ? vnus_date_new_day (day) : vnus_date_ref (self->written);
    }

  return self->written != NULL ? vnus_date_ref (self->written) : NULL;
}

static void
cite_during (VnusRecord       *record,
             const VnusOrigin *origin,
             VnusDate         *during,
             gboolean          is_preferred)
{
  g_autoptr (VnusCitation) citation = _vnus_historian_citation (origin);
  g_autoptr (VnusCitation) named = vnus_citation_with_field (citation, "during");
  g_autoptr (VnusValue) value = vnus_value_new_date (during);
  g_autoptr (VnusCitation) valued = vnus_citation_with_value (named, value);
  g_autoptr (VnusCitation) ranked = is_preferred ? vnus_citation_with_rank (valued, VNUS_CITATION_RANK_PREFERRED)
                                                 : vnus_citation_ref (valued);

  vnus_record_add_citation (record, ranked);
}

static VnusDate *
dup_marked_span (VnusRdcrArticle     *self,
                 const VnusRdcrEntry *entry,
                 const VnusRdcrEntry *end)
{
  if (entry->dates.is_span && entry->step.act != VNUS_STAGE_ACT_SUSPENDED)
    return dup_one_of (entry->dates.marked);

  return dup_span (self, entry, entry->dates.marked, end);
}

/* What the markup and the words tell stays apart: each has a citation of its own. */
static void
set_dates (VnusRdcrArticle     *self,
           VnusRecord          *record,
           const VnusRdcrEntry *entry,
           const VnusRdcrEntry *end,
           const VnusOrigin    *origin)
{
  const VnusRdcrDates *dates = &entry->dates;
  g_autoptr (VnusDate) marked = dates->marked != NULL ? dup_marked_span (self, entry, end) : NULL;
  g_autoptr (VnusDate) in_text = dates->marked_in_text != NULL ? dup_span (self, entry, dates->marked_in_text, end) : NULL;
  g_autoptr (VnusDate) printed = dates->printed != NULL ? dup_span (self, entry, dates->printed, end) : NULL;
  VnusDate *main = marked == NULL || dates->is_misprint ? printed : marked;
  VnusDate *claims[] = { marked, in_text, printed };

  vnus_stage_set_during (VNUS_STAGE (record), main);
  if ((marked == NULL || vnus_date_equal (marked, main)) && in_text == NULL && (printed == NULL || vnus_date_equal (printed, main)))
    return; /* the record as a whole is backed by its row */

  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    if (claims[i] != NULL && (claims[i] == main || !vnus_date_equal (claims[i], main)))
      cite_during (record, origin, claims[i], dates->is_misprint && claims[i] == main);
}

static const char *
nick_of (VnusStageAct act)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (VNUS_TYPE_STAGE_ACT);

  return g_enum_get_value (klass, (int) act)->value_nick;
}

/* `us-vn-embassy-1952`, `us-vn-diplomatic-relations-resumed-1995` */
static char *
make_id (VnusRdcrArticle     *self,
         const VnusRdcrEntry *entry)
{
  VnusStageAct act = entry->step.act;
  gboolean is_plain = act == VNUS_STAGE_ACT_RECOGNISED || act == VNUS_STAGE_ACT_ESTABLISHED || act == VNUS_STAGE_ACT_UPGRADED;
  int first = vnus_date_get_earliest_start (best_of (entry));
  g_autoptr (VnusDate) date = first != VNUS_DAY_MIN ? vnus_date_new_day (first) : NULL;
  g_autofree char *day = date != NULL ? vnus_date_to_string (date) : g_strdup ("");
  g_autofree char *base = g_strdup_printf ("%s-%s%s%s-%.4s", vnus_record_get_id (self->relation), entry->step.level->id,
                                           is_plain ? "" : "-", is_plain ? "" : nick_of (act), day);
  char *id = g_strdup (base);

  for (guint i = 2; _vnus_import_lookup (self->import, id) != NULL; i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", base, i);
    }

  return id;
}

/* Several steps of one row have the locator of the row and the level. */
static char *
dup_locator (const VnusRdcrEntry *entry)
{
  if (entry->row->steps->len == 1)
    return g_strdup (entry->row->locator);

  return entry->nth == 0 ? g_strconcat (entry->row->locator, "/", entry->step.level->id, NULL)
                         : g_strdup_printf ("%s/%s-%u", entry->row->locator, entry->step.level->id, entry->nth + 1);
}

static VnusText *
make_label (VnusRdcrArticle     *self,
            const VnusRdcrEntry *entry)
{
  VnusRecord *state = _vnus_import_lookup (self->import, self->state);
  VnusRecord *level = _vnus_historian_make (self->import, VNUS_KIND_LEVEL, entry->step.level->id);
  gboolean is_of_relations = g_str_has_suffix (entry->step.level->id, "-relations");

  return _vnus_import_text ("title.stage", (const VnusTextArg[]) { { "state", vnus_record_get_label (state) },
                                                                   { "level", vnus_record_get_label (level) },
                                                                   { "ladder", NULL, is_of_relations ? "relations" : entry->step.level->ladder },
                                                                   { "act", NULL, nick_of (entry->step.act) } }, 4);
}

static void
add_actors (VnusRdcrArticle *self,
            VnusStage       *stage,
            VnusRdcrBy       by)
{
  if ((by & VNUS_RDCR_BY_US) != 0)
    vnus_stage_add_actor (stage, "us");
  if ((by & VNUS_RDCR_BY_PARTNER) != 0)
    vnus_stage_add_actor (stage, self->state);
}

static void
make_stage (VnusRdcrArticle *self,
            guint            index)
{
  VnusRdcrEntry *entry = g_ptr_array_index (self->entries, index);
  g_autofree char *locator = dup_locator (entry);
  g_autoptr (VnusDate) known = dup_known (self, best_of (entry));
  const VnusOrigin origin = { .source = VNUS_RDCR_SOURCE, .locator = locator, .known = known };
  const char *before = _vnus_import_known_id (self->import, VNUS_KIND_STAGE, VNUS_RDCR_SOURCE, locator);
  g_autofree char *id = before != NULL ? g_strdup (before) : make_id (self, entry);
  VnusRecord *record = _vnus_import_record (self->import, VNUS_KIND_STAGE, id, NULL);
  g_autoptr (VnusText) label = NULL;
  g_autoptr (VnusText) note = NULL;

  if (record == NULL)
    return;

  entry->record = record;
  label = make_label (self, entry);
  note = vnus_text_new ("en", entry->row->text);
  vnus_record_set_label (record, label);
  vnus_record_set_note (record, note);
  vnus_stage_set_relation (VNUS_STAGE (record), vnus_record_get_id (self->relation));
  vnus_stage_set_level (VNUS_STAGE (record), entry->step.level->id);
  vnus_stage_set_act (VNUS_STAGE (record), entry->step.act);
  add_actors (self, VNUS_STAGE (record), entry->step.by);
  _vnus_historian_cite (record, &origin);
  set_dates (self, record, entry, find_end (self, index), &origin);
}

/* A row that tells once more what another has told, as of the same time. */
static VnusRdcrEntry *
find_same (VnusRdcrArticle *self,
           guint            index)
{
  VnusRdcrEntry *entry = g_ptr_array_index (self->entries, index);

  for (guint i = index; i > 0; i--)
    {
      VnusRdcrEntry *other = g_ptr_array_index (self->entries, i - 1);

      if (!g_str_equal (other->step.level->ladder, entry->step.level->ladder))
        continue;
      return other->step.level == entry->step.level && other->step.act == entry->step.act && !is_break (entry) &&
                 vnus_date_intersects (best_of (other), best_of (entry)) != VNUS_TRUTH_NO
               ? other
               : NULL;
    }

  return NULL;
}

static void
drop_entry (VnusRdcrArticle *self,
            guint            index)
{
  VnusRdcrEntry *entry = g_ptr_array_index (self->entries, index);
  GArray *steps = entry->row->steps;

  for (guint i = 0; i < steps->len; i++)
    if (g_array_index (steps, VnusRdcrStep, i).level == entry->step.level &&
        g_array_index (steps, VnusRdcrStep, i).act == entry->step.act)
      {
        g_array_remove_index (steps, i);
        break;
      }
  g_ptr_array_remove_index (self->entries, index);
}

static void
drop_repetitions (VnusRdcrArticle *self)
{
  for (guint i = self->entries->len; i > 0; i--)
    if (find_same (self, i - 1) != NULL)
      {
        VnusRdcrEntry *entry = g_ptr_array_index (self->entries, i - 1);
        VnusRdcrEntry *same = find_same (self, i - 1);

        if (same->dates.printed == NULL ||
            (entry->dates.printed != NULL && vnus_date_get_precision (entry->dates.printed) == VNUS_DATE_PRECISION_DAY &&
             vnus_date_get_precision (same->dates.printed) != VNUS_DATE_PRECISION_DAY))
          {
            g_clear_pointer (&same->dates.printed, vnus_date_unref);
            same->dates.printed = g_steal_pointer (&entry->dates.printed);
          }
        drop_entry (self, i - 1);
      }
}

/* A break names what it broke; where the article told of no such level, it is not a
 * break of anything that is on record. */
static gboolean
breaks_nothing (VnusRdcrArticle *self,
                guint            index)
{
  const VnusRdcrEntry *entry = g_ptr_array_index (self->entries, index);

  if (!is_break (entry))
    return FALSE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const VnusRdcrEntry *other = g_ptr_array_index (self->entries, i);

      if (!is_break (other) && other->step.level == entry->step.level)
        return FALSE;
    }

  return TRUE;
}

/* Such as “Diplomatic Relations Severed” where only a legation was told of. */
static void
drop_empty_breaks (VnusRdcrArticle *self)
{
  for (guint i = self->entries->len; i > 0; i--)
    if (breaks_nothing (self, i - 1))
      {
        VnusRdcrEntry *entry = g_ptr_array_index (self->entries, i - 1);

        entry->row->open_ladder = entry->step.level->ladder;
        drop_entry (self, i - 1);
      }
}

/* Notes */

static void
keep_note (VnusRdcrArticle *self,
           VnusRdcrRow     *row)
{
  g_autoptr (VnusDate) known = dup_known (self, NULL);
  const VnusOrigin origin = { .source = VNUS_RDCR_SOURCE, .locator = row->locator, .known = known };
  g_autoptr (VnusCitation) citation = _vnus_historian_citation (&origin);
  g_autoptr (VnusText) note = vnus_text_new ("en", row->text);
  g_autoptr (VnusCitation) noted = vnus_citation_with_note (citation, note);
  g_autoptr (VnusCitation) named = vnus_citation_with_field (noted, "note");

  vnus_record_add_citation (self->relation, named);
}

static VnusRecord *
find_record (VnusRdcrArticle *self,
             VnusRdcrRow     *row)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      VnusRdcrEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->row == row && entry->record != NULL)
        return entry->record;
    }

  return NULL;
}

static void
end_row (VnusRdcrArticle *self,
         VnusRdcrRow     *row)
{
  VnusRecord *record = find_record (self, row);

  _vnus_import_begin_row (self->import, self->file, row->line);
  if (row->is_refused)
    {
      _vnus_import_end_row_as (self->import, VNUS_ROW_OUTCOME_REFUSED);
      return;
    }

  _vnus_import_count_note (self->import);
  if (record != NULL)
    {
      _vnus_import_end_row (self->import, record);
      return;
    }
  keep_note (self, row);
  _vnus_import_end_row_as (self->import, VNUS_ROW_OUTCOME_NOTED);
}

/* Articles */

static gboolean
make_relation (VnusRdcrArticle *self)
{
  const VnusOrigin origin = { .source = VNUS_RDCR_SOURCE, .locator = self->slug, .known = self->written };
  VnusRecord *state = _vnus_historian_take (self->import, VNUS_KIND_STATE, self->state, &origin);

  if (state == NULL)
    return FALSE;

  _vnus_historian_name_state (state, self->slug, self->title != NULL ? self->title : self->slug);
  self->relation = _vnus_historian_relation (self->import, self->state, &origin);
  return self->relation != NULL;
}

static void
declare (VnusRdcrArticle *self)
{
  g_autoptr (VnusDate) first = vnus_date_new_ymd (1776, 7, 4);
  g_autofree char *id = g_strconcat (VNUS_RDCR_SOURCE "-", self->slug, NULL);
  g_autofree char *scope = g_strconcat (SCOPE, vnus_record_get_id (self->relation), NULL);

  if (self->written == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    if (((VnusRdcrRow *) g_ptr_array_index (self->rows, i))->open_ladder != NULL)
      return;

  _vnus_coverage_declare (self->import, id, VNUS_RDCR_SOURCE, self->slug, scope, vnus_date_get_earliest_start (first),
                          vnus_date_get_earliest_end (self->written));
}

/* All that the rows have given. */
void
_vnus_rdcr_make (VnusRdcrArticle *self)
{
  drop_repetitions (self);
  drop_empty_breaks (self);
  if (self->rows->len == 0)
    return;
  if (!make_relation (self))
    {
      for (guint i = 0; i < self->rows->len; i++)
        ((VnusRdcrRow *) g_ptr_array_index (self->rows, i))->is_refused = TRUE;
      g_ptr_array_set_size (self->entries, 0);
    }

  for (guint i = 0; i < self->entries->len; i++)
    {
      VnusRdcrEntry *entry = g_ptr_array_index (self->entries, i);

      _vnus_import_begin_row (self->import, self->file, entry->row->line);
      make_stage (self, i);
      _vnus_import_put_row_off (self->import);
    }
  for (guint i = 0; i < self->rows->len; i++)
    end_row (self, g_ptr_array_index (self->rows, i));
  if (self->relation != NULL)
    declare (self);
}
