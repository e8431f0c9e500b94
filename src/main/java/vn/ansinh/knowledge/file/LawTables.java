package vn.ansinh.knowledge.file;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.calendar.Holiday;
import vn.ansinh.calendar.Holidays;
import vn.ansinh.calendar.file.HolidayFile;
import vn.ansinh.knowledge.Grade;
import vn.ansinh.knowledge.LegalDocument;
import vn.ansinh.knowledge.Parameter;
import vn.ansinh.knowledge.Period;
import vn.ansinh.yaml.YamlFields;
import vn.ansinh.yaml.YamlNode;

/// `documents.yaml`, `parameters.yaml` and the holidays: the law, its figures and its days.
final class LawTables {
  private final Folder folder;
  private final LocalDate today;

  LawTables(Folder folder, LocalDate today) {
    this.folder = folder;
    this.today = today;
  }

  Map<String, LegalDocument> documents() {
    Faults.In in = folder.faults().in(LegalDocument.FILE);
    Map<String, LegalDocument> documents = new LinkedHashMap<>();
    List<YamlNode.Entry> entries = folder.entries(LegalDocument.FILE);
    entries.forEach(entry -> documents.put(entry.key(), document(entry, in)));
    for (YamlNode.Entry entry : entries) {
      LegalDocument document = documents.get(entry.key());
      String by = document == null ? null : document.replacedBy();
      if (by != null && !documents.containsKey(by)) {
        in.add(
            entry.line(),
            "Văn bản thay thế «" + by + "» không có trong tệp này.",
            "Thêm văn bản ấy vào documents.yaml hoặc sửa lại mã.");
      }
    }
    return documents;
  }

  private static LegalDocument document(YamlNode.Entry entry, Faults.In in) {
    YamlFields fields = YamlFields.of(entry.value(), in::add);
    LegalDocument document =
        new LegalDocument(
            entry.key(),
            fields.text("kind"),
            fields.optionalText("number").orElse(""),
            fields.text("title"),
            period(fields, in),
            fields.optionalText("replaced-by").orElse(null),
            grade(fields, in),
            entry.line());
    fields.refuseOthers();
    if (document.replacedBy() != null && document.period().to() == null) {
      in.add(
          fields.line("replaced-by"),
          "Văn bản đã có văn bản thay thế nhưng chưa ghi ngày hết hiệu lực.",
          "Thêm dòng «to: …» là ngày cuối cùng còn hiệu lực.");
    }
    return document;
  }

  Map<String, Parameter> parameters(Map<String, LegalDocument> documents) {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    for (YamlNode.Entry entry : folder.entries(Parameter.FILE)) {
      parameters.put(entry.key(), parameter(entry, documents));
    }
    return parameters;
  }

  private Parameter parameter(YamlNode.Entry entry, Map<String, LegalDocument> documents) {
    Faults.In in = folder.faults().in(Parameter.FILE);
    YamlFields fields = YamlFields.of(entry.value(), in::add);
    List<Parameter.Value> values = new ArrayList<>();
    for (YamlFields value : fields.maps("values")) {
      value(value, documents, in).ifPresent(read -> append(values, read, value, in));
    }
    if (values.isEmpty()) {
      in.add(
          entry.line(),
          "Tham số «" + entry.key() + "» chưa có giá trị nào dùng được.",
          "Thêm một dòng dưới «values:» với value, from, document, grade.");
    }
    String label = fields.text("label");
    String unit = fields.text("unit");
    fields.refuseOthers();
    return new Parameter(entry.key(), label, unit, values);
  }

