/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Timelines: what is on them, for certain and possibly, and that it can be read. */
#include "timeline-checks.h"

#include <string.h>

#include "timeline/text-width-private.h"

/* ---- Tests ---- */

static void
test_shipped (void)
{
  static const char *const standpoints[] = { NULL, "1990-01-01", "1995-07-20", "2013-07", "2023-08-29", "2023-09-10",
                                             "2030-01-01" };
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (standpoints); i++)
    {
      g_autoptr (VnusDate) on = standpoints[i] != NULL ? vnus_date_parse (standpoints[i], NULL) : NULL;
      g_autoptr (VnusTimelineLayout) relation = lay_out (chronicle, "us-vn", standpoints[i], NULL, "en");
      g_autoptr (VnusTimelineLayout) visit = lay_out (chronicle, "biden-vn-2023", standpoints[i], NULL, "vi");

      check_all (relation, chronicle);
      check_all (visit, chronicle);
      if (on != NULL)
        {
          check_standpoint (relation, vnus_date_get_latest_end (on));
          check_standpoint (visit, vnus_date_get_latest_end (on));
        }
    }
}

static void
test_random (void)
{
  for (guint32 seed = 0; seed < 12; seed++)
    {
      g_autoptr (VnusChronicle) chronicle = make_random (seed, 5 + seed * 12);
      g_autoptr (VnusDate) on = vnus_date_parse ("2012-03-04", NULL);
      g_autoptr (VnusTimelineLayout) all = lay_out (chronicle, "aa-bb", NULL, NULL, "en");
      g_autoptr (VnusTimelineLayout) then = lay_out (chronicle, "aa-bb", "2012-03-04", "2005/2013", "vi");
      g_autoptr (VnusTimelineLayout) event = lay_out (chronicle, "event-0001", "2012-03-04", NULL, "en");

      /* Every event is of the relation and has a date. */
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (all)), ==, 5 + seed * 12);
      check_all (all, chronicle);
      check_all (then, chronicle);
      check_all (event, chronicle);
      check_standpoint (then, vnus_date_get_latest_end (on));
    }
}

/* All that may have been in the window is there, and nothing else. */
static void
test_window (void)
{
  g_autoptr (VnusChronicle) chronicle = make_random (7, 150);
  g_autoptr (VnusDate) window = vnus_date_parse ("2001/2004-06", NULL);
  g_autoptr (VnusTimelineLayout) layout = lay_out (chronicle, "aa-bb", NULL, "2001/2004-06", "en");
  g_autoptr (VnusChronicle) view = vnus_chronicle_make_view (chronicle, NULL, NULL);
  guint n_expected = 0;
  int first, last;

  g_assert_true (vnus_timeline_layout_get_days (layout, &first, &last));
  g_assert_cmpint (first, ==, vnus_date_get_earliest_start (window));
  g_assert_cmpint (last, ==, vnus_date_get_latest_end (window));

  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%04u", i);
      VnusDate *when = vnus_event_get_when (VNUS_EVENT (vnus_chronicle_lookup (view, id)));
      g_autoptr (VnusTimelineItem) item = find_item (layout, id);

      if (vnus_date_intersects (when, window) == VNUS_TRUTH_NO)
        continue;
      g_assert_nonnull (item);
      n_expected++;
    }
  g_assert_cmpuint (n_expected, >, 20);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (layout)), >=, n_expected);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (layout)); i++)
    {
      g_autoptr (VnusTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (layout), i);
      int item_first, item_last;

      vnus_timeline_item_get_possible (item, &item_first, &item_last);
      g_assert_cmpint (item_first, <=, last);
      g_assert_cmpint (item_last, >=, first);
    }
}

static void
test_dense (void)
{
  g_autoptr (VnusChronicle) chronicle = make_random (99, 1000);
  g_autoptr (VnusTimelineLayout) layout = lay_out (chronicle, "aa-bb", NULL, NULL, "en");
  g_auto (GStrv) dropped = vnus_timeline_layout_list_dropped (layout);
  VnusPicture *picture = vnus_timeline_layout_get_picture (layout);
  g_autofree char *number = g_strdup_printf ("%u labels left out", g_strv_length (dropped));

  check_all (layout, chronicle);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (layout)), ==, 1000);
  g_assert_cmpuint (g_strv_length (dropped), >, 500);
  g_assert_nonnull (strstr (vnus_picture_get_description (picture), number));
  g_assert_cmpint (vnus_picture_get_height (picture), <, 1600);
}

