package photocat.fetch;

import photocat.store.PhotoStore;

/** What a run works with; opened and closed by {@link PhotoFetcher}. */
record Engine(
    FetchLimits limits,
    PhotoStore store,
    DiskWorkers disk,
    Servers servers,
    Resolver resolver,
    Network network,
    Bugs bugs) {
  FetchSettings settings() {
    return limits.settings();
  }
}
