package photocat.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import photocat.model.OneLine;

/** What is known of a bundle while it is read. Written by the reading thread, read by any. */
final class BundleMeter {
  private static final Pattern DATED_NAME = Pattern.compile("inaturalist-open-data-(\\d{8})\\b");
  private static final int MOST_NOTES = 20;

  private final ReadProgress progress;
  private final List<String> notes = new ArrayList<>();
  private int ignoredFiles;
  private volatile Optional<LocalDate> snapshotDate = Optional.empty();
  private volatile OptionalLong totalBytes = OptionalLong.empty();
  private volatile long readBytes;
  private volatile String reading = "";

  BundleMeter(ReadProgress progress) {
    this.progress = progress;
  }

  void expect(OptionalLong bytes) {
    totalBytes = bytes;
  }

  /** Names the table that is read from now on, for messages; empty for none. */
  void reading(String fileName) {
    reading = fileName;
  }

  String reading() {
    return reading;
  }

  /** Takes the snapshot's date from a name that bears it, the first one counts. */
  void sawName(String name) {
    Matcher matcher = DATED_NAME.matcher(name);
    if (snapshotDate.isEmpty() && matcher.find()) {
      try {
        LocalDate date = LocalDate.parse(matcher.group(1), DateTimeFormatter.BASIC_ISO_DATE);
        snapshotDate = Optional.of(date);
      } catch (DateTimeParseException notADate) {
        // Eight digits that are no date say nothing about the snapshot.
      }
    }
  }

  Optional<LocalDate> snapshotDate() {
    return snapshotDate;
  }

  synchronized void ignored(String name) {
    ignoredFiles++;
    if (ignoredFiles <= MOST_NOTES) {
      notes.add("ignored '" + OneLine.of(name) + "', which is none of the bundle's tables");
    }
  }

  /** Keeps one line about something that is odd but harmless. */
  synchronized void note(String line) {
    notes.add(line);
  }

  synchronized List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    if (ignoredFiles > MOST_NOTES) {
      all.add("ignored " + (ignoredFiles - MOST_NOTES) + " more files");
    }
    return List.copyOf(all);
  }

  /** Returns {@code in} with every byte of it counted as progress. */
  InputStream count(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        if (count > 0) {
          long sum = readBytes + count;
          readBytes = sum;
          progress.read(sum, totalBytes);
        }
        return count;
      }
    };
  }

  long readBytes() {
    return readBytes;
  }
}
