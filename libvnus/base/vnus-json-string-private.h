/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 1: a string as JSON has it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In quotation marks; NULL as null. */
void _vnus_json_append_string (GString    *json,
                               const char *string);

G_END_DECLS
