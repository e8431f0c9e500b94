package vn.ansinh.knowledge.days;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.ansinh.calendar.recurrence.Recurrence;
import vn.ansinh.calendar.recurrence.RecurrenceFile;
import vn.ansinh.knowledge.Grade;
import vn.ansinh.yaml.YamlFault;
import vn.ansinh.yaml.YamlFields;
import vn.ansinh.yaml.YamlNode;

/// Reads the payment calendars as officers write them, by benefit.
///
/// ```yaml
/// pension-account:
///   name: Lương hưu qua tài khoản
///   place: tài khoản ngân hàng
///   grade: B
///   source: cách chi trả thường gặp
///   contact: si-hotline
///   days: {rule: ngày 1–5 hằng tháng}
/// ```
public final class PaymentFile {
  private static final String DAYS = "days";
  private static final String GRADE = "grade";

  private final Set<String> contacts;
  private final Consumer<YamlFault> faults;

  private PaymentFile(Set<String> contacts, Consumer<YamlFault> faults) {
    this.contacts = contacts;
    this.faults = faults;
  }

  /// What is wrong is handed to `faults` and left out.
  ///
  /// @param entries by benefit
  /// @param contacts the ids of those who may be named
  public static Map<String, PaymentDays> read(
      List<YamlNode.Entry> entries, Set<String> contacts, Consumer<YamlFault> faults) {
    PaymentFile file = new PaymentFile(contacts, faults);
    Map<String, PaymentDays> payments = new LinkedHashMap<>();
    for (YamlNode.Entry entry : entries) {
      payments.put(entry.key(), file.payment(entry));
    }
    return payments;
  }

  private PaymentDays payment(YamlNode.Entry entry) {
    YamlFields fields = YamlFields.of(entry.value(), faults);
    Recurrence days = RecurrenceFile.read(fields.map(DAYS), faults);
    Grade grade = grade(fields);
    PaymentDays payment =
        new PaymentDays(
            entry.key(),
            fields.text("name"),
            fields.optionalText("place").orElse(""),
            grade,
            fields.text("source"),
            contact(fields),
            days);
    fields.refuseOthers();
    if (grade == Grade.C && !days.isNever()) {
      fault(
          fields.line(DAYS),
          "Mức C là chưa biết ngày, không được ghi ngày đoán.",
          "Xóa «days», hoặc sửa mức thành A (có thông báo) hay B (thường như vậy).");
    }
    if (grade != Grade.C && days.isNever()) {
      fault(
          fields.line(GRADE),
          "Mức " + grade + " mà chưa ghi ngày nào.",
          "Thêm «days» với rule hoặc dates; chưa biết ngày thì ghi «grade: C».");
    }
    return payment;
  }

  private Grade grade(YamlFields fields) {
    String text = fields.text(GRADE);
    Optional<Grade> grade = Grade.of(text);
    if (grade.isEmpty() && !text.isEmpty()) {
      fault(fields.line(GRADE), "Mức chắc chắn «" + text + "» không có.", "Viết A, B hoặc C.");
    }
    return grade.orElse(Grade.C);
  }

  private String contact(YamlFields fields) {
    String contact = fields.text("contact");
    if (!contact.isEmpty() && !contacts.contains(contact)) {
      fault(
          fields.line("contact"),
          "Không có «" + contact + "» trong contacts.yaml.",
          "Sửa lại mã cho đúng hoặc thêm vào contacts.yaml.");
    }
    return contact;
  }

  private void fault(int line, String problem, String cure) {
    faults.accept(new YamlFault(line, problem, cure));
  }
}
