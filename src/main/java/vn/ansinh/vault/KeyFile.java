package vn.ansinh.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/// The file that holds the keys, outside the database and its directory.
public record KeyFile(Path path) {
  /// A new one, with one key.
  ///
  /// @throws VaultException when there is one already, or none can be written
  public void create() {
    if (exists()) {
      throw new VaultException(
          "Đã có tệp khóa %s; không ghi đè, vì dữ liệu đã mã hóa cần nó.".formatted(path));
    }
    write(Keyring.fresh());
  }

  /// Has what seals loaded before it is needed: that takes some tenths of a second.
  public static void warm() {
    try {
      Keyring.parse(Keyring.fresh().secretText());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean exists() {
    return Files.exists(path);
  }

  Keyring read() {
    try {
      return Keyring.parse(Files.readString(path));
    } catch (IOException e) {
      throw new VaultException(
          "Không đọc được tệp khóa %s (data.key-file): xem lại đường dẫn và quyền đọc."
              .formatted(path),
          e);
    } catch (GeneralSecurityException e) {
      throw new VaultException(
          "Tệp %s (data.key-file) không phải tệp khóa của An Sinh, hoặc đã hỏng.".formatted(path),
          e);
    }
  }

  /// The old content or the new one is there, whatever happens meanwhile; nobody else may read it.
  void write(Keyring keys) {
    Path place = path.toAbsolutePath();
    Path fresh = place.resolveSibling(place.getFileName() + ".new");
    try {
      Files.createDirectories(place.getParent());
      Files.deleteIfExists(fresh);
      try (FileChannel channel =
          FileChannel.open(
              fresh,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              ownerOnly())) {
        ByteBuffer text = ByteBuffer.wrap(keys.secretText().getBytes(StandardCharsets.UTF_8));
        while (text.hasRemaining()) {
          channel.write(text);
        }
        channel.force(true);
      }
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new VaultException(
          "Không ghi được tệp khóa %s (data.key-file): xem lại đường dẫn và quyền ghi."
              .formatted(path),
          e);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
