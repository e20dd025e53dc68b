/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What any number of threads may read: values, sealed records, messages, snapshots
 * and views, while their chronicle grows; and what each thread may do by itself at
 * the same time: load, save, import, change. Every thread must get what one alone
 * gets. Built with the thread sanitizer, this also finds what went well by luck. */
#include "document-helpers.h"
#include "threads.h"

static VnusChronicle *
open_shipped (void)
{
  g_autoptr (GError) error = NULL;
  VnusChronicle *chronicle = vnus_chronicle_open ("vietnam-us", &error);

  g_assert_no_error (error);
  return chronicle;
}

/* Tellings: all threads tell the same of one thing, and none of them is prepared for it. */

typedef char *(*Tell) (gpointer data);

typedef struct
{
  Tell     tell;
  gpointer data;
  void (*meanwhile) (gpointer data);
  guint    times;
  char    *told[N_THREADS];
} Telling;

static void
tell_in_thread (gpointer data,
                guint    thread)
{
  Telling *telling = data;

  for (guint i = 0; i < telling->times; i++)
    {
      g_autofree char *told = telling->tell (telling->data);

      if (telling->told[thread] == NULL)
        telling->told[thread] = g_steal_pointer (&told);
      else
        g_assert_cmpstr (told, ==, telling->told[thread]);
    }
}

static void
do_meanwhile (gpointer data)
{
  Telling *telling = data;

  if (telling->meanwhile != NULL)
    telling->meanwhile (telling->data);
}

static void
check_tellings (Tell     tell,
                gpointer data,
                void   (*meanwhile) (gpointer data),
                guint    times)
{
  Telling telling = { tell, data, meanwhile, times, { NULL } };
  g_autofree char *expected = NULL;

  run_in_threads (tell_in_thread, do_meanwhile, &telling);
  expected = tell (data);
  for (guint i = 0; i < N_THREADS; i++)
    {
      g_assert_cmpstr (telling.told[i], ==, expected);
      g_free (telling.told[i]);
    }
}

/* @part: (transfer full) */
static void
put (GString *text,
     char    *part)
{
  g_string_append (text, part != NULL ? part : "(none)");
  g_string_append_c (text, '\n');
  g_free (part);
}

/* @parts: (transfer full) */
static void
put_all (GString  *text,
         char    **parts)
{
  put (text, g_strjoinv (" ", parts));
  g_strfreev (parts);
}

/* Values */

#define N_DATES 6

typedef struct
{
  VnusDate   *dates[N_DATES];
  VnusText   *text;
  VnusAmount *amount;
} Values;

static void
put_date (GString  *text,
          VnusDate *date,
          Values   *values)
{
  static const char *const languages[] = { "en", "vi" };
  g_autoptr (VnusDate) again = vnus_date_parse (vnus_date_get_text (date), NULL);

  put (text, vnus_date_to_string (date));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    put (text, vnus_date_format (date, languages[i], VNUS_DATE_STYLE_WHEN));
  for (guint i = 0; i < N_DATES; i++)
    g_string_append_printf (text, "%d %d\n", vnus_date_relate (date, values->dates[i]),
                            vnus_date_compare (again, values->dates[i]));
}

static char *
tell_values (gpointer data)
{
  Values *values = data;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_DATES; i++)
    {
      VnusDate *date = vnus_date_ref (values->dates[i]);

      put_date (text, date, values);
      vnus_date_unref (date);
    }
  put (text, vnus_text_to_string (values->text));
  put (text, g_strdup (vnus_text_get_best (values->text, "en")));
  put (text, vnus_amount_to_string (values->amount));
  put (text, vnus_fold_name ("Võ Văn Thưởng"));
  put (text, vnus_fold_to_id ("Đà Nẵng"));

  return g_string_free (text, FALSE);
}

