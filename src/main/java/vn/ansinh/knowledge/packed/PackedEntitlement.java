package vn.ansinh.knowledge.packed;

import java.util.Set;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.Entitlement.Ages;
import vn.ansinh.knowledge.Entitlement.Basis;
import vn.ansinh.knowledge.Entitlement.Passage;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.Grade;
import vn.ansinh.pack.Packer;
import vn.ansinh.pack.Unpacker;

/// One entry with all it says.
final class PackedEntitlement {
  private static final Facet[] FACETS = Facet.values();
  private static final Grade[] GRADES = Grade.values();

  private PackedEntitlement() {}

  static void pack(Entitlement entry, Packer to) {
    to.text(entry.id().value());
    to.text(entry.title());
    to.text(entry.shortTitle());
    to.text(entry.area());
    to.text(entry.programme());
    to.choice(entry.grade());
    to.text(entry.contact());
    to.day(entry.reviewedOn());
    to.all(entry.aliases(), to::text);
    PackedWords.pack(entry.examples(), to::choice, to);
    to.all(
        entry.ages(),
        ages -> {
          to.number(ages.from());
          to.number(ages.to());
        });
    to.all(entry.related(), id -> to.text(id.value()));
    to.all(entry.basis(), basis -> pack(basis, to));
    to.all(entry.passages(), passage -> pack(passage, to));
    to.text(entry.file());
  }

  static Entitlement unpack(Unpacker from) {
    return new Entitlement(
        new EntitlementId(from.text()),
        from.text(),
        from.text(),
        from.text(),
        from.text(),
        from.choice(GRADES),
        from.text(),
        from.day(),
        from.all(from::text),
        PackedWords.byFacet(from),
        from.all(() -> new Ages(from.number(), from.number())),
        from.all(() -> new EntitlementId(from.text())),
        from.all(() -> basis(from)),
        from.all(() -> passage(from)),
        from.text());
  }

  private static void pack(Basis basis, Packer to) {
    to.text(basis.document());
    to.text(basis.article());
    to.all(basis.facets(), to::choice);
    PackedLaw.pack(basis.period(), to);
    to.number(basis.line());
  }

  private static Basis basis(Unpacker from) {
    return new Basis(
        from.text(),
        from.text(),
        Set.copyOf(from.all(() -> from.choice(FACETS))),
        PackedLaw.period(from),
        from.number());
  }

  private static void pack(Passage passage, Packer to) {
    to.choice(passage.facet());
    PackedLaw.pack(passage.period(), to);
    to.choice(passage.grade());
    to.text(passage.text());
    to.number(passage.line());
  }

  private static Passage passage(Unpacker from) {
    return new Passage(
        from.choice(FACETS),
        PackedLaw.period(from),
        from.choice(GRADES),
        from.text(),
        from.number());
  }
}
