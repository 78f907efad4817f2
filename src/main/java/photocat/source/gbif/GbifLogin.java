package photocat.source.gbif;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import photocat.file.TextFile;
import photocat.http.Credentials;
import photocat.model.ExitStatus;
import photocat.model.FailureReason;
import photocat.model.PhotocatException;

/**
 * Where the name and the password of a user of GBIF stand: in the variables that rgbif and pygbif
 * take, or in a file that nobody else can read. Neither shows itself in words.
 */
public final class GbifLogin {
  /** The variables that it takes. */
  public static final List<String> VARIABLES = List.of("GBIF_USER", "GBIF_PWD", "GBIF_EMAIL");

  /** No variable says anything. */
  public static final GbifLogin NONE = new GbifLogin(Map.of());

  private static final Pattern LINE =
      Pattern.compile("\\s*(?:export\\s+)?(GBIF_(?:USER|PWD|EMAIL))\\s*=\\s*(.*?)\\s*");

  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final Map<String, String> variables;

  private GbifLogin(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** Takes what {@code environment} has of them. */
  public static GbifLogin of(Map<String, String> environment) {
    Map<String, String> taken = new HashMap<>(environment);
    taken.keySet().retainAll(VARIABLES);
    taken.values().removeIf(String::isBlank);
    return new GbifLogin(taken);
  }

  /**
   * Returns the user.
   *
   * @param file lines such as {@code GBIF_USER=ann}, over which the variables hold; empty for none
   * @throws PhotocatException when there is none, or others can read the file
   */
  public GbifAccount account(Optional<Path> file) {
    Map<String, String> all = new HashMap<>();
    file.ifPresent(named -> all.putAll(read(named)));
    all.putAll(variables);
    String missing =
        Stream.of("GBIF_USER", "GBIF_PWD")
            .filter(name -> !all.containsKey(name))
            .collect(joining(" and no "));
    if (!missing.isEmpty()) {
      throw failure(
          "GBIF wants to know who asks: there is no %s".formatted(missing),
          "set GBIF_USER and GBIF_PWD, or name a file that has both by the setting"
              + " gbif.credentials; gbif.org gives accounts");
    }
    String user = String.valueOf(all.get("GBIF_USER"));
    if (user.contains(":") || user.contains("@")) {
      throw failure(
          "GBIF_USER is no name of a user of GBIF",
          "it is the name that you chose at gbif.org, not the e-mail address");
    }
    return new GbifAccount(
        new Credentials(user, String.valueOf(all.get("GBIF_PWD"))),
        Optional.ofNullable(all.get("GBIF_EMAIL")));
  }

  private static Map<String, String> read(Path file) {
    try {
      refuseReadable(file);
      Map<String, String> found = new HashMap<>();
      for (String line : TextFile.read(file, TextFile.LARGEST_BY_HAND_BYTES).lines().toList()) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches() && !unquoted(matcher.group(2)).isBlank()) {
          found.put(matcher.group(1), unquoted(matcher.group(2)));
        }
      }
      return found;
    } catch (IOException e) {
      throw failure(
          "cannot read %s, which gbif.credentials names: %s".formatted(file, FailureReason.of(e)),
          "it has two lines: GBIF_USER=… and GBIF_PWD=…");
    }
  }

  private static void refuseReadable(Path file) throws IOException {
    Set<PosixFilePermission> found;
    try {
      found = Files.getPosixFilePermissions(file);
    } catch (UnsupportedOperationException e) {
      // A file system without owners.
      return;
    }
    if (found.stream().anyMatch(OF_OTHERS::contains)) {
      throw failure(
          "others than you can read %s, which holds a password: %s"
              .formatted(file, PosixFilePermissions.toString(found)),
          "chmod 600 " + file);
    }
  }

  private static String unquoted(String value) {
    boolean isQuoted =
        value.length() >= 2
            && (value.startsWith("\"") || value.startsWith("'"))
            && value.charAt(value.length() - 1) == value.charAt(0);
    return isQuoted ? value.substring(1, value.length() - 1) : value;
  }

  private static PhotocatException failure(String message, String hint) {
    return PhotocatException.of(ExitStatus.FAILED, message).withHint(hint);
  }

  /** Says nothing of them. */
  @Override
  public String toString() {
    return "GbifLogin";
  }
}
