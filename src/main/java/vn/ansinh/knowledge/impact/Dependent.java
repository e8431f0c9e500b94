package vn.ansinh.knowledge.impact;

import java.util.List;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.LegalDocument;
import vn.ansinh.knowledge.Parameter;

/// A part of the knowledge base that rests on a [Subject]. A further kind is a record here, a
/// [Kind], and its search in [Impact]; the compiler then names every other spot.
public sealed interface Dependent {
  /// The kinds, in the order in which they are listed.
  enum Kind {
    PASSAGE("đoạn trả lời"),
    VALUE("giá trị tham số"),
    BASIS("dòng căn cứ"),
    DOCUMENT("văn bản được thay thế"),
    REMINDER("cách nhắc"),
    QUESTION("câu hỏi mẫu");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /// What people call it, in lower case.
    public String label() {
      return label;
    }
  }

  /// Why a passage rests on a document or a parameter.
  sealed interface Link {
    /// Its text names it between double braces.
    record Named() implements Link {}

    /// A basis of its entitlement carries its facet.
    record Cited() implements Link {}

    /// Its text says a value of this parameter, and that value rests on the document.
    record Through(String parameter) implements Link {}
  }

  Kind kind();

  Place place();

  /// @param links why, at least one
  record Passage(Entitlement entitlement, Entitlement.Passage passage, List<Link> links)
      implements Dependent {
    public Passage {
      links = List.copyOf(links);
    }

    @Override
    public Kind kind() {
      return Kind.PASSAGE;
    }

    @Override
    public Place place() {
      return new Place(entitlement.file(), passage.line());
    }
  }

  record Value(Parameter parameter, Parameter.Value value) implements Dependent {
    @Override
    public Kind kind() {
      return Kind.VALUE;
    }

    @Override
    public Place place() {
      return new Place(Parameter.FILE, value.line());
    }
  }

  record Basis(Entitlement entitlement, Entitlement.Basis basis) implements Dependent {
    @Override
    public Kind kind() {
      return Kind.BASIS;
    }

    @Override
    public Place place() {
      return new Place(entitlement.file(), basis.line());
    }
  }

  /// A document whose `replaced-by` names the subject.
  record Document(LegalDocument document) implements Dependent {
    @Override
    public Kind kind() {
      return Kind.DOCUMENT;
    }

    @Override
    public Place place() {
      return new Place(LegalDocument.FILE, document.line());
    }
  }

  /// @param through the parameters, or the document itself
  record Reminder(ReminderRule rule, List<String> through) implements Dependent {
    public Reminder {
      through = List.copyOf(through);
    }

    @Override
    public Kind kind() {
      return Kind.REMINDER;
    }

    @Override
    public Place place() {
      return rule.place();
    }
  }

  /// @param through those of its expected entries that depend
  record Question(GoldenQuestion question, List<EntitlementId> through) implements Dependent {
    public Question {
      through = List.copyOf(through);
    }

    @Override
    public Kind kind() {
      return Kind.QUESTION;
    }

    @Override
    public Place place() {
      return question.place();
    }
  }
}
