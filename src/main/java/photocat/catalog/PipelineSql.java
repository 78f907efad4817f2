package photocat.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import photocat.sql.NamedParameters;
import photocat.sql.StatementSplitter;

/**
 * The statements of {@code sql/pipeline} and {@code sql/sources}, one a file, named by their path
 * without {@code .sql}: {@code manifest/choose}, {@code sources/dwca/taxa}.
 */
public final class PipelineSql {
  private PipelineSql() {}

  /** Returns the text of the statement {@code name} with the holes filled. */
  static NamedParameters read(String name, Map<String, String> holes) {
    String folder = name.startsWith("sources/") ? "sql/" : "sql/pipeline/";
    String text = resource(folder + name + ".sql");
    for (Map.Entry<String, String> hole : holes.entrySet()) {
      text = text.replace("{{" + hole.getKey() + "}}", hole.getValue());
    }
    return NamedParameters.in(stripped(text));
  }

  /** Comments in front would make DuckDB's "LINE n" point at the wrong place. */
  private static String stripped(String text) {
    return StatementSplitter.split(text).statements().get(0).text();
  }

  /** Returns the text of a file that is shipped inside the program. */
  public static String resource(String path) {
    try (InputStream in = PipelineSql.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no such file in the program: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + path, e);
    }
  }
}
