/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: the digest by which a brief names the state of its chronicle. */
#include "brief/brief-sources-private.h"

#include <vnus/vnus-document.h>

#include "chronicle/vnus-chronicle-private.h"

/* Digits that are printed: enough to tell two states apart. */
#define N_DIGITS 12

/* The chronicle that a view shows: a snapshot, which shares its records. */
static VnusChronicle *
dup_whole (VnusChronicle *view)
{
  VnusChronicle *whole = vnus_chronicle_new (vnus_chronicle_get_id (view));

  vnus_chronicle_set_label (whole, vnus_chronicle_get_label (view));
  _vnus_revision_unref (whole->revision);
  whole->revision = _vnus_revision_ref (view->base);
  whole->is_frozen = TRUE;
  return whole;
}

static char *
make_digest (VnusChronicle *chronicle)
{
  g_autoptr (VnusChronicle) whole = chronicle->base != NULL ? dup_whole (chronicle) : g_object_ref (chronicle);
  g_autoptr (GBytes) document = vnus_chronicle_to_json (whole);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, document);

  return g_strndup (digest, N_DIGITS);
}

/* Of the whole chronicle, whatever a view shows of it: the first digits of the
 * SHA-256 of its document. Many briefs are written of one state. */
char *
_vnus_brief_make_digest (VnusChronicle *chronicle)
{
  VnusRevision *revision = chronicle->base != NULL ? chronicle->base : chronicle->revision;
  const char *id = vnus_chronicle_get_id (chronicle);
  VnusText *label = vnus_chronicle_get_label (chronicle);
  char *digest = _vnus_revision_dup_digest (revision, id, label);

  if (digest == NULL)
    {
      digest = make_digest (chronicle);
      _vnus_revision_keep_digest (revision, id, label, digest);
    }

  return digest;
}
