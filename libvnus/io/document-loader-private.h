/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: one load of a document.
 *
 * What is read stays inside the loader until the whole document was found
 * good; only then does it become a chronicle. The first fault ends the load.
 *
 * Nodes are numbers: indexes into the tape, which holds one record or one
 * member of the envelope at a time.
 */
#pragma once

#include <vnus/vnus-document.h>

#include "base/vnus-id-private.h"
#include "chronicle/vnus-chronicle-private.h"
#include "io/document-ids-private.h"
#include "io/json-reader-private.h"
#include "model/vnus-kind-private.h"
#include "model/vnus-record-private.h"

G_BEGIN_DECLS

/* A reference to a record that has not come yet. */
typedef struct
{
  char     *id;      /* (unowned), in the table */
  VnusKinds targets;
  guint     record;  /* that refers, in the records */
  guint     line;
} VnusPendingReference;

/* More than any kind has keys. */
#define VNUS_DOCUMENT_MAX_KEYS 64

typedef struct
{
  const char          *name;      /* of the document, in messages */
  gboolean             lenient;
  GCancellable        *cancellable;

  VnusJsonReader      *reader;    /* (owned) */
  VnusJsonTape        *tape;      /* of the reader */

  const char          *data;      /* what the tape's offsets count in */
  guint32              offset;    /* up to which lines were counted */
  guint                line;      /* of offset, from 1 */
  gboolean             is_lines;  /* JSON Lines: each record is a document of its own */
  gboolean             in_record; /* the tape holds a record */

  char                *id;        /* of the chronicle */
  VnusText            *label;     /* (nullable) */
  guint                seen;      /* members of the envelope, as bits */

  VnusKind             kind;      /* of the record */
  GPtrArray           *records;   /* (element-type VnusRecord) (owned) in the order of the document */
  GArray              *marks;     /* (element-type VnusRecordMark) of each of them */
  VnusRecord          *latest[VNUS_N_KINDS]; /* (unowned) (nullable) of each kind */
  guint8               expected[VNUS_N_KINDS][VNUS_DOCUMENT_MAX_KEYS + 1]; /* keys, by the one before */
  guint32              unsorted;  /* kinds, as bits, that are not in the order of their ids */
  VnusDocumentIds      ids;
  GArray              *pending;   /* (element-type VnusPendingReference) */
  guint                n_alone;   /* how many records were read that stand by themselves */
  guint                n_kept;    /* of each of the three that follow: a power of two, by how much there is to read */
  VnusDate           **dates;     /* (owned) by hash of their text: the last that was read, or NULL */
  VnusParticipant    **participants; /* (owned) by hash, likewise; who acts once mostly acts again */
  VnusCitation       **citations; /* (owned) by hash, likewise; what is said in one place of a source */

  GError              *error;
} VnusLoader;

void           _vnus_loader_init          (VnusLoader    *self,
                                           const char    *name,
                                           VnusLoadFlags  flags,
                                           GCancellable  *cancellable);
void           _vnus_loader_clear         (VnusLoader    *self);
VnusChronicle *_vnus_loader_load          (VnusLoader    *self,
                                           GInputStream  *stream,
                                           goffset        size);

/* Reads a record that stands by itself, at @line of a file of other things; the
 * same id may come again. NULL with the error set if it is not good. For a loader
 * that loads nothing else. */
VnusRecord    *_vnus_loader_read_alone    (VnusLoader    *self,
                                           const char    *json,
                                           gsize          length,
                                           guint          line);

/* document-fetch.c */
guint          _vnus_loader_hash          (VnusLoader    *self,
                                           guint          node);
/* One thing that a record will look up. */
typedef struct
{
  guint32   hash;
  guint32   entry; /* of an id that is known, and 1 */
  gpointer *slot;  /* (nullable) of a value that may be kept; else it is an id */
} VnusWanted;

/* Those beyond so many are not asked for. */
#define VNUS_FETCH_MOST 64

typedef struct
{
  VnusWanted wanted[VNUS_FETCH_MOST];
  guint      n;
} VnusFetch;

void           _vnus_loader_fetch         (VnusLoader        *self,
                                           VnusFetch         *list,
                                           VnusField * const *fields,
                                           const guint       *nodes,
                                           guint              n_fields,
                                           guint              id,
                                           guint              citations);
/* Steps of it, in this order, with other work in between. */
void           _vnus_loader_fetch_entries (VnusLoader        *self,
                                           VnusFetch         *list);
void           _vnus_loader_fetch_texts   (VnusLoader        *self,
                                           VnusFetch         *list);

/* document-record.c */
gboolean       _vnus_loader_read_record   (VnusLoader    *self);

/* document-loader.c: adds @record, which is taken, to those that were read, and notes
 * what the chronicle needs of it. */
void           _vnus_loader_keep_record   (VnusLoader    *self,
                                           VnusRecord    *record,
                                           guint32        hash);

/* Whether the list @field has a member of the name by which citations speak of it. */
gboolean       _vnus_document_has_member  (const VnusField *field,
                                           VnusRecord      *record,
                                           const char      *name);

