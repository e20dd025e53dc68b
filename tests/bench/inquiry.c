/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * How fast a chronicle of a million events answers a compiled query by actor and
 * year (about 80 hits, ids and truths as columns), against a posting list written
 * for just this question, and against SQLite with a covering index.
 *
 * What bounds it: the objects that are returned, then one search in the list of the
 * actor, and what both have to do, which is to read a posting for each hit.
 */
#include <stdlib.h>
#include <string.h>

#ifdef HAVE_SQLITE
#include <sqlite3.h>
#endif

#include <vnus/vnus.h>

#include "bench.h"

#define N_EVENTS 1000000
#define N_STATES 416
#define N_YEARS 60
#define FIRST_YEAR 1960
#define N_QUERIES 500
#define LONGEST 10

/* As it is written for just this: all dates are days, so that what touches the year
 * certainly does. */
typedef struct
{
  int start;
  int end;
  int latest_end;
  const char *id; /* (unowned) */
} Posting;

static VnusChronicle *chronicle;
static VnusQuery *queries[N_QUERIES];
static struct
{
  int state, first, last;
} asked[N_QUERIES];
static GArray *postings[N_STATES]; /* (element-type Posting) sorted by start */
static volatile guint sink;
#ifdef HAVE_SQLITE
static sqlite3 *database;
static sqlite3_stmt *statement;
#endif

static int
year_start (int year)
{
  g_autoptr (VnusDate) date = vnus_date_new_ymd (year, 1, 1);

  return vnus_date_get_earliest_start (date);
}

static void
add_posting (int         state,
             int         start,
             int         end,
             const char *id)
{
  Posting posting = { start, end, 0, id };

  g_array_append_val (postings[state], posting);
}

static VnusRecord *
make_event (GRand *rand,
            int    i,
            int    origin)
{
  int start = origin + g_rand_int_range (rand, 0, N_YEARS * 365), end = start + g_rand_int_range (rand, 0, LONGEST);
  int host = g_rand_int_range (rand, 0, N_STATES), guest = (host + g_rand_int_range (rand, 1, N_STATES)) % N_STATES;
  g_autofree char *id = g_strdup_printf ("visit-%07d", i), *text = NULL;
  char host_id[8], guest_id[8];
  g_autoptr (VnusDate) first = vnus_date_new_day (start), last = vnus_date_new_day (end), when = NULL;
  g_autoptr (VnusParticipant) participant = NULL;
  VnusVisit *visit = vnus_visit_new (id);

  g_snprintf (host_id, sizeof host_id, "s%d", host);
  g_snprintf (guest_id, sizeof guest_id, "s%d", guest);
  text = g_strdup_printf ("%s/%s", vnus_date_get_text (first), vnus_date_get_text (last));
  when = vnus_date_parse (text, NULL);
  participant = vnus_participant_new (guest_id, VNUS_ROLE_GUEST);
  vnus_event_set_when (VNUS_EVENT (visit), when);
  vnus_visit_set_host (visit, host_id);
  vnus_event_add_participant (VNUS_EVENT (visit), participant);
  add_posting (host, start, end, vnus_record_get_id (VNUS_RECORD (visit)));
  add_posting (guest, start, end, vnus_record_get_id (VNUS_RECORD (visit)));

  return VNUS_RECORD (visit);
}

static int
compare_postings (gconstpointer a,
                  gconstpointer b)
{
  return ((const Posting *) a)->start - ((const Posting *) b)->start;
}

static void
set_up (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1995);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  const int origin = year_start (FIRST_YEAR);
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusMatches) first = NULL;
  gint64 before;

  for (int i = 0; i < N_STATES; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%d", i);

      postings[i] = g_array_new (FALSE, FALSE, sizeof (Posting));
      g_ptr_array_add (records, vnus_state_new (id));
    }
  for (int i = 0; i < N_EVENTS; i++)
    g_ptr_array_add (records, make_event (rand, i, origin));
  for (int i = 0; i < N_STATES; i++)
    {
      int latest = G_MININT;

      g_array_sort (postings[i], compare_postings);
      for (guint j = 0; j < postings[i]->len; j++)
        {
          Posting *posting = &g_array_index (postings[i], Posting, j);

          latest = MAX (latest, posting->end);
          posting->latest_end = latest;
        }
    }

  chronicle = vnus_chronicle_new ("bench");
  if (!vnus_chronicle_add_many (chronicle, (VnusRecord **) records->pdata, records->len, &error))
    g_error ("%s", error->message);

  for (int i = 0; i < N_QUERIES; i++)
    {
      int year = FIRST_YEAR + g_rand_int_range (rand, 1, N_YEARS - 1);
      g_autofree char *text = NULL;

      asked[i].state = g_rand_int_range (rand, 0, N_STATES);
      asked[i].first = year_start (year);
      asked[i].last = year_start (year + 1) - 1;
      text = g_strdup_printf ("actor:s%d when:%d", asked[i].state, year);
      queries[i] = vnus_query_parse (text, NULL);
    }

  before = g_get_monotonic_time ();
  first = vnus_query_run (queries[0], chronicle);
  g_print ("# index of %d events made in %.0f ms\n", N_EVENTS, (g_get_monotonic_time () - before) / 1000.0);
}

