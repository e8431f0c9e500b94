package vn.ansinh.vaccination.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.vaccination.CalendarPeriod;
import vn.ansinh.vaccination.Dose;
import vn.ansinh.vaccination.DoseRule;
import vn.ansinh.vaccination.Schedule;

class ScheduleTableTest {
  private static final String HEADER = String.join(",", ScheduleRow.COLUMNS) + "\n";
  private static final String GOOD =
      HEADER
          + """
          rota,1,Rota,P2M,P6W,,,P32W,,S8 S2i,B,"Một, hai.
          Ba."
          rota,2,Rota,P3M,,P28D,P1M,P32W,,S9,B,
          mr,1,Sởi–rubella,P18M,P18M,,P1M,,measles:1:P28D,none,A,
          measles,1,Sởi,P9M,P9M,,,,,S8,A,
          hpv,1,HPV,,,,,,,S8,C,not-scheduled: chưa rõ
          """;
  private static final String SOURCES = "source,name\nS8,Thông tư mới\nS2i,\"Thông tư cũ, 2017\"\n";

  private final List<TableFault> faults = new ArrayList<>();

  private Schedule read(String text) {
    SourceTable sources = SourceTable.read(SOURCES, faults::add);
    return ScheduleTable.read(text, sources, faults::add);
  }

  @Test
  void aGoodTableIsReadWhole() {
    Schedule schedule = read(GOOD);

    assertThat(faults).isEmpty();
    assertThat(schedule.rules())
        .extracting(rule -> rule.dose().vaccine() + rule.dose().number())
        .containsExactly("rota1", "rota2", "mr1", "measles1", "hpv1");
    assertThat(schedule.rules().get(2))
        .isEqualTo(
            new DoseRule(
                new Dose("mr", 1),
                "Sởi–rubella",
                new CalendarPeriod(18, 0, 0),
                new CalendarPeriod(18, 0, 0),
                null,
                new CalendarPeriod(1, 0, 0),
                null,
                new DoseRule.Follows(new Dose("measles", 1), new CalendarPeriod(0, 0, 28)),
                true,
                "none",
                true));
    assertThat(schedule.rules())
        .extracting(DoseRule::scheduled)
        .containsExactly(true, true, true, true, false);
  }

  @Test
  void aMarkOfASourceIsSaidInWordsAndAnythingElseAsItStands() {
    assertThat(read(GOOD).rules())
        .extracting(DoseRule::source)
        .containsExactly(
            "Thông tư mới; Thông tư cũ, 2017", "S9", "none", "Thông tư mới", "Thông tư mới");
  }

  @Test
  void theColumnsMayStandInAnyOrder() {
    assertThat(SourceTable.read("name,source\nThông tư mới,S8\n", faults::add).words("S8"))
        .isEqualTo("Thông tư mới");
    assertThat(faults).isEmpty();
  }

  /// What is exchanged for what, on which line the fault is, a part of its problem.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "vaccine,dose|vaccine;dose|1|Dòng đầu",
        ",note|,notes|1|Dòng đầu",
        "Sởi,P9M|Sởi,P9M,|6|có 13 ô",
        "measles,1,Sởi,P9M,P9M,,,,,S8,A,|measles,1|6|có 2 ô",
        "mr,1|MR,1|5|«MR» ở cột vaccine",
        "mr,1|,1|5|Cột vaccine để trống",
        "mr,1|mr,0|5|«0» ở cột dose",
        "mr,1|mr,một|5|«một» ở cột dose",
        "mr,1|mr,2|5|đứng ở chỗ của mũi 1",
        "rota,2|rota,3|4|đứng ở chỗ của mũi 2",
        "rota,2|rota,1|4|có hai dòng",
        "measles,1|mr,1|6|có hai dòng",
        "mr,1,Sởi–rubella|mr,1,|5|Cột name_vi để trống",
        "P9M,P9M|P9M,9 tháng|6|«9 tháng» ở cột minimum_age",
        "P9M,P9M|P-9M,P9M|6|«P-9M» ở cột recommended_age",
        "P9M,P9M,,,,,S8|P9M,P9M,,,,,|6|Cột source để trống",
        "S8,A|S8,D|6|«D» ở cột grade",
        "measles:1:P28D|measles:2:P28D|5|measles:2 không có trong bảng",
        "measles:1:P28D|rubella:1:P28D|5|rubella:1 không có trong bảng",
        "measles:1:P28D|measles:1|5|«measles:1» ở cột follows",
        "measles:1:P28D|measles:1:P28|5|«P28» ở cột follows",
        "P9M,P9M,,,,,S8|P9M,P9M,,,,mr:1:P28D,S8|5|nối vòng tròn: mr, measles",
        "measles:1:P28D|mr:1:P28D|5|nối vòng tròn: mr",
        "P9M,P9M|P9M,|6|chưa có tuổi sớm nhất",
        "P9M,P9M,,|P9M,P9M,P28D,|6|không có mũi trước",
        "P9M,P9M,,|P9M,P9M,,P1M|6|không theo sau mũi nào",
        "P3M,,P28D|P3M,,|4|chưa có khoảng cách",
        "P6W,,,P32W|P6W,,,P6W|2|không sau tuổi sớm nhất",
        "HPV,,|HPV,,P9Y|7|vẫn có tuổi hoặc khoảng cách",
        "P28D,P1M,P32W,,S9,B,|,,,,S9,B,not-scheduled|4|vẫn có tuổi",
        "P3M,,P28D,P1M,P32W,,S9,B,|,,,,,,S9,B,not-scheduled|4|có mũi đã có lịch, có mũi chưa",
        "hpv,1,HPV|hpv,1,\"HPV|7|không đọc được",
      })
  void aFaultIsNamedWithItsLine(String before, String after, int line, String problem) {
    assertThat(GOOD).contains(before);

    read(GOOD.replace(before, after));

    assertThat(faults)
        .anySatisfy(
            fault -> {
              assertThat(fault.problem()).contains(problem);
              assertThat(fault.line()).isEqualTo(line);
              assertThat(fault.cure()).isNotBlank();
            });
  }

  @Test
  void aMarkThatStandsTwiceOrWithoutWordsIsAFault() {
    SourceTable.read(SOURCES + "S8,khác\nS3,\n", faults::add);

    assertThat(faults).extracting(TableFault::line).containsExactly(4, 5);
  }
}
