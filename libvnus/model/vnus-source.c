/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “source”. */
#include <vnus/vnus-source.h>

#include "model/vnus-record-private.h"

typedef struct _VnusSourceClass VnusSourceClass;

/**
 * VnusSource:
 *
 * A publication or data set.
 *
 * Since: 0.1
 */
struct _VnusSource
{
  VnusRecord parent_instance;

  VnusText   *title;
  char       *author;
  char       *publisher;
  VnusDate   *published;
  char       *language;
  char       *translation_of;
  char       *family;
  char       *derived_from;
  char       *licence;
  char       *url;
  int        translated_by;
  int        source_type;
  int        access;
};

struct _VnusSourceClass
{
  VnusRecordClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusSource, vnus_source, VNUS_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (VnusTranslator, vnus_translator,
                    G_DEFINE_ENUM_VALUE (VNUS_TRANSLATOR_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_TRANSLATOR_HUMAN, "human"),
                    G_DEFINE_ENUM_VALUE (VNUS_TRANSLATOR_MACHINE, "machine"))

G_DEFINE_ENUM_TYPE (VnusSourceType, vnus_source_type,
                    G_DEFINE_ENUM_VALUE (VNUS_SOURCE_TYPE_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_SOURCE_TYPE_PRESS, "press"),
                    G_DEFINE_ENUM_VALUE (VNUS_SOURCE_TYPE_OFFICIAL, "official"),
                    G_DEFINE_ENUM_VALUE (VNUS_SOURCE_TYPE_REGISTER, "register"),
                    G_DEFINE_ENUM_VALUE (VNUS_SOURCE_TYPE_SCHOLARLY, "scholarly"),
                    G_DEFINE_ENUM_VALUE (VNUS_SOURCE_TYPE_EDITORIAL, "editorial"))

G_DEFINE_ENUM_TYPE (VnusAccess, vnus_access,
                    G_DEFINE_ENUM_VALUE (VNUS_ACCESS_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_ACCESS_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (VNUS_ACCESS_REGISTRATION, "registration"),
                    G_DEFINE_ENUM_VALUE (VNUS_ACCESS_SUBSCRIPTION, "subscription"),
                    G_DEFINE_ENUM_VALUE (VNUS_ACCESS_RESTRICTED, "restricted"),
                    G_DEFINE_ENUM_VALUE (VNUS_ACCESS_OFFLINE, "offline"))

enum
{
  FIELD_TITLE,
  FIELD_AUTHOR,
  FIELD_PUBLISHER,
  FIELD_PUBLISHED,
  FIELD_LANGUAGE,
  FIELD_TRANSLATION_OF,
  FIELD_TRANSLATED_BY,
  FIELD_SOURCE_TYPE,
  FIELD_FAMILY,
  FIELD_DERIVED_FROM,
  FIELD_ACCESS,
  FIELD_LICENCE,
  FIELD_URL,
};

static VnusField fields[] = {
  VNUS_FIELD (VnusSource, "title", title, LOCALISED, "The title, by language."),
  VNUS_FIELD (VnusSource, "author", author, TEXT, "The author."),
  VNUS_FIELD (VnusSource, "publisher", publisher, TEXT, "The publisher."),
  VNUS_FIELD (VnusSource, "published", published, DATE, "When it was published."),
  VNUS_FIELD (VnusSource, "language", language, TEXT, "The language, as a BCP 47 tag."),
  VNUS_FIELD_REFERENCE (VnusSource, "translation-of", translation_of, VNUS_KINDS (SOURCE), "What it translates."),
  VNUS_FIELD_ENUM (VnusSource, "translated-by", translated_by, vnus_translator_get_type, "Who translated it."),
  VNUS_FIELD_ENUM (VnusSource, "source-type", source_type, vnus_source_type_get_type, "Its type."),
  VNUS_FIELD (VnusSource, "family", family, TEXT, "The family: sources of one family count once."),
  VNUS_FIELD_REFERENCE (VnusSource, "derived-from", derived_from, VNUS_KINDS (SOURCE),
                        "The source that it copies or rests on."),
  VNUS_FIELD_ENUM (VnusSource, "access", access, vnus_access_get_type, "Who may read it."),
  VNUS_FIELD (VnusSource, "licence", licence, TEXT, "The licence."),
  VNUS_FIELD (VnusSource, "url", url, TEXT, "Where it is."),
};

static void
vnus_source_class_init (VnusSourceClass *klass)
{
  /**
   * VnusSource:title: (getter get_title) (setter set_title)
   *
   * The title, by language.
   *
   * Since: 0.1
   */
  /**
   * VnusSource:author: (getter get_author) (setter set_author)
   *
   * The author.
   *
   * Since: 0.1
   */
  /**
   * VnusSource:publisher: (getter get_publisher) (setter set_publisher)
   *
   * The publisher.
   *
   * Since: 0.1
   */
  /**
   * VnusSource:published: (getter get_published) (setter set_published)
   *
   * When it was published.
   *
   * Since: 0.1
   */
  /**
   * VnusSource:language: (getter get_language) (setter set_language)
   *
   * The language, as a BCP 47 tag.
   *
   * Since: 0.1
   */
  /**
   * VnusSource:translation-of: (getter get_translation_of) (setter set_translation_of)
   *
   * What it translates.
   *
   * Since: 0.1
   */
  /**
   * VnusSource:translated-by: (getter get_translated_by) (setter set_translated_by)
   *
   * Who translated it.
   *
   * Since: 0.1
   */
  /**
   * VnusSource:source-type: (getter get_source_type) (setter set_source_type)
   *
   * Its type.
   *
   * Since: 0.1
   */
  /**
   * VnusSource:family: (getter get_family) (setter set_family)
   *
   * The family: sources of one family count once.
   *
   * Since: 0.1
   */
  /**
   * VnusSource:derived-from: (getter get_derived_from) (setter set_derived_from)
   *
   * The source that it copies or rests on.
   *
   * Since: 0.1
   */
  /**
   * VnusSource:access: (getter get_access) (setter set_access)
   *
   * Who may read it.
   *
   * Since: 0.1
   */
  /**
   * VnusSource:licence: (getter get_licence) (setter set_licence)
   *
   * The licence.
   *
   * Since: 0.1
   */
  /**
   * VnusSource:url: (getter get_url) (setter set_url)
   *
   * Where it is.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_SOURCE, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_source_init (VnusSource *self)
{
}

/**
 * vnus_source_new: (constructor)
 * @id: the id
 *
 * Makes a source.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusSource *
vnus_source_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_SOURCE, "id", id, NULL);
}

/**
 * vnus_source_get_title: (get-property title)
 * @self: a source
 *
 * Gets the field `title`: the title, by language.
 *
 * Returns: (transfer none) (nullable): the text, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_source_set_title: (set-property title)
 * @self: a source
 * @title: (nullable): the text; `NULL` to clear it
 *
 * Sets the field `title`: the title, by language.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusSource, vnus_source, VNUS_IS_SOURCE, VnusText, title, FIELD_TITLE)

/**
 * vnus_source_get_author: (get-property author)
 * @self: a source
 *
 * Gets the field `author`: the author.
 *
 * Returns: (nullable): the value, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_source_set_author: (set-property author)
 * @self: a source
 * @author: (nullable): the value; `NULL` to clear it
 *
 * Sets the field `author`: the author.
 *
 * Since: 0.1
 */
VNUS_DEFINE_STRING (VnusSource, vnus_source, VNUS_IS_SOURCE, author, FIELD_AUTHOR)

/**
 * vnus_source_get_publisher: (get-property publisher)
 * @self: a source
 *
 * Gets the field `publisher`: the publisher.
 *
 * Returns: (nullable): the value, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_source_set_publisher: (set-property publisher)
 * @self: a source
 * @publisher: (nullable): the value; `NULL` to clear it
 *
 * Sets the field `publisher`: the publisher.
 *
 * Since: 0.1
 */
VNUS_DEFINE_STRING (VnusSource, vnus_source, VNUS_IS_SOURCE, publisher, FIELD_PUBLISHER)

/**
 * vnus_source_get_published: (get-property published)
 * @self: a source
 *
 * Gets the field `published`: when it was published.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_source_set_published: (set-property published)
 * @self: a source
 * @published: (nullable): the date; `NULL` to clear it
 *
 * Sets the field `published`: when it was published.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusSource, vnus_source, VNUS_IS_SOURCE, VnusDate, published, FIELD_PUBLISHED)

/**
 * vnus_source_get_language: (get-property language)
 * @self: a source
 *
 * Gets the field `language`: the language, as a BCP 47 tag.
 *
 * Returns: (nullable): the value, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_source_set_language: (set-property language)
 * @self: a source
 * @language: (nullable): the value; `NULL` to clear it
 *
 * Sets the field `language`: the language, as a BCP 47 tag.
 *
 * Since: 0.1
 */
VNUS_DEFINE_STRING (VnusSource, vnus_source, VNUS_IS_SOURCE, language, FIELD_LANGUAGE)

/**
 * vnus_source_get_translation_of: (get-property translation-of)
 * @self: a source
 *
 * Gets the field `translation-of`: what it translates.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_source_set_translation_of: (set-property translation-of)
 * @self: a source
 * @translation_of: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `translation-of`: what it translates.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusSource, vnus_source, VNUS_IS_SOURCE, translation_of, FIELD_TRANSLATION_OF)

/**
 * vnus_source_get_translated_by: (get-property translated-by)
 * @self: a source
 *
 * Gets the field `translated-by`: who translated it.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_source_set_translated_by: (set-property translated-by)
 * @self: a source
 * @translated_by: the value
 *
 * Sets the field `translated-by`: who translated it.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusSource, vnus_source, VNUS_IS_SOURCE, VnusTranslator, translated_by, FIELD_TRANSLATED_BY)

/**
 * vnus_source_get_source_type: (get-property source-type)
 * @self: a source
 *
 * Gets the field `source-type`: its type.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_source_set_source_type: (set-property source-type)
 * @self: a source
 * @source_type: the value
 *
 * Sets the field `source-type`: its type.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusSource, vnus_source, VNUS_IS_SOURCE, VnusSourceType, source_type, FIELD_SOURCE_TYPE)

/**
 * vnus_source_get_family: (get-property family)
 * @self: a source
 *
 * Gets the field `family`: the family: sources of one family count once.
 *
 * Returns: (nullable): the value, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_source_set_family: (set-property family)
 * @self: a source
 * @family: (nullable): the value; `NULL` to clear it
 *
 * Sets the field `family`: the family: sources of one family count once.
 *
 * Since: 0.1
 */
VNUS_DEFINE_STRING (VnusSource, vnus_source, VNUS_IS_SOURCE, family, FIELD_FAMILY)

/**
 * vnus_source_get_derived_from: (get-property derived-from)
 * @self: a source
 *
 * Gets the field `derived-from`: the source that it copies or rests on.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_source_set_derived_from: (set-property derived-from)
 * @self: a source
 * @derived_from: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `derived-from`: the source that it copies or rests on.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusSource, vnus_source, VNUS_IS_SOURCE, derived_from, FIELD_DERIVED_FROM)

/**
 * vnus_source_get_access: (get-property access)
 * @self: a source
 *
 * Gets the field `access`: who may read it.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_source_set_access: (set-property access)
 * @self: a source
 * @access: the value
 *
 * Sets the field `access`: who may read it.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusSource, vnus_source, VNUS_IS_SOURCE, VnusAccess, access, FIELD_ACCESS)

/**
 * vnus_source_get_licence: (get-property licence)
 * @self: a source
 *
 * Gets the field `licence`: the licence.
 *
 * Returns: (nullable): the value, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_source_set_licence: (set-property licence)
 * @self: a source
 * @licence: (nullable): the value; `NULL` to clear it
 *
 * Sets the field `licence`: the licence.
 *
 * Since: 0.1
 */
VNUS_DEFINE_STRING (VnusSource, vnus_source, VNUS_IS_SOURCE, licence, FIELD_LICENCE)

/**
 * vnus_source_get_url: (get-property url)
 * @self: a source
 *
 * Gets the field `url`: where it is.
 *
 * Returns: (nullable): the value, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_source_set_url: (set-property url)
 * @self: a source
 * @url: (nullable): the value; `NULL` to clear it
 *
 * Sets the field `url`: where it is.
 *
 * Since: 0.1
 */
VNUS_DEFINE_STRING (VnusSource, vnus_source, VNUS_IS_SOURCE, url, FIELD_URL)
