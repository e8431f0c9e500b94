package vn.ansinh.backup;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Reads the lines of a backup and their checksum.
final class BackupReader implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final BufferedReader lines;
  private final MessageDigest digest = Mark.digest();
  private final boolean encrypted;

  private BackupReader(BufferedReader lines, boolean encrypted) {
    this.lines = lines;
    this.encrypted = encrypted;
  }

  /// @throws BackupException when it is no backup, or cannot be opened with this passphrase
  static BackupReader open(Path file, @Nullable Passphrase passphrase) {
    try {
      InputStream stored = new BufferedInputStream(Files.newInputStream(file), BUFFER);
      try {
        return opened(stored, passphrase);
      } catch (IOException | RuntimeException e) {
        stored.close();
        throw e;
      }
    } catch (IOException e) {
      throw new BackupException("Không đọc được tệp %s.".formatted(file), e);
    }
  }

  private static BackupReader opened(InputStream stored, @Nullable Passphrase passphrase)
      throws IOException {
    Mark mark = Mark.read(stored);
    InputStream kept = stored;
    String salt = mark.salt();
    if (salt != null) {
      if (passphrase == null) {
        throw new BackupException("Bản sao lưu này đã mã hóa: cần mật khẩu của nó.");
      }
      kept = passphrase.decrypting(stored, HexFormat.of().parseHex(salt), mark.line());
    }
    try {
      return new BackupReader(
          new BufferedReader(
              new InputStreamReader(new GZIPInputStream(kept, BUFFER), StandardCharsets.UTF_8)),
          salt != null);
    } catch (IOException e) {
      throw damaged(salt != null, e);
    }
  }

  /// Whether it takes a passphrase to open it.
  static boolean isEncrypted(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return Mark.read(in).salt() != null;
    } catch (IOException e) {
      throw new BackupException("Không đọc được tệp %s.".formatted(file), e);
    }
  }

  String line() {
    String line = next();
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    return line;
  }

  /// @throws BackupException when something was changed, or is missing
  void end() {
    String sum = HexFormat.of().formatHex(digest.digest());
    if (!next().equals(sum) || !isOver()) {
      throw damaged(encrypted, null);
    }
  }

  private boolean isOver() {
    try {
      return lines.read() < 0;
    } catch (IOException e) {
      throw damaged(encrypted, e);
    }
  }

  private String next() {
    try {
      String line = lines.readLine();
      if (line != null) {
        return line;
      }
    } catch (IOException e) {
      throw damaged(encrypted, e);
    }
    throw damaged(encrypted, null);
  }

  private static BackupException damaged(boolean encrypted, @Nullable IOException cause) {
    String said =
        encrypted
            ? "Mật khẩu không đúng, hoặc bản sao lưu đã hỏng hay bị cắt cụt; chưa ghi gì."
            : "Bản sao lưu đã hỏng hay bị cắt cụt; chưa ghi gì.";
    return cause == null ? new BackupException(said) : new BackupException(said, cause);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
