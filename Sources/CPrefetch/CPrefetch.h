#ifndef CPREFETCH_H
#define CPREFETCH_H

/// Asks the processor to fetch the memory at an address into its cache, as it will be written soon, without waiting for
/// it. Swift has no word for that. Any address will do: one that cannot be read is passed over.
static inline void cprefetch_for_writing(const void *_Nonnull address) {
  __builtin_prefetch(address, 1);
}

#endif