static void
test_golden (void)
{
  static const struct
  {
    const char *record, *standing, *truth, *lane, *name;
    const char *certain;  /* NULL if none */
    const char *possible;
  } rows[] = {
    { "us-vn-normalised", "under-way", "certainly", "A:diplomatic", "Diplomatic relations", "1995-07-31/2023-08-29",
      "1995-07-01/2023-08-29" },
    { "us-vn-comprehensive", "under-way", "certainly", "B:partnership", "Comprehensive Partnership", "2013-07-25/2023-08-29",
      "2013-07-25/2023-09-10" },
    { "christopher-vn-1995", "done", "certainly", "c-visits-vn", "Warren Christopher", "1995-08-05/1995-08-07",
      "1995-08-05/1995-08-07" },
    { "brown-vn-2022-11", "done", "certainly", "c-visits-vn", "Kate Brown", NULL, "2022-11-01/2022-11-30" },
    { "biden-vn-2023", "planned", "possibly", "c-visits-vn", "Joe Biden", "2023-09-10/2023-09-11", "2023-09-10/2023-09-11" },
    { "to-lam-us-2024", "later", "possibly", "c-visits-us", "To Lam", "2024-09-25/2024-09-25", "2024-09-25/2024-09-25" },
    { "kerry-vn-2022-10", "announced", "possibly", "c-visits-vn", "John Kerry", "2022-10-20/2022-10-22",
      "2022-10-20/2022-10-22" },
    { "trong-biden-call-2023", "done", "certainly", "e-meetings", "Nguyen Phu Trong \xe2\x80\x93 Joe Biden",
      "2023-03-29/2023-03-29", "2023-03-29/2023-03-29" },
    { "defence-action-plan", "under-way", "certainly", "h-agreements", "Defence Action Plan 2022\xe2\x80\x93" "2024",
      "2022-12-31/2023-08-29", "2022-01-01/2024-12-31" },
  };
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", NULL);
  g_autoptr (VnusTimelineLayout) layout = lay_out (chronicle, "us-vn", "2023-08-29", NULL, "en");
  g_autoptr (GEnumClass) standings = g_type_class_ref (VNUS_TYPE_TIMELINE_STANDING);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (VnusTimelineItem) item = find_item (layout, rows[i].record);
      g_autoptr (VnusTimelineLane) lane = NULL;
      g_autoptr (VnusDate) possible = vnus_date_parse (rows[i].possible, NULL);
      g_autoptr (VnusDate) certain = rows[i].certain != NULL ? vnus_date_parse (rows[i].certain, NULL) : NULL;
      int first, last;

      g_test_message ("%s", rows[i].record);
      g_assert_nonnull (item);
      lane = g_list_model_get_item (vnus_timeline_layout_get_lanes (layout), vnus_timeline_item_get_lane (item));
      g_assert_cmpstr (vnus_timeline_lane_get_id (lane), ==, rows[i].lane);
      g_assert_cmpstr (vnus_timeline_item_get_name (item), ==, rows[i].name);
      g_assert_cmpstr (g_enum_get_value (standings, (int) vnus_timeline_item_get_standing (item))->value_nick, ==,
                       rows[i].standing);
      g_assert_cmpstr (vnus_truth_to_string (vnus_timeline_item_get_truth (item)), ==, rows[i].truth);
      vnus_timeline_item_get_possible (item, &first, &last);
      g_assert_cmpint (first, ==, vnus_date_get_earliest_start (possible));
      g_assert_cmpint (last, ==, vnus_date_get_latest_end (possible));
      g_assert_cmpint (vnus_timeline_item_get_certain (item, &first, &last), ==, certain != NULL);
      if (certain != NULL)
        {
          g_assert_cmpint (first, ==, vnus_date_get_earliest_start (certain));
          g_assert_cmpint (last, ==, vnus_date_get_latest_end (certain));
        }
    }
}

