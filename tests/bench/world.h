/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Makes up chronicles of any size that look like real ones: states with offices
 * and their holders since 1950, visits with delegations, meetings, statements,
 * agreements with their actions, dates of every precision, two languages,
 * citations. The same settings give the same bytes on every machine.
 *
 * The first two states, with their relation, are a world of their own of a fixed
 * size: what is asked of them has the same answer however large the rest is.
 */
#pragma once

#include <stdio.h>

#include <glib.h>

#define WORLD_FIRST_YEAR 1950
#define WORLD_N_YEARS 74
#define WORLD_N_OFFICES 5
#define WORLD_N_HOLDERS 14
#define WORLD_N_OWN_EVENTS 400

typedef enum
{
  WORLD_JSON,
  WORLD_JSON_LINES,
} WorldForm;

typedef struct
{
  guint    n_events;
  guint    n_states; /* 0 for one for every 2,400 events, and at least 8 */
  guint64  seed;
  WorldForm form;
  guint    n_own;    /* events between the first two states; 0 for WORLD_N_OWN_EVENTS */
  guint    first;    /* events before this one are left out: a large world can be had in pieces */
  gboolean is_plain; /* visits alone, each with two participants, two labels and one citation */
} WorldSettings;

/* The id of the relation and of the states that are always the same, and of an
 * event between them. */
#define WORLD_RELATION "s000-s001"
#define WORLD_GUEST "s000"
#define WORLD_HOST "s001"
#define WORLD_VISIT "v-0000042"

guint world_get_n_states (const WorldSettings *settings);

/* Writes the document. */
void  world_write        (const WorldSettings *settings,
                          FILE                *file);

/* The same in memory. */
GBytes *world_make       (const WorldSettings *settings);
