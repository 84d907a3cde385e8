// LIBLINEAR (Debian: liblinear-dev).
#include <linear.h>

// The library writes its progress to standard output, where results go, unless given this.
static inline void linear_discard(const char *text) { (void)text; }

static inline void linear_silence(void) { set_print_string_function(&linear_discard); }
