package photocat.shell;

/** The keys of the prompt that people should know; the others are those of Emacs and readline. */
public enum Key {
  ENTER("Enter", "runs when the statement is whole (SQL ends with ;), else begins another line"),
  ALT_ENTER("Alt-Enter", "runs at once, as if ; had been typed"),
  TAB("Tab", "completes commands, options, recipes and values, tables, columns, functions, files"),
  RIGHT("→, End", "takes over the grey text, which is the last line that began so"),
  UP("↑, ↓", "walks through the history"),
  SEARCH("Ctrl-R", "searches the history"),
  INTERRUPT("Ctrl-C", "stops a statement that is running, or clears the line; the third leaves"),
  END("Ctrl-D", "leaves, on an empty line"),
  PASTE("paste", "puts any number of lines in; nothing runs before Enter");

  private final String label;
  private final String meaning;

  Key(String label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  /** Returns what is written on it. */
  public String label() {
    return label;
  }

  /** Returns what it does, in one phrase. */
  public String meaning() {
    return meaning;
  }
}
