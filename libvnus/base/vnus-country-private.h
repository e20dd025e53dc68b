/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 1: the codes of countries of ISO 3166. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The code of two small letters of a country whose code, of two or three letters,
 * is @code; NULL if it is the code of none today. */
const char *_vnus_country_alpha2 (const char *code);
/* The code of three capitals; NULL if there is none. */
const char *_vnus_country_alpha3 (const char *code);

G_END_DECLS
