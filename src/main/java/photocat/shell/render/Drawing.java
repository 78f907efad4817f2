package photocat.shell.render;

import photocat.model.RowSink;

/** A way to write a result: one of the modes, or a chart. */
public interface Drawing {
  /** Returns a sink that writes one result to {@code out}, which it does not close. */
  RowSink open(Appendable out, RenderOptions options);
}
