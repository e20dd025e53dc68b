/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 2: messages. Every word that the library says is in a file of its
 * language, messages-LANGUAGE.ini or one that parts from it (findings-…), and is
 * asked for by key, “group.key”, with typed arguments. Nothing here depends on the locale or the time zone.
 *
 * A pattern is an ICU message pattern with named arguments, of which only
 * these forms are allowed (the value that a caller passes stands behind it):
 *
 *   {who}                        text as it is                  STRING
 *   {how, select, a {…} other {…}}  one of several texts        STRING
 *   {n, plural, one {…} other {…}}  by number; # is the number  INTEGER
 *   {n, selectordinal, …}        by ordinal                     INTEGER
 *   {n, number}                  1,234                          INTEGER
 *   {n, plain}                   1234, as years are written     INTEGER
 *   {n, ordinal}                 second, 26th                   INTEGER
 *   {n, words}                   two, 26                        INTEGER
 *   {x, decimal}                 123.86                         DECIMAL
 *   {x, percent}                 0.11 as 11%                    DECIMAL
 *   {who, list}                  a, b and c                     LIST
 *   {who, list, semicolon}       a; b; and c                    LIST
 *
 * An argument has one type in all places of a pattern. An apostrophe is an
 * apostrophe: a pattern in which one would quote something is refused.
 */
#pragma once

#include <glib.h>
#include <vnus/vnus-reasons.h>
#include <vnus/vnus-truth.h>

G_BEGIN_DECLS

typedef enum
{
  VNUS_ARG_STRING,
  VNUS_ARG_INTEGER,
  VNUS_ARG_DECIMAL,
  VNUS_ARG_LIST,
} VnusArgType;

typedef struct
{
  const char *name;
  VnusArgType type;
  union
  {
    const char        *string; /* a text, or a decimal such as “-0.11” or “123.86E9” */
    gint64             integer;
    const char *const *list;
  };
} VnusMessageArg;

#define VNUS_ARG_S(arg_name, value) { .name = (arg_name), .type = VNUS_ARG_STRING, .string = (value) }
#define VNUS_ARG_I(arg_name, value) { .name = (arg_name), .type = VNUS_ARG_INTEGER, .integer = (value) }
#define VNUS_ARG_D(arg_name, value) { .name = (arg_name), .type = VNUS_ARG_DECIMAL, .string = (value) }
#define VNUS_ARG_L(arg_name, value) { .name = (arg_name), .type = VNUS_ARG_LIST, .list = (const char *const *) (value) }

/* _vnus_say (language, key, VNUS_ARG_S ("who", who), VNUS_ARG_I ("n", n)) */
#define _vnus_say(language, key, ...) \
  _vnus_message_format ((language), (key), (const VnusMessageArg[]) { __VA_ARGS__ }, \
                        sizeof ((const VnusMessageArg[]) { __VA_ARGS__ }) / sizeof (VnusMessageArg))

/* More than any sentence has. */
#define VNUS_MESSAGE_MOST_ARGUMENTS 32

/* The arguments must be those that the message declares, by name and type, in
 * any order. Anything else is a programmer error; the text is then the key and
 * the arguments in brackets. Never NULL. */
char              *_vnus_message_format    (const char           *language,
                                            const char           *key,
                                            const VnusMessageArg *args,
                                            guint                 n_args) G_GNUC_WARN_UNUSED_RESULT;
gboolean           _vnus_message_exists    (const char           *language,
                                            const char           *key);
/* Whether there are words of a language, such as those of @key; or else an error. */
gboolean           _vnus_message_check_language (const char      *language,
                                            const char           *key,
                                            GQuark                domain,
                                            int                   code,
                                            GError              **error);

/* The same name where it stays, by which all else is found faster; NULL if there are
 * no words of a language. */
const char        *_vnus_message_find_language (const char       *language);

/* What the files hold: languages and keys in the order of their bytes; the
 * arguments of a message as “n:integer who:string”, by name. */
const char *const *_vnus_message_languages (void);
char             **_vnus_message_keys      (const char           *language) G_GNUC_WARN_UNUSED_RESULT;
char              *_vnus_message_describe  (const char           *language,
                                            const char           *key,
                                            char                **problem) G_GNUC_WARN_UNUSED_RESULT;

/* More than a number has, with its end. */
#define VNUS_MOST_DIGITS 24
/* The number without any mark but a minus, somewhere in @buffer. */
const char        *_vnus_write_digits      (char                  buffer[VNUS_MOST_DIGITS],
                                            gint64                n);
/* @style: and, or, either, comma, semicolon. No items make the empty string. */
char              *_vnus_message_list      (const char           *language,
                                            const char *const    *items,
                                            const char           *style) G_GNUC_WARN_UNUSED_RESULT;
/* @n: 1 or more */
char              *_vnus_message_ordinal   (const char           *language,
                                            int                   n) G_GNUC_WARN_UNUSED_RESULT;
/* A decimal: -?DIGITS[.DIGITS][E[-]DIGITS]. Every digit is kept: nothing is
 * rounded and nothing added. */
char              *_vnus_message_number    (const char           *language,
                                            const char           *decimal) G_GNUC_WARN_UNUSED_RESULT;
/* @ratio: 0.11 is 11% */
char              *_vnus_message_percent   (const char           *language,
                                            const char           *ratio) G_GNUC_WARN_UNUSED_RESULT;
/* @bound: NULL, exact, about, more-than, at-least, less-than, at-most
 * @unit: NULL, a currency by its three capitals, % (11 is 11%), ratio (0.11 is
 * 11%), a unit of the group [unit], or any other text, which then stands as it
 * is behind the number. */
char              *_vnus_message_amount    (const char           *language,
                                            const char           *number,
                                            const char           *bound,
                                            const char           *unit) G_GNUC_WARN_UNUSED_RESULT;

char              *_vnus_message_truth     (const char           *language,
                                            VnusTruth             truth) G_GNUC_WARN_UNUSED_RESULT;
char              *_vnus_message_reasons   (const char           *language,
                                            VnusReasons           reasons) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
