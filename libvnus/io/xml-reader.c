/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: XML by libxml2's reader, kept from whatever a file could make it do. */
#include "io/xml-reader-private.h"

#include <libxml/xmlreader.h>
#include <string.h>

struct _VnusXml
{
  VnusImport       *import;  /* borrowed */
  char             *name;
  GInputStream     *stream;  /* (owned) */
  xmlTextReader    *reader;
  char             *root;
  gsize             n_bytes; /* since the row began */
  gboolean          is_fresh;    /* the reader stands before the first row */
  gboolean          is_expanded; /* the reader stands on a row that was given away */
  gboolean          is_at_end;
  gboolean          has_fault;   /* somewhere before or ahead of the reader */
  gboolean          is_stopped;  /* nothing more may be read */
  gboolean          is_closing;  /* what is wrong behind the root is left alone */
};

/* Rows of one depth; DTDs and entities are left alone. */
#define OPTIONS (XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_BIG_LINES)

static VnusPhrase *
add_fault (VnusXml    *self,
           const char *tag,
           const char *key,
           int         line)
{
  self->has_fault = TRUE;
  self->is_stopped = self->is_stopped || !g_str_equal (tag, "xml-fault");
  return _vnus_import_issue_at (self->import, tag, VNUS_SEVERITY_ERROR, key, self->name, line);
}

/* Bytes */

static int
read_bytes (void *context,
            char *buffer,
            int   length)
{
  VnusXml *self = context;
  g_autoptr (GError) error = NULL;
  gssize n = g_input_stream_read (self->stream, buffer, (gsize) length,
                                  _vnus_import_get_cancellable (self->import), &error);

  if (n < 0)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && !self->has_fault)
        _vnus_phrase_add_text (add_fault (self, "unreadable-file", "import.unreadable-file", 0), "problem", error->message);
      self->has_fault = self->is_stopped = TRUE;
      return -1;
    }

  self->n_bytes += (gsize) n;
  _vnus_import_progress (self->import, (gsize) n);
  if (self->n_bytes > VNUS_IMPORTER_MAX_ROW_SIZE)
    {
      if (!self->has_fault)
        _vnus_phrase_add_integer (add_fault (self, "row-too-long", "import.row-too-long",
                                             xmlTextReaderGetParserLineNumber (self->reader)),
                                  "n", VNUS_IMPORTER_MAX_ROW_SIZE);
      return -1;
    }

  return (int) n;
}

static int
close_bytes (void *context)
{
  return 0;
}

/* Faults: the first one is told, since the others follow from it. */

static char *
tidy_problem (const char *message)
{
  g_autofree char *problem = g_utf8_make_valid (message, -1);

  return g_strstrip (g_strndup (problem, strcspn (problem, "\n")));
}

static void
take_fault (void        *context,
            xmlErrorPtr  problem)
{
  VnusXml *self = context;
  const int line = problem->line > 0 || self->reader == NULL ? problem->line
                                                              : xmlTextReaderGetParserLineNumber (self->reader);
  g_autofree char *text = NULL;

  if (self->has_fault || self->is_closing || problem->level < XML_ERR_ERROR || _vnus_import_is_cancelled (self->import))
    return;

  text = tidy_problem (problem->message != NULL ? problem->message : "");
  _vnus_phrase_add_text (add_fault (self, "xml-fault", "import.xml-fault", line), "problem", text);
}

static void G_GNUC_PRINTF (2, 3)
be_silent (void       *context,
           const char *format,
           ...)
{
}

/* Of bytes that are not of the encoding libxml2 tells the thread alone, or else
 * standard error: whoever listened to the thread does so again afterwards. */
typedef struct
{
  xmlStructuredErrorFunc  function;
  void                   *context;
  xmlGenericErrorFunc     print;
  void                   *print_context;
} Listener;

static Listener
begin_listening (VnusXml *self)
{
  const Listener before = { xmlStructuredError, xmlStructuredErrorContext, xmlGenericError, xmlGenericErrorContext };

  xmlSetStructuredErrorFunc (self, take_fault);
  xmlSetGenericErrorFunc (NULL, be_silent);
  return before;
}

static void
end_listening (Listener before)
{
  xmlSetStructuredErrorFunc (before.context, before.function);
  xmlSetGenericErrorFunc (before.print_context, before.print);
}

static int
move (VnusXml *self,
      int    (*step) (xmlTextReader *reader))
{
  const Listener before = begin_listening (self);
  int result = step (self->reader);

  end_listening (before);
  return result;
}

/* A name of something that the file declares would stand for another text. */
static gboolean
declares_entities (VnusXml *self)
{
  /* Asking the reader for the document itself would take it from the reader. */
  xmlNode *node = xmlTextReaderCurrentNode (self->reader);
  xmlDtd *subset = node != NULL && node->doc != NULL ? node->doc->intSubset : NULL;

  return subset != NULL && (subset->entities != NULL || subset->pentities != NULL);
}

