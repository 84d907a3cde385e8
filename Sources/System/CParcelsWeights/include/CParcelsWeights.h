/// The model that Vigie ships for aerial pictures, trained on its own invented scenes only.
/// `Weights.c` is written by `scenes embed`.
#ifndef CPARCELSWEIGHTS_H
#define CPARCELSWEIGHTS_H

#include <stddef.h>

/// The model's first byte.
const unsigned char *parcels_weights_start(void);
/// The number of its bytes.
size_t parcels_weights_count(void);

#endif
