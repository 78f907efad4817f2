package photocat.source.lists;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the numbers of an Excel workbook are to be understood: most as numbers, some as dates. */
final class XlsxFormats {
  static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);
  private static final double LAST_DAY = 2_958_466;

  /** What a format shows besides the parts of a date: texts, colours, characters as they are. */
  private static final Pattern NOT_SHOWN =
      Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+\\])[^\\]]*\\]|General");

  private final List<Boolean> areDates = new ArrayList<>();
  private LocalDate origin = FROM_1900;

  /** Reads {@code styles}, which it closes; without any there are numbers only. */
  static XlsxFormats of(Optional<XmlPart> styles, boolean isFrom1904) throws IOException {
    XlsxFormats formats = new XlsxFormats();
    formats.origin = isFrom1904 ? FROM_1904 : FROM_1900;
    if (styles.isPresent()) {
      try (XmlPart xml = styles.get()) {
        formats.read(xml);
      }
    }
    return formats;
  }

  private void read(XmlPart xml) throws IOException {
    Map<String, String> codes = new HashMap<>();
    boolean ofCells = false;
    while (xml.next()) {
      if (xml.starts("numFmt")) {
        codes.put(xml.attribute("numFmtId").orElse(""), xml.attribute("formatCode").orElse(""));
      } else if (xml.starts("cellXfs")) {
        ofCells = true;
      } else if (xml.ends("cellXfs")) {
        ofCells = false;
      } else if (ofCells && xml.starts("xf")) {
        String id = xml.attribute("numFmtId").orElse("0");
        areDates.add(codes.containsKey(id) ? isDate(codes.get(id)) : isKnownDate(id));
      }
    }
  }

  /** The formats that have numbers only. */
  private static boolean isKnownDate(String id) {
    return id.matches("1[4-9]|2[0-2]|2[7-9]|3[0-6]|4[5-7]|5[0-8]");
  }

  private static boolean isDate(@Nullable String code) {
    String shown = NOT_SHOWN.matcher(code == null ? "" : code).replaceAll("");
    return shown.split(";", 2)[0].matches(".*[ymdhsYMDHS].*");
  }

  /** Returns a number as text: a date where the style {@code style} shows one. */
  String text(String number, String style) {
    double value;
    try {
      value = Double.parseDouble(number);
    } catch (NumberFormatException e) {
      return number;
    }
    boolean isDate =
        style.matches("[0-9]{1,6}")
            && Integer.parseInt(style) < areDates.size()
            && areDates.get(Integer.parseInt(style));
    if (isDate && value >= 0 && value < LAST_DAY) {
      return date(value);
    }
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return number;
    }
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  private String date(double value) {
    long days = (long) Math.floor(value);
    long seconds = Math.round((value - days) * ChronoUnit.DAYS.getDuration().toSeconds());
    if (days == 0 && seconds > 0) {
      return LocalTime.MIDNIGHT.plusSeconds(seconds).toString();
    }
    // Excel has a 29 February 1900, which never was.
    long before = origin.equals(FROM_1900) && days < 60 ? 1 : 0;
    LocalDateTime moment = origin.plusDays(days + before).atStartOfDay().plusSeconds(seconds);
    return seconds == 0 ? moment.toLocalDate().toString() : moment.toString();
  }

  static String character(MatchResult escape) {
    return Matcher.quoteReplacement(
        Character.toString((char) Integer.parseInt(escape.group(1), 16)));
  }
}
