package vn.ansinh.knowledge.packed;

import java.util.List;
import java.util.TreeMap;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.KnowledgeBase.Area;
import vn.ansinh.knowledge.KnowledgeBase.Circles;
import vn.ansinh.knowledge.KnowledgeBase.Contact;
import vn.ansinh.knowledge.LegalDocument;
import vn.ansinh.knowledge.Parameter;
import vn.ansinh.knowledge.file.Fault;
import vn.ansinh.knowledge.file.Loaded;
import vn.ansinh.pack.Packer;
import vn.ansinh.pack.Unpacker;

/// A knowledge base that was found good, as a whole.
public final class PackedKnowledge {
  private PackedKnowledge() {}

  public static void pack(Loaded.Good good, Packer to) {
    KnowledgeBase base = good.base();
    to.all(base.all(), entry -> PackedEntitlement.pack(entry, to));
    to.all(base.parameters().values(), parameter -> PackedLaw.pack(parameter, to));
    to.all(base.documents().values(), document -> PackedLaw.pack(document, to));
    to.all(base.contacts().values(), contact -> pack(contact, to));
    pack(base.areas(), to);
    pack(base.circles().neighbourhoods(), to);
    pack(base.circles().groups(), to);
    PackedWords.pack(base.phrases(), to);
    PackedWords.pack(base.lexicon(), to);
    to.all(good.stale(), fault -> pack(fault, to));
  }

  /// The same again; equal to what was packed.
  public static Loaded.Good unpack(Unpacker from) {
    KnowledgeBase base =
        new KnowledgeBase(
            new TreeMap<>(from.byKey(() -> PackedEntitlement.unpack(from), Entitlement::id)),
            from.byKey(() -> PackedLaw.parameter(from), Parameter::name),
            from.byKey(() -> PackedLaw.document(from), LegalDocument::id),
            from.byKey(() -> contact(from), Contact::id),
            areas(from),
            new Circles(areas(from), areas(from)),
            PackedWords.phrases(from),
            PackedWords.lexicon(from));
    return new Loaded.Good(base, from.all(() -> fault(from)));
  }

  private static void pack(List<Area> areas, Packer to) {
    to.all(
        areas,
        area -> {
          to.text(area.id());
          to.text(area.label());
        });
  }

  private static List<Area> areas(Unpacker from) {
    return from.all(() -> new Area(from.text(), from.text()));
  }

  private static void pack(Contact contact, Packer to) {
    to.text(contact.id());
    to.text(contact.name());
    to.text(contact.phone());
    to.text(contact.hours());
  }

  private static Contact contact(Unpacker from) {
    return new Contact(from.text(), from.text(), from.text(), from.text());
  }

  private static void pack(Fault fault, Packer to) {
    to.text(fault.file());
    to.number(fault.line());
    to.text(fault.problem());
    to.text(fault.cure());
  }

  private static Fault fault(Unpacker from) {
    return new Fault(from.text(), from.number(), from.text(), from.text());
  }
}