#ifdef HAVE_SQLITE
static void
set_up_database (void)
{
  sqlite3_stmt *insert;

  sqlite3_open (":memory:", &database);
  sqlite3_exec (database, "CREATE TABLE posting (actor INTEGER, start INTEGER, finish INTEGER, id TEXT); BEGIN", NULL, NULL,
                NULL);
  sqlite3_prepare_v2 (database, "INSERT INTO posting VALUES (?, ?, ?, ?)", -1, &insert, NULL);
  for (int i = 0; i < N_STATES; i++)
    for (guint j = 0; j < postings[i]->len; j++)
      {
        const Posting *posting = &g_array_index (postings[i], Posting, j);

        sqlite3_bind_int (insert, 1, i);
        sqlite3_bind_int (insert, 2, posting->start);
        sqlite3_bind_int (insert, 3, posting->end);
        sqlite3_bind_text (insert, 4, posting->id, -1, SQLITE_STATIC);
        sqlite3_step (insert);
        sqlite3_reset (insert);
      }
  sqlite3_finalize (insert);
  sqlite3_exec (database, "COMMIT; CREATE INDEX covering ON posting (actor, start, finish, id); ANALYZE", NULL, NULL, NULL);
  sqlite3_prepare_v2 (database, "SELECT id FROM posting WHERE actor = ? AND start BETWEEN ? AND ? AND finish >= ?", -1,
                      &statement, NULL);
}

static void
run_database (void)
{
  for (int i = 0; i < N_QUERIES; i++)
    {
      guint n = 0;

      sqlite3_reset (statement);
      sqlite3_bind_int (statement, 1, asked[i].state);
      sqlite3_bind_int (statement, 2, asked[i].first - LONGEST);
      sqlite3_bind_int (statement, 3, asked[i].last);
      sqlite3_bind_int (statement, 4, asked[i].first);
      while (sqlite3_step (statement) == SQLITE_ROW)
        n += sqlite3_column_text (statement, 0) != NULL;
      sink += n;
    }
}
#endif

static void
run_queries (void)
{
  for (int i = 0; i < N_QUERIES; i++)
    {
      g_autoptr (VnusMatches) matches = vnus_query_run (queries[i], chronicle);

      sink += vnus_matches_get_ids (matches)[0] != NULL;
      sink += g_bytes_get_size (vnus_matches_get_truths (matches));
    }
}

/* The first posting of which any so far ends on @first or later. */
static guint
seek_end (const Posting *list,
          guint          n,
          int            first)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (list[middle].latest_end < first)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The columns that a query gives, which are freed with g_free(). */
static guint
find_by_hand (int           i,
              const char ***ids,
              guint8      **truths)
{
  const Posting *list = &g_array_index (postings[asked[i].state], Posting, 0);
  guint len = postings[asked[i].state]->len, low = seek_end (list, len, asked[i].first), end = low, n = 0;

  while (end < len && list[end].start <= asked[i].last)
    end++;
  *ids = g_new (const char *, end - low + 1);
  *truths = g_new (guint8, end - low + 1);
  for (; low < end; low++)
    if (list[low].end >= asked[i].first)
      {
        (*ids)[n] = list[low].id;
        (*truths)[n++] = VNUS_TRUTH_CERTAINLY;
      }
  (*ids)[n] = NULL;

  return n;
}

static void
run_by_hand (void)
{
  for (int i = 0; i < N_QUERIES; i++)
    {
      g_autofree const char **ids = NULL;
      g_autofree guint8 *truths = NULL;

      sink += find_by_hand (i, &ids, &truths);
    }
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Whether both find the same; what begins on the same day is in any order. */
static void
compare (void)
{
  guint n = 0;

  for (int i = 0; i < N_QUERIES; i++)
    {
      g_autofree const char **ids = NULL, **others = NULL;
      g_autofree guint8 *truths = NULL;
      guint found = find_by_hand (i, &ids, &truths);
      g_autoptr (VnusMatches) matches = vnus_query_run (queries[i], chronicle);

      if (found != vnus_matches_get_size (matches))
        g_error ("query %d: %u, not %u", i, vnus_matches_get_size (matches), found);
      if (memcmp (truths, g_bytes_get_data (vnus_matches_get_truths (matches), NULL), found) != 0)
        g_error ("query %d: other truths", i);

      others = g_memdup2 (vnus_matches_get_ids (matches), (found + 1) * sizeof *others);
      qsort (ids, found, sizeof *ids, compare_ids);
      qsort (others, found, sizeof *others, compare_ids);
      for (guint j = 0; j <= found; j++)
        if (g_strcmp0 (ids[j], others[j]) != 0)
          g_error ("query %d: %s, not %s", i, others[j], ids[j]);
      n += found;
    }
  g_print ("# %.1f hits a query\n", (double) n / N_QUERIES);
}

int
main (void)
{
  Bench benches[] = {
    { "query", run_queries, N_QUERIES, 0 },
    { "posting list by hand", run_by_hand, N_QUERIES, 0 },
#ifdef HAVE_SQLITE
    { "SQLite, covering index", run_database, N_QUERIES, 0 },
#endif
  };

  set_up ();
  compare ();
#ifdef HAVE_SQLITE
  set_up_database ();
#endif
  bench_run (benches, G_N_ELEMENTS (benches));

  g_print ("1..%u\n", (guint) G_N_ELEMENTS (benches) - 1);
  bench_ratio (1, "query of an actor and a year, to a posting list by hand", &benches[0], &benches[1], FALSE, 3);
#ifdef HAVE_SQLITE
  bench_ratio (2, "SQLite with a covering index, to the same query", &benches[2], &benches[0], TRUE, 2.5);
#endif

  return 0;
}
