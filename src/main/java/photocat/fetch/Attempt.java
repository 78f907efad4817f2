package photocat.fetch;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One request to one server for one photo.
 *
 * @param number 1 for the photo's first, counting those charged to it
 * @param address where to connect: resolved and allowed
 * @param resume what is to be added to what is there; empty for the whole photo
 * @param lagging run at most once, by any thread: the answer trickles, and will hardly be in time
 * @param ended told once how it ended, by any thread
 */
record Attempt(
    int number,
    Target target,
    InetSocketAddress address,
    Optional<Resume> resume,
    Runnable lagging,
    Consumer<AttemptEnd> ended) {}
