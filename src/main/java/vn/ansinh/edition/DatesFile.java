package vn.ansinh.edition;

import java.util.Locale;
import java.util.Optional;
import vn.ansinh.calendar.Holidays;
import vn.ansinh.knowledge.days.PaymentDays;
import vn.ansinh.knowledge.days.SessionDays;

/// A calendar that officers edit and publish.
public enum DatesFile {
  SESSIONS(SessionDays.FILE),
  PAYMENTS(PaymentDays.FILE),
  HOLIDAYS(Holidays.FILE);

  private final String path;

  DatesFile(String path) {
    this.path = path;
  }

  /// Inside the knowledge directory.
  public String path() {
    return path;
  }

  /// As it stands in addresses and in the audit log: `payments`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<DatesFile> ofKey(String key) {
    for (DatesFile file : values()) {
      if (file.key().equals(key)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  static DatesFile ofPath(String path) {
    for (DatesFile file : values()) {
      if (file.path.equals(path)) {
        return file;
      }
    }
    throw new IllegalArgumentException(path);
  }
}
