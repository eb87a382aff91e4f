package org.jiedui.publish;

import java.io.FileNotFoundException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * A folder of HDFS. A name is created exclusively by renaming a closed, synced file to it, which
 * the name node refuses when the name is taken; a folder has no second name, so that {@code
 * CURRENT.json} stands in for {@code latest}.
 *
 * <p>What is closed is synced, and what the name node has answered is in its journal: there is
 * nothing left to force.
 */
public final class HadoopStore implements Store {
  private static final FsPermission FILE = new FsPermission((short) 0640);
  private static final FsPermission FOLDER = new FsPermission((short) 0750);

  private final FileContext files;
  private final Path root;

  private HadoopStore(FileContext files, Path root) {
    this.files = files;
    this.root = root;
  }

  /** Connects; settings come from Hadoop's files on the class path. */
  public static HadoopStore at(URI root) throws IOException {
    return at(root, new Configuration());
  }

  static HadoopStore at(URI root, Configuration settings) throws IOException {
    return new HadoopStore(FileContext.getFileContext(root, settings), new Path(root));
  }

  @Override
  public List<Entry> list(String folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try {
      for (FileStatus status : files.util().listStatus(path(folder))) {
        entries.add(
            new Entry(
                status.getPath().getName(),
                status.isDirectory() ? Kind.FOLDER : Kind.FILE,
                status.getLen(),
                Instant.ofEpochMilli(status.getModificationTime())));
      }
    } catch (FileNotFoundException none) {
      return List.of();
    }
    entries.sort(Comparator.comparing(Entry::name));
    return entries;
  }

  @Override
  public SeekableByteChannel read(String file) throws IOException {
    Path path = path(file);
    return named(
        file, () -> new HadoopChannel(files.open(path), files.getFileStatus(path).getLen()));
  }

  @Override
  public OutputStream write(String file) throws IOException {
    Path path = path(file);
    return named(
        file,
        () -> {
          files.mkdir(path.getParent(), FOLDER, true);
          EnumSet<CreateFlag> fresh = EnumSet.of(CreateFlag.CREATE);
          return new Synced(files.create(path, fresh, Options.CreateOpts.perms(FILE)));
        });
  }

  @Override
  public void force(String name) {
    path(name);
  }

  @Override
  public void link(String from, String to) throws IOException {
    Path source = path(from);
    Path target = path(to);
    boolean folder = named(from, () -> files.getFileStatus(source).isDirectory());
    if (folder) {
      throw new UnsupportedOperationException("a folder has one name");
    }
    rename(source, target, to, Options.Rename.NONE);
  }

  @Override
  public void move(String from, String to) throws IOException {
    rename(path(from), path(to), from, Options.Rename.OVERWRITE);
  }

  @Override
  public void delete(String name) throws IOException {
    try {
      files.delete(path(name), false);
    } catch (FileNotFoundException none) {
      // Nothing to remove.
    }
  }

  @Override
  public Instant clock() throws IOException {
    String probe = ".clock-" + UUID.randomUUID();
    write(probe).close();
    try {
      return Instant.ofEpochMilli(files.getFileStatus(path(probe)).getModificationTime());
    } finally {
      delete(probe);
    }
  }

  @Override
  public OptionalLong free() throws IOException {
    return OptionalLong.of(files.getFsStatus(null).getRemaining());
  }

  @Override
  public String place(String name) {
    return path(name).toString();
  }

  private void rename(Path from, Path to, String name, Options.Rename how) throws IOException {
    named(
        name,
        () -> {
          files.rename(from, to, how);
          return null;
        });
  }

  /** Call of Hadoop's. */
  private interface Call<T> {
    T run() throws IOException;
  }

  /** Hadoop has exceptions of its own for what Java has a name for. */
  private static <T> T named(String name, Call<T> call) throws IOException {
    try {
      return call.run();
    } catch (FileNotFoundException e) {
      throw (IOException) new NoSuchFileException(name).initCause(e);
    } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
      throw (IOException) new FileAlreadyExistsException(name).initCause(e);
    }
  }

  private Path path(String name) {
    boolean out = name.startsWith("/") || name.contains("\\") || name.indexOf('\0') >= 0;
    if (out || List.of(name.split("/")).contains("..")) {
      throw new IllegalArgumentException("not a name in the store: " + name);
    }
    return name.isEmpty() ? root : new Path(root, name);
  }

  /** Is on disk, not only in the memory of data nodes, when it is closed. */
  private static final class Synced extends FilterOutputStream {
    private final FSDataOutputStream inner;
    private boolean closed;

    Synced(FSDataOutputStream inner) {
      super(inner);
      this.inner = inner;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      inner.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        inner.hsync();
        inner.close();
      }
    }
  }
}
