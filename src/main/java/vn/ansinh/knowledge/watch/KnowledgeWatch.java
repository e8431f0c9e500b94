package vn.ansinh.knowledge.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Notices that files below a directory have changed since it was last asked. Asked by a timer; it
/// blocks for as long as listing takes.
public final class KnowledgeWatch {
  private final Path directory;
  private Map<Path, Stamp> seen;

  /// Takes the files as they are now for seen.
  public KnowledgeWatch(Path directory) {
    this.directory = directory;
    this.seen = look();
  }

  /// Whether a file was added, removed or written since the last call.
  public synchronized boolean changed() {
    Map<Path, Stamp> now = look();
    boolean changed = !now.equals(seen);
    seen = now;
    return changed;
  }

  private Map<Path, Stamp> look() {
    Map<Path, Stamp> files = new HashMap<>();
    try {
      Files.walkFileTree(directory, new Look(files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private record Stamp(long size, FileTime modified) {}

  private static final class Look extends SimpleFileVisitor<Path> {
    private final Map<Path, Stamp> files;

    Look(Map<Path, Stamp> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      files.put(file, new Stamp(attributes.size(), attributes.lastModifiedTime()));
      return FileVisitResult.CONTINUE;
    }

    /// A file that vanishes while we look is a change like any other.
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
