/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: a message with its arguments, worded only when asked, in any
 * language: one derivation, many languages.
 *
 * A phrase is built by its adders and not changed once it is shared or said.
 * The key, the names of arguments and the styles of lists are constants: they are
 * not copied.
 */
#pragma once

#include <vnus/vnus-amount.h>
#include <vnus/vnus-chronicle.h>
#include <vnus/vnus-reasons.h>

G_BEGIN_DECLS

typedef struct _VnusPhrase VnusPhrase;

/* @key: of a message; NULL for a phrase that is nothing but its one argument. */
VnusPhrase *_vnus_phrase_new           (const char    *key) G_GNUC_WARN_UNUSED_RESULT;
VnusPhrase *_vnus_phrase_ref           (VnusPhrase    *self);
void        _vnus_phrase_unref         (VnusPhrase    *self);
/* A phrase that is nothing but @text. */
VnusPhrase *_vnus_phrase_new_localised (VnusText      *text) G_GNUC_WARN_UNUSED_RESULT;

/* The same in every language: an id, a quotation, the nick of a select. */
void        _vnus_phrase_add_text      (VnusPhrase    *self,
                                        const char    *name,
                                        const char    *text);
/* The same of a constant, which is not copied. */
void        _vnus_phrase_add_word      (VnusPhrase    *self,
                                        const char    *name,
                                        const char    *word);
void        _vnus_phrase_add_localised (VnusPhrase    *self,
                                        const char    *name,
                                        VnusText      *text);
void        _vnus_phrase_add_integer   (VnusPhrase    *self,
                                        const char    *name,
                                        int            n);
void        _vnus_phrase_add_decimal   (VnusPhrase    *self,
                                        const char    *name,
                                        const char    *decimal);
void        _vnus_phrase_add_amount    (VnusPhrase    *self,
                                        const char    *name,
                                        VnusAmount    *amount);
void        _vnus_phrase_add_date      (VnusPhrase    *self,
                                        const char    *name,
                                        VnusDate      *date,
                                        VnusDateStyle  style);
/* A date that something is before, after or counted to, for running text: of an
 * interval the period, which may begin with a preposition of its own. */
void        _vnus_phrase_add_moment    (VnusPhrase    *self,
                                        const char    *name,
                                        VnusDate      *date);
/* What a record is called, as _vnus_record_name_of() says. */
void        _vnus_phrase_add_record    (VnusPhrase    *self,
                                        const char    *name,
                                        const char    *id);
/* A person with the office held then, or without one. */
void        _vnus_phrase_add_person    (VnusPhrase    *self,
                                        const char    *name,
                                        const char    *person,
                                        const char    *office);
void        _vnus_phrase_add_reasons   (VnusPhrase    *self,
                                        const char    *name,
                                        VnusReasons    reasons);
void        _vnus_phrase_add_phrase    (VnusPhrase    *self,
                                        const char    *name,
                                        VnusPhrase    *phrase);
/* @style: and, or, either, comma, semicolon */
void        _vnus_phrase_add_list      (VnusPhrase    *self,
                                        const char    *name,
                                        VnusPhrase   **items,
                                        guint          n_items,
                                        const char    *style);
void        _vnus_phrase_add_records   (VnusPhrase    *self,
                                        const char    *name,
                                        const char *const *ids,
                                        const char    *style);

char       *_vnus_phrase_say           (VnusPhrase    *self,
                                        VnusChronicle *chronicle,
                                        const char    *language) G_GNUC_WARN_UNUSED_RESULT;
/* Takes @text, for the same with a capital at the beginning. */
char       *_vnus_phrase_capitalise    (char          *text) G_GNUC_WARN_UNUSED_RESULT;
/* What a phrase says, with a capital at the beginning. */
char       *_vnus_phrase_say_sentence  (VnusPhrase    *self,
                                        VnusChronicle *chronicle,
                                        const char    *language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusPhrase, _vnus_phrase_unref)

G_END_DECLS