static void
test_values (void)
{
  static const char *const dates[N_DATES] = {
    "1995-07-11", "2023-09-10/2023-09-11", "1995-07", "[2016..2017]", "2013/..", "199X",
  };
  Values values = {
    .text = vnus_text_new ("vi", "Việt Nam"),
    .amount = vnus_amount_parse ("123.860", VNUS_BOUND_UNSET, "USD", NULL),
  };

  for (guint i = 0; i < N_DATES; i++)
    values.dates[i] = vnus_date_parse (dates[i], NULL);
  check_tellings (tell_values, &values, NULL, 20);

  for (guint i = 0; i < N_DATES; i++)
    vnus_date_unref (values.dates[i]);
  vnus_text_unref (values.text);
  vnus_amount_unref (values.amount);
}

/* Records, and what a chronicle that does not change answers */

static void
put_record (GString    *text,
            VnusRecord *record)
{
  g_auto (GStrv) fields = vnus_field_list_names (vnus_record_get_kind (record));
  g_autoptr (VnusRecord) copy = vnus_record_duplicate (record);

  put (text, g_strdup (vnus_record_get_id (record)));
  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autoptr (VnusValue) value = vnus_record_dup_value (record, fields[i]);

      if (value != NULL)
        put (text, vnus_value_to_string (value));
    }
  g_string_append_printf (text, "%u\n", vnus_record_get_n_citations (copy));
}

static void
put_claims (GString       *text,
            VnusChronicle *chronicle,
            const char    *id,
            const char    *field)
{
  gsize n;
  VnusClaim **claims = vnus_chronicle_list_claims (chronicle, id, field, &n);

  for (gsize i = 0; i < n; i++)
    {
      put (text, vnus_claim_to_string (claims[i]));
      vnus_claim_unref (claims[i]);
    }
  g_free (claims);
}

static void
put_matches (GString       *text,
             VnusChronicle *chronicle,
             const char    *line)
{
  g_autoptr (VnusQuery) query = vnus_query_parse (line, NULL);
  g_autoptr (VnusMatches) matches = vnus_query_run (query, chronicle);

  put (text, g_strjoinv (" ", (char **) vnus_matches_get_ids (matches)));
  put_all (text, vnus_matches_list_labels (matches, "vi"));
  put_all (text, vnus_matches_list_dates (matches));
}

static char *
tell_chronicle (gpointer data)
{
  VnusChronicle *chronicle = data;
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (chronicle));
  GString *text = g_string_new (NULL);

  put (text, vnus_chronicle_dup_digest (chronicle));
  put_matches (text, chronicle, "kind:visit host:vn status:held");
  put_matches (text, chronicle, "participant:joe-biden when:2021/..");
  put_matches (text, chronicle, "text:Hanoi");
  put_all (text, vnus_chronicle_find_by_name (chronicle, "Nguyễn Phú Trọng"));
  put_all (text, vnus_chronicle_list_referrers (chronicle, "joe-biden"));
  put_all (text, vnus_chronicle_suggest_ids (chronicle, "joe-bidden"));
  put_all (text, vnus_chronicle_list_sources (chronicle, VNUS_ACCESS_UNSET));
  put_claims (text, chronicle, "biden-vn-2023", "when");
  put_claims (text, chronicle, "us-vn-comprehensive", "during");
  for (guint i = 0; i < n; i += 7)
    {
      g_autoptr (VnusRecord) record = g_list_model_get_item (G_LIST_MODEL (chronicle), i);

      put_record (text, record);
    }

  return g_string_free (text, FALSE);
}

