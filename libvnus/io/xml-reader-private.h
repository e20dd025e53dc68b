/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: an XML file of an import, row by row.
 *
 * Nothing is fetched; a file that declares entities is refused; a row is bounded
 * by VNUS_IMPORTER_MAX_ROW_SIZE, and only one is in memory at a time. A fault is
 * an issue with its line: what came before it stays read.
 */
#pragma once

#include <libxml/tree.h>

#include "io/import-private.h"

G_BEGIN_DECLS

typedef struct _VnusXml VnusXml;

/* NULL with an issue if the file cannot be opened or has no root. */
VnusXml    *_vnus_xml_open      (VnusImport    *import,
                                 GFile         *file,
                                 const char    *name);
void        _vnus_xml_free      (VnusXml       *self);

/* The local name of the root element. */
const char *_vnus_xml_get_root  (VnusXml       *self);
/* The next element below the root with all that is in it, valid until the next
 * call; NULL at the end and after a fault. */
xmlNode    *_vnus_xml_next      (VnusXml       *self);
/* The root with all that is in it; NULL after a fault. Instead of rows. */
xmlNode    *_vnus_xml_whole     (VnusXml       *self);
/* Whether the file was read to its end, without a fault. */
gboolean    _vnus_xml_is_whole  (VnusXml       *self);
/* An issue: the file is none of the format. */
void        _vnus_xml_skip      (VnusXml       *self,
                                 const char    *expected);

/* Elements, by their local names. */
xmlNode    *_vnus_xml_child     (const xmlNode *node,
                                 const char    *name);
/* The next sibling of the name of @node. */
xmlNode    *_vnus_xml_sibling   (const xmlNode *node);
gboolean    _vnus_xml_is        (const xmlNode *node,
                                 const char    *name);
/* The text of an element and all within, blanks made single and none at the
 * ends; NULL if there is nothing else. @node may be NULL. */
char       *_vnus_xml_dup_text  (const xmlNode *node) G_GNUC_WARN_UNUSED_RESULT;
/* The same, kept in a chunk. */
const char *_vnus_xml_keep_text (const xmlNode *node,
                                 GStringChunk  *chunk);
char       *_vnus_xml_dup_child (const xmlNode *node,
                                 const char    *name) G_GNUC_WARN_UNUSED_RESULT;
char       *_vnus_xml_dup_attribute (const xmlNode *node,
                                     const char    *name) G_GNUC_WARN_UNUSED_RESULT;
int         _vnus_xml_line      (const xmlNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusXml, _vnus_xml_free)

G_END_DECLS
