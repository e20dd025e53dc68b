/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Chance, and the names that it picks, for world.c. */
#pragma once

#include <glib.h>

#include "world.h"

#define N_TOPICS 6
#define N_LEVELS 3

static const struct
{
  const char *id, *rank, *en, *vi;
} offices[WORLD_N_OFFICES] = {
  { "president", "head-of-state", "President", "Tổng thống" },
  { "prime-minister", "head-of-government", "Prime Minister", "Thủ tướng" },
  { "foreign-minister", "foreign-minister", "Foreign Minister", "Bộ trưởng Ngoại giao" },
  { "trade-minister", "minister", "Trade Minister", "Bộ trưởng Thương mại" },
  { "speaker", "head-of-legislature", "Speaker", "Chủ tịch Quốc hội" },
};

static const char *const topics[N_TOPICS][3] = {
  { "trade", "Trade", "Thương mại" },       { "defence", "Defence", "Quốc phòng" },
  { "education", "Education", "Giáo dục" }, { "health", "Health", "Y tế" },
  { "climate", "Climate", "Khí hậu" },      { "science", "Science", "Khoa học" },
};

static const char *const levels[N_LEVELS][4] = {
  { "diplomatic-relations", "diplomatic", "Diplomatic relations", "Quan hệ ngoại giao" },
  { "partnership", "partnership", "Partnership", "Quan hệ đối tác" },
  { "strategic-partnership", "partnership", "Strategic partnership", "Quan hệ đối tác chiến lược" },
};

static guint64
scramble (guint64 x)
{
  x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return x ^ (x >> 31);
}

/* One number below @n for each state of @chance. */
static guint
draw (guint64 *chance,
      guint    n)
{
  *chance += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint) (scramble (*chance) % n);
}

static void
name_state (guint state,
            char *name,
            gsize size)
{
  static const char *const heads[] = { "Kar", "Vel", "Mor", "Sal", "Tir", "Ast", "Bel", "Nor", "Ost", "Lun" };
  static const char *const middles[] = { "a", "e", "i", "o", "u", "au", "ei", "ia" };
  static const char *const tails[] = { "nia", "land", "stan", "via", "dor", "ria" };

  g_snprintf (name, size, "%s%s%s", heads[state % 10], middles[state / 10 % 8], tails[state / 80 % 6]);
}

static void
name_person (guint64      chance,
             const char **family,
             const char **given)
{
  static const char *const families[] = { "Valdez", "Nguyễn", "Okafor", "Lindqvist", "Tanaka", "Đặng", "Moreau", "Haddad",
                                          "Petrov", "Trần", "Silva", "O’Brien", "Kowalski", "Lê", "Mensah", "Rossi" };
  static const char *const givens[] = { "Nora", "Văn Minh", "Amara", "Erik", "Yuki", "Thị Hoa", "Claire", "Omar",
                                        "Irina", "Quốc Bảo", "João", "Sean", "Anna", "Hồng Sơn", "Kofi", "Lucia" };
  *family = families[draw (&chance, G_N_ELEMENTS (families))];
  *given = givens[draw (&chance, G_N_ELEMENTS (givens))];
}