/* What has no label is called by what its fields tell. */
static void
test_unlabelled (void)
{
  static const struct { const char *language, *name; } rows[] = { { "en", "meeting of aa and bb, 4 Mar 2005" }, { "vi", "cu\xe1\xbb\x99" "c g\xe1\xba\xb7p gi\xe1\xbb\xaf" "a aa v\xc3\xa0 bb, 4/3/2005" } };
  g_autoptr (VnusChronicle) chronicle = make_random (3, 20);
  g_autoptr (VnusCitation) citation = vnus_citation_new ("register", NULL);
  g_autoptr (VnusParticipant) one = vnus_participant_new ("aa", VNUS_ROLE_PARTICIPANT);
  g_autoptr (VnusParticipant) other = vnus_participant_new ("bb", VNUS_ROLE_PARTICIPANT);
  g_autoptr (VnusDate) when = vnus_date_parse ("2005-03-04", NULL);
  VnusMeeting *meeting = vnus_meeting_new ("nameless");

  vnus_event_add_participant (VNUS_EVENT (meeting), one);
  vnus_event_add_participant (VNUS_EVENT (meeting), other);
  vnus_event_set_when (VNUS_EVENT (meeting), when);
  vnus_record_add_citation (VNUS_RECORD (meeting), citation);
  join (chronicle, meeting);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (VnusTimelineLayout) layout = lay_out (chronicle, "aa-bb", NULL, NULL, rows[i].language);
      g_autoptr (VnusTimelineItem) item = find_item (layout, "nameless");

      g_assert_nonnull (item);
      g_assert_cmpstr (vnus_timeline_item_get_name (item), ==, rows[i].name);
    }
}

/* What has no date is not drawn, but told of, whatever the window is. */
static void
test_undated (void)
{
  static const char *const windows[] = { NULL, "2001/2004" };
  g_autoptr (VnusChronicle) chronicle = make_random (3, 20);
  g_autoptr (VnusCitation) citation = vnus_citation_new ("register", NULL);
  g_autoptr (VnusParticipant) one = vnus_participant_new ("aa", VNUS_ROLE_PARTICIPANT);
  g_autoptr (VnusParticipant) other = vnus_participant_new ("bb", VNUS_ROLE_PARTICIPANT);
  VnusMeeting *meeting = vnus_meeting_new ("some-day");

  vnus_event_add_participant (VNUS_EVENT (meeting), one);
  vnus_event_add_participant (VNUS_EVENT (meeting), other);
  vnus_record_add_citation (VNUS_RECORD (meeting), citation);
  join (chronicle, meeting);

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      g_autoptr (VnusTimelineLayout) layout = lay_out (chronicle, "aa-bb", NULL, windows[i], "en");
      g_auto (GStrv) dropped = vnus_timeline_layout_list_dropped (layout);
      VnusPicture *picture = vnus_timeline_layout_get_picture (layout);
      const guint n_shapes = vnus_picture_get_n_shapes (picture);
      static const char words[] = "1 record has no date and is not drawn.";

      g_assert_null (find_item (layout, "some-day"));
      g_assert_cmpstr (dropped[g_strv_length (dropped) - 1], ==, "some-day");
      g_assert_true (g_str_has_suffix (vnus_picture_get_description (picture), words));
      g_assert_cmpstr (vnus_shape_get_text (vnus_picture_get_shape (picture, n_shapes - 1)), ==, words);
      check_all (layout, chronicle);
    }
}

/* A level ends when another of its ladder begins. */
static void
test_levels (void)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", NULL);
  g_autoptr (VnusTimelineLayout) layout = lay_out (chronicle, "us-vn", "2024-01-01", NULL, "en");
  g_autoptr (VnusTimelineItem) lower = find_item (layout, "us-vn-comprehensive");
  g_autoptr (VnusTimelineItem) higher = find_item (layout, "us-vn-comprehensive-strategic");
  g_autoptr (VnusTimelineItem) other = find_item (layout, "us-vn-normalised");
  int last, first, on, y, higher_y;

  vnus_timeline_item_get_certain (lower, NULL, &last);
  vnus_timeline_item_get_certain (higher, &first, NULL);
  vnus_timeline_item_get_certain (other, NULL, &on);
  g_assert_cmpint (last + 1, ==, first);
  g_assert_cmpint (on, >, first);
  g_assert_cmpint (vnus_timeline_item_get_standing (lower), ==, VNUS_TIMELINE_STANDING_DONE);
  g_assert_cmpint (vnus_timeline_item_get_standing (higher), ==, VNUS_TIMELINE_STANDING_UNDER_WAY);
  g_assert_cmpuint (vnus_timeline_item_get_lane (lower), ==, vnus_timeline_item_get_lane (higher));
  vnus_timeline_item_get_place (lower, NULL, &y, NULL, NULL);
  vnus_timeline_item_get_place (higher, NULL, &higher_y, NULL, NULL);
  g_assert_cmpint (higher_y, <, y);
}

