/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Declares types whose structs are private to the library. */
#pragma once

#if !defined (VNUS_INSIDE) && !defined (VNUS_COMPILATION)
#error "Only <vnus/vnus.h> can be included directly."
#endif

#include <glib-object.h>
#include <vnus/vnus-version-macros.h>

/*
 * _VNUS_DECLARE_INTERNAL_TYPE:
 *
 * Like G_DECLARE_FINAL_TYPE(), for types that are derived inside the library
 * only: the class struct of the parent need not be public.
 */
#define _VNUS_DECLARE_INTERNAL_TYPE(TypeName, type_name, MODULE, OBJ_NAME, ParentName)             \
  GType type_name##_get_type (void);                                                              \
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS                                                                \
  typedef struct _##TypeName TypeName;                                                            \
  _GLIB_DEFINE_AUTOPTR_CHAINUP (TypeName, ParentName)                                             \
  G_GNUC_UNUSED static inline TypeName *MODULE##_##OBJ_NAME (gpointer ptr)                        \
  {                                                                                               \
    return G_TYPE_CHECK_INSTANCE_CAST (ptr, type_name##_get_type (), TypeName);                   \
  }                                                                                               \
  G_GNUC_UNUSED static inline gboolean MODULE##_IS_##OBJ_NAME (gpointer ptr)                      \
  {                                                                                               \
    return G_TYPE_CHECK_INSTANCE_TYPE (ptr, type_name##_get_type ());                             \
  }                                                                                               \
  G_GNUC_END_IGNORE_DEPRECATIONS