/* FALSE at the end, or after a fault. */
static gboolean
check_read (VnusXml *self,
            int      result)
{
  if (result == 1 && !self->is_stopped && !_vnus_import_is_cancelled (self->import))
    return TRUE;

  if (result == 0)
    self->is_at_end = TRUE;
  else if (!self->has_fault && !_vnus_import_is_cancelled (self->import))
    _vnus_phrase_add_text (add_fault (self, "xml-fault", "import.xml-fault",
                                      xmlTextReaderGetParserLineNumber (self->reader)), "problem", "");
  return FALSE;
}

/* Goes to the root. */
static gboolean
find_root (VnusXml *self)
{
  while (check_read (self, move (self, xmlTextReaderRead)))
    {
      int type = xmlTextReaderNodeType (self->reader);

      if (declares_entities (self))
        {
          add_fault (self, "entities-declared", "import.entities-declared",
                     xmlTextReaderGetParserLineNumber (self->reader));
          return FALSE;
        }
      if (type == XML_READER_TYPE_ELEMENT)
        {
          self->root = g_strdup ((const char *) xmlTextReaderConstLocalName (self->reader));
          self->is_fresh = TRUE;
          return TRUE;
        }
    }

  return FALSE;
}

static void
free_reader (gpointer reader)
{
  xmlFreeTextReader (reader);
}

/* Making a reader takes longer than reading a small file does: that of the file
 * before is used again. */
static gboolean
open_reader (VnusXml *self)
{
  xmlTextReader *reader = _vnus_import_take_reader (self->import);
  const Listener before = begin_listening (self);

  if (reader == NULL)
    self->reader = xmlReaderForIO (read_bytes, close_bytes, self, NULL, NULL, OPTIONS);
  else if (xmlReaderNewIO (reader, read_bytes, close_bytes, self, NULL, NULL, OPTIONS) == 0)
    self->reader = reader;
  else
    xmlFreeTextReader (reader);
  end_listening (before);
  if (self->reader == NULL)
    return FALSE;

  xmlTextReaderSetStructuredErrorHandler (self->reader, take_fault, self);
  return TRUE;
}

/* One that met a fault is done with. A reader keeps the nodes that it has left behind
 * for those to come: so it leaves those of a root that was given away. */
static void
close_reader (VnusXml *self)
{
  gboolean is_reusable;

  if (self->reader == NULL)
    return;

  self->is_closing = TRUE;
  is_reusable = _vnus_xml_is_whole (self) && (!self->is_expanded || move (self, xmlTextReaderNext) == 0);
  xmlTextReaderSetStructuredErrorHandler (self->reader, NULL, NULL);
  if (is_reusable)
    _vnus_import_keep_reader (self->import, self->reader, free_reader);
  else
    xmlFreeTextReader (self->reader);
  self->reader = NULL;
}

VnusXml *
_vnus_xml_open (VnusImport *import,
                GFile      *file,
                const char *name)
{
  static gsize is_ready = 0;
  g_autoptr (VnusXml) self = g_new0 (VnusXml, 1);
  g_autoptr (GError) error = NULL;

  if (g_once_init_enter (&is_ready))
    {
      xmlInitParser ();
      g_once_init_leave (&is_ready, 1);
    }

  self->import = import;
  self->name = g_strdup (name);
  self->stream = G_INPUT_STREAM (g_file_read (file, _vnus_import_get_cancellable (import), &error));
  if (self->stream == NULL)
    {
      if (!_vnus_import_is_cancelled (import))
        _vnus_phrase_add_text (add_fault (self, "unreadable-file", "import.unreadable-file", 0), "problem", error->message);
      return NULL;
    }

  if (!open_reader (self))
    return NULL;

  return find_root (self) ? g_steal_pointer (&self) : NULL;
}

void
_vnus_xml_free (VnusXml *self)
{
  if (self == NULL)
    return;

  close_reader (self);
  g_clear_object (&self->stream);
  g_free (self->root);
  g_free (self->name);
  g_free (self);
}

const char *
_vnus_xml_get_root (VnusXml *self)
{
  return self->root;
}

gboolean
_vnus_xml_is_whole (VnusXml *self)
{
  return self->is_at_end && !self->has_fault;
}

void
_vnus_xml_skip (VnusXml    *self,
                const char *expected)
{
  VnusPhrase *phrase = _vnus_import_issue_at (self->import, "unknown-file", VNUS_SEVERITY_NOTE, "import.unknown-file",
                                              self->name, 0);

  _vnus_phrase_add_text (phrase, "root", self->root);
  _vnus_phrase_add_text (phrase, "expected", expected);
}

static xmlNode *
expand (VnusXml *self)
{
  const Listener before = begin_listening (self);
  xmlNode *node = xmlTextReaderExpand (self->reader);

  end_listening (before);
  /* The parser is ahead of the reader. Where it has found a fault, a row that
   * something follows lies whole before it. */
  if (node == NULL || self->is_stopped || (self->has_fault && node->next == NULL))
    {
      check_read (self, -1);
      return NULL;
    }

  self->n_bytes = 0;
  return node;
}

