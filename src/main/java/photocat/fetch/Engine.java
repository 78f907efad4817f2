package photocat.fetch;

import photocat.store.PhotoStore;

/** What a run works with; opened and closed by {@link PhotoFetcher}. */
record Engine(
    FetchSettings settings,
    PhotoStore store,
    DiskWorkers disk,
    Resolver resolver,
    Network network) {}