static char *
tell_document (gpointer data)
{
  g_autoptr (GBytes) bytes = vnus_chronicle_to_json_lines (data);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_records (void)
{
  g_autoptr (VnusChronicle) chronicle = open_shipped ();
  g_autoptr (VnusChronicle) snapshot = vnus_chronicle_snapshot (chronicle);

  check_tellings (tell_document, snapshot, NULL, 2);
}

/* A chronicle that grows, with the threads reading what it was before */

typedef struct
{
  VnusChronicle *chronicle, *fixed;
  Tell           tell;
} Growing;

static void
grow (gpointer data)
{
  Growing *growing = data;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *id = g_strdup_printf ("topic-%u", i);
      g_autoptr (VnusRecord) record = VNUS_RECORD (vnus_topic_new (id));
      g_autoptr (GError) error = NULL;

      vnus_chronicle_add (growing->chronicle, record, &error);
      g_assert_no_error (error);
      g_assert_nonnull (vnus_chronicle_lookup (growing->chronicle, id));
      if (i % 50 == 0)
        {
          g_autoptr (VnusChronicle) snapshot = vnus_chronicle_snapshot (growing->chronicle);

          g_assert_nonnull (vnus_chronicle_lookup (snapshot, id));
        }
    }
}

static char *
tell_fixed (gpointer data)
{
  Growing *growing = data;

  return growing->tell (growing->fixed);
}

static void
check_growing (VnusChronicle *chronicle,
               VnusChronicle *fixed)
{
  Growing growing = { chronicle, fixed, tell_chronicle };

  check_tellings (tell_fixed, &growing, grow, 4);
}

static void
test_snapshot (void)
{
  g_autoptr (VnusChronicle) chronicle = open_shipped ();
  g_autoptr (VnusChronicle) snapshot = vnus_chronicle_snapshot (chronicle);

  check_growing (chronicle, snapshot);
}

static void
test_view (void)
{
  static const char *const sources[] = { "article-a", NULL };
  g_autoptr (VnusDate) day = vnus_date_parse ("2023-09-11", NULL);
  const struct { VnusDate *known_on; const char *const *according_to; } views[] = { { day, NULL }, { NULL, sources } };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (VnusChronicle) chronicle = open_shipped ();
      g_autoptr (VnusChronicle) view = vnus_chronicle_make_view (chronicle, views[i].known_on, views[i].according_to);

      check_growing (chronicle, view);
    }
}

/* Views of a snapshot, made in the threads. */
static char *
tell_own_view (gpointer data)
{
  g_autoptr (VnusDate) day = vnus_date_parse ("2023-09-11", NULL);
  g_autoptr (VnusChronicle) view = vnus_chronicle_make_view (data, day, NULL);

  return tell_chronicle (view);
}

static void
test_own_views (void)
{
  g_autoptr (VnusChronicle) chronicle = open_shipped ();
  g_autoptr (VnusChronicle) snapshot = vnus_chronicle_snapshot (chronicle);

  check_tellings (tell_own_view, snapshot, NULL, 2);
}

/* What each thread does by itself */

static char *
tell_changed (VnusChronicle *chronicle,
              VnusChronicle *other)
{
  g_autoptr (VnusChangeSet) changes = vnus_change_set_new_difference (other, chronicle);
  GString *text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  put (text, vnus_change_set_to_text (changes, "vi"));
  vnus_change_set_apply (changes, other, &error);
  g_assert_no_error (error);
  put (text, vnus_chronicle_dup_digest (other));
  return g_string_free (text, FALSE);
}

static char *
tell_saved (gpointer data)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "x.jsonl", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (VnusChronicle) chronicle = open_shipped (), again = NULL, empty = vnus_chronicle_new ("empty");
  g_autoptr (GError) error = NULL;

  vnus_chronicle_save_file (chronicle, file, NULL, &error);
  g_assert_no_error (error);
  again = vnus_chronicle_load_file (file, VNUS_LOAD_FLAGS_NONE, NULL, &error);
  g_assert_no_error (error);
  remove_folder (folder);

  return tell_changed (again, empty);
}

static void
test_documents (void)
{
  check_tellings (tell_saved, NULL, NULL, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vnus/threads/values", test_values);
  g_test_add_func ("/vnus/threads/records", test_records);
  g_test_add_func ("/vnus/threads/snapshot", test_snapshot);
  g_test_add_func ("/vnus/threads/view", test_view);
  g_test_add_func ("/vnus/threads/own-views", test_own_views);
  g_test_add_func ("/vnus/threads/documents", test_documents);

  return g_test_run ();
}
