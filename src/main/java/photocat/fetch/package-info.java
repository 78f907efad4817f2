/**
 * Fetches photos over HTTP; knows nothing of the catalogue.
 *
 * <p>Who is asked, from names to machines: {@code HostTable} says how hosts are to be treated; a
 * {@code HostQueue} holds the photos that wait for one host, and {@code Hosts} those of a run,
 * which take turns. A {@code Server} is the machine behind one or more hosts, {@code Servers} those
 * of a run, {@code SharedServers} those of all runs side by side; a {@code ServerShare} is what one
 * run may ask of one of them.
 */
@NullMarked
package photocat.fetch;

import org.jspecify.annotations.NullMarked;
