/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what is written of a chronicle, held apart from it. */
#include "io/document-writer-private.h"

VnusDocumentContent *
_vnus_document_content_new (VnusChronicle *chronicle)
{
  VnusDocumentContent *self = g_new0 (VnusDocumentContent, 1);
  VnusText *label = vnus_chronicle_get_label (chronicle);

  self->id = g_strdup (vnus_chronicle_get_id (chronicle));
  self->label = label != NULL ? vnus_text_ref (label) : NULL;
  self->n_records = g_list_model_get_n_items (G_LIST_MODEL (chronicle));
  self->records = g_new (VnusRecord *, self->n_records);
  for (guint i = 0; i < self->n_records; i++)
    self->records[i] = g_list_model_get_item (G_LIST_MODEL (chronicle), i);

  return self;
}

void
_vnus_document_content_free (VnusDocumentContent *self)
{
  for (guint i = 0; i < self->n_records; i++)
    g_object_unref (self->records[i]);
  g_free (self->records);
  g_clear_pointer (&self->label, vnus_text_unref);
  g_free (self->id);
  g_free (self);
}
