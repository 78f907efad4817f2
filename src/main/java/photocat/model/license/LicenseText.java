package photocat.model.license;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells which licence a text from outside names: an address, a code, a name, or a sentence with one
 * of them. What it tells is never laxer than the text: of several licences the strictest counts,
 * and a doubt, an exception or a further limit leaves none. The rules are listed in {@code
 * docs/reference/licenses-in-words.md}.
 */
public final class LicenseText {
  /** Longer ones are no statement of a licence, but its text or a page. */
  private static final int LONGEST = 20_000;

  private static final Pattern TAG_ENDS =
      Pattern.compile("[<>\"\\u201c\\u201d\\u201e\\u00ab\\u00bb]");
  private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212\\ufffd\\u00ad]");

  private LicenseText() {}

  /**
   * Returns what {@code text} says, {@code UNKNOWN} when it is null, blank or says nothing clear.
   */
  public static License classify(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return License.unknown(LicenseEvidence.BLANK);
    }
    if (text.length() > LONGEST) {
      return License.unknown(LicenseEvidence.UNPLACED);
    }
    String plain = TAG_ENDS.matcher(DASHES.matcher(text).replaceAll("-")).replaceAll(" ");
    plain = plain.replaceAll("%2[fF]", "/").replaceAll("%3[aA]", ":").replace("&amp;", "&");
    if (plain.strip().equalsIgnoreCase("pd")) {
      return new License(LicenseCode.PD, null, null, LicenseEvidence.WORDS);
    }
    List<Mention> mentions = new ArrayList<>();
    String words = LicenseAddress.takeOut(plain, mentions::add);
    List<LicenseToken> rest = LicenseNames.takeOut(words, mentions::add);
    if (words.strip().endsWith("?")) {
      rest.add(LicenseToken.LIMIT);
    }
    License found = decide(mentions, rest);
    boolean isOther =
        found.code() != LicenseCode.UNKNOWN
            && found.code() != LicenseCode.ARR
            && new LicenseSubjects(plain).deny(found.code());
    return isOther ? License.unknown(LicenseEvidence.LIMITED) : found;
  }

  private static License decide(List<Mention> mentions, List<LicenseToken> rest) {
    boolean denied = rest.contains(LicenseToken.NOT);
    if (mentions.stream().anyMatch(mention -> mention.code() == LicenseCode.ARR)) {
      return denied
          ? License.unknown(LicenseEvidence.LIMITED)
          : new License(LicenseCode.ARR, null, null, LicenseEvidence.RESERVED);
    }
    if (has(mentions, LicenseEvidence.OTHER_LICENSE)) {
      return License.unknown(LicenseEvidence.OTHER_LICENSE);
    }
    List<Mention> licenses =
        mentions.stream().filter(mention -> mention.code() != LicenseCode.UNKNOWN).toList();
    if (licenses.isEmpty()) {
      return License.unknown(lack(mentions, rest));
    }
    for (LicenseCode code : LicenseCode.values()) {
      List<Mention> own = licenses.stream().filter(mention -> mention.code() == code).toList();
      if (!own.isEmpty() && licenses.stream().allMatch(mention -> code.covers(mention.code()))) {
        return isLimited(code, rest) ? License.unknown(LicenseEvidence.LIMITED) : merged(own);
      }
    }
    return License.unknown(LicenseEvidence.SEVERAL);
  }

  /** Tells why a text that names no licence does not. */
  private static LicenseEvidence lack(List<Mention> mentions, List<LicenseToken> rest) {
    if (has(mentions, LicenseEvidence.WHICH)) {
      return LicenseEvidence.WHICH;
    }
    if (rest.stream().anyMatch(LicenseText::isLimit)) {
      return LicenseEvidence.LIMITED;
    }
    if (has(mentions, LicenseEvidence.PAGE)) {
      return LicenseEvidence.PAGE;
    }
    if (rest.contains(LicenseToken.NOTICE)) {
      return LicenseEvidence.NOTICE;
    }
    boolean placeholder =
        rest.stream().allMatch(token -> token == LicenseToken.PLACEHOLDER) || rest.isEmpty();
    return placeholder ? LicenseEvidence.PLACEHOLDER : LicenseEvidence.UNPLACED;
  }

  private static boolean isLimit(LicenseToken token) {
    return token == LicenseToken.LIMIT
        || token == LicenseToken.NON_COMMERCIAL
        || token == LicenseToken.NO_DERIVATIVES
        || token == LicenseToken.SHARE_ALIKE;
  }

  /** Tells whether the words around a licence take back what it allows, or may. */
  private static boolean isLimited(LicenseCode code, List<LicenseToken> rest) {
    LicenseCode.Changes changes = code.changes();
    return rest.contains(LicenseToken.NOT)
        || rest.contains(LicenseToken.LIMIT)
        || (rest.contains(LicenseToken.NON_COMMERCIAL) && !code.forbidsCommerce())
        || (rest.contains(LicenseToken.NO_DERIVATIVES) && changes != LicenseCode.Changes.NONE)
        || (rest.contains(LicenseToken.SHARE_ALIKE) && changes == LicenseCode.Changes.FREE);
  }

  /**
   * Two places that name one licence may each lack what the other says; if they differ, neither
   * counts.
   */
  private static License merged(List<Mention> mentions) {
    Set<String> versions =
        mentions.stream()
            .map(Mention::version)
            .filter(version -> version != null)
            .collect(Collectors.toSet());
    @Nullable String version = versions.size() == 1 ? versions.iterator().next() : null;
    Set<String> ports =
        mentions.stream()
            .filter(mention -> mention.version() != null)
            .map(mention -> String.valueOf(mention.port()))
            .collect(Collectors.toSet());
    boolean ported = version != null && ports.size() == 1 && !ports.contains("null");
    boolean differ = ports.size() > 1;
    boolean address = has(mentions, LicenseEvidence.ADDRESS);
    return new License(
        mentions.get(0).code(),
        differ ? null : version,
        ported ? ports.iterator().next() : null,
        address ? LicenseEvidence.ADDRESS : LicenseEvidence.WORDS);
  }

  private static boolean has(List<Mention> mentions, LicenseEvidence evidence) {
    return mentions.stream().anyMatch(mention -> mention.evidence() == evidence);
  }
}
