package photocat.model.license;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import photocat.model.TextEnd;

/** The addresses in a text, and the licences that they are of. */
final class LicenseAddress {
  /** With a scheme, or without one where the host is known to publish licences. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![a-z0-9.-])(?:https?:/{0,3}|//)?(?:[a-z0-9-]{1,63}\\.){0,3}"
              + "(?:creativecommons\\.(?:org|net|com)|licensebuttons\\.net|rightsstatements\\.org"
              + "|opendatacommons\\.org|spdx\\.org)(?![a-z0-9.-]*[a-z0-9])[^\\s\\[\\]<>\"',;|)]*"
              + "|(?:https?://|www\\.)[^\\s\\[\\]<>\"',;|)]+",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern VERSION = Pattern.compile("(\\d)(?:[._](\\d))?.*");

  /** The jurisdictions that licences before version 4.0 were written for. */
  private static final Set<String> PORTS =
      Set.of(
          ("am ar at au az be bg br ca ch cl cn co cr cz de dk ec ee eg es fi fr ge gr gt hk hr hu"
                  + " ie igo il in it jp kr lu mk mt mx my nl no nz pe ph pl pr pt ro rs scotland"
                  + " se sg si th tw ua ug uk us ve vn za")
              .split(" "));

  private LicenseAddress() {}

  /** Returns {@code text} without addresses, of which each is handed over as what it names. */
  static String takeOut(String text, Consumer<Mention> mentions) {
    Matcher matcher = ADDRESS.matcher(text);
    StringBuilder rest = new StringBuilder();
    while (matcher.find()) {
      String address = matcher.group().toLowerCase(Locale.ROOT);
      if (address.contains("spdx.org/licenses/")) {
        int name = matcher.group().lastIndexOf('/') + 1;
        String code = matcher.group().substring(name).replace(".html", "").replace(".json", "");
        matcher.appendReplacement(rest, Matcher.quoteReplacement(" " + code + " "));
      } else {
        mentions.accept(mention(address));
        matcher.appendReplacement(rest, " ");
      }
    }
    return matcher.appendTail(rest).toString();
  }

  static boolean isPort(String word) {
    return PORTS.contains(word);
  }

  private static Mention mention(String address) {
    String[] parts = address.replaceFirst("^(?:https?:)?/*(?:www\\.)?", "").split("/", 2);
    String host = parts[0].replaceAll("[.]?(?::.*|[?#].*)?$", "");
    if (isOf(host, "rightsstatements.org")) {
      return ofStatement(address);
    }
    if (isOf(host, "creativecommons.(org|net|com)") || isOf(host, "licensebuttons.net")) {
      return ofCreativeCommons(address);
    }
    if (isOf(host, "opendatacommons.org")
        || (isOf(host, "gnu.org") && address.matches(".*/(licenses|copyleft)/.*"))) {
      return Mention.unknown(LicenseEvidence.OTHER_LICENSE);
    }
    return (isOf(host, "wikipedia.org") && address.contains("/wiki/public_domain"))
            || (isOf(host, "flickr.com") && address.contains("/commons/usage"))
        ? Mention.of(LicenseCode.PD, LicenseEvidence.ADDRESS)
        : Mention.unknown(LicenseEvidence.PAGE);
  }

  private static boolean isOf(String host, String domain) {
    return host.matches("(?:.*\\.)?" + domain.replace(".", "\\."));
  }

  /** Of the statements of rights, the others are neither a licence nor the lack of one. */
  private static Mention ofStatement(String address) {
    if (address.contains("/inc/")) {
      return Mention.of(LicenseCode.ARR, LicenseEvidence.RESERVED);
    }
    return address.contains("/nkc/")
        ? Mention.of(LicenseCode.PD, LicenseEvidence.ADDRESS)
        : Mention.unknown(LicenseEvidence.OTHER_LICENSE);
  }

  private static Mention ofCreativeCommons(String address) {
    List<String> path = new ArrayList<>(List.of(address.split("[?#]", 2)[0].split("/+")));
    while (!path.isEmpty() && !path.get(0).matches("licen[sc]es?|l|p|publicdomain|public-domain")) {
      path.remove(0);
    }
    if (path.size() < 2) {
      return Mention.unknown(LicenseEvidence.WHICH);
    }
    String name = TextEnd.without(path.get(1), ".");
    String version = path.size() > 2 ? version(path.get(2)) : null;
    return switch (name) {
      case "zero", "cc0" -> new Mention(LicenseCode.CC0, "1.0", null, LicenseEvidence.ADDRESS);
      case "mark", "pdm" -> new Mention(LicenseCode.PD, "1.0", null, LicenseEvidence.ADDRESS);
      case "publicdomain" -> Mention.of(LicenseCode.PD, LicenseEvidence.ADDRESS);
      default -> ofElements(name, version, port(path, version));
    };
  }

  private static Mention ofElements(String name, @Nullable String version, @Nullable String port) {
    Set<LicenseToken> elements = LicenseToken.elements(name);
    return elements.isEmpty()
        ? Mention.unknown(LicenseEvidence.OTHER_LICENSE)
        : new Mention(LicenseToken.code(elements), version, port, LicenseEvidence.ADDRESS);
  }

  /** Returns null for a version that there is not. */
  static @Nullable String version(String text) {
    Matcher matcher = VERSION.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    String version = matcher.group(1) + "." + (matcher.group(2) == null ? "0" : matcher.group(2));
    return Set.of("1.0", "2.0", "2.1", "2.5", "3.0", "4.0").contains(version) ? version : null;
  }

  private static @Nullable String port(List<String> path, @Nullable String version) {
    boolean ported = version != null && !version.equals("4.0") && path.size() > 3;
    String port = ported ? TextEnd.without(path.get(3), ".") : "";
    return isPort(port) ? port : null;
  }
}
