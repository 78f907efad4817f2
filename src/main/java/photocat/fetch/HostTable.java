package photocat.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How hosts are treated, by name: the rows of {@code hosts.csv}, which says what its columns mean.
 */
public final class HostTable {
  private static final String HEADER =
      "hosts,path,connections,max_connections,requests_per_s,max_requests_per_s,"
          + "gb_per_hour,gb_per_day,contact,why";
  private static final int COLUMNS = 10;
  private static final int MOST_CONNECTIONS = 512;
  private static final BigDecimal GB = BigDecimal.valueOf(1_000_000_000);

  /** What comes with photocat; its last row fits all. */
  public static final HostTable SHIPPED = new HostTable(parse(resource()));

  private final List<HostRule> rules;

  private HostTable(List<HostRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Returns the shipped table with the rows of {@code text} before its own.
   *
   * @throws IllegalArgumentException saying which line is wrong, and how
   */
  public static HostTable withOwn(String text) {
    List<HostRule> all = new ArrayList<>(parse(text));
    all.addAll(SHIPPED.rules);
    return new HostTable(all);
  }

  /** Returns what holds for photos of {@code host} with this path. */
  HostRule rule(String host, String path, boolean isPrivate) {
    return rules.stream()
        .filter(rule -> rule.fits(host, path, isPrivate))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no row fits " + host));
  }

  /**
   * Returns by what name photos of {@code target} are scheduled together: the host, and the path
   * where a row singles one out.
   */
  String name(Target target) {
    for (HostRule rule : rules) {
      if (!rule.path().isEmpty() && rule.fits(target.host(), target.path(), false)) {
        return target.host() + rule.path();
      }
    }
    return target.host();
  }

  private static List<HostRule> parse(String text) {
    List<HostRule> rules = new ArrayList<>();
    boolean headed = false;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      try {
        if (headed) {
          rules.add(row(line));
        } else if (!line.strip().equals(HEADER)) {
          throw new IllegalArgumentException("the header must be " + HEADER);
        }
        headed = true;
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("line %d: %s".formatted(number, e.getMessage()), e);
      }
    }
    return rules;
  }

  private static HostRule row(String line) {
    List<String> cells = Arrays.stream(line.split(",", COLUMNS)).map(String::strip).toList();
    if (cells.size() != COLUMNS) {
      throw wrong("%d columns, must be %d".formatted(cells.size(), COLUMNS));
    }
    HostRule rule =
        new HostRule(
            List.of(cells.get(0).toLowerCase(Locale.ROOT).split("\\s+")),
            cells.get(1),
            number(cells.get(2), "connections").intValue(),
            number(cells.get(3), "max_connections").intValue(),
            number(cells.get(4), "requests_per_s").doubleValue(),
            number(cells.get(5), "max_requests_per_s").doubleValue(),
            number(cells.get(6), "gb_per_hour").multiply(GB).longValue(),
            number(cells.get(7), "gb_per_day").multiply(GB).longValue(),
            isYes(cells.get(8)),
            cells.get(9));
    check(rule);
    return rule;
  }

  private static void check(HostRule rule) {
    if (rule.hosts().contains("")) {
      throw wrong("hosts is empty, must name one or more");
    }
    boolean fits =
        rule.connections() >= 1
            && rule.connections() <= rule.maxConnections()
            && rule.maxConnections() <= MOST_CONNECTIONS;
    if (!fits) {
      throw wrong(
          "connections %d to %d, must be within 1 to %d"
              .formatted(rule.connections(), rule.maxConnections(), MOST_CONNECTIONS));
    }
    if (rule.requestsPerSecond() > rule.maxRequestsPerSecond()) {
      throw wrong("requests_per_s is above max_requests_per_s");
    }
    if (rule.hasQuota() && !rule.isShared()) {
      throw wrong("a host with a quota must be named without *");
    }
  }

  private static boolean isYes(String cell) {
    if (!cell.equals("yes") && !cell.equals("no")) {
      throw wrong("contact is '%s', must be yes or no".formatted(cell));
    }
    return cell.equals("yes");
  }

  private static BigDecimal number(String cell, String column) {
    if (!cell.matches("\\d{0,6}(\\.\\d{1,3})?")) {
      throw wrong("%s is '%s', must be a number".formatted(column, cell));
    }
    return cell.isEmpty() ? BigDecimal.ZERO : new BigDecimal(cell);
  }

  private static IllegalArgumentException wrong(String message) {
    return new IllegalArgumentException(message);
  }

  private static String resource() {
    try (InputStream table = HostTable.class.getResourceAsStream("hosts.csv")) {
      return new String(
          Objects.requireNonNull(table, "hosts.csv in the jar").readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