/* document-reference.c */
gboolean       _vnus_loader_read_reference    (VnusLoader  *self,
                                               guint        node,
                                               VnusKinds    targets,
                                               char       **id);
gboolean       _vnus_loader_define_id         (VnusLoader  *self,
                                               guint        node,
                                               char       **id,
                                               guint32     *hash);
gboolean       _vnus_loader_check_references  (VnusLoader  *self);

/* document-value.c: each fails with an error, or sets what it read */
typedef struct
{
  const char *name;   /* with bytes that are readable behind it, so that words are compared */
  guint       length;
} VnusDocumentKey;

#define VNUS_DOCUMENT_KEY(name) { name "\0\0\0\0\0\0\0", sizeof name - 1 }

/* Whether the member @node has that key. */
static inline gboolean
_vnus_document_key_is (const VnusDocumentKey *self,
                       const VnusJsonTape    *tape,
                       guint                  node)
{
  const char *name = self->name, *key = _vnus_json_tape_key (tape, node);
  guint length = self->length;
  guint64 a, b;

  if (length != tape->nodes[node].key_length)
    return FALSE;

  for (; length > sizeof a; length -= sizeof a, name += sizeof a, key += sizeof a)
    {
      memcpy (&a, name, sizeof a);
      memcpy (&b, key, sizeof b);
      if (a != b)
        return FALSE;
    }
  memcpy (&a, name, sizeof a);
  memcpy (&b, key, sizeof b);

  return GUINT64_FROM_LE (a ^ b) << (64 - 8 * length) == 0;
}

gboolean       _vnus_document_is_language  (const char             *tag);
gboolean       _vnus_loader_collect        (VnusLoader             *self,
                                            guint                   node,
                                            const char             *what,
                                            const VnusDocumentKey  *keys,
                                            guint                   n_keys,
                                            guint                  *nodes);
/* The same; @expected, zeros at first, remembers which key came after which. */
gboolean       _vnus_loader_collect_expected (VnusLoader             *self,
                                              guint                   node,
                                              const char             *what,
                                              const VnusDocumentKey  *keys,
                                              guint                   n_keys,
                                              guint                  *nodes,
                                              guint8                 *expected);
gboolean       _vnus_loader_read_text      (VnusLoader             *self,
                                            guint                   node,
                                            char                  **text);
gboolean       _vnus_loader_read_localised (VnusLoader             *self,
                                            guint                   node,
                                            VnusText              **text);
gboolean       _vnus_loader_read_date      (VnusLoader             *self,
                                            guint                   node,
                                            VnusDate              **date);
gboolean       _vnus_loader_read_word      (VnusLoader             *self,
                                            guint                   node,
                                            GEnumClass             *words,
                                            int                    *value);
gboolean       _vnus_loader_read_item      (VnusLoader             *self,
                                            guint                   node,
                                            const VnusField        *field,
                                            gpointer               *item);

/* document-fault.c */
gboolean       _vnus_loader_fail           (VnusLoader             *self,
                                            guint                   node,
                                            VnusDocumentError       code,
                                            const char             *format,
                                            ...) G_GNUC_PRINTF (4, 5);
gboolean       _vnus_loader_fail_at        (VnusLoader             *self,
                                            guint                   line,
                                            const char             *pointer,
                                            const char             *record_id,
                                            VnusDocumentError       code,
                                            const char             *format,
                                            ...) G_GNUC_PRINTF (6, 7);
gboolean       _vnus_loader_fail_type      (VnusLoader             *self,
                                            guint                   node,
                                            const char             *expected);
gboolean       _vnus_loader_fail_reader    (VnusLoader             *self,
                                            gsize                   length);
guint          _vnus_loader_get_line       (VnusLoader             *self,
                                            guint32                 offset);
char          *_vnus_loader_quote          (VnusLoader             *self,
                                            guint                   node);

static inline VnusJsonType
_vnus_loader_type (const VnusLoader *self,
                   guint             node)
{
  return self->tape->nodes[node].type;
}

static inline guint
_vnus_loader_end (const VnusLoader *self,
                  guint             node)
{
  return self->tape->nodes[node].end;
}

static inline const char *
_vnus_loader_text (const VnusLoader *self,
                   guint             node)
{
  return _vnus_json_tape_text (self->tape, node);
}

/* Whether @node is the string @text, or 0 if that is NULL. */
static inline gboolean
_vnus_loader_is_text (const VnusLoader *self,
                      guint             node,
                      const char       *text)
{
  if (node == 0 || text == NULL)
    return node == 0 && text == NULL;

  return self->tape->nodes[node].type == VNUS_JSON_STRING && strcmp (_vnus_loader_text (self, node), text) == 0;
}

/* Of a string. */
static inline guint32
_vnus_loader_hash_text (VnusLoader *self,
                        guint       node)
{
  VnusJsonNode *n = &self->tape->nodes[node];

  if (n->hash == 0)
    n->hash = _vnus_id_hash (self->tape->texts + n->text, n->length);

  return n->hash;
}

G_END_DECLS
