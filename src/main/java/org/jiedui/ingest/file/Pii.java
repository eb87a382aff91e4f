package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * Columns that the contract marks as personal data: their cells are never landed, and whatever
 * shows a row shows {@link #MARK} in their place.
 */
public final class Pii {
  /** What stands where a person stood. */
  public static final String MARK = "▇▇";

  private static final int HEAD = 1 << 14;

  private Pii() {}

  static boolean in(Layout layout) {
    return layout.slots().stream().anyMatch(s -> s.role().isPersonal());
  }

  /** A row with its personal cells covered; all of it where its cells cannot be told apart. */
  static String covered(String row, Layout layout) {
    if (!in(layout) || row.isEmpty()) {
      return row;
    }
    var shown = new StringBuilder(row.length());
    boolean open = false;
    int from = 0;
    int cell = 0;
    for (int i = 0; i <= row.length(); i++) {
      char c = i < row.length() ? row.charAt(i) : layout.separator();
      open ^= c == '"' && i < row.length();
      if (c == layout.separator() && (!open || i == row.length())) {
        boolean covered = cell < layout.slots().size() && isPersonal(layout, cell);
        shown.append(covered ? MARK : row.substring(from, i));
        shown.append(i < row.length() ? String.valueOf(c) : "");
        from = i + 1;
        cell++;
      }
    }
    return cell == layout.slots().size() && !open ? shown.toString() : MARK;
  }

  private static boolean isPersonal(Layout layout, int position) {
    return layout.slots().get(position).role().isPersonal();
  }

  /** The evidence of the encoding is a line of the file: only its number stays. */
  public static FileScan covered(FileScan scan, Layout layout) {
    String evidence = scan.encodingEvidence();
    int colon = evidence.indexOf(':');
    return !in(layout) || colon < 0 ? scan : scan.withEvidence(evidence.substring(0, colon));
  }

  /** A refusal from before the header was read, without lines where it may hold a person. */
  public static InputException covered(InputException refused, Path file, Contract.Table table) {
    boolean endless = !Files.isRegularFile(file);
    if (refused.problems().isEmpty() || endless || !mayBeIn(file, table)) {
      return refused;
    }
    List<Problem> problems =
        refused.problems().stream()
            .map(
                p ->
                    new Problem(
                        p.level(),
                        p.code(),
                        p.summary(),
                        p.place(),
                        List.of(),
                        Text.NONE,
                        Text.NONE,
                        p.fix()))
            .toList();
    return new InputException(refused.exit(), problems);
  }

  /** Whether a name of a personal column stands at the start of a file, in either encoding. */
  private static boolean mayBeIn(Path file, Contract.Table table) {
    List<String> names =
        table.columns().stream()
            .filter(c -> c.role().isPersonal())
            .flatMap(c -> Stream.concat(Stream.of(c.id()), c.aliases().stream()))
            .map(Headers::normal)
            .toList();
    if (names.isEmpty()) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(HEAD);
      return Stream.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))
          .map(charset -> Headers.normal(new String(head, charset)))
          .anyMatch(text -> names.stream().anyMatch(text::contains));
    } catch (IOException e) {
      return true;
    }
  }
}
