#define _GNU_SOURCE 1

#include "CCurses.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <termios.h>
#include <unistd.h>

static const int faults[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
static const int endings[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};
static const int notices[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGALRM};

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

static struct sigaction former[NSIG];
static struct termios settings;
static bool has_settings;
static bool installed;
static bool registered;
static int terminal_descriptor = -1;
static int wake_descriptor = -1;
static int seconds_of_patience;
static char restoring[GUARD_MAXIMUM_BYTES];
static int restoring_length;
static char alternate_stack[64 * 1024];

static atomic_bool armed;
static atomic_uint notes;
static atomic_int ending;

/// Gives the terminal back; only calls that are safe in a signal handler, and only once.
static void give_back(void) {
  if (!atomic_exchange(&armed, false)) {
    return;
  }
  int sent = 0;
  while (sent < restoring_length) {
    ssize_t count = write(terminal_descriptor, restoring + sent, restoring_length - sent);
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count <= 0) {
      break;
    }
    sent += count;
  }
  if (has_settings) {
    tcsetattr(terminal_descriptor, TCSANOW, &settings);
  }
}

static void note(unsigned bits) {
  atomic_fetch_or(&notes, bits);
  waker_wake(wake_descriptor);
}

/// A fault: the terminal first, then whoever handled the signal before, else death by it.
static void on_fault(int number) {
  give_back();
  sigaction(number, &former[number], NULL);
  raise(number);
}

static void on_ending(int number) {
  int saved = errno;
  int none = 0;
  if (!atomic_compare_exchange_strong(&ending, &none, number)) {
    give_back();
    _exit(128 + number);
  }
  // Before the note: who takes the note may put the alarm off at once.
  alarm(seconds_of_patience);
  note(GUARD_TERMINATED);
  errno = saved;
}

static void on_notice(int number) {
  int saved = errno;
  switch (number) {
    case SIGWINCH: note(GUARD_RESIZED); break;
    case SIGTSTP: note(GUARD_STOPPED); break;
    case SIGCONT: note(GUARD_CONTINUED); break;
    case SIGALRM:
      give_back();
      _exit(128 + atomic_load(&ending));
  }
  errno = saved;
}

static void handle(const int *signals, int count, void (*handler)(int), int flags) {
  struct sigaction action = {0};
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < count; i++) {
    sigaction(signals[i], &action, &former[signals[i]]);
  }
}

static void put_back(const int *signals, int count) {
  for (int i = 0; i < count; i++) {
    sigaction(signals[i], &former[signals[i]], NULL);
  }
}

void guard_set_restoring(const char *bytes, int length) {
  restoring_length = length < GUARD_MAXIMUM_BYTES ? length : GUARD_MAXIMUM_BYTES;
  memcpy(restoring, bytes, restoring_length);
}

void guard_install(int terminal, int wake, int patience) {
  if (installed) {
    guard_remove();
  }
  has_settings = tcgetattr(terminal, &settings) == 0;
  terminal_descriptor = terminal;
  wake_descriptor = wake;
  seconds_of_patience = patience;
  restoring_length = 0;
  atomic_store(&notes, 0);
  atomic_store(&ending, 0);
  // A stack of its own, so that a stack overflow gives the terminal back too.
  stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof(alternate_stack)};
  sigaltstack(&stack, NULL);
  handle(faults, COUNT(faults), on_fault, SA_ONSTACK);
  handle(endings, COUNT(endings), on_ending, SA_RESTART);
  handle(notices, COUNT(notices), on_notice, SA_RESTART);
  if (!registered) {
    registered = atexit(give_back) == 0;
  }
  installed = true;
}

void guard_arm(bool on) { atomic_store(&armed, on && installed); }

void guard_remove(void) {
  if (!installed) {
    return;
  }
  guard_arm(false);
  if (atomic_load(&ending) != 0) {
    alarm(0);
  }
  put_back(faults, COUNT(faults));
  put_back(endings, COUNT(endings));
  put_back(notices, COUNT(notices));
  wake_descriptor = -1;
  installed = false;
}

unsigned guard_take(void) { return atomic_exchange(&notes, 0); }

int guard_termination(void) { return atomic_load(&ending); }

void guard_stop(void) {
  // The whole group, as the terminal's own key does: a program that started this one and waits for
  // it must stop too, or the shell would never see the job stopped.
  struct sigaction standard = {.sa_handler = SIG_DFL};
  struct sigaction own;
  sigaction(SIGTSTP, &standard, &own);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &own, NULL);
}

int waker_open(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

void waker_wake(int descriptor) {
  uint64_t one = 1;
  if (descriptor >= 0) {
    ssize_t written = write(descriptor, &one, sizeof one);
    (void)written;
  }
}

bool waker_take(int descriptor) {
  uint64_t count;
  return read(descriptor, &count, sizeof count) == sizeof count;
}
