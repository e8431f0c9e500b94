package vn.ansinh.knowledge.impact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.LegalDocument;
import vn.ansinh.knowledge.Parameter;

/// Something that was right once and should be looked at again.
public sealed interface Stale {
  /// The last day on which it was known to be right; null when it never was.
  @Nullable LocalDate since();

  Place place();

  /// An entry that nobody has reviewed for too long.
  record Unreviewed(Entitlement entitlement) implements Stale {
    @Override
    public LocalDate since() {
      return entitlement.reviewedOn();
    }

    @Override
    public Place place() {
      return new Place(entitlement.file(), 0);
    }
  }

  /// Something in use that rests on a document which has ended.
  ///
  /// @param last the document's last day
  record Ended(LegalDocument document, LocalDate last, Dependent dependent) implements Stale {
    @Override
    public LocalDate since() {
      return last;
    }

    @Override
    public Place place() {
      return dependent.place();
    }
  }

  /// A passage in use that says a parameter for which there is no value.
  ///
  /// @param since the last day of its last value
  record Valueless(Parameter parameter, @Nullable LocalDate since, Dependent dependent)
      implements Stale {
    @Override
    public Place place() {
      return dependent.place();
    }
  }
}
