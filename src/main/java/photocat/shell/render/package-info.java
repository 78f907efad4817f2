/**
 * How results are drawn: tables for people, CSV and JSON for machines, and nothing that could
 * repaint a terminal.
 */
@NullMarked
package photocat.shell.render;

import org.jspecify.annotations.NullMarked;
