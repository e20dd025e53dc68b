/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: the observations of a chart, and the series that they are. */
#include "timeline/chart-private.h"

#include <vnus/vnus-indicator.h>

#include <stdlib.h>
#include <string.h>

#include "chronicle/vnus-chronicle-private.h"
#include "chronicle/vnus-claim-private.h"
#include "inquiry/vnus-ask-private.h"
#include "timeline/text-width-private.h"
#include "wording/vnus-message-private.h"

static void
point_free (gpointer data)
{
  ChartPoint *point = data;

  g_clear_object (&point->record);
  g_free (point->words);
  g_free (point->dates);
  g_free (point);
}

static void
series_free (gpointer data)
{
  ChartSeries *series = data;

  g_free (series->title);
  g_free (series);
}

void
_vnus_chart_clear (ChartScene *scene)
{
  g_clear_object (&scene->view);
  g_clear_pointer (&scene->points, g_ptr_array_unref);
  g_clear_pointer (&scene->series, g_ptr_array_unref);
}

static const char *
label_of (ChartScene *scene,
          const char *id)
{
  VnusText *label = vnus_record_get_label (vnus_chronicle_lookup (scene->view, id));

  return label != NULL ? vnus_text_get_best (label, scene->language) : id;
}

/* ---- Series ---- */

static const char *
vintage_word (VnusVintage vintage)
{
  static const char *const words[] = { "none", "provisional", "revised", "final" };

  return words[vintage];
}

static guint
find_series (ChartScene  *scene,
             const char  *indicator,
             VnusVintage  vintage)
{
  ChartSeries *series;
  g_autofree char *clean = NULL;

  for (guint i = 0; i < scene->series->len; i++)
    {
      series = g_ptr_array_index (scene->series, i);
      if (g_str_equal (series->indicator, indicator) && series->vintage == vintage)
        return i;
    }

  clean = _vnus_text_clean (label_of (scene, indicator));
  series = g_new0 (ChartSeries, 1);
  series->indicator = indicator;
  series->vintage = vintage;
  series->title = _vnus_say (scene->language, "chart.series", VNUS_ARG_S ("name", clean),
                             VNUS_ARG_S ("vintage", vintage_word (vintage)));
  g_ptr_array_add (scene->series, series);

  return scene->series->len - 1;
}

/* ---- Points ---- */

static double
number_of (VnusAmount *amount)
{
  return g_ascii_strtod (vnus_amount_get_number (amount), NULL);
}

static const char *
bound_word (VnusBound bound)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (VNUS_TYPE_BOUND);

  return g_enum_get_value (klass, (int) bound)->value_nick;
}

/* As far apart as what sources say of the amount. */
static void
add_rivals (ChartScene *scene,
            ChartPoint *point)
{
  gsize n = 0;
  VnusClaim **claims = vnus_chronicle_list_claims (scene->view, vnus_record_get_id (point->record), "amount", &n);

  for (gsize i = 0; i < n; i++)
    {
      VnusAmount *amount = vnus_value_get_amount (claims[i]->value);

      if (claims[i]->standing == VNUS_CLAIM_STANDING_RIVAL && amount != NULL)
        {
          point->least = MIN (point->least, number_of (amount));
          point->most = MAX (point->most, number_of (amount));
        }
      vnus_claim_unref (claims[i]);
    }
  g_free (claims);
}

static gboolean
read_value (ChartScene *scene,
            ChartPoint *point)
{
  VnusAmount *amount = vnus_observation_get_amount (VNUS_OBSERVATION (point->record));
  const int rank = vnus_observation_get_rank (VNUS_OBSERVATION (point->record));

  if (amount != NULL)
    {
      point->value = number_of (amount);
      point->bound = vnus_amount_get_bound (amount);
      point->words = _vnus_message_amount (scene->language, vnus_amount_get_number (amount), bound_word (point->bound),
                                           vnus_amount_get_unit (amount));
    }
  else if (rank > 0)
    {
      point->value = rank;
      point->bound = VNUS_BOUND_EXACT;
      point->words = _vnus_message_ordinal (scene->language, rank);
      scene->is_rank = TRUE;
    }
  else
    return FALSE;

  point->least = point->most = point->value;
  add_rivals (scene, point);
  return TRUE;
}

