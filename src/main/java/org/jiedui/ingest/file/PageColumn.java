package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.values.ValuesReader;

/**
 * One column of one row group, read page by page: all values in a tight loop, or those at chosen
 * rows with the others skipped. Columns have no nulls and no repeats, so values are rows.
 */
final class PageColumn {
  private final ColumnDescriptor column;
  private final Dictionary dictionary;
  private final List<DataPageV2> pages = new ArrayList<>();

  PageColumn(PageReadStore store, String name) {
    column = LandingSchema.column(name);
    PageReader reader = store.getPageReader(column);
    dictionary = dictionary(reader.readDictionaryPage());
    for (var page = reader.readPage(); page != null; page = reader.readPage()) {
      pages.add((DataPageV2) page);
    }
  }

  /** Takes a value at its row of the group. */
  interface Use {
    void value(int row, ValuesReader reader);
  }

  /** True when equal values are the same object. */
  boolean repeats() {
    return dictionary != null;
  }

  void forEach(Use use) {
    int first = 0;
    for (DataPageV2 page : pages) {
      ValuesReader values = values(page);
      for (int i = 0; i < page.getValueCount(); i++) {
        use.value(first + i, values);
      }
      first += page.getValueCount();
    }
  }

  /**
   * @param rows ascending
   */
  void at(int[] rows, Use use) {
    int first = 0;
    int next = 0;
    for (DataPageV2 page : pages) {
      int end = first + page.getValueCount();
      if (next < rows.length && rows[next] < end) {
        ValuesReader values = values(page);
        int at = first;
        for (; next < rows.length && rows[next] < end; next++) {
          if (rows[next] > at) {
            values.skip(rows[next] - at);
          }
          use.value(next, values);
          at = rows[next] + 1;
        }
      }
      first = end;
    }
  }

  private ValuesReader values(DataPageV2 page) {
    ValuesReader values =
        page.getDataEncoding().usesDictionary()
            ? page.getDataEncoding()
                .getDictionaryBasedValuesReader(column, ValuesType.VALUES, dictionary)
            : page.getDataEncoding().getValuesReader(column, ValuesType.VALUES);
    try {
      values.initFromPage(page.getValueCount(), page.getData().toInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return values;
  }

  private Dictionary dictionary(DictionaryPage page) {
    try {
      return page == null ? null : page.getEncoding().initDictionary(column, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
