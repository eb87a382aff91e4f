package org.jiedui.ingest.file;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jiedui.message.InputException;

/** The workbooks of Excel 97 to 2003. */
final class XlsFile {
  private static final long MOST_BYTES = 256L << 20;

  private XlsFile() {}

  static PoiSheets open(Path file) throws IOException {
    long size = FileProblems.attributes(file).size();
    if (size > MOST_BYTES) {
      throw FileProblems.limit(file, "file-bytes", MOST_BYTES, size);
    }
    try {
      var container = new POIFSFileSystem(file.toFile(), true);
      if (container.getRoot().hasEntry("EncryptedPackage")) {
        throw WorkbookProblems.encrypted(file);
      }
      if (!container.getRoot().hasEntry("Workbook")) {
        throw WorkbookProblems.unsupported(file, "OLE2");
      }
      var workbook = new HSSFWorkbook(container);
      boolean epoch1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
      return new PoiSheets(workbook, new SheetNumbers(epoch1904), cell -> false);
    } catch (EncryptedDocumentException e) {
      throw WorkbookProblems.encrypted(file);
    } catch (InputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw WorkbookProblems.damaged(file, "无法打开", "it cannot be opened");
    }
  }

  /** True for a container that holds an encrypted {@code .xlsx}. */
  static boolean isEncrypted(Path file) {
    try (var container = new POIFSFileSystem(file.toFile(), true)) {
      return container.getRoot().hasEntry("EncryptedPackage");
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
