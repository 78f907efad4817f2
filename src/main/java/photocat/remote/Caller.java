package photocat.remote;

import photocat.model.Cancellation;

/**
 * Who looks for the process that holds a catalogue.
 *
 * @param command its command line
 * @param environment where it comes from
 * @param stop ends the search
 */
public record Caller(String command, ClientEnvironment environment, Cancellation stop) {}
