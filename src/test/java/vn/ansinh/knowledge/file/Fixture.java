package vn.ansinh.knowledge.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.text.Saying;

/// A small knowledge base without faults, to be spoilt one thing at a time.
public record Fixture(Path root) {
  public static final String ENTRY = "entitlements/elderly/pension.md";
  static final String EXAMPLES = "entitlements/elderly/pension.tsv";

  public static Fixture in(Path root) throws IOException {
    Fixture fixture = new Fixture(root);
    fixture.write("areas.yaml", "- {id: elderly, label: Người cao tuổi}\n");
    fixture.write(
        "audiences.yaml",
        """
        neighbourhoods: {kp-1: Khu phố 1}
        groups: {merit: Người có công}
        """);
    fixture.write(
        "contacts.yaml",
        """
        desk:
          name: bộ phận Một cửa
          phone: ""
          hours: giờ hành chính
        line: {name: tổng đài, phone: 1900 9068}
        """);
    fixture.write(
        "documents.yaml",
        """
        nd-new:
          kind: Nghị định
          number: 335/2026/NĐ-CP
          title: về trợ giúp xã hội
          from: 2026-10-05
          grade: A
        nd-old:
          kind: Nghị định
          number: 20/2021/NĐ-CP
          title: đã được thay thế
          from: 2021-07-01
          to: 2026-10-04
          replaced-by: nd-new
          grade: B
        nd-undated: {kind: Nghị định, number: 1/2026, title: chưa rõ ngày, grade: B}
        """);
    fixture.write(
        "parameters.yaml",
        """
        pension:
          label: Mức trợ cấp
          unit: đồng
          values:
            - {value: 500000, from: 2025-07-01, to: 2026-06-30, document: nd-old, grade: A}
            - {value: 540000, from: 2026-07-01, document: nd-new, article: "Điều 31", grade: A}
        age:
          label: Tuổi
          unit: tuổi
          values:
            - {value: 75, document: nd-new, grade: A}
        """);
    fixture.write(
        "phrases.yaml",
        Saying.ALL.stream()
            .map(phrase -> phrase.key() + ": Câu này.\n")
            .collect(Collectors.joining()));
    fixture.write(
        "calendar/holidays.yaml",
        """
        holidays:
          tet:
            name: Tết
            lunar: 01/01
            choices:
              - {before: 1, after: 3}
              - {before: 2, after: 2}
            document: nd-new
        decisions:
          - holiday: tet
            year: 2026
            off: [2026-02-16..2026-02-20]
            swaps:
              - {off: 2026-02-23, work: 2026-02-28}
            source: thông báo
        """);
    fixture.write(
        "calendar/payments.yaml",
        """
        pension:
          name: Lương hưu
          place: bưu điện
          grade: B
          source: lệ thường
          contact: desk
          days: {rule: ngày 2–10 hằng tháng}
        allowance: {name: Trợ cấp, grade: C, source: chưa thông báo, contact: line}
        """);
    fixture.write(
        "schedules/sessions.yaml",
        """
        place: Trạm y tế
        source: thông báo
        days: {rule: ngày 15–17 hằng tháng}
        """);
    fixture.write("lexicon/abbreviations.tsv", "# viết tắt\nbhyt\tbảo hiểm y tế\n");
    fixture.write("lexicon/synonyms.tsv", "tiền già\ttrợ cấp\n");
    fixture.write("lexicon/stop-phrases.txt", "dạ\n\nvâng ạ\n");
    fixture.write("lexicon/elsewhere.txt", "giá vàng hôm nay\n");
    fixture.write("lexicon/facets.tsv", "amount\tbao nhiêu\n");
    fixture.write("lexicon/facet-examples.tsv", "amount\tmỗi tháng được mấy đồng\n");
    fixture.write("lexicon/courtesies.tsv", "greeting\txin chào\n");
    fixture.write(
        "schedules/immunization.csv",
        """
        vaccine,dose,name_vi,recommended_age,minimum_age,minimum_interval,recommended_interval,\
        latest_age,follows,source,grade,note
        measles,1,Sởi đơn,P9M,P9M,,,,,S8,A,
        mr,1,Sởi–rubella (MR),P18M,P18M,,P1M,,measles:1:P28D,none,B,
        hpv,1,HPV,,,,,,,none,C,not-scheduled: chưa rõ
        """);
    fixture.write("schedules/sources.csv", "source,name\nS8,các Thông tư\n");
    fixture.write(ENTRY, entry("pension", "other"));
    fixture.write("entitlements/elderly/other.md", entry("other", "pension"));
    fixture.write(EXAMPLES, "amount\tmẹ tôi 75 tuổi được bao nhiêu\n");
    fixture.write("entitlements/elderly/other.tsv", "where\tnộp ở đâu\n");
    return fixture;
  }

  private static String entry(String id, String related) {
    return """
        ---
        id: %s
        title: Trợ cấp hưu trí
        short: Hưu trí
        area: elderly
        programme: plan-III.4
        grade: A
        grades: {where: B}
        contact: desk
        reviewed-on: 2026-11-23
        aliases:
          - tiền già
        related: [%s]
        basis:
          - document: nd-new
            article: Điều 31
            facets: [amount, where]
        ---

        ## Tóm tắt

        Người từ {{age}} được **{{pension}} mỗi tháng**.

        ## Mức hưởng (từ 01/07/2026)

        - Mỗi tháng {{pension * 1,5}}, trước là {{pension.previous}}.
        - Từ {{pension.from}}, xem [ở đây](https://a.vn).

        ## Mức hưởng (đến 30/06/2026)

        Mỗi tháng {{pension}}.

        ## Nơi nộp

        Thường nộp ở {{@desk}} theo {{&nd-new}}, có hiệu lực từ {{&nd-new.from}}.
        """
        .formatted(id, related);
  }

  public void write(String file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  void write(String file, byte[] bytes) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    Files.write(root.resolve(file), bytes);
  }

  /// Exchanges words in a file that must be there.
  public void replace(String file, String before, String after) throws IOException {
    String text = Files.readString(root.resolve(file));
    if (!text.contains(before)) {
      throw new IllegalArgumentException("not in " + file + ": " + before);
    }
    write(file, text.replace(before, after));
  }

  public Loaded load() {
    return loadOn(LocalDate.of(2026, 11, 23));
  }

  Loaded loadOn(LocalDate day) {
    return KnowledgeFiles.load(
        root, Clock.fixed(day.atStartOfDay(VietnamTime.ZONE).toInstant(), VietnamTime.ZONE));
  }

  List<Fault> faults() {
    return switch (load()) {
      case Loaded.Good good -> good.stale();
      case Loaded.Broken broken -> broken.faults();
    };
  }
}