/* Nor is it over for certain if it is not certain that the other one was known. */
static void
test_levels_vague (void)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", NULL);
  g_autoptr (VnusDate) known_on = vnus_date_parse ("2023-09-09", NULL);
  g_autoptr (VnusDate) begun = vnus_date_parse ("2023-09-10", NULL);
  g_autoptr (VnusDate) today = vnus_date_parse ("2023-09-20", NULL);
  g_autoptr (VnusChronicle) view = vnus_chronicle_make_view (chronicle, known_on, NULL);
  g_autoptr (VnusTimelineLayout) layout = lay_out (view, "us-vn", "2023-09-20", NULL, "en");
  g_autoptr (VnusTimelineItem) lower = find_item (layout, "us-vn-comprehensive");
  g_autoptr (VnusTimelineItem) higher = find_item (layout, "us-vn-comprehensive-strategic");
  int certain_last, last;

  g_assert_cmpint (vnus_timeline_item_get_truth (higher), ==, VNUS_TRUTH_POSSIBLY);
  g_assert_true (vnus_timeline_item_get_reasons (higher) & VNUS_REASONS_KNOWN_VAGUELY);
  vnus_timeline_item_get_certain (lower, NULL, &certain_last);
  vnus_timeline_item_get_possible (lower, NULL, &last);
  g_assert_cmpint (certain_last, ==, vnus_date_get_earliest_start (begun) - 1);
  g_assert_cmpint (last, ==, vnus_date_get_latest_end (today));
  g_assert_cmpint (vnus_timeline_item_get_standing (lower), ==, VNUS_TIMELINE_STANDING_UNDER_WAY);
  g_assert_true (vnus_timeline_item_get_reasons (lower) & VNUS_REASONS_KNOWN_VAGUELY);
}

/* What goes on after the last source that speaks of it is told with that reason. */
static void
test_levels_stale (void)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", NULL);
  g_autoptr (VnusTimelineLayout) layout = lay_out (chronicle, "us-vn", "2040-01-01", NULL, "en");
  g_autoptr (VnusTimelineItem) lower = find_item (layout, "us-vn-comprehensive");
  g_autoptr (VnusTimelineItem) higher = find_item (layout, "us-vn-comprehensive-strategic");

  g_assert_cmpint (vnus_timeline_item_get_reasons (lower), ==, VNUS_REASONS_NONE);
  g_assert_cmpint (vnus_timeline_item_get_reasons (higher), ==, VNUS_REASONS_AFTER_LAST_SOURCE);
}

static void
test_actors (void)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", NULL);
  g_autoptr (VnusTimeline) timeline = vnus_timeline_new (chronicle, "us-vn");
  g_autoptr (VnusTimelineLayout) layout = NULL;
  g_autoptr (VnusTimelineItem) item = NULL;
  g_autoptr (VnusTimelineLane) lane = NULL;

  vnus_timeline_set_grouping (timeline, VNUS_TIMELINE_GROUPING_ACTOR);
  vnus_timeline_set_width (timeline, 1400);
  layout = vnus_timeline_lay_out (timeline, "en", NULL);
  check_all (layout, chronicle);
  g_assert_cmpint (vnus_picture_get_width (vnus_timeline_layout_get_picture (layout)), ==, 1400);
  item = find_item (layout, "kerry-vn-2013");
  lane = g_list_model_get_item (vnus_timeline_layout_get_lanes (layout), vnus_timeline_item_get_lane (item));
  g_assert_cmpstr (vnus_timeline_lane_get_title (lane), ==, "John Kerry");
}

/* The languages differ in words alone. */
static void
test_languages (void)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", NULL);
  g_autoptr (VnusTimelineLayout) en = lay_out (chronicle, "us-vn", "2023-08-29", NULL, "en");
  g_autoptr (VnusTimelineLayout) vi = lay_out (chronicle, "us-vn", "2023-08-29", NULL, "vi");
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (en));

  g_assert_cmpuint (n, ==, g_list_model_get_n_items (G_LIST_MODEL (vi)));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VnusTimelineItem) one = g_list_model_get_item (G_LIST_MODEL (en), i);
      g_autoptr (VnusTimelineItem) other = g_list_model_get_item (G_LIST_MODEL (vi), i);
      int x, width, other_x, other_width;

      vnus_timeline_item_get_place (one, &x, NULL, &width, NULL);
      vnus_timeline_item_get_place (other, &other_x, NULL, &other_width, NULL);
      g_assert_cmpstr (vnus_timeline_item_get_record (one), ==, vnus_timeline_item_get_record (other));
      g_assert_cmpint (vnus_timeline_item_get_truth (one), ==, vnus_timeline_item_get_truth (other));
      g_assert_cmpint (vnus_timeline_item_get_reasons (one), ==, vnus_timeline_item_get_reasons (other));
      g_assert_cmpint (x, ==, other_x);
      g_assert_cmpint (width, ==, other_width);
      g_assert_cmpstr (vnus_timeline_item_get_title (one), !=, vnus_timeline_item_get_title (other));
    }
  g_assert_cmpstr (vnus_picture_get_language (vnus_timeline_layout_get_picture (vi)), ==, "vi");
}