  private static void append(
      List<Parameter.Value> values, Parameter.Value value, YamlFields fields, Faults.In in) {
    Period period = value.period();
    if (values.stream().anyMatch(other -> other.period().overlaps(period))) {
      in.add(
          fields.line("value"),
          "Hai giá trị cùng có hiệu lực vào một ngày.",
          "Sửa from và to để thời gian của các giá trị không chồng lên nhau.");
    } else if (values.stream().anyMatch(other -> isAfter(other.period(), period))) {
      in.add(
          fields.line("value"),
          "Giá trị cũ hơn đứng sau giá trị mới hơn.",
          "Xếp lại: giá trị cũ nhất ở trên cùng.");
    }
    values.add(value);
  }

  private static boolean isAfter(Period one, Period other) {
    return one.from() != null && other.to() != null && one.from().isAfter(other.to());
  }

  private Optional<Parameter.Value> value(
      YamlFields fields, Map<String, LegalDocument> documents, Faults.In in) {
    Optional<BigDecimal> amount = fields.number("value");
    if (amount.isEmpty() && fields.optionalText("value").isEmpty()) {
      in.add(fields.line("value"), "Thiếu «value».", "Thêm con số: «value: …».");
    }
    String document = fields.text("document");
    Period period = period(fields, in);
    String article = fields.optionalText("article").orElse("");
    Grade grade = grade(fields, in);
    fields.refuseOthers();
    checkDocument(document, period, documents, fields.line("document"), in);
    int line = fields.line("value");
    return amount.map(
        number -> new Parameter.Value(number, period, document, article, grade, line));
  }

  Holidays holidays(Map<String, LegalDocument> documents) {
    Faults.In in = folder.faults().in(Holidays.FILE);
    YamlNode root = folder.yaml(Holidays.FILE);
    // A file that cannot be read is named once, not once more for all that is missing from it.
    if (!folder.faults().none(Holidays.FILE)) {
      return Holidays.NONE;
    }
    Holidays holidays = HolidayFile.read(root, in::add);
    for (Holiday holiday : holidays.yearly().values()) {
      Holiday.Basis basis = holiday.basis();
      checkDocument(basis.document(), Period.ALWAYS, documents, basis.line(), in);
    }
    return holidays;
  }

  /// Refuses a document that is unknown, or that ended before today while what it carries goes on.
  void checkDocument(
      String id, Period own, Map<String, LegalDocument> documents, int line, Faults.In in) {
    LegalDocument document = documents.get(id);
    if (document == null) {
      if (!id.isEmpty()) {
        in.add(
            line,
            "Không có văn bản «" + id + "» trong documents.yaml.",
            "Sửa lại mã cho đúng hoặc thêm văn bản vào documents.yaml.");
      }
      return;
    }
    LocalDate end = document.period().to();
    boolean past = own.to() != null && own.to().isBefore(today);
    if (end != null && end.isBefore(today) && !past) {
      String by = document.replacedBy();
      in.addStale(
          line,
          document.name() + " đã hết hiệu lực từ sau ngày " + end + ".",
          by == null
              ? "Thay bằng văn bản đang có hiệu lực, hoặc ghi «to: …» nếu đây là chuyện đã qua."
              : "Thay bằng «" + by + "», hoặc ghi «to: …» nếu đây là chuyện đã qua.");
    }
  }

  static Period period(YamlFields fields, Faults.In in) {
    LocalDate from = fields.date("from").orElse(null);
    LocalDate to = fields.date("to").orElse(null);
    if (from != null && to != null && to.isBefore(from)) {
      in.add(fields.line("to"), "Ngày hết (to) trước ngày bắt đầu (from).", "Sửa lại hai ngày.");
      return new Period(from, null);
    }
    return new Period(from, to);
  }

  static Grade grade(YamlFields fields, Faults.In in) {
    return grade(fields.text("grade"), fields.line("grade"), in);
  }

  static Grade grade(String text, int line, Faults.In in) {
    Optional<Grade> grade = Grade.of(text);
    if (grade.isEmpty() && !text.isEmpty()) {
      in.add(line, "Mức chắc chắn «" + text + "» không có.", "Viết A, B hoặc C.");
    }
    return grade.orElse(Grade.C);
  }
}
