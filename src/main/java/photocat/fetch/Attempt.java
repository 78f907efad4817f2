package photocat.fetch;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;

/**
 * One request to one server for one photo.
 *
 * @param number 1 for the photo's first, counting those charged to it
 * @param address where to connect: resolved and allowed
 * @param names where the photo goes
 * @param ended told once how it ended, by any thread
 */
record Attempt(
    int number,
    Target target,
    InetSocketAddress address,
    List<String> names,
    Consumer<AttemptEnd> ended) {}
