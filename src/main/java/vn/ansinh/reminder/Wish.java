package vn.ansinh.reminder;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ansinh.vaccination.Child;

/// What a citizen wants to be reminded of. What happens to it later (renewed, vaccinated, put off)
/// gives a changed wish; the messages depend on nothing else.
public sealed interface Wish {
  Kind kind();

  enum Kind {
    INSURANCE,
    VACCINATION,
    PAYMENT;

    /// `insurance`.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A health-insurance card that ends.
  ///
  /// @param name whose card, as the citizen calls it: at most 40 characters
  /// @param expires the last day on which it is good
  /// @param people of the household who pay together, the holder included: from 1
  record Insurance(String name, LocalDate expires, int people) implements Wish {
    /// The last day without a card on which nothing is lost yet.
    public static LocalDate lastOfGap(LocalDate expires) {
      return InsuranceRule.lastOfGap(expires);
    }

    @Override
    public Kind kind() {
      return Kind.INSURANCE;
    }
  }

  /// The doses of a child.
  ///
  /// @param nickname at most 40 characters
  /// @param notBefore put off to this day; null when it is not
  record Vaccination(String nickname, Child child, @Nullable LocalDate notBefore) implements Wish {
    @Override
    public Kind kind() {
      return Kind.VACCINATION;
    }
  }

  /// The days on which a benefit is paid.
  ///
  /// @param benefit an id from the payment calendar
  record Payment(String benefit) implements Wish {
    @Override
    public Kind kind() {
      return Kind.PAYMENT;
    }
  }
}
