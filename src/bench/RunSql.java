import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/**
 * Runs an SQL script in DuckDB, as a user would with the DuckDB command line.
 *
 * <pre>java -cp "target/app/lib/*" src/bench/RunSql.java DATABASE SCRIPT [NAME=VALUE …]</pre>
 *
 * DATABASE is a file, or - for memory; {@code @NAME@} in the script becomes VALUE.
 */
final class RunSql {
  public static void main(String[] arguments) throws Exception {
    String script = Files.readString(Path.of(arguments[1]));
    for (int i = 2; i < arguments.length; i++) {
      String[] pair = arguments[i].split("=", 2);
      script = script.replace("@" + pair[0] + "@", pair[1]);
    }
    String database = arguments[0].equals("-") ? "" : arguments[0];
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute(script);
    }
  }
}
