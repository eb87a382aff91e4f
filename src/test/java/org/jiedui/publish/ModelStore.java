package org.jiedui.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A file system in memory that knows what it has forced: names and contents as programs see them,
 * and those that a loss of power would leave.
 */
final class ModelStore implements Store {
  /** What a name stands for: a file with its bytes, a folder, or a link. */
  private static final class Node {
    final Kind kind;
    final String target;
    byte[] live = {};
    byte[] durable = {};
    Instant modified;

    Node(Kind kind, String target, Instant modified) {
      this.kind = kind;
      this.target = target;
      this.modified = modified;
    }
  }

  /**
   * An operation on names that nobody has forced yet, whole or not at all; either name may be null.
   */
  private record Pending(String removed, String added, Node node, Map<String, Node> below) {
    Pending(String removed, String added, Node node) {
      this(removed, added, node, Map.of());
    }

    boolean in(String folder) {
      return removed != null && Durable.folder(removed).equals(folder)
          || added != null && Durable.folder(added).equals(folder);
    }

    void applyTo(Map<String, Node> names) {
      if (removed != null) {
        names.remove(removed);
        below.keySet().forEach(name -> names.remove(removed + name));
      }
      if (added != null) {
        names.put(added, node);
        below.forEach((name, inner) -> names.put(added + name, inner));
      }
    }
  }

  private final Map<String, Node> names = new TreeMap<>();
  private final Map<String, Node> durableNames = new TreeMap<>();
  private final List<Pending> pending = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @Override
  public List<Entry> list(String folder) {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    List<Entry> entries = new ArrayList<>();
    names.forEach(
        (name, node) -> {
          if (name.startsWith(prefix) && Durable.folder(name).equals(folder)) {
            String last = name.substring(prefix.length());
            entries.add(new Entry(last, node.kind, node.live.length, node.modified));
          }
        });
    return entries;
  }

  @Override
  public SeekableByteChannel read(String file) throws IOException {
    return new BytesChannel(file(follow(file)).live);
  }

  @Override
  public OutputStream write(String file) throws IOException {
    if (names.containsKey(file)) {
      throw new FileAlreadyExistsException(file);
    }
    makeFolders(Durable.folder(file));
    Node node = new Node(Kind.FILE, null, now);
    change(new Pending(null, file, node));
    return new OutputStream() {
      @Override
      public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        int end = node.live.length;
        node.live = Arrays.copyOf(node.live, end + length);
        System.arraycopy(bytes, offset, node.live, end, length);
      }
    };
  }

  @Override
  public void force(String name) throws IOException {
    Node node = name.isEmpty() ? null : names.get(name);
    if (node != null && node.kind == Kind.FILE) {
      node.durable = node.live;
    } else {
      forceNames(name);
    }
  }

  @Override
  public void link(String from, String to) throws IOException {
    if (names.containsKey(to)) {
      throw new FileAlreadyExistsException(to);
    }
    Node node = names.get(from);
    if (node == null) {
      throw new NoSuchFileException(from);
    }
    change(new Pending(null, to, node.kind == Kind.FILE ? node : new Node(Kind.LINK, from, now)));
  }

  @Override
  public void move(String from, String to) throws IOException {
    Node node = names.get(from);
    if (node == null) {
      throw new NoSuchFileException(from);
    }
    Map<String, Node> below = new TreeMap<>();
    names.forEach(
        (name, inner) -> {
          if (name.startsWith(from + "/")) {
            below.put(name.substring(from.length()), inner);
          }
        });
    change(new Pending(from, to, node, below));
  }

  @Override
  public void delete(String name) {
    if (names.containsKey(name)) {
      change(new Pending(name, null, null));
    }
  }

  @Override
  public Instant clock() {
    return now;
  }

  void setClock(Instant instant) {
    now = instant;
  }

  /** The same names and contents, all of them forced. */
  ModelStore copy() {
    ModelStore copy = new ModelStore();
    names.forEach(
        (name, node) -> {
          Node same = new Node(node.kind, node.target, node.modified);
          same.live = node.live;
          same.durable = node.live;
          copy.names.put(name, same);
        });
    copy.durableNames.putAll(copy.names);
    copy.now = now;
    return copy;
  }

  /** Every file's name, folders above it included. */
  List<String> files() {
    return names.keySet().stream().filter(name -> names.get(name).kind == Kind.FILE).toList();
  }

  /** Changes a file behind everybody's back. */
  void damage(String file, java.util.function.UnaryOperator<byte[]> how) {
    Node node = names.get(file);
    node.live = how.apply(node.live.clone());
    node.durable = node.live;
  }

  /**
   * What is left when power is lost now: names that were forced, of the others a prefix or any
   * subset; contents that were forced, of the others a part.
   */
  ModelStore afterPowerLoss(Random random) {
    ModelStore left = new ModelStore();
    Map<String, Node> survivors = new TreeMap<>(durableNames);
    boolean prefix = random.nextBoolean();
    int kept = random.nextInt(pending.size() + 1);
    for (int i = 0; i < pending.size(); i++) {
      if (prefix ? i < kept : random.nextBoolean()) {
        pending.get(i).applyTo(survivors);
      }
    }
    survivors.forEach(
        (name, node) -> {
          if (reachable(survivors, Durable.folder(name))) {
            left.names.put(name, remains(node, random));
          }
        });
    left.durableNames.putAll(left.names);
    left.now = now;
    return left;
  }

  private static Node remains(Node node, Random random) {
    Node left = new Node(node.kind, node.target, node.modified);
    int part = node.durable.length;
    if (node.live.length > part && random.nextBoolean()) {
      part += random.nextInt(node.live.length - part + 1);
    }
    left.live = part > node.durable.length ? Arrays.copyOf(node.live, part) : node.durable;
    left.durable = left.live;
    return left;
  }

  private static boolean reachable(Map<String, Node> names, String folder) {
    return folder.isEmpty()
        || names.containsKey(folder) && reachable(names, Durable.folder(folder));
  }

  private void makeFolders(String folder) {
    if (!folder.isEmpty() && !names.containsKey(folder)) {
      makeFolders(Durable.folder(folder));
      change(new Pending(null, folder, new Node(Kind.FOLDER, null, now)));
    }
  }

  private void change(Pending operation) {
    operation.applyTo(names);
    pending.add(operation);
  }

  private void forceNames(String folder) {
    for (Iterator<Pending> each = pending.iterator(); each.hasNext(); ) {
      Pending operation = each.next();
      if (operation.in(folder)) {
        operation.applyTo(durableNames);
        each.remove();
      }
    }
  }

  private String follow(String file) {
    String folder = Durable.folder(file);
    Node node = names.get(folder);
    boolean link = node != null && node.kind == Kind.LINK;
    return link ? node.target + file.substring(folder.length()) : file;
  }

  private Node file(String name) throws NoSuchFileException {
    Node node = names.get(name);
    if (node == null || node.kind != Kind.FILE) {
      throw new NoSuchFileException(name);
    }
    return node;
  }
}
