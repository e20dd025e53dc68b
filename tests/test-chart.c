/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Charts of indicators: bounds, series, and scales. */
#include <string.h>

#include "timeline-helpers.h"

static VnusChronicle *
make_indicators (void)
{
  static const char *const ids[] = { "exports", "imports", "ranking" };
  static const char *const units[] = { "USD", "USD", "rank" };
  VnusChronicle *chronicle = make_relation ();
  g_autoptr (VnusCitation) citation = vnus_citation_new ("register", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      VnusIndicator *indicator = vnus_indicator_new (ids[i]);

      vnus_indicator_set_unit (indicator, units[i]);
      vnus_record_add_citation (VNUS_RECORD (indicator), citation);
      join (chronicle, indicator);
    }

  return chronicle;
}

static void
observe (VnusChronicle *chronicle,
         const char    *id,
         const char    *indicator,
         const char    *period,
         const char    *number,
         VnusBound      bound,
         VnusVintage    vintage)
{
  VnusObservation *observation = vnus_observation_new (id);
  g_autoptr (VnusDate) date = period != NULL ? vnus_date_parse (period, NULL) : NULL;
  g_autoptr (VnusAmount) amount = number != NULL ? vnus_amount_parse (number, bound, "USD", NULL) : NULL;
  g_autoptr (VnusCitation) citation = vnus_citation_new ("register", NULL);

  vnus_observation_set_indicator (observation, indicator);
  vnus_observation_set_period (observation, date);
  vnus_observation_set_amount (observation, amount);
  vnus_observation_set_vintage (observation, vintage);
  vnus_record_add_citation (VNUS_RECORD (observation), citation);
  join (chronicle, observation);
}

static VnusPicture *
draw (VnusChronicle *chronicle,
      const char    *indicator,
      const char    *other)
{
  g_autoptr (VnusChart) chart = vnus_chart_new (chronicle);
  g_autoptr (GError) error = NULL;
  VnusPicture *picture;

  vnus_chart_add_indicator (chart, indicator);
  if (other != NULL)
    vnus_chart_add_indicator (chart, other);
  picture = vnus_chart_draw (chart, "en", &error);
  g_assert_no_error (error);

  return picture;
}

/* The first shape of a record that is of the kind and style; FALSE if there is none. */
static gboolean
find_shape (VnusPicture    *picture,
            const char     *record,
            VnusShapeKind   kind,
            VnusShapeStyle  style,
            int             place[4])
{
  for (guint i = 0; i < vnus_picture_get_n_shapes (picture); i++)
    {
      VnusShape *shape = vnus_picture_get_shape (picture, i);

      if (g_strcmp0 (vnus_shape_get_record (shape), record) == 0 && vnus_shape_get_kind (shape) == kind &&
          vnus_shape_get_style (shape) == style)
        {
          vnus_shape_get_place (shape, &place[0], &place[1], &place[2], &place[3]);
          return TRUE;
        }
    }

  return FALSE;
}

static void
test_bounds (void)
{
  static const struct
  {
    const char *id, *period;
    VnusBound   bound;
    gboolean    above, below;
  } cases[] = {
    { "exact", "2001", VNUS_BOUND_EXACT, FALSE, FALSE },      { "about", "2002", VNUS_BOUND_ABOUT, TRUE, TRUE },
    { "more", "2003", VNUS_BOUND_MORE_THAN, TRUE, FALSE },    { "at-least", "2004", VNUS_BOUND_AT_LEAST, TRUE, FALSE },
    { "less", "2005", VNUS_BOUND_LESS_THAN, FALSE, TRUE },    { "at-most", "2006", VNUS_BOUND_AT_MOST, FALSE, TRUE },
  };
  g_autoptr (VnusChronicle) chronicle = make_indicators ();
  g_autoptr (VnusPicture) picture = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    observe (chronicle, cases[i].id, "exports", cases[i].period, "5000000", cases[i].bound, VNUS_VINTAGE_UNSET);
  picture = draw (chronicle, "exports", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int line[4], field[4];
      const gboolean has_field = find_shape (picture, cases[i].id, VNUS_SHAPE_KIND_RECTANGLE, VNUS_SHAPE_STYLE_HATCHED, field);

      g_test_message ("%s", cases[i].id);
      g_assert_true (find_shape (picture, cases[i].id, VNUS_SHAPE_KIND_RECTANGLE, VNUS_SHAPE_STYLE_SOLID, line));
      g_assert_cmpint (has_field, ==, cases[i].above || cases[i].below);
      if (has_field)
        {
          g_assert_cmpint (field[1] < line[1], ==, cases[i].above);
          g_assert_cmpint (field[1] + field[3] > line[1] + line[3], ==, cases[i].below);
        }
    }
  g_assert_nonnull (strstr (vnus_picture_get_description (picture), "exports, 2003: more than USD 5 million"));
}