/* What a view knows only in part is still there. */
static void
test_view (void)
{
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", NULL);
  g_autoptr (VnusDate) day = vnus_date_parse ("2023-09-09", NULL);
  g_autoptr (VnusChronicle) view = vnus_chronicle_make_view (chronicle, day, NULL);
  g_autoptr (VnusTimelineLayout) layout = lay_out (view, "us-vn", "2023-09-09", NULL, "en");
  g_autoptr (VnusTimelineItem) visit = find_item (layout, "biden-vn-2023");
  g_autoptr (VnusTimelineItem) later = find_item (layout, "to-lam-us-2024");
  g_autoptr (VnusTimelineItem) vague = find_item (layout, "chinh-biden-hiroshima-2023");
  VnusPicture *picture = vnus_timeline_layout_get_picture (layout);

  /* Its day was known, but that it took place is told by a source that may be of a day later. */
  g_assert_cmpint (vnus_timeline_item_get_truth (vague), ==, VNUS_TRUTH_POSSIBLY);
  g_assert_true (vnus_timeline_item_get_reasons (vague) & VNUS_REASONS_KNOWN_VAGUELY);

  /* What was announced a day later, with no day that is known to have been told before. */
  for (guint i = 0; i < vnus_picture_get_n_shapes (picture); i++)
    {
      VnusShape *shape = vnus_picture_get_shape (picture, i);

      if (g_strcmp0 (vnus_shape_get_record (shape), "us-vn-comprehensive-strategic") == 0 &&
          vnus_shape_get_kind (shape) != VNUS_SHAPE_KIND_TEXT)
        g_assert_cmpint (vnus_shape_get_style (shape), ==, VNUS_SHAPE_STYLE_DASHED);
    }

  g_assert_nonnull (visit);
  g_assert_cmpint (vnus_timeline_item_get_standing (visit), ==, VNUS_TIMELINE_STANDING_PLANNED);
  g_assert_null (later);
  check_all (layout, view);
}

static void
test_nothing (void)
{
  g_autoptr (VnusChronicle) chronicle = make_relation ();
  g_autoptr (VnusTimelineLayout) layout = lay_out (chronicle, "aa-bb", "2012", NULL, "en");
  VnusPicture *picture = vnus_timeline_layout_get_picture (layout);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (layout)), ==, 0);
  g_assert_cmpstr (vnus_picture_get_description (picture), ==, "Nothing of this time has a date.");
  check_all (layout, chronicle);
}

