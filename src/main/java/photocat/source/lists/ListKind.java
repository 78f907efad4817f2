package photocat.source.lists;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** What kind of file a list is in, told by its first bytes: names of files may say anything. */
enum ListKind {
  /** CSV, TSV or a plain list, packed or not. */
  TEXT,
  /** Apache Parquet. */
  PARQUET,
  /** A workbook of Excel since 2007. */
  XLSX,
  /** A workbook of LibreOffice and others. */
  ODS,
  /** A SQLite database. */
  SQLITE;

  private static final int HEAD = 512;
  private static final byte[] COMPOUND_FILE = {
    (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
  };
  private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
  private static final int LONGEST_COMPOUND = 64 << 20;
  private static final String SAVE = "open it in a spreadsheet and save it as .xlsx or .csv";

  /**
   * Returns the kind of {@code file}.
   *
   * @throws UnreadableListException for kinds that are known and not read
   */
  static ListKind of(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("PAR1")) {
      return PARQUET;
    }
    if (text.startsWith("SQLite format 3\0")) {
      return SQLITE;
    }
    if (text.matches("(?s)(\\x37\\x7f\\x06[\\x82\\x83]|\\xd9\\xd5\\x05\\xf9).*")) {
      throw new UnreadableListException(
          "it is the log of a SQLite database, and not the database",
          "give the database, with its log beside it");
    }
    if (text.startsWith("PK\3\4")) {
      return zipped(file);
    }
    if (Arrays.equals(Arrays.copyOf(head, COMPOUND_FILE.length), COMPOUND_FILE)) {
      throw compound(file);
    }
    String start = text.replaceFirst("^(\u00ef\u00bb\u00bf)?\\s*", "").toLowerCase(Locale.ROOT);
    if (start.matches("(?s)<(!doctype html|html|head|body|meta|table|style|div)\\b.*")) {
      throw new UnreadableListException("it is a web page, whatever its name says", SAVE);
    }
    if (start.startsWith("<?xml") || start.startsWith("mime-version:")) {
      throw new UnreadableListException("it is XML, and no workbook in a zip archive", SAVE);
    }
    if (text.startsWith("%PDF-")) {
      throw new UnreadableListException("it is a PDF file", "give the list as .csv or .xlsx");
    }
    return TEXT;
  }

  private static ListKind zipped(Path file) throws IOException {
    try (ZippedParts parts = new ZippedParts(file)) {
      if (parts.has("xl/workbook.xml")) {
        return XLSX;
      }
      if (parts.has("content.xml")) {
        return ODS;
      }
      throw parts.has("xl/workbook.bin")
          ? new UnreadableListException("it is a binary workbook (.xlsb)", SAVE)
          : new UnreadableListException(
              "it is a zip archive and no workbook", "give the file that is inside it");
    }
  }

  /** Encrypted workbooks are old files that hold the new one. */
  private static UnreadableListException compound(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LONGEST_COMPOUND);
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.contains(new String(ENCRYPTED, StandardCharsets.ISO_8859_1))
        ? new UnreadableListException(
            "it is an encrypted workbook", "save it without a password, as .xlsx or .csv")
        : new UnreadableListException(
            "it is a workbook of old Excel (.xls)", "save it as .xlsx or .csv");
  }
}