static gboolean
read_period (ChartScene *scene,
             ChartPoint *point)
{
  VnusDate *period = vnus_observation_get_period (VNUS_OBSERVATION (point->record));

  if (period == NULL || vnus_date_get_earliest_start (period) == VNUS_DAY_MIN ||
      vnus_date_get_latest_end (period) == VNUS_DAY_MAX)
    return FALSE;

  point->first = vnus_date_get_earliest_start (period);
  point->last = vnus_date_get_latest_end (period);
  point->dates = vnus_date_format (period, scene->language, VNUS_DATE_STYLE_SHORT);

  return TRUE;
}

static gboolean
is_known_vaguely (ChartScene *scene,
                  VnusRecord *record)
{
  const char *field = vnus_observation_get_amount (VNUS_OBSERVATION (record)) != NULL ? "amount" : "rank";

  return _vnus_is_known (scene->view, record, field) != VNUS_TRUTH_CERTAINLY ||
         _vnus_is_known (scene->view, record, "period") != VNUS_TRUTH_CERTAINLY;
}

static void
add_observation (ChartScene *scene,
                 const char *indicator,
                 VnusRecord *record)
{
  ChartPoint *point = g_new0 (ChartPoint, 1);

  point->record = g_object_ref (record);
  if (!read_value (scene, point) || !read_period (scene, point))
    {
      scene->n_left_out++;
      point_free (point);
      return;
    }

  point->is_vague = is_known_vaguely (scene, record);
  point->series = find_series (scene, indicator, vnus_observation_get_vintage (VNUS_OBSERVATION (record)));
  g_ptr_array_add (scene->points, point);
}

/* ---- Indicators ---- */

static gboolean
check_indicator (ChartScene  *scene,
                 const char  *indicator,
                 GError     **error)
{
  VnusRecord *record = vnus_chronicle_lookup (scene->view, indicator);
  const char *unit;

  if (record == NULL || !_vnus_is_in_view (scene->view, indicator))
    {
      g_set_error (error, VNUS_CHART_ERROR, VNUS_CHART_ERROR_NO_INDICATOR,
                   "“%s”: the chronicle “%s” has no such record in view; expected the id of an indicator", indicator,
                   vnus_chronicle_get_id (scene->view));
      return FALSE;
    }
  if (!VNUS_IS_INDICATOR (record))
    {
      g_set_error (error, VNUS_CHART_ERROR, VNUS_CHART_ERROR_WRONG_KIND,
                   "“%s” is a record of the kind “%s”; expected an indicator", indicator,
                   vnus_kind_to_string (vnus_record_get_kind (record)));
      return FALSE;
    }

  unit = vnus_indicator_get_unit (VNUS_INDICATOR (record));
  if (scene->points != NULL && g_strcmp0 (unit, scene->unit) != 0)
    {
      g_set_error (error, VNUS_CHART_ERROR, VNUS_CHART_ERROR_OTHER_UNIT,
                   "“%s” is in the unit “%s”; expected “%s”, as the indicators before it", indicator,
                   unit != NULL ? unit : "", scene->unit != NULL ? scene->unit : "");
      return FALSE;
    }
  scene->unit = unit;

  return TRUE;
}

gboolean
_vnus_chart_gather (ChartScene  *scene,
                    const char  *indicator,
                    GError     **error)
{
  GPtrArray *referrers;

  if (!check_indicator (scene, indicator, error))
    return FALSE;
  if (scene->points == NULL)
    {
      scene->points = g_ptr_array_new_with_free_func (point_free);
      scene->series = g_ptr_array_new_with_free_func (series_free);
    }

  referrers = _vnus_chronicle_get_referrers (scene->view, indicator);
  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (referrers, i);

      if (VNUS_IS_OBSERVATION (record) &&
          g_strcmp0 (vnus_observation_get_indicator (VNUS_OBSERVATION (record)), indicator) == 0)
        add_observation (scene, indicator, record);
    }

  return TRUE;
}

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const ChartPoint *one = *(ChartPoint *const *) a, *other = *(ChartPoint *const *) b;

  if (one->first != other->first)
    return one->first < other->first ? -1 : 1;
  if (one->last != other->last)
    return one->last < other->last ? -1 : 1;

  return strcmp (vnus_record_get_id (one->record), vnus_record_get_id (other->record));
}

void
_vnus_chart_finish (ChartScene *scene)
{
  g_ptr_array_sort (scene->points, compare_points);
}