/* What may have been told only after the day of the view is drawn otherwise, and says why. */
static void
test_vague (void)
{
  g_autoptr (VnusChronicle) chronicle = make_indicators ();
  g_autoptr (VnusDate) month = vnus_date_parse ("2012-07", NULL);
  g_autoptr (VnusDate) day = vnus_date_parse ("2012-07-10", NULL);
  g_autoptr (VnusDate) year = vnus_date_parse ("2002", NULL);
  g_autoptr (VnusAmount) amount = vnus_amount_parse ("2000", VNUS_BOUND_EXACT, "USD", NULL);
  g_autoptr (VnusCitation) citation = vnus_citation_new ("vague", NULL);
  VnusSource *source = vnus_source_new ("vague");
  VnusObservation *later = vnus_observation_new ("later");
  g_autoptr (VnusChronicle) view = NULL;
  g_autoptr (VnusPicture) picture = NULL;
  int place[4];

  vnus_source_set_published (source, month);
  join (chronicle, source);
  observe (chronicle, "before", "exports", "2001", "1000", VNUS_BOUND_EXACT, VNUS_VINTAGE_UNSET);
  vnus_observation_set_indicator (later, "exports");
  vnus_observation_set_period (later, year);
  vnus_observation_set_amount (later, amount);
  vnus_record_add_citation (VNUS_RECORD (later), citation);
  join (chronicle, later);
  view = vnus_chronicle_make_view (chronicle, day, NULL);
  picture = draw (view, "exports", NULL);

  g_assert_true (find_shape (picture, "before", VNUS_SHAPE_KIND_RECTANGLE, VNUS_SHAPE_STYLE_SOLID, place));
  g_assert_false (find_shape (picture, "later", VNUS_SHAPE_KIND_RECTANGLE, VNUS_SHAPE_STYLE_SOLID, place));
  g_assert_true (find_shape (picture, "later", VNUS_SHAPE_KIND_LINE, VNUS_SHAPE_STYLE_DASHED, place));
  g_assert_nonnull (strstr (vnus_picture_get_description (picture), "USD 2,000 (it is not certain that this was known"));
}

/* The value decides the height, the period the place and the width. */
static void
test_scale (void)
{
  g_autoptr (VnusChronicle) chronicle = make_indicators ();
  g_autoptr (VnusPicture) picture = NULL;
  int low[4], high[4], half[4];

  observe (chronicle, "low", "exports", "2001", "1000", VNUS_BOUND_EXACT, VNUS_VINTAGE_UNSET);
  observe (chronicle, "high", "exports", "2002", "2000", VNUS_BOUND_EXACT, VNUS_VINTAGE_UNSET);
  observe (chronicle, "half", "exports", "2003-01/2003-06", "2000", VNUS_BOUND_EXACT, VNUS_VINTAGE_UNSET);
  picture = draw (chronicle, "exports", NULL);

  g_assert_true (find_shape (picture, "low", VNUS_SHAPE_KIND_RECTANGLE, VNUS_SHAPE_STYLE_SOLID, low));
  g_assert_true (find_shape (picture, "high", VNUS_SHAPE_KIND_RECTANGLE, VNUS_SHAPE_STYLE_SOLID, high));
  g_assert_true (find_shape (picture, "half", VNUS_SHAPE_KIND_RECTANGLE, VNUS_SHAPE_STYLE_SOLID, half));
  g_assert_cmpint (high[1], <, low[1]);
  g_assert_cmpint (half[1], ==, high[1]);
  g_assert_cmpint (low[0] + low[2], <=, high[0]);
  g_assert_cmpint (ABS (high[2] - 2 * half[2]), <, 6);
}

