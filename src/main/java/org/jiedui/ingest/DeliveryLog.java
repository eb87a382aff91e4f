package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.Sha256;
import org.jiedui.publish.Durable;
import org.jiedui.publish.Json;
import org.jiedui.publish.LocalStore;
import org.jiedui.publish.Storage;
import org.jiedui.publish.Store;

/**
 * Which file came in which night, written down once: the content of a place in the inbox, the next
 * content of the same place, and that nothing is there any more. A night uses what had come by
 * then, so that it can be computed again; the bytes are in the archive.
 */
public final class DeliveryLog {
  private final Path root;
  private final Store store;
  private final String folder;

  /** What one report was given. */
  public DeliveryLog(Path root, String report) {
    this.root = root;
    this.store = new LocalStore(root);
    this.folder = report + "/deliveries";
  }

  /**
   * A file in the inbox.
   *
   * @param place where it lies, the same on every machine
   * @param night the night its folder names; empty where none does
   */
  public record Arrival(String place, Optional<LocalDate> night, Input input) {}

  /**
   * One line of the log.
   *
   * @param number how many contents the place has had
   * @param sha256 digest of the bytes; empty where the file is gone
   */
  public record Delivery(
      String place,
      int number,
      LocalDate night,
      String name,
      String table,
      String source,
      String sha256) {
    /** Whether it says that a file is gone. */
    public boolean isWithdrawal() {
      return sha256.isEmpty();
    }

    private Map<String, Object> tree() {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("place", place);
      tree.put("number", number);
      tree.put("night", night.toString());
      tree.put("name", name);
      tree.put("table", table);
      tree.put("source", source);
      tree.put("sha256", sha256);
      return tree;
    }

    private static Delivery of(Map<String, Object> tree) {
      return new Delivery(
          (String) tree.get("place"),
          Math.toIntExact((Long) tree.get("number")),
          LocalDate.parse((String) tree.get("night")),
          (String) tree.get("name"),
          (String) tree.get("table"),
          (String) tree.get("source"),
          (String) tree.get("sha256"));
    }
  }

  /**
   * What is new against the log, nothing written.
   *
   * @param night the night of what no folder dates
   */
  public List<Delivery> pending(LocalDate night, List<Arrival> arrivals) {
    return pending(night, arrivals, SeenFiles.in(root));
  }

  private List<Delivery> pending(LocalDate night, List<Arrival> arrivals, SeenFiles seen) {
    Map<String, Delivery> latest = latest(LocalDate.MAX);
    List<Delivery> fresh = new ArrayList<>();
    Map<String, Delivery> gone = new TreeMap<>(latest);
    for (Arrival arrival : arrivals) {
      Optional<Delivery> last = Optional.ofNullable(latest.get(arrival.place()));
      gone.remove(arrival.place());
      String sha256 = sha256(arrival.input().path(), seen);
      if (!last.map(Delivery::sha256).equals(Optional.of(sha256))) {
        fresh.add(delivery(arrival, last, night, sha256));
      }
    }
    gone.values().stream()
        .filter(d -> !d.isWithdrawal())
        .forEach(d -> fresh.add(withdrawal(d, night)));
    return fresh;
  }

  private static Delivery delivery(
      Arrival arrival, Optional<Delivery> last, LocalDate night, String sha256) {
    LocalDate first = last.isPresent() ? night : arrival.night().orElse(night);
    return new Delivery(
        arrival.place(),
        last.map(Delivery::number).orElse(0) + 1,
        first,
        arrival.input().name(),
        arrival.input().table(),
        arrival.input().sourceId(),
        sha256);
  }

  private static Delivery withdrawal(Delivery d, LocalDate night) {
    return new Delivery(d.place(), d.number() + 1, night, d.name(), d.table(), d.source(), "");
  }

  /** Archives and writes down what is new. A line that another run wrote first stands. */
  public List<Delivery> record(LocalDate night, List<Arrival> arrivals) {
    SeenFiles seen = SeenFiles.in(root);
    List<Delivery> fresh = pending(night, arrivals, seen);
    Map<String, Path> paths = new TreeMap<>();
    arrivals.forEach(a -> paths.put(a.place(), a.input().path()));
    for (Delivery d : fresh) {
      Storage.call(
          () -> {
            if (!d.isWithdrawal()) {
              Archive.in(root).keep(paths.get(d.place()), d.sha256());
            }
            create(d);
            return null;
          });
    }
    seen.save();
    return fresh;
  }

  /**
   * What a night uses: the last content each place had by then. What still lies there is read
   * there, what was replaced since from the archive.
   */
  public List<Input> inputs(LocalDate night, List<Arrival> arrivals) {
    Map<String, Delivery> now = latest(LocalDate.MAX);
    Map<String, Path> paths = new TreeMap<>();
    arrivals.forEach(a -> paths.put(a.place(), a.input().path()));
    return latest(night).values().stream()
        .filter(d -> !d.isWithdrawal())
        .map(
            d -> {
              Path archived = Archive.file(root, d.sha256());
              boolean lies = now.get(d.place()).equals(d);
              Path path = lies ? paths.getOrDefault(d.place(), archived) : archived;
              return new Input(path, d.table(), d.source(), d.name(), d.sha256());
            })
        .toList();
  }

  /** Deliveries of which a night knows nothing yet. */
  public List<Delivery> after(LocalDate night) {
    return all().stream().filter(d -> d.night().isAfter(night)).toList();
  }

  private Map<String, Delivery> latest(LocalDate night) {
    Map<String, Delivery> latest = new TreeMap<>();
    all().stream()
        .filter(d -> !d.night().isAfter(night))
        .sorted(Comparator.comparingInt(Delivery::number))
        .forEach(d -> latest.put(d.place(), d));
    return latest;
  }

  private List<Delivery> all() {
    return Storage.call(
        () -> {
          List<Delivery> all = new ArrayList<>();
          for (Store.Entry entry : store.list(folder)) {
            if (entry.name().endsWith(".json")) {
              String text = new Durable(store).text(folder + "/" + entry.name());
              all.add(Delivery.of(Json.object(text)));
            }
          }
          return all;
        });
  }

  private void create(Delivery d) throws IOException {
    String place = Landing.digest(List.of(d.place())).substring(0, 32);
    String file = "%s/%s-%06d.json".formatted(folder, place, d.number());
    try {
      String token = UUID.randomUUID().toString();
      new Durable(store).create(file, Json.pretty(d.tree()), token);
    } catch (FileAlreadyExistsException first) {
      // another run saw the file first, and its night stands
    }
  }

  private static String sha256(Path file, SeenFiles seen) {
    FileStamp stamp = FileStamp.of(file);
    return seen.sha256(stamp)
        .orElseGet(
            () -> {
              String sha256 = hash(file);
              stamp.check();
              seen.remember(stamp, sha256);
              return sha256;
            });
  }

  private static String hash(Path file) {
    try {
      return Sha256.hex(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
