package org.jiedui.publish;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * One record of the commit log: it exists whole or not at all, and makes one version visible.
 *
 * @param manifest name of the manifest within the report's folder
 * @param parentSeq number of the commit before it, 0 for the first
 * @param supersedes number of the version of the same day that it corrects, 0 for none
 * @param committedAt for information; order is day and number, never a clock
 * @param held published for review: not what readers get by default until it is approved
 */
public record Commit(
    long seq,
    String report,
    LocalDate asOf,
    String fingerprint,
    String manifest,
    String manifestSha256,
    long parentSeq,
    String parentSha256,
    long supersedes,
    long rows,
    String attempt,
    String codeVersion,
    long protocol,
    String committedAt,
    boolean held) {
  /** The protocol this program writes; records of a newer one are refused, not guessed at. */
  public static final int PROTOCOL = 1;

  private static final String OWN_DIGEST = "recordSha256";

  /** Digest of the record, by which the next one names it. */
  public String sha256() {
    return Sha256.of(Json.line(tree()));
  }

  static String fileName(long seq) {
    return String.format(Locale.ROOT, "%020d.json", seq);
  }

  String json() {
    Map<String, Object> tree = tree();
    tree.put(OWN_DIGEST, sha256());
    return Json.pretty(tree);
  }

  /** Throws {@link IOException} for anything but a whole record with its own digest. */
  static Commit parse(String text) throws IOException {
    Map<String, Object> tree = Json.object(text);
    Object digest = tree.remove(OWN_DIGEST);
    if (!Sha256.of(Json.line(tree)).equals(digest)) {
      throw new IOException("the record does not match its checksum");
    }
    refuseNewer(tree);
    try {
      return of(tree);
    } catch (RuntimeException e) {
      throw new IOException("not a commit record: " + e.getMessage(), e);
    }
  }

  private static void refuseNewer(Map<String, Object> tree) {
    if (tree.get("protocol") instanceof Long protocol && protocol > PROTOCOL) {
      throw newer(Text.of("发布记录", "commit record"), protocol.toString(), PROTOCOL + "");
    }
  }

  /** What a newer program wrote is not read as if its meaning were known. */
  static InputException newer(Text what, String found, String known) {
    return new InputException(
        ExitCode.INPUT,
        Problem.error(
                "PROTO_NEWER",
                Text.of(
                    what.zh() + "使用较新的协议 " + found + ",本程序只认识 " + known,
                    "the %s is of protocol %s, this program knows %s"
                        .formatted(what.en(), found, known)))
            .fix("请升级程序", "use a newer version of the program"));
  }

  private static Commit of(Map<String, Object> tree) {
    return new Commit(
        (Long) tree.get("seq"),
        (String) tree.get("report"),
        LocalDate.parse((String) tree.get("asOf")),
        (String) tree.get("fingerprint"),
        (String) tree.get("manifest"),
        (String) tree.get("manifestSha256"),
        (Long) tree.get("parentSeq"),
        (String) tree.get("parentSha256"),
        (Long) tree.get("supersedes"),
        (Long) tree.get("rows"),
        (String) tree.get("attempt"),
        (String) tree.get("codeVersion"),
        (Long) tree.get("protocol"),
        (String) tree.get("committedAt"),
        Boolean.TRUE.equals(tree.get("held")));
  }

  private Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("seq", seq);
    tree.put("report", report);
    tree.put("asOf", asOf.toString());
    tree.put("fingerprint", fingerprint);
    tree.put("manifest", manifest);
    tree.put("manifestSha256", manifestSha256);
    tree.put("parentSeq", parentSeq);
    tree.put("parentSha256", parentSha256);
    tree.put("supersedes", supersedes);
    tree.put("rows", rows);
    tree.put("attempt", attempt);
    tree.put("codeVersion", codeVersion);
    tree.put("protocol", protocol);
    tree.put("committedAt", committedAt);
    if (held) {
      tree.put("held", true);
    }
    return tree;
  }
}
