/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* For tests that are built with the thread sanitizer: it sees what was compiled with
 * it, and what threads do by pthread. GLib was not compiled with it, and has locks
 * of its own. So that they are no false alarms, the functions below come before
 * GLib's, and tell the sanitizer what each of them promises: what happened before
 * an unlock has happened before the next lock, and what happened before a
 * "once" was left, before all that find it done. Nothing is hidden by this: where a
 * lock is missing, nothing is told. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>

#include <glib-object.h>

void __tsan_acquire (void *address);
void __tsan_release (void *address);

void
(g_mutex_lock) (GMutex *mutex)
{
  static void (*real) (GMutex *mutex);

  if (g_atomic_pointer_get (&real) == NULL)
    g_atomic_pointer_set (&real, dlsym (RTLD_NEXT, "g_mutex_lock"));
  ((void (*) (GMutex *)) g_atomic_pointer_get (&real)) (mutex);
  __tsan_acquire (mutex);
}

void
(g_mutex_unlock) (GMutex *mutex)
{
  static void (*real) (GMutex *mutex);

  if (g_atomic_pointer_get (&real) == NULL)
    g_atomic_pointer_set (&real, dlsym (RTLD_NEXT, "g_mutex_unlock"));
  __tsan_release (mutex);
  ((void (*) (GMutex *)) g_atomic_pointer_get (&real)) (mutex);
}

/* What is done once, by locks that the sanitizer knows. */

static pthread_mutex_t once_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t once_done = PTHREAD_COND_INITIALIZER;
static gpointer once_running[64]; /* whose value is being made */

static gpointer *
find_running (gpointer value)
{
  for (guint i = 0; i < G_N_ELEMENTS (once_running); i++)
    if (once_running[i] == value)
      return &once_running[i];

  return NULL;
}

gboolean
(g_once_init_enter) (volatile void *location)
{
  gpointer *value = (gpointer *) location;
  gboolean is_first = FALSE;

  pthread_mutex_lock (&once_lock);
  if (__atomic_load_n (value, __ATOMIC_ACQUIRE) == NULL && find_running (value) == NULL)
    {
      gpointer *slot = find_running (NULL);

      if (slot == NULL)
        g_error ("too many values are being made at once");
      *slot = value;
      is_first = TRUE;
    }
  while (!is_first && find_running (value) != NULL)
    pthread_cond_wait (&once_done, &once_lock);
  pthread_mutex_unlock (&once_lock);
  return is_first;
}

void
(g_once_init_leave) (volatile void *location,
                     gsize          result)
{
  gpointer *value = (gpointer *) location;

  pthread_mutex_lock (&once_lock);
  __atomic_store_n (value, (gpointer) result, __ATOMIC_RELEASE);
  *find_running (value) = NULL;
  pthread_cond_broadcast (&once_done);
  pthread_mutex_unlock (&once_lock);
}

gpointer
(g_once_impl) (GOnce       *once,
               GThreadFunc  func,
               gpointer     arg)
{
  pthread_mutex_lock (&once_lock);
  while (once->status == G_ONCE_STATUS_PROGRESS)
    pthread_cond_wait (&once_done, &once_lock);
  if (once->status == G_ONCE_STATUS_NOTCALLED)
    {
      gpointer result;

      __atomic_store_n (&once->status, G_ONCE_STATUS_PROGRESS, __ATOMIC_RELAXED);
      pthread_mutex_unlock (&once_lock);
      result = func (arg);
      pthread_mutex_lock (&once_lock);
      once->retval = result;
      __atomic_store_n (&once->status, G_ONCE_STATUS_READY, __ATOMIC_RELEASE);
      pthread_cond_broadcast (&once_done);
    }
  pthread_mutex_unlock (&once_lock);

  return once->retval;
}

/* Classes are made by GObject when the first object is, by locks inside of it. They
 * are made here beforehand, before there are threads: @file lists the library's symbols. */

static void
make_classes (const char *file)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) names = NULL;

  if (!g_file_get_contents (file, &text, NULL, NULL))
    g_error ("%s cannot be read", file);
  names = g_strsplit (text, "\n", -1);
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_suffix (names[i], "_get_type"))
      {
        GType (*get_type) (void) = (GType (*) (void)) dlsym (RTLD_DEFAULT, names[i]);
        GType type = get_type != NULL ? get_type () : G_TYPE_INVALID;

        if (G_TYPE_IS_CLASSED (type))
          g_type_class_ref (type);
      }
}

__attribute__ ((constructor)) static void
prepare (void)
{
  g_autofree char *file = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "lint", "symbols.txt", NULL);

  make_classes (file);
}
