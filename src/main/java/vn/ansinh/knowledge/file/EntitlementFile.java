package vn.ansinh.knowledge.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.Entitlement.Ages;
import vn.ansinh.knowledge.Entitlement.Basis;
import vn.ansinh.knowledge.Entitlement.Passage;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.Grade;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.KnowledgeBase.Area;
import vn.ansinh.yaml.YamlDocument;
import vn.ansinh.yaml.YamlFields;
import vn.ansinh.yaml.YamlNode;

/// One file of `entitlements/`: a YAML head between two lines of `---`, then the passages.
///
/// @param examples from the file beside it
/// @param known the tables, to which ids in the file must point
/// @param ids of all entitlements, for those it calls related
record EntitlementFile(
    String file,
    Faults.In in,
    Map<Facet, List<String>> examples,
    KnowledgeBase known,
    Set<String> ids,
    LawTables law,
    Style style) {
  private static final String FENCE = "---";
  private static final int LONGEST_SHORT = 28;
  private static final int LONGEST_TITLE = 80;

  /// Empty when its head cannot make an entitlement; every reason is among the faults.
  Optional<Entitlement> read(String text) {
    List<String> lines = text.lines().toList();
    int end = lines.subList(1, lines.size()).indexOf(FENCE) + 1;
    if (!lines.getFirst().equals(FENCE) || end == 0) {
      in.add(
          1,
          "Thiếu phần đầu nằm giữa hai dòng ---.",
          "Bắt đầu tệp bằng một dòng ---, viết id, title …, rồi một dòng --- nữa.");
      return Optional.empty();
    }
    YamlDocument head = YamlDocument.parse(String.join("\n", lines.subList(1, end)), 2);
    head.faults().forEach(in::add);
    YamlFields fields = YamlFields.of(head.root(), in::add);
    Grade grade = LawTables.grade(fields, in);
    List<Passage> passages =
        new Passages(in, grade, grades(fields)).read(lines.subList(end + 1, lines.size()), end + 2);
    passages.forEach(style::check);
    Optional<Entitlement> entitlement =
        head.faults().isEmpty() ? entitlement(fields, grade, passages) : Optional.empty();
    return entitlement;
  }

  private Optional<Entitlement> entitlement(
      YamlFields fields, Grade grade, List<Passage> passages) {
    Optional<EntitlementId> id = id(fields);
    String title = shortText(fields, "title", LONGEST_TITLE);
    String shortTitle = shortText(fields, "short", LONGEST_SHORT);
    String area = area(fields);
    String programme = programme(fields);
    String contact = contact(fields);
    var reviewedOn = fields.date("reviewed-on");
    if (reviewedOn.isEmpty() && fields.optionalText("reviewed-on").isEmpty()) {
      in.add(1, "Thiếu «reviewed-on».", "Thêm ngày xem lại gần nhất: «reviewed-on: 2026-11-23».");
    }
    List<String> aliases = plain(fields.texts("aliases"));
    List<Ages> ages = ages(fields);
    List<EntitlementId> related = related(fields);
    List<Basis> basis = basis(fields);
    fields.refuseOthers();
    return id.flatMap(
        known ->
            reviewedOn.map(
                reviewed ->
                    new Entitlement(
                        known,
                        title,
                        shortTitle,
                        area,
                        programme,
                        grade,
                        contact,
                        reviewed,
                        aliases,
                        examples,
                        ages,
                        related,
                        basis,
                        passages,
                        file)));
  }

  private Optional<EntitlementId> id(YamlFields fields) {
    String id = fields.text("id");
    String name = stem(file);
    if (!id.isEmpty() && !EntitlementId.isValid(id)) {
      in.add(
          fields.line("id"),
          "Mã «" + id + "» viết sai.",
          "Mã chỉ gồm chữ không dấu, chữ số, dấu chấm và dấu gạch nối, dài nhất 40 chữ.");
      return Optional.empty();
    }
    if (!id.isEmpty() && !id.equals(name)) {
      in.add(
          fields.line("id"),
          "Mã «" + id + "» khác tên tệp «" + name + "».",
          "Sửa id hoặc đổi tên tệp cho giống nhau.");
    }
    return id.isEmpty() ? Optional.empty() : Optional.of(new EntitlementId(id));
  }

  static String stem(String file) {
    return file.substring(file.lastIndexOf('/') + 1, file.length() - ".md".length());
  }

  private String shortText(YamlFields fields, String key, int longest) {
    String text = fields.text(key);
    if (text.length() > longest) {
      in.add(
          fields.line(key),
          "«" + key + "» dài " + text.length() + " chữ, quá " + longest + ".",
          "Viết ngắn lại.");
    }
    style.checkFigures(text, fields.line(key));
    return text;
  }

  private String area(YamlFields fields) {
    String area = fields.text("area");
    if (!area.isEmpty() && known.areas().stream().map(Area::id).noneMatch(area::equals)) {
      dead(fields.line("area"), "chủ đề", area, "areas.yaml");
    }
    return area;
  }

  private String contact(YamlFields fields) {
    String contact = fields.text("contact");
    if (!contact.isEmpty() && !known.contacts().containsKey(contact)) {
      dead(fields.line("contact"), "người liên hệ", contact, "contacts.yaml");
    }
    return contact;
  }

  private String programme(YamlFields fields) {
    String programme = fields.text("programme");
    if (!programme.isEmpty() && !programme.matches("plan-[IVX]+(\\.\\d+)?")) {
      in.add(
          fields.line("programme"),
          "«" + programme + "» không phải là mã một phần của chương trình hành động.",
          "Viết theo kiểu plan-III.4 hoặc plan-IV.");
    }
    return programme;
  }

  private List<EntitlementId> related(YamlFields fields) {
    List<EntitlementId> related = new ArrayList<>();
    for (YamlNode.Scalar item : fields.texts("related")) {
      if (!ids.contains(item.text())) {
        dead(item.line(), "mục", item.text(), "entitlements");
      } else if (EntitlementId.isValid(item.text())) {
        related.add(new EntitlementId(item.text()));
      }
    }
    return related;
  }

  private List<Ages> ages(YamlFields fields) {
    List<Ages> all = new ArrayList<>();
    for (YamlNode.Scalar item : fields.texts("ages")) {
      Optional<Ages> ages = Ages.of(item.text());
      ages.ifPresent(all::add);
      if (ages.isEmpty()) {
        in.add(
            item.line(),
            "Tuổi «" + item.text() + "» viết sai.",
            "Viết kiểu ages: [75-] (từ 75 tuổi), [60-74] hoặc [-5] (đến hết 5 tuổi).");
      }
    }
    return all;
  }

  private void dead(int line, String kind, String id, String where) {
    in.add(
        line,
        "Không có " + kind + " «" + id + "» trong " + where + ".",
        "Sửa lại cho đúng mã hoặc thêm " + kind + " ấy.");
  }

  private Map<Facet, Grade> grades(YamlFields fields) {
    Map<Facet, Grade> grades = new EnumMap<>(Facet.class);
    for (YamlNode.Entry entry : fields.map("grades").entries()) {
      Optional<Facet> facet = facet(entry.key(), entry.line());
      String grade = entry.value() instanceof YamlNode.Scalar scalar ? scalar.text() : "?";
      facet.ifPresent(known -> grades.put(known, LawTables.grade(grade, entry.line(), in)));
    }
    return grades;
  }

  private Optional<Facet> facet(String key, int line) {
    Optional<Facet> facet = Facet.ofKey(key);
    if (facet.isEmpty()) {
      in.add(
          line,
          "Không có phần «" + key + "».",
          "Chọn: overview, who, amount, documents, where, deadline, payment, legal, changed.");
    }
    return facet;
  }

  private List<Basis> basis(YamlFields fields) {
    List<Basis> all = new ArrayList<>();
    for (YamlFields item : fields.maps("basis")) {
      String document = item.text("document");
      Set<Facet> facets = EnumSet.noneOf(Facet.class);
      item.texts("facets").forEach(key -> facet(key.text(), key.line()).ifPresent(facets::add));
      Basis basis =
          new Basis(
              document,
              item.optionalText("article").orElse(""),
              facets,
              LawTables.period(item, in),
              item.line("document"));
      item.refuseOthers();
      law.checkDocument(document, basis.period(), known.documents(), item.line("document"), in);
      all.add(basis);
    }
    if (all.isEmpty()) {
      in.add(
          fields.line("basis"),
          "Thiếu căn cứ pháp lý.",
          "Thêm «basis:» với ít nhất một văn bản: - document: mã trong documents.yaml.");
    }
    return all;
  }

  private static List<String> plain(List<YamlNode.Scalar> texts) {
    return texts.stream().map(text -> text.text().strip()).toList();
  }
}
