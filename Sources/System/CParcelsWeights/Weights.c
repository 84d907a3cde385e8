#include "CParcelsWeights.h"

static const unsigned char weights[] = "";

const unsigned char *parcels_weights_start(void) { return weights; }
size_t parcels_weights_count(void) { return sizeof weights - 1; }
