package vn.ansinh.conversation.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ansinh.conversation.standing.Doses;
import vn.ansinh.reminder.Wish;
import vn.ansinh.text.Vietnamese;
import vn.ansinh.vaccination.Child;
import vn.ansinh.vaccination.Dose;

/// Whether two wishes are of the same: the same payment; a card with the same name and the same
/// last day; a child with the same name and the same birthday. Names are compared without capitals,
/// but with their marks: Hà is not Hạ. Whatever else is like, such as a card with another last day,
/// may be another one and stays.
final class Sameness {
  private final Doses doses;

  Sameness(Doses doses) {
    this.doses = doses;
  }

  /// What stands for both; empty when they are of something else.
  ///
  /// @param kept whose words are kept
  Optional<Wish> of(Wish kept, Wish other, LocalDate today) {
    return switch (kept) {
      case Wish.Payment _ when kept.equals(other) -> Optional.of(kept);
      case Wish.Insurance one
          when other instanceof Wish.Insurance two
              && isSame(one.name(), two.name())
              && one.expires().equals(two.expires()) ->
          Optional.of(
              new Wish.Insurance(one.name(), one.expires(), Math.max(one.people(), two.people())));
      case Wish.Vaccination one
          when other instanceof Wish.Vaccination two
              && isSame(one.nickname(), two.nickname())
              && one.child().born().equals(two.child().born()) ->
          Optional.of(
              new Wish.Vaccination(
                  one.nickname(),
                  child(one.child(), two.child(), today),
                  earlier(one.notBefore(), two.notBefore())));
      case Wish.Payment _, Wish.Insurance _, Wish.Vaccination _ -> Optional.empty();
    };
  }

  private static boolean isSame(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String name) {
    return Vietnamese.nfc(name).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /// With every dose that either has. A day that somebody said goes before one that is assumed, and
  /// the assumed ones are reckoned anew between them.
  private Child child(Child one, Child two, LocalDate today) {
    Set<Dose> all = new HashSet<>(Doses.marks(one));
    all.addAll(Doses.marks(two));
    List<Child.Given> known = new ArrayList<>(known(one));
    Set<Dose> said = known.stream().map(Child.Given::dose).collect(Collectors.toSet());
    known(two).stream().filter(each -> !said.contains(each.dose())).forEach(known::add);
    return doses.child(one.born(), all, known, today);
  }

  private static List<Child.Given> known(Child child) {
    return child.given().stream().filter(Child.Given::dayKnown).toList();
  }

  /// Put off only as far as both wish.
  private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate two) {
    if (one == null || two == null) {
      return null;
    }
    return one.isBefore(two) ? one : two;
  }
}
