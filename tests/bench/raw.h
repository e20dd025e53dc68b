/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What any reader of a document does at least: simdjson's On-Demand interface
 * through every key, string, number and word of it, and nothing kept. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads @length bytes, which SIMDJSON_PADDING more follow; returns the number of values. */
guint64 raw_read  (const char *data,
                   gsize       length);
gsize   raw_padding (void);

G_END_DECLS
