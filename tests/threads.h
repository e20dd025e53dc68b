/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Eight threads that begin at once and do the same. */
#pragma once

#include <pthread.h>

#include <glib.h>

#define N_THREADS 8

typedef struct
{
  void (*run) (gpointer data, guint thread);
  gpointer           data;
  guint              thread;
  pthread_barrier_t *barrier;
} ThreadTask;

static inline gpointer
thread_main (gpointer data)
{
  ThreadTask *task = data;

  pthread_barrier_wait (task->barrier);
  task->run (task->data, task->thread);
  return NULL;
}

/* Runs @run in all threads, and @meanwhile, unless it is NULL, in this one. */
static inline void
run_in_threads (void     (*run) (gpointer data, guint thread),
                void     (*meanwhile) (gpointer data),
                gpointer   data)
{
  pthread_barrier_t barrier;
  ThreadTask tasks[N_THREADS];
  GThread *threads[N_THREADS];

  pthread_barrier_init (&barrier, NULL, N_THREADS + 1);
  for (guint i = 0; i < N_THREADS; i++)
    {
      tasks[i] = (ThreadTask) { run, data, i, &barrier };
      threads[i] = g_thread_new ("test", thread_main, &tasks[i]);
    }
  pthread_barrier_wait (&barrier);
  if (meanwhile != NULL)
    meanwhile (data);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
  pthread_barrier_destroy (&barrier);
}
