/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <vnus/vnus-date.h>
#include <vnus/vnus-record.h>
#include <vnus/vnus-text.h>

G_BEGIN_DECLS

/**
 * VnusTranslator:
 * @VNUS_TRANSLATOR_UNSET: not set
 * @VNUS_TRANSLATOR_HUMAN: a person
 * @VNUS_TRANSLATOR_MACHINE: a machine
 *
 * Who translated a source.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_TRANSLATOR_UNSET,
  VNUS_TRANSLATOR_HUMAN,
  VNUS_TRANSLATOR_MACHINE,
} VnusTranslator;

#define VNUS_TYPE_TRANSLATOR (vnus_translator_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_translator_get_type (void);

/**
 * VnusSourceType:
 * @VNUS_SOURCE_TYPE_UNSET: not set
 * @VNUS_SOURCE_TYPE_PRESS: a press report
 * @VNUS_SOURCE_TYPE_OFFICIAL: an official publication
 * @VNUS_SOURCE_TYPE_REGISTER: a register that claims to be complete
 * @VNUS_SOURCE_TYPE_SCHOLARLY: a scholarly work
 * @VNUS_SOURCE_TYPE_EDITORIAL: an editor’s own working note
 *
 * The type of a source.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_SOURCE_TYPE_UNSET,
  VNUS_SOURCE_TYPE_PRESS,
  VNUS_SOURCE_TYPE_OFFICIAL,
  VNUS_SOURCE_TYPE_REGISTER,
  VNUS_SOURCE_TYPE_SCHOLARLY,
  VNUS_SOURCE_TYPE_EDITORIAL,
} VnusSourceType;

#define VNUS_TYPE_SOURCE_TYPE (vnus_source_type_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_source_type_get_type (void);

/**
 * VnusAccess:
 * @VNUS_ACCESS_UNSET: not set
 * @VNUS_ACCESS_OPEN: anybody
 * @VNUS_ACCESS_REGISTRATION: who registers
 * @VNUS_ACCESS_SUBSCRIPTION: who pays
 * @VNUS_ACCESS_RESTRICTED: who is admitted
 * @VNUS_ACCESS_OFFLINE: who goes where it lies
 *
 * Who may read a source.
 *
 * Since: 0.1
 */
typedef enum
{
  VNUS_ACCESS_UNSET,
  VNUS_ACCESS_OPEN,
  VNUS_ACCESS_REGISTRATION,
  VNUS_ACCESS_SUBSCRIPTION,
  VNUS_ACCESS_RESTRICTED,
  VNUS_ACCESS_OFFLINE,
} VnusAccess;

#define VNUS_TYPE_ACCESS (vnus_access_get_type ())

VNUS_AVAILABLE_IN_0_1
GType vnus_access_get_type (void);

#define VNUS_TYPE_SOURCE (vnus_source_get_type ())

VNUS_AVAILABLE_IN_0_1
_VNUS_DECLARE_INTERNAL_TYPE (VnusSource, vnus_source, VNUS, SOURCE, VnusRecord)

VNUS_AVAILABLE_IN_0_1
VnusSource *vnus_source_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

VNUS_AVAILABLE_IN_0_1
VnusText *vnus_source_get_title (VnusSource *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_source_set_title (VnusSource *self,
                                 VnusText   *title);

VNUS_AVAILABLE_IN_0_1
const char *vnus_source_get_author (VnusSource *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_source_set_author (VnusSource *self,
                                    const char *author);

VNUS_AVAILABLE_IN_0_1
const char *vnus_source_get_publisher (VnusSource *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_source_set_publisher (VnusSource *self,
                                       const char *publisher);

VNUS_AVAILABLE_IN_0_1
VnusDate *vnus_source_get_published (VnusSource *self);
VNUS_AVAILABLE_IN_0_1
void      vnus_source_set_published (VnusSource *self,
                                     VnusDate   *published);

VNUS_AVAILABLE_IN_0_1
const char *vnus_source_get_language (VnusSource *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_source_set_language (VnusSource *self,
                                      const char *language);

VNUS_AVAILABLE_IN_0_1
const char *vnus_source_get_translation_of (VnusSource *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_source_set_translation_of (VnusSource *self,
                                            const char *translation_of);

VNUS_AVAILABLE_IN_0_1
VnusTranslator vnus_source_get_translated_by (VnusSource     *self);
VNUS_AVAILABLE_IN_0_1
void           vnus_source_set_translated_by (VnusSource     *self,
                                              VnusTranslator  translated_by);

VNUS_AVAILABLE_IN_0_1
VnusSourceType vnus_source_get_source_type (VnusSource     *self);
VNUS_AVAILABLE_IN_0_1
void           vnus_source_set_source_type (VnusSource     *self,
                                            VnusSourceType  source_type);

VNUS_AVAILABLE_IN_0_1
const char *vnus_source_get_family (VnusSource *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_source_set_family (VnusSource *self,
                                    const char *family);

VNUS_AVAILABLE_IN_0_1
const char *vnus_source_get_derived_from (VnusSource *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_source_set_derived_from (VnusSource *self,
                                          const char *derived_from);

VNUS_AVAILABLE_IN_0_1
VnusAccess vnus_source_get_access (VnusSource *self);
VNUS_AVAILABLE_IN_0_1
void       vnus_source_set_access (VnusSource *self,
                                   VnusAccess  access);

VNUS_AVAILABLE_IN_0_1
const char *vnus_source_get_licence (VnusSource *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_source_set_licence (VnusSource *self,
                                     const char *licence);

VNUS_AVAILABLE_IN_0_1
const char *vnus_source_get_url (VnusSource *self);
VNUS_AVAILABLE_IN_0_1
void        vnus_source_set_url (VnusSource *self,
                                 const char *url);

G_END_DECLS
