package photocat.source.lists;

import java.io.IOException;

/** The rows of one table of an OpenDocument spreadsheet. Used once. */
final class OdsRows {
  /** No list of names has a row more often. */
  private static final int MOST_ALIKE = 10_000;

  private final SheetTable.RowTaker rows;
  private final MergedCells merged = new MergedCells();
  private final SheetRow row = new SheetRow();
  private long rowNumber = 1;
  private long repeated = 1;
  private boolean isHidden;
  private long column;
  private long columnsSaid;

  /** Hands them to {@code rows} until that has enough. */
  OdsRows(SheetTable.RowTaker rows) {
    this.rows = rows;
  }

  /** Reads up to the end of the table that begins here. */
  void read(XmlPart xml) throws IOException {
    while (xml.next() && !xml.ends("table")) {
      if (xml.starts("table-row")) {
        row.clear();
        column = 0;
        repeated = times(xml, "number-rows-repeated");
        isHidden = isHidden(xml);
      } else if (xml.starts("table-cell") || xml.starts("covered-table-cell")) {
        put(xml);
      } else if (xml.ends("table-row")) {
        if (!take()) {
          return;
        }
        rowNumber += repeated;
      } else if (xml.starts("table-column")) {
        long many = times(xml, "number-columns-repeated");
        if (isHidden(xml)) {
          rows.hideColumns(columnsSaid, many);
        }
        columnsSaid += many;
      } else if (xml.starts("shapes") || xml.starts("forms")) {
        xml.skip();
      }
    }
  }

  private void put(XmlPart xml) throws IOException {
    long many = times(xml, "number-columns-repeated");
    merged.add(column, rowNumber, rowNumber + times(xml, "number-rows-spanned") - 1);
    String text = Ods.cell(xml);
    for (long i = 0; i < many && !text.isEmpty(); i++) {
      row.put(column + i, text);
    }
    column += many;
  }

  /** Returns false when the taker has enough. */
  private boolean take() throws IOException {
    if (row.isBlank()) {
      return true;
    }
    if (repeated > MOST_ALIKE) {
      throw new IOException(
          "its row %d stands for %d rows that are the same".formatted(rowNumber, repeated));
    }
    for (long i = 0; i < repeated; i++) {
      merged.fill(rowNumber + i, row);
      if (!rows.take(rowNumber + i, row.cells(), isHidden)) {
        return false;
      }
    }
    return true;
  }

  private static long times(XmlPart xml, String attribute) {
    return Math.max(1, xml.count(attribute));
  }

  private static boolean isHidden(XmlPart xml) {
    return xml.attribute("visibility").filter(text -> !text.equals("visible")).isPresent();
  }
}
