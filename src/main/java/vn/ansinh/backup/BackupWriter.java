package vn.ansinh.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Writes the lines of a backup, and at the end their checksum.
final class BackupWriter implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final DigestOutputStream lines;

  /// @param file new; only its owner may read it
  /// @param passphrase null writes it legible for everybody
  BackupWriter(Path file, @Nullable Passphrase passphrase) throws IOException {
    OutputStream stored =
        new BufferedOutputStream(
            Channels.newOutputStream(
                Files.newByteChannel(
                    file,
                    EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString("rw-------")))),
            BUFFER);
    try {
      byte[] salt = new byte[Passphrase.SALT_BYTES];
      new SecureRandom().nextBytes(salt);
      byte[] mark = Mark.of(passphrase == null ? null : salt).line();
      stored.write(mark);
      OutputStream kept = passphrase == null ? stored : passphrase.encrypting(stored, salt, mark);
      lines =
          new DigestOutputStream(
              new BufferedOutputStream(new GZIPOutputStream(kept, BUFFER), BUFFER), Mark.digest());
    } catch (IOException | RuntimeException e) {
      stored.close();
      throw e;
    }
  }

  void line(String text) throws IOException {
    lines.write(text.getBytes(StandardCharsets.UTF_8));
    lines.write('\n');
  }

  /// The last line: without it the file is known to be cut.
  void end() throws IOException {
    String sum = HexFormat.of().formatHex(lines.getMessageDigest().digest());
    lines.on(false);
    line(sum);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
