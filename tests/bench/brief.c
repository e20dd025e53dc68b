/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What the standard brief of the shipped chronicle costs, against reading the
 * chronicle's own document, and a brief from a large chronicle, against the same
 * one from a small chronicle:
 *
 *   brief vietnam-us.json
 *
 * What bounds it: composing looks through what can concern the relation, and
 * wording goes through ICU once for each message. What else there is in a
 * chronicle does not count.
 */
#include <vnus/vnus.h>

#include "bench.h"
#include "world.h"

#define N_SMALL 2000
#define N_LARGE 200000

static GBytes *document;
static VnusChronicle *chronicle;

static void
load (void)
{
  g_autoptr (VnusChronicle) loaded = vnus_chronicle_load_bytes (document, "document.json", VNUS_LOAD_FLAGS_NONE, NULL);

  g_assert (loaded != NULL);
}

static VnusBrief *
compose (void)
{
  VnusBrief *brief = vnus_brief_new (chronicle, "biden-vn-2023");
  g_autoptr (VnusDate) standpoint = vnus_date_new_ymd (2023, 9, 9);
  g_autoptr (GError) error = NULL;

  vnus_brief_set_standpoint (brief, standpoint);
  if (!vnus_brief_compose (brief, &error))
    g_error ("%s", error->message);

  return brief;
}

static void
write_text (void)
{
  g_autoptr (VnusBrief) brief = compose ();
  g_autofree char *text = vnus_brief_to_text (brief, "en", NULL);
}

static void
write_html (void)
{
  g_autoptr (VnusBrief) brief = compose ();
  g_autofree char *text = vnus_brief_to_html (brief, "en", NULL);
}

static void
compose_only (void)
{
  g_autoptr (VnusBrief) brief = compose ();
}

static VnusChronicle *small, *large; /* views */

static VnusChronicle *
make_world (guint n_events)
{
  const WorldSettings settings = { .n_events = n_events, .seed = 1995 };
  g_autoptr (GBytes) bytes = world_make (&settings);
  g_autoptr (GError) error = NULL;
  g_autoptr (VnusChronicle) world = vnus_chronicle_load_bytes (bytes, "world.json", VNUS_LOAD_FLAGS_NONE, &error);

  if (world == NULL)
    g_error ("%s", error->message);
  return vnus_chronicle_make_view (world, NULL, NULL);
}

static void
brief_world (VnusChronicle *world)
{
  g_autoptr (VnusBrief) brief = vnus_brief_new (world, WORLD_VISIT);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = vnus_brief_to_text (brief, "en", &error);

  if (text == NULL)
    g_error ("%s", error->message);
}

static void
write_small (void)
{
  brief_world (small);
}

static void
write_large (void)
{
  brief_world (large);
}

int
main (int    argc,
      char **argv)
{
  enum { LOAD, COMPOSE, TEXT, HTML, SMALL, LARGE };
  Bench benches[] = {
    [LOAD] = { .name = "document", .run = load, .n_items = 1 },
    [COMPOSE] = { .name = "composing", .run = compose_only, .n_items = 1 },
    [TEXT] = { .name = "text", .run = write_text, .n_items = 1 },
    [HTML] = { .name = "HTML", .run = write_html, .n_items = 1 },
    [SMALL] = { .name = "text from a small world", .run = write_small, .n_items = 1 },
    [LARGE] = { .name = "the same from a large one", .run = write_large, .n_items = 1 },
  };
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  if (argc != 2 || !g_file_get_contents (argv[1], &data, &length, &error))
    g_error ("%s", error != NULL ? error->message : "one argument: the document");
  document = g_bytes_new_take (data, length);
  chronicle = vnus_chronicle_load_bytes (document, "document.json", VNUS_LOAD_FLAGS_NONE, &error);
  if (chronicle == NULL)
    g_error ("%s", error->message);

  small = make_world (N_SMALL);
  large = make_world (N_LARGE);

  bench_run (benches, G_N_ELEMENTS (benches));
  g_print ("1..4\n");
  bench_ratio (1, "standard brief as text, to reading the document", &benches[TEXT], &benches[LOAD], FALSE, 1);
  bench_ratio (2, "composing alone, to reading the document", &benches[COMPOSE], &benches[LOAD], FALSE, 1);
  bench_ratio (3, "standard brief as HTML, to reading the document", &benches[HTML], &benches[LOAD], FALSE, 5);
  bench_ratio (4, "brief from 200,000 events, to the same from 2,000", &benches[LARGE], &benches[SMALL], FALSE, 2);

  return 0;
}
