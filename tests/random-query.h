/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Random queries of random chronicles. */
#pragma once

#include "random-world.h"

/* --- Random queries --- */

/* Those of the first group have a plain reading below. */
static const char *const plain[] = {
  "kind:visit", "kind:event", "kind:meeting|statement", "host:s0", "host:s1|b2", "host:b0", "topic:t0", "topic:t1|t2",
  "place:s0", "place:x1", "place:x0|s2", "status:held", "status:held|cancelled", "visit-type:state", "type:private",
  "purpose:bilateral", "participant:s0", "participant:p1", "participant:o1", "role:guest:s1", "role:guest:p2",
  "role:guest:o0|member:o1", "role:member", "capacity:o0", "capacity:s1", "source:q0",
};
static const char *const others[] = {
  "actor:s0", "actor:b1|p0", "relation:r0", "rank:..minister", "rank:guest:..head-of-state", "rank:official",
  "holding:o0", "holding:s1", "party:s0", "party:b1|s2", "text:old", "text:tow", "of:s1", "office:o1", "person:p0",
  "agreement:g0", "id:e1|e2", "when:2020-01-05", "kind:tenure|agreement", "within:x0|s1", "source:q1|q0",
};
static const char *const windows[] = {
  "2020-01-04", "2020-01-03/2020-01-06", "2020-01-05/..", "../2020-01-07", "2020-01", "2020",
};
static const char *const relations[] = { "", "within:", "covers:", "before:", "after:", "equals:", "starts-in:", "ends-in:" };

static char *
random_query (GRand   *rand,
              gboolean only_plain)
{
  GString *text = g_string_new (NULL);
  int n = pick (rand, 4), n_dates = pick (rand, 3);

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s ", pick (rand, 4) == 0 ? "-" : "",
                            only_plain || pick (rand, 2) == 0 ? PICK (plain) : PICK (others));
  for (int i = 0; i < n_dates; i++)
    {
      g_string_append_printf (text, "%swhen:%s%s", pick (rand, 4) == 0 ? "-" : "", PICK (relations), PICK (windows));
      if (pick (rand, 3) == 0)
        g_string_append_printf (text, "|%s%s", PICK (relations), PICK (windows));
      g_string_append_c (text, ' ');
    }

  return g_string_free (text, FALSE);
}
