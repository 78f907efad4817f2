package photocat;

/** The native library of SQLite as the build has unpacked it, as {@link TerminalLibrary} is. */
final class SqliteLibrary {
  private static final String FOLDER_FOR_SQLITE = "org.sqlite.lib.path";

  private SqliteLibrary() {}

  /** Tells the driver where it lies, unless it was told already. */
  static void offer() {
    if (System.getProperty(FOLDER_FOR_SQLITE) == null) {
      TerminalLibrary.folder(System.getProperty("java.class.path"), "sqlitejdbc")
          .ifPresent(folder -> System.setProperty(FOLDER_FOR_SQLITE, folder.toString()));
    }
  }
}