xmlNode *
_vnus_xml_next (VnusXml *self)
{
  int result;

  if (self->is_stopped || self->is_at_end)
    return NULL;

  result = move (self, self->is_expanded ? xmlTextReaderNext : xmlTextReaderRead);
  self->is_expanded = FALSE;
  self->is_fresh = FALSE;
  while (check_read (self, result))
    {
      if (xmlTextReaderNodeType (self->reader) == XML_READER_TYPE_ELEMENT)
        {
          self->is_expanded = TRUE;
          return expand (self);
        }
      result = move (self, xmlTextReaderRead);
    }

  return NULL;
}

xmlNode *
_vnus_xml_whole (VnusXml *self)
{
  xmlNode *node;

  g_return_val_if_fail (self->is_fresh, NULL);

  node = expand (self);
  self->is_fresh = FALSE;
  self->is_at_end = self->is_expanded = node != NULL;
  return node;
}

/* Elements */

gboolean
_vnus_xml_is (const xmlNode *node,
              const char    *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

xmlNode *
_vnus_xml_child (const xmlNode *node,
                 const char    *name)
{
  for (xmlNode *child = node != NULL ? node->children : NULL; child != NULL; child = child->next)
    if (_vnus_xml_is (child, name))
      return child;

  return NULL;
}

xmlNode *
_vnus_xml_sibling (const xmlNode *node)
{
  for (xmlNode *next = node->next; next != NULL; next = next->next)
    if (_vnus_xml_is (next, (const char *) node->name))
      return next;

  return NULL;
}

/* Also of U+00A0, which the files have in places. */
static const char *
skip_blanks (const char *p)
{
  for (;;)
    if (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r')
      p++;
    else if ((guchar) p[0] == 0xc2 && (guchar) p[1] == 0xa0)
      p += 2;
    else
      return p;
}

static void
append_tidy (GString    *text,
             const char *piece,
             gboolean   *is_apart)
{
  const char *p = piece;

  while (*p != '\0')
    {
      const char *word = skip_blanks (p), *end = word;

      *is_apart = *is_apart || word > p;
      while (*end != '\0' && skip_blanks (end) == end)
        end++;
      if (end > word)
        {
          if (*is_apart && text->len > 0)
            g_string_append_c (text, ' ');
          g_string_append_len (text, word, end - word);
          *is_apart = FALSE;
        }
      p = end;
    }
}

static void
append_node (GString       *text,
             const xmlNode *node,
             gboolean      *is_apart)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      append_tidy (text, (const char *) child->content, is_apart);
    else if (child->type == XML_ELEMENT_NODE)
      append_node (text, child, is_apart);
}

/* Whether there is no blank but single ones between words. */
static gboolean
is_tidy (const char *text)
{
  const gsize length = strcspn (text, "\n\t\r\302");

  return length > 0 && text[length] == '\0' && *text != ' ' && text[length - 1] != ' ' && strstr (text, "  ") == NULL;
}

/* The text of an element, if it is tidy as it stands; borrowed. */
static const char *
get_tidy (const xmlNode *node)
{
  const xmlNode *child = node != NULL ? node->children : NULL;

  return child != NULL && child->next == NULL && child->type == XML_TEXT_NODE && is_tidy ((const char *) child->content)
           ? (const char *) child->content
           : NULL;
}

char *
_vnus_xml_dup_text (const xmlNode *node)
{
  const char *tidy = get_tidy (node);
  GString *text;
  gboolean is_apart = FALSE;

  if (tidy != NULL || node == NULL || node->children == NULL)
    return g_strdup (tidy);

  text = g_string_sized_new (64);
  append_node (text, node, &is_apart);

  return g_string_free (text, text->len == 0);
}

const char *
_vnus_xml_keep_text (const xmlNode *node,
                     GStringChunk  *chunk)
{
  const char *tidy = get_tidy (node);
  g_autofree char *text = tidy == NULL ? _vnus_xml_dup_text (node) : NULL;

  if (tidy == NULL && text == NULL)
    return NULL;

  return g_string_chunk_insert (chunk, tidy != NULL ? tidy : text);
}

char *
_vnus_xml_dup_child (const xmlNode *node,
                     const char    *name)
{
  return _vnus_xml_dup_text (_vnus_xml_child (node, name));
}

char *
_vnus_xml_dup_attribute (const xmlNode *node,
                         const char    *name)
{
  if (node == NULL)
    return NULL;

  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (strcmp ((const char *) attribute->name, name) == 0)
      return _vnus_xml_dup_text ((const xmlNode *) attribute);

  return NULL;
}

int
_vnus_xml_line (const xmlNode *node)
{
  return (int) xmlGetLineNo (node);
}
