package org.jiedui.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * The advisory lease of a report: it saves two runs from doing the same work at once. Nothing is
 * published twice without it, and nothing is lost when it is deleted by hand.
 *
 * <p>It is live while its file is younger than ten minutes by the store's clock and, on the machine
 * that took it, while its process lives.
 */
public final class Lease implements AutoCloseable {
  static final Duration STALE = Duration.ofMinutes(10);
  static final Duration BEAT = Duration.ofSeconds(60);
  static final String FILE = "_locks/nightly.json";

  private final Store store;
  private final String file;
  private final String id;
  private final List<Problem> warnings = new ArrayList<>();
  private ScheduledExecutorService heart;

  private Lease(Store store, String file, String id) {
    this.store = store;
    this.file = file;
    this.id = id;
  }

  /** The lease, or the process that holds it: exit 75. */
  static Lease take(Store store, String report, String id) {
    Lease lease = new Lease(store, report + "/" + FILE, id);
    Storage.call(
        () -> {
          lease.take();
          return null;
        });
    return lease;
  }

  /** Whether somebody holds the lease of a report now. */
  static boolean isLive(Store store, String report) throws IOException {
    return new Lease(store, report + "/" + FILE, "").holder().filter(Holder::live).isPresent();
  }

  /** One for a stale lease that was taken over. */
  public List<Problem> warnings() {
    return List.copyOf(warnings);
  }

  /** Renews the lease every minute until it is closed. */
  public Lease beating() {
    heart =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "lease");
              thread.setDaemon(true);
              return thread;
            });
    heart.scheduleAtFixedRate(
        this::beatQuietly, BEAT.toSeconds(), BEAT.toSeconds(), TimeUnit.SECONDS);
    return this;
  }

  /** Says that its holder lives; false when another process has the lease by now. */
  boolean beat() throws IOException {
    if (!isOurs()) {
      return false;
    }
    String draft = draft();
    fill(draft);
    store.move(draft, file);
    return true;
  }

  @Override
  public void close() {
    if (heart != null) {
      heart.shutdownNow();
    }
    try {
      if (isOurs()) {
        store.delete(file);
      }
    } catch (IOException left) {
      // It goes stale.
    }
  }

  private void beatQuietly() {
    try {
      beat();
    } catch (IOException missed) {
      // Ten beats may be missed.
    }
  }

  private void take() throws IOException {
    Optional<Holder> holder = holder();
    if (holder.isPresent()) {
      if (holder.get().live()) {
        throw held(holder.get());
      }
      takeOver(holder.get());
    }
    String draft = draft();
    fill(draft);
    try {
      store.link(draft, file);
    } catch (FileAlreadyExistsException another) {
      throw held(holder().orElseThrow(() -> another));
    } finally {
      store.delete(draft);
    }
  }

  /** The stale file is moved aside first: two that take over at once do not remove a new lease. */
  private void takeOver(Holder stale) throws IOException {
    String aside = draft();
    try {
      store.move(file, aside);
    } catch (NoSuchFileException gone) {
      return;
    }
    String moved = new Durable(store).text(aside);
    if (!moved.equals(stale.text())) {
      store.move(aside, file);
      throw held(holder().orElse(stale));
    }
    store.delete(aside);
    warnings.add(
        Problem.warning(
                "LEASE_TAKEN_OVER",
                Text.of(
                    "接管了失效的运行锁:" + stale.who() + "," + stale.age().toMinutes() + " 分钟未更新",
                    "took over a stale lease: "
                        + stale.who()
                        + ", not renewed for "
                        + stale.age().toMinutes()
                        + " min"))
            .at(file));
  }

  private Optional<Holder> holder() throws IOException {
    String name = file.substring(file.lastIndexOf('/') + 1);
    for (Store.Entry entry : store.list(Durable.folder(file))) {
      if (entry.name().equals(name)) {
        return holder(entry.modified());
      }
    }
    return Optional.empty();
  }

  private Optional<Holder> holder(Instant renewed) throws IOException {
    try {
      String text = new Durable(store).text(file);
      return Optional.of(Holder.of(text, Duration.between(renewed, store.clock())));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  private boolean isOurs() throws IOException {
    try {
      return Holder.of(new Durable(store).text(file), Duration.ZERO).id().equals(id);
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  private void fill(String draft) throws IOException {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", id);
    tree.put("host", host());
    tree.put("pid", ProcessHandle.current().pid());
    tree.put("since", store.clock().toString());
    try (OutputStream out = store.write(draft)) {
      out.write(Json.pretty(tree).getBytes(StandardCharsets.UTF_8));
    }
  }

  private String draft() {
    return Durable.folder(file) + "/." + id + "-" + System.nanoTime() + ".tmp";
  }

  private InputException held(Holder holder) {
    return new InputException(
        ExitCode.TEMPORARY,
        Problem.error(
                "LEASE_HELD",
                Text.of("另一次运行正在进行:" + holder.who(), "another run is under way: " + holder.who()))
            .at(file)
            .fix("稍后再运行,或加 --wait 等待其结束", "run again later, or wait for its end with --wait"));
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  /** Who took the lease. Of a file that is no lease nothing is known but its age. */
  private record Holder(String text, String id, String host, long pid, Duration age) {
    static Holder of(String text, Duration age) {
      try {
        Map<String, Object> tree = Json.object(text);
        return new Holder(
            text,
            String.valueOf(tree.get("id")),
            String.valueOf(tree.get("host")),
            tree.get("pid") instanceof Long pid ? pid : 0,
            age);
      } catch (IOException foreign) {
        return new Holder(text, "", "?", 0, age);
      }
    }

    boolean live() {
      boolean here = pid > 0 && host.equals(Lease.host());
      return age.compareTo(STALE) < 0
          && !(here && ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }

    String who() {
      return host + " pid " + pid;
    }
  }
}