static void
test_errors (void)
{
  static const struct
  {
    const char        *about, *window, *language;
    VnusTimelineError  code;
    const char        *says;
  } cases[] = {
    { "nobody", NULL, "en", VNUS_TIMELINE_ERROR_NO_SUBJECT, "nobody" },
    { "joe-biden", NULL, "en", VNUS_TIMELINE_ERROR_WRONG_KIND, "person" },
    { "us-vn", NULL, "tlh", VNUS_TIMELINE_ERROR_NO_LANGUAGE, "tlh" },
    { "us-vn", "2020/..", "en", VNUS_TIMELINE_ERROR_BAD_WINDOW, "2020/.." },
    { "us-vn", "[..2020]", "en", VNUS_TIMELINE_ERROR_BAD_WINDOW, "[..2020]" },
  };
  g_autoptr (VnusChronicle) chronicle = vnus_chronicle_open ("vietnam-us", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VnusTimeline) timeline = vnus_timeline_new (chronicle, cases[i].about);
      g_autoptr (VnusDate) window = cases[i].window != NULL ? vnus_date_parse (cases[i].window, NULL) : NULL;
      g_autoptr (GError) error = NULL;

      vnus_timeline_set_window (timeline, window);
      g_assert_null (vnus_timeline_to_svg (timeline, cases[i].language, &error));
      g_assert_error (error, VNUS_TIMELINE_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              gpointer    user_data)
{
  ++*(guint *) user_data;
}

static void
test_properties (void)
{
  g_autoptr (VnusTimeline) timeline = g_object_new (VNUS_TYPE_TIMELINE, NULL);
  g_autoptr (VnusDate) date = vnus_date_parse ("2023", NULL);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_cmpint (vnus_timeline_get_width (timeline), ==, VNUS_TIMELINE_WIDTH);
  g_assert_null (vnus_timeline_lay_out (timeline, "en", &error));
  g_assert_error (error, VNUS_TIMELINE_ERROR, VNUS_TIMELINE_ERROR_FAILED);
  g_signal_connect (timeline, "notify", G_CALLBACK (count_notify), &n);
  for (guint i = 0; i < 2; i++)
    {
      vnus_timeline_set_standpoint (timeline, date);
      vnus_timeline_set_window (timeline, date);
      vnus_timeline_set_grouping (timeline, VNUS_TIMELINE_GROUPING_KIND);
      vnus_timeline_set_width (timeline, 640);
      g_assert_cmpuint (n, ==, 4);
    }
}

/* ---- Widths ---- */

static void
test_width (void)
{
  g_autofree char *fitted = _vnus_text_fit ("Tr\xc6\xb0\xc6\xa1ng T\xe1\xba\xa5n Sang", 11, FALSE, 60);
  g_autofree char *whole = _vnus_text_fit ("Sang", 11, FALSE, 60);
  g_autofree char *none = _vnus_text_fit ("Sang", 11, FALSE, 0);
  g_auto (GStrv) lines = _vnus_text_wrap ("Visits to the United States", 11, TRUE, 120, 3);

  g_assert_cmpint (_vnus_text_width ("", 11, FALSE), ==, 0);
  g_assert_cmpint (_vnus_text_width ("MMMM", 10, FALSE), ==, 35);
  /* A letter with marks, composed or not, is as wide as the letter. */
  g_assert_cmpint (_vnus_text_width ("\xe1\xba\xa5", 1000, FALSE), ==, _vnus_text_width ("a", 1000, FALSE));
  g_assert_cmpint (_vnus_text_width ("a\xcc\x82\xcc\x81", 1000, FALSE), ==, _vnus_text_width ("a", 1000, FALSE));
  g_assert_cmpint (_vnus_text_width ("\xc6\xa0", 1000, FALSE), >, _vnus_text_width ("O", 1000, FALSE));
  g_assert_cmpint (_vnus_text_width ("Vi", 1000, TRUE), >, _vnus_text_width ("Vi", 1000, FALSE));

  g_assert_true (g_str_has_suffix (fitted, "\xe2\x80\xa6"));
  g_assert_cmpint (_vnus_text_width (fitted, 11, FALSE), <=, 60);
  g_assert_cmpstr (whole, ==, "Sang");
  g_assert_cmpstr (none, ==, "\xe2\x80\xa6");
  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  g_assert_cmpstr (lines[1], ==, "United States");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vnus/timeline/shipped", test_shipped);
  g_test_add_func ("/vnus/timeline/random", test_random);
  g_test_add_func ("/vnus/timeline/window", test_window);
  g_test_add_func ("/vnus/timeline/dense", test_dense);
  g_test_add_func ("/vnus/timeline/golden", test_golden);
  g_test_add_func ("/vnus/timeline/unlabelled", test_unlabelled);
  g_test_add_func ("/vnus/timeline/undated", test_undated);
  g_test_add_func ("/vnus/timeline/levels", test_levels);
  g_test_add_func ("/vnus/timeline/levels-vague", test_levels_vague);
  g_test_add_func ("/vnus/timeline/levels-stale", test_levels_stale);
  g_test_add_func ("/vnus/timeline/actors", test_actors);
  g_test_add_func ("/vnus/timeline/languages", test_languages);
  g_test_add_func ("/vnus/timeline/view", test_view);
  g_test_add_func ("/vnus/timeline/nothing", test_nothing);
  g_test_add_func ("/vnus/timeline/errors", test_errors);
  g_test_add_func ("/vnus/timeline/properties", test_properties);
  g_test_add_func ("/vnus/timeline/text-width", test_width);

  return g_test_run ();
}
