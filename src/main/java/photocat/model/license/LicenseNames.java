package photocat.model.license;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import photocat.model.license.LicenseWords.Meaning;

/** Finds the names and codes of licences among words. Used once. */
final class LicenseNames {
  private final List<Meaning> words;
  private final Consumer<Mention> mentions;
  private final List<LicenseToken> rest = new ArrayList<>();
  private int at;

  private LicenseNames(List<Meaning> words, Consumer<Mention> mentions) {
    this.words = words;
    this.mentions = mentions;
  }

  /** Hands every licence over that {@code text} names; returns what the other words mean. */
  static List<LicenseToken> takeOut(String text, Consumer<Mention> mentions) {
    LicenseNames names = new LicenseNames(LicenseWords.of(text), mentions);
    while (names.at < names.words.size()) {
      names.takeOne();
    }
    return names.rest;
  }

  private void takeOne() {
    LicenseToken token = token(at);
    boolean denied = at > 0 && token(at - 1) == LicenseToken.NO;
    switch (token) {
      case ZERO -> add(new Mention(LicenseCode.CC0, "1.0", null, LicenseEvidence.WORDS), denied);
      case PUBLIC_DOMAIN -> {
        boolean mark = words.get(at).text().toLowerCase(Locale.ROOT).matches(".*mark|.*pdm");
        add(new Mention(LicenseCode.PD, mark ? "1.0" : null, null, LicenseEvidence.WORDS), denied);
      }
      case RESERVED -> add(Mention.of(LicenseCode.ARR, LicenseEvidence.RESERVED), denied);
      case OTHER_LICENSE -> add(Mention.unknown(LicenseEvidence.OTHER_LICENSE), denied);
      case COMMONS -> takeRun(denied);
      case BY -> {
        if (startsName()) {
          takeRun(denied);
        } else {
          rest.add(LicenseToken.WORD);
          at++;
        }
      }
      case NON_COMMERCIAL,
          SHARE_ALIKE,
          NO_DERIVATIVES,
          NO,
          NOT,
          LIMIT,
          NOTICE,
          PLACEHOLDER,
          FILLER,
          NUMBER,
          WORD -> {
        rest.add(token);
        at++;
      }
    }
  }

  private void add(Mention mention, boolean denied) {
    mentions.accept(mention);
    if (denied) {
      rest.add(LicenseToken.NOT);
    }
    at++;
  }

  /** Written out, an element or a version makes {@code Attribution} the name of a licence. */
  private boolean startsName() {
    boolean word = words.get(at).text().length() > "by".length();
    LicenseToken next = at + 1 < words.size() ? token(at + 1) : LicenseToken.WORD;
    boolean version =
        next == LicenseToken.NUMBER && LicenseAddress.version(words.get(at + 1).text()) != null;
    return word && (version || (next.isElement() && next != LicenseToken.BY));
  }

  private void takeRun(boolean denied) {
    Set<LicenseToken> elements = EnumSet.noneOf(LicenseToken.class);
    @Nullable String version = null;
    @Nullable String port = null;
    for (; at < words.size(); at++) {
      LicenseToken token = token(at);
      if (token.isElement()) {
        if (version != null) {
          break;
        }
        elements.add(token);
      } else if (token == LicenseToken.NUMBER && version == null) {
        version = LicenseAddress.version(words.get(at).text());
      } else if (version != null && port == null && isPort(version)) {
        port = words.get(at).text().toLowerCase(Locale.ROOT);
      } else if (token != LicenseToken.FILLER
          && !(token == LicenseToken.COMMONS && elements.isEmpty())) {
        break;
      }
    }
    LicenseEvidence lack =
        elements.isEmpty() ? LicenseEvidence.WHICH : LicenseEvidence.OTHER_LICENSE;
    mentions.accept(
        LicenseToken.isLicense(elements)
            ? new Mention(LicenseToken.code(elements), version, port, LicenseEvidence.WORDS)
            : Mention.unknown(lack));
    if (denied) {
      rest.add(LicenseToken.NOT);
    }
  }

  /** In capitals and before no other word: {@code CC BY 3.0 AT}, but {@code CC BY 3.0 at Kew}. */
  private boolean isPort(String version) {
    String word = words.get(at).text();
    boolean last = at + 1 == words.size() || token(at + 1) != LicenseToken.WORD;
    return !version.equals("4.0")
        && last
        && word.equals(word.toUpperCase(Locale.ROOT))
        && LicenseAddress.isPort(word.toLowerCase(Locale.ROOT));
  }

  private LicenseToken token(int index) {
    return words.get(index).token();
  }
}
