package vn.ansinh.conversation.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ansinh.conversation.forms.Filled;
import vn.ansinh.conversation.forms.Form;
import vn.ansinh.reminder.Wish;
import vn.ansinh.vaccination.Child;

/// What a form that is filled in asks for.
public record Wishes(Doses doses) {
  /// @param form one that signs up
  /// @param before what it changes; null for a new wish
  public Wish of(Form form, @Nullable Wish before, LocalDate today) {
    Filled filled = form.filled();
    return switch (form.topic()) {
      case INSURANCE ->
          new Wish.Insurance(
              Objects.requireNonNull(filled.name()),
              Objects.requireNonNull(filled.date()),
              Objects.requireNonNull(filled.people()));
      case VACCINATION -> {
        LocalDate born = Objects.requireNonNull(filled.date());
        List<Child.Given> known =
            before instanceof Wish.Vaccination child ? known(child.child(), born) : List.of();
        Child child = doses.child(born, filled.doses(), known, today);
        yield new Wish.Vaccination(Objects.requireNonNull(filled.name()), child, null);
      }
      case PAYMENT -> new Wish.Payment(Objects.requireNonNull(filled.benefit()));
      case RENEWED, GIVEN, LATER -> throw new IllegalStateException("no wish of " + form.topic());
    };
  }

  /// An assumed day was reckoned from the birth: of another one it is reckoned anew.
  private static List<Child.Given> known(Child child, LocalDate born) {
    return child.given().stream()
        .filter(given -> given.dayKnown() || child.born().equals(born))
        .toList();
  }
}
