package vn.ansinh.console;

import java.util.Locale;
import vn.ansinh.officer.account.Accounts;
import vn.ansinh.officer.account.Entered;
import vn.ansinh.officer.account.Weakness;

/// What was wrong with a form; the words stand in `console/fault.jte`.
///
/// @param word empty for nothing
/// @param minutes to wait, where one has to
public record Faults(String word, long minutes) {
  public static final Faults NONE = new Faults("", 0);

  public static Faults of(String word) {
    return new Faults(word, 0);
  }

  public static Faults of(Weakness weakness) {
    return of("password_" + weakness.name().toLowerCase(Locale.ROOT));
  }

  public static Faults of(Accounts.Reason reason) {
    return of(reason.name().toLowerCase(Locale.ROOT));
  }

  /// @param wrong what it was that was wrong
  public static Faults of(Entered entered, String wrong) {
    return switch (entered) {
      case Entered.Wrong _ -> of(wrong);
      case Entered.Wait wait -> new Faults("wait", wait.minutes());
      case Entered.Busy _ -> of("busy");
      case Entered.In _ -> NONE;
    };
  }

  public boolean isNone() {
    return word.isEmpty();
  }
}
