package vn.ansinh.knowledge.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.Grade;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.Lexicon;
import vn.ansinh.text.Vietnamese;

class KnowledgeFilesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @TempDir private Path root = Path.of("");
  private Fixture files = new Fixture(root);

  @BeforeEach
  void writeAGoodBase() throws IOException {
    files = Fixture.in(root);
  }

  @Test
  void aGoodBaseIsReadWhole() {
    KnowledgeBase base = good();
    Entitlement entry = base.find(new EntitlementId("pension")).orElseThrow();

    assertThat(base.all()).hasSize(2);
    assertThat(entry.related()).containsExactly(new EntitlementId("other"));
    assertThat(entry.aliases()).containsExactly("tiền già");
    assertThat(entry.file()).isEqualTo(Fixture.ENTRY);
    assertThat(entry.facets(TODAY)).containsExactly(Facet.OVERVIEW, Facet.AMOUNT, Facet.WHERE);
    assertThat(entry.passage(Facet.WHERE, TODAY).orElseThrow().grade()).isEqualTo(Grade.B);
    assertThat(entry.passage(Facet.AMOUNT, TODAY).orElseThrow().line()).isEqualTo(26);
    assertThat(base.text(entry, Facet.OVERVIEW, TODAY).orElseThrow().plain())
        .isEqualTo("Người từ 75 tuổi được 540.000 đồng mỗi tháng.");
    assertThat(base.lexicon().abbreviations()).containsEntry("bhyt", List.of("bảo hiểm y tế"));
    assertThat(base.lexicon().synonyms())
        .containsExactly(new Lexicon.Synonym("tiền già", "trợ cấp"));
    assertThat(base.lexicon().stopPhrases()).containsExactly("dạ", "vâng ạ");
  }

  /// In the entry's file: what is exchanged for what, on which line the fault is, a part of its
  /// problem.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "{{age}}|{{agee}}|22|Không có tham số «agee»",
        "{{pension * 1,5}}|{{pension * agee}}|26|Không có tham số «agee»",
        "{{@desk}}|{{@desc}}|35|Không có người liên hệ «desc»",
        "{{&nd-new}}|{{&nd-none}}|35|Không có văn bản «nd-none»",
        "{{&nd-new.from}}|{{&nd-undated.from}}|35|chưa ghi ngày có hiệu lực",
        "{{age}}|{{age.from}}|22|không có giá trị",
        "{{age}}|{{age.previous}}|22|không có giá trị",
        "{{age}}|{{age + 1}}|22|Không hiểu {{age + 1}}",
        "{{age}}|{{age}|22|lẻ",
        "{{age}}|75 tuổi|22|Con số «75 tuổi» gõ bằng tay",
        "{{age}}|4,5%|22|«4,5%»",
        "{{age}}|1,5 triệu|22|«1,5 triệu»",
        "{{age}}|500.000đ|22|«500.000đ»",
        "{{age}}|7 ngày làm việc|22|«7 ngày làm việc»",
        "{{age}}|ngày 05/10/2026|22|«05/10/2026»",
        "area: elderly|area: elder|5|Không có chủ đề «elder»",
        "contact: desk|contact: des|9|Không có người liên hệ «des»",
        "related: [other]|related: [othr]|13|Không có mục «othr»",
        "document: nd-new|document: nd-none|15|Không có văn bản «nd-none»",
        "document: nd-new|document: nd-old|15|đã hết hiệu lực",
        "facets: [amount, where]|facets: [amont]|17|Không có phần «amont»",
        "id: pension|id: pensions|2|khác tên tệp",
        "id: pension|id: hưu trí|2|viết sai",
        "short: Hưu trí|short: Hưu trí xã hội cho người cao tuổi|4|quá 28",
        "title: Trợ cấp hưu trí|title: Trợ cấp 75 tuổi|3|gõ bằng tay",
        "title: Trợ cấp hưu trí|titel: Trợ cấp hưu trí|3|Không có mục tên «titel»",
        "title: Trợ cấp hưu trí|title:|3|Thiếu «title»",
        "grade: A|grade: D|7|Mức chắc chắn «D»",
        "grades: {where: B}|grades: {wher: B}|8|Không có phần «wher»",
        "programme: plan-III.4|programme: III.4|6|không phải là mã",
        "reviewed-on: 2026-11-23|reviewed-on: 23/11/2026|10|không phải là ngày",
        "## Tóm tắt|## Tóm lược|20|Không có tiêu đề",
        "## Tóm tắt|# Tóm tắt|20|Không có tiêu đề",
        "## Nơi nộp|## Giấy tờ|0|",
        "(từ 01/07/2026)|(từ 01/06/2026)|29|cùng có hiệu lực",
        "(từ 01/07/2026)|(từ 31/06/2026)|24|Ngày trong tiêu đề viết sai",
        "(từ 01/07/2026)|(từ tháng 7)|24|Ngày trong tiêu đề viết sai",
        "Thường nộp|Nộp|35|không có chữ «thường»",
        "https://a.vn|http://a.vn|27|không dùng được",
        "https://a.vn|www.a.vn|27|không dùng được",
        "- Từ {{pension.from}}|  - Từ {{pension.from}}|27|Cách viết này không dùng được",
        "Thường nộp|1. Thường nộp|35|Cách viết này không dùng được",
        "Thường nộp|<b>Thường</b> nộp|35|Cách viết này không dùng được",
        "area: elderly|\tarea: elderly|5|tab",
        "title: Trợ cấp hưu trí|title: Trợ cấp: hưu trí|3|Không đọc được",
      })
  void aFaultInAnEntryIsNamedWithItsLine(String before, String after, int line, String problem)
      throws IOException {
    files.replace(Fixture.ENTRY, before, after);

    if (problem == null) {
      assertThat(files.faults()).isEmpty();
    } else {
      assertThat(files.faults()).anySatisfy(fault -> is(fault, Fixture.ENTRY, line, problem));
      assertThat(files.faults()).extracting(Fault::file).containsOnly(Fixture.ENTRY);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "documents.yaml|replaced-by: nd-new|replaced-by: nd-x|7|Văn bản thay thế «nd-x»",
        "documents.yaml|  to: 2026-10-04\\n||12|chưa ghi ngày hết hiệu lực",
        "documents.yaml|kind: Nghị định\\n  number: 335|number: 335|2|Thiếu «kind»",
        "parameters.yaml|document: nd-new, article|document: nd-x, article|6|«nd-x»",
        "parameters.yaml|document: nd-new, article|document: nd-old, article|6|hết hiệu lực",
        "parameters.yaml|from: 2026-07-01|from: 2026-06-30|6|Hai giá trị cùng có hiệu lực",
        "parameters.yaml|value: 540000|value: 540.000.000|6|không phải là số",
        "parameters.yaml|value: 540000, ||6|Thiếu «value»",
        "parameters.yaml|value: 540000|valu: 540000|6|Không có mục tên «valu»",
        "parameters.yaml|age:|pension:|7|có hai lần",
        "contacts.yaml|name: tổng đài, ||5|Thiếu «name»",
        "areas.yaml|label: Người cao tuổi|lable: x|1|Không có mục tên «lable»",
        "phrases.yaml|welcome: Câu này.|welcom: x|1|Không có mục tên «welcom»",
        "phrases.yaml|welcome: Câu này.\\n||1|Thiếu «welcome»",
        "calendar/holidays.yaml|lunar: 01/01|lunar: 31/01|4|không phải là ngày trong năm",
        "calendar/holidays.yaml|lunar: 01/01|day: 30/02|4|không phải là ngày trong năm",
        "calendar/holidays.yaml|lunar: 01/01|day: 29/02|4|không phải là ngày trong năm",
        "calendar/holidays.yaml|lunar: 01/01|grade: A|3|một trong hai",
        "calendar/holidays.yaml|document: nd-new|document: nd-none|8|Không có văn bản «nd-none»",
        "calendar/holidays.yaml|after: 3|after: 2|5|dài ngắn khác nhau",
        "calendar/holidays.yaml|after: 3|after: 300|6|từ 0 đến 15",
        "calendar/holidays.yaml|lunar: 01/01|lunar: 01/01\\n    compensated: maybe|5|«maybe»",
        "calendar/holidays.yaml|holiday: tet|holiday: noel|10|Không có ngày lễ «noel»",
        "calendar/holidays.yaml|year: 2026|year: 2027|12|không thuộc năm 2027",
        "calendar/holidays.yaml|2026-02-16..2026-02-20|2026-02-20..2026-02-16|12|không phải là ngày",
        "calendar/holidays.yaml|2026-02-16..2026-02-20|16/2|12|không phải là ngày",
        "calendar/holidays.yaml|off: 2026-02-23|off: 2026-02-22|14|ngược",
        "calendar/holidays.yaml|, work: 2026-02-28||14|đủ hai ngày",
        "calendar/holidays.yaml|    source: thông báo||10|Thiếu «source»",
        "calendar/holidays.yaml|decisions:|decision:|9|Không có mục tên «decision»",
        "lexicon/abbreviations.tsv|bhyt\tbảo|bhyt bảo|2|không có đúng hai cột",
        "lexicon/facets.tsv|amount|amont|1|«amont» không phải",
        "lexicon/facet-examples.tsv|amount|how-much|1|«how-much» không phải",
        "entitlements/elderly/pension.tsv|amount|how-much|1|«how-much» không phải",
        "lexicon/courtesies.tsv|greeting|hello|1|«hello» không phải",
        "schedules/immunization.csv|measles:1|rubella:1|3|rubella:1 không có trong bảng",
        "schedules/sources.csv|source,name|source;name|1|Dòng đầu",
        "schedules/sessions.yaml|ngày 15–17|mùng mấy|3|Không hiểu lịch",
        "schedules/sessions.yaml|source: thông báo||1|Thiếu «source»",
        "schedules/sessions.yaml|place:|palce:|1|Không có mục tên «palce»",
        "calendar/payments.yaml|grade: B|grade: D|4|Mức chắc chắn «D» không có",
        "calendar/payments.yaml|grade: B|grade: C|7|không được ghi ngày đoán",
        "calendar/payments.yaml|grade: C|grade: A|8|chưa ghi ngày nào",
        "calendar/payments.yaml|contact: desk|contact: nobody|6|Không có «nobody»",
        "calendar/payments.yaml|  source: lệ thường\\n||2|Thiếu «source»",
        "calendar/payments.yaml|allowance|Allowance|8|Mã «Allowance» viết sai",
      })
  void aFaultInATableIsNamedWithItsLine(
      String file, String before, String after, int line, String problem) throws IOException {
    files.replace(
        file,
        before.replace("\\n", "\n").replace("\\t", "\t"),
        after == null ? "" : after.replace("\\n", "\n"));

    assertThat(files.faults()).anySatisfy(fault -> is(fault, file, line, problem));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "areas.yaml",
        "contacts.yaml",
        "calendar/holidays.yaml",
        "calendar/payments.yaml",
        "documents.yaml",
        "parameters.yaml",
        "phrases.yaml",
        "lexicon/abbreviations.tsv",
        "lexicon/synonyms.tsv",
        "lexicon/stop-phrases.txt",
        "lexicon/facets.tsv",
        "lexicon/facet-examples.tsv",
        Fixture.EXAMPLES,
        "lexicon/courtesies.tsv",
        "schedules/immunization.csv",
        "schedules/sources.csv",
        "schedules/sessions.yaml",
      })
  void aMissingAnEmptyAndAnUnreadableFileAreFaults(String file) throws IOException {
    files.write(file, "");
    assertThat(files.faults()).anySatisfy(fault -> is(fault, file, 0, "trống"));
    files.write(file, new byte[] {'a', (byte) 0xE1, (byte) 0xBB});
    assertThat(files.faults()).anySatisfy(fault -> is(fault, file, 0, "UTF-8"));
    Files.delete(root.resolve(file));
    assertThat(files.faults()).anySatisfy(fault -> is(fault, file, 0, "Không có tệp này"));
  }

  @Test
  void aTableThatCannotBeReadIsNamedAloneAndNotOnceForEveryEntryThatNeedsIt() throws IOException {
    files.replace("documents.yaml", "  title: về trợ giúp xã hội\n", "  title: \"về\n");

    assertThat(files.faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.file()).isEqualTo("documents.yaml"));
  }

  @Test
  void looseMarksAreAFaultWithTheirLine() throws IOException {
    files.replace(Fixture.ENTRY, "Thường nộp", "Thươ\u0300ng nộp");

    assertThat(files.faults())
        .singleElement()
        .satisfies(fault -> is(fault, Fixture.ENTRY, 35, "NFC"));
    assertThat(Vietnamese.nfc("Thươ\u0300ng")).isEqualTo("Thường");
  }

  @Test
  void missingLegalBasisAndMissingSummaryAreFaults() throws IOException {
    files.replace(
        Fixture.ENTRY,
        "  - document: nd-new\n    article: Điều 31\n    facets: [amount, where]\n",
        "");
    files.replace(Fixture.ENTRY, "## Tóm tắt", "## Ai được hưởng");

    assertThat(files.faults()).hasSize(2);
    assertThat(files.faults()).anySatisfy(fault -> is(fault, Fixture.ENTRY, 14, "Thiếu căn cứ"));
    assertThat(files.faults()).anySatisfy(fault -> is(fault, Fixture.ENTRY, 0, "Tóm tắt"));
  }

  @Test
  void aHalfWrittenEntryIsAFault() throws IOException {
    String whole = Files.readString(root.resolve(Fixture.ENTRY));
    for (int end : List.of(3, 40, 200, whole.indexOf("Người từ"))) {
      files.write(Fixture.ENTRY, whole.substring(0, end));

      assertThat(files.load()).as("cut at %d", end).isInstanceOf(Loaded.Broken.class);
    }
  }

  @Test
  void theSameEntryInTwoFoldersIsAFault() throws IOException {
    files.write(
        "entitlements/other/pension.md",
        Files.readString(root.resolve(Fixture.ENTRY), StandardCharsets.UTF_8));
    files.write("entitlements/other/pension.tsv", "where\tnộp ở đâu\n");

    assertThat(files.faults())
        .singleElement()
        .satisfies(fault -> is(fault, "entitlements/other/pension.md", 0, Fixture.ENTRY));
  }

  @Test
  void aFileThatWouldNotBeReadIsAFaultAndAnEditorsOwnFilesAreNot() throws IOException {
    files.write("entitlements/elderly/.pension.md.swp", "x");
    files.write("entitlements/elderly/pension.md~", "x");
    assertThat(files.faults()).isEmpty();
    files.write("entitlements/elderly/new.md.txt", "x");
    assertThat(files.faults())
        .singleElement()
        .satisfies(fault -> is(fault, "entitlements/elderly/new.md.txt", 0, ".md"));
  }

  @Test
  void questionsBesideNoEntryAreAFault() throws IOException {
    files.write("entitlements/elderly/new.tsv", "where\tnộp ở đâu\n");

    assertThat(files.faults())
        .singleElement()
        .satisfies(fault -> is(fault, "entitlements/elderly/new.tsv", 0, "không nằm cạnh"));
  }

  @Test
  void lawOfThePastMayBeCitedWithItsDates() throws IOException {
    files.replace(
        Fixture.ENTRY,
        "  - document: nd-new\n",
        "  - {document: nd-old, to: 2026-10-04}\n  - document: nd-new\n");

    assertThat(files.faults()).isEmpty();
  }

  @Test
  void aBaseThatTimeHasOvertakenStillAnswersAndNamesWhatHasRunOut() throws IOException {
    files.replace(
        "documents.yaml", "  from: 2026-10-05\n", "  from: 2026-10-05\n  to: 2026-12-31\n");

    assertThat(files.faults()).isEmpty();
    assertThat(files.loadOn(LocalDate.of(2027, 1, 1)))
        .isInstanceOfSatisfying(
            Loaded.Good.class,
            good ->
                assertThat(good.stale())
                    .extracting(Fault::file)
                    .contains(Fixture.ENTRY, "parameters.yaml"));
  }

  @Test
  void aFigureWithoutAValueForTodayIsNamed() throws IOException {
    files.replace(
        "parameters.yaml",
        "{value: 540000, from: 2026-07-01,",
        "{value: 540000, from: 2026-07-01, to: 2026-10-31,");

    assertThat(files.load()).isInstanceOf(Loaded.Broken.class);
    files.replace(Fixture.ENTRY, "{{pension.from}}", "nay");
    files.replace("entitlements/elderly/other.md", "{{pension.from}}", "nay");
    assertThat(files.faults()).anySatisfy(fault -> is(fault, Fixture.ENTRY, 22, "2026-11-23"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Điều 31 đồng thời bỏ.",
        "Điều 5 tỷ lệ.",
        "Trong 30 ngày, 12 tháng, 5 năm.",
        "{{= 76 tuổi}} thì {{age}}%.",
        "Nghị định 20/2021/NĐ-CP.",
        "Gọi 1900 9068, trước 31/12.",
      })
  void wordsThatOnlyLookLikeFiguresPass(String words) throws IOException {
    files.replace(Fixture.ENTRY, "Người từ", words + " Người từ");

    assertThat(files.faults()).isEmpty();
  }

  @Test
  void windowsLineEndsAndAMarkBeforeTheTextDoNotMatter() throws IOException {
    String whole = Files.readString(root.resolve(Fixture.ENTRY));
    files.write(Fixture.ENTRY, "\uFEFF" + whole.replace("\n", "\r\n"));

    assertThat(files.faults()).isEmpty();
  }

  private KnowledgeBase good() {
    return switch (files.load()) {
      case Loaded.Good good -> good.base();
      case Loaded.Broken broken -> throw new AssertionError(broken.faults());
    };
  }

  private static void is(Fault fault, String file, int line, String problem) {
    assertThat(fault.file()).isEqualTo(file);
    assertThat(fault.line()).as(fault.problem()).isEqualTo(line);
    assertThat(fault.problem()).contains(problem);
    assertThat(fault.cure()).isNotBlank();
  }
}