static void
test_series (void)
{
  g_autoptr (VnusChronicle) chronicle = make_indicators ();
  g_autoptr (VnusPicture) picture = NULL;
  int place[4];

  observe (chronicle, "first", "exports", "2001", "1000", VNUS_BOUND_EXACT, VNUS_VINTAGE_PROVISIONAL);
  observe (chronicle, "final", "exports", "2001", "1100", VNUS_BOUND_EXACT, VNUS_VINTAGE_FINAL);
  observe (chronicle, "other", "imports", "2001", "900", VNUS_BOUND_EXACT, VNUS_VINTAGE_UNSET);
  observe (chronicle, "unmeasured", "imports", "2002", NULL, VNUS_BOUND_EXACT, VNUS_VINTAGE_UNSET);
  observe (chronicle, "undated", "imports", NULL, "7", VNUS_BOUND_EXACT, VNUS_VINTAGE_UNSET);
  picture = draw (chronicle, "exports", "imports");

  g_assert_true (find_shape (picture, "final", VNUS_SHAPE_KIND_DIAMOND, VNUS_SHAPE_STYLE_SOLID, place));
  g_assert_true (find_shape (picture, "first", VNUS_SHAPE_KIND_CIRCLE, VNUS_SHAPE_STYLE_SOLID, place));
  g_assert_false (find_shape (picture, "other", VNUS_SHAPE_KIND_DIAMOND, VNUS_SHAPE_STYLE_SOLID, place));
  g_assert_false (find_shape (picture, "other", VNUS_SHAPE_KIND_CIRCLE, VNUS_SHAPE_STYLE_SOLID, place));
  g_assert_nonnull (strstr (vnus_picture_get_description (picture), "exports (provisional), 2001: USD 1,000"));
  g_assert_nonnull (strstr (vnus_picture_get_description (picture), "2 observations have no value or no time."));
}

static void
test_rank (void)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", NULL);
  g_autoptr (VnusPicture) picture = draw (chronicle, "us-trading-partner-vn", "us-trading-partner-vn-census");
  int eighth[4], seventh[4];

  g_assert_true (find_shape (picture, "us-trading-partner-vn-2023-08", VNUS_SHAPE_KIND_RECTANGLE, VNUS_SHAPE_STYLE_SOLID,
                             eighth));
  g_assert_true (find_shape (picture, "us-trading-partner-vn-census-2022", VNUS_SHAPE_KIND_RECTANGLE,
                             VNUS_SHAPE_STYLE_SOLID, seventh));
  g_assert_cmpint (seventh[1], <, eighth[1]);
}

static void
test_empty (void)
{
  g_autoptr (VnusChronicle) chronicle = make_indicators ();
  g_autoptr (VnusPicture) picture = draw (chronicle, "exports", NULL);

  g_assert_cmpstr (vnus_picture_get_description (picture), ==, "No observation of this has a value and a time.");
  g_assert_cmpint (vnus_picture_get_height (picture), >, 0);
}

static void
test_errors (void)
{
  static const struct
  {
    const char     *one, *other, *language;
    VnusChartError  code;
    const char     *says;
  } cases[] = {
    { NULL, NULL, "en", VNUS_CHART_ERROR_NO_INDICATOR, "no indicator" },
    { "nothing", NULL, "en", VNUS_CHART_ERROR_NO_INDICATOR, "nothing" },
    { "aa-bb", NULL, "en", VNUS_CHART_ERROR_WRONG_KIND, "relation" },
    { "exports", "ranking", "en", VNUS_CHART_ERROR_OTHER_UNIT, "rank" },
    { "exports", NULL, "tlh", VNUS_CHART_ERROR_NO_LANGUAGE, "tlh" },
  };
  g_autoptr (VnusChronicle) chronicle = make_indicators ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VnusChart) chart = vnus_chart_new (chronicle);
      g_autoptr (GError) error = NULL;

      if (cases[i].one != NULL)
        vnus_chart_add_indicator (chart, cases[i].one);
      if (cases[i].other != NULL)
        vnus_chart_add_indicator (chart, cases[i].other);
      g_assert_null (vnus_chart_to_svg (chart, cases[i].language, &error));
      g_assert_error (error, VNUS_CHART_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vnus/chart/bounds", test_bounds);
  g_test_add_func ("/vnus/chart/vague", test_vague);
  g_test_add_func ("/vnus/chart/scale", test_scale);
  g_test_add_func ("/vnus/chart/series", test_series);
  g_test_add_func ("/vnus/chart/rank", test_rank);
  g_test_add_func ("/vnus/chart/empty", test_empty);
  g_test_add_func ("/vnus/chart/errors", test_errors);

  return g_test_run ();
}
