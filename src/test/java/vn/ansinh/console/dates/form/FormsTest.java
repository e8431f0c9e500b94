package vn.ansinh.console.dates.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.console.dates.form.DecisionForm.Swap;
import vn.ansinh.console.dates.form.Differences.Row;
import vn.ansinh.console.dates.form.Slip.Kind;
import vn.ansinh.console.dates.form.TypedDays.Change;
import vn.ansinh.edition.DatesFile;
import vn.ansinh.yaml.YamlNode.Mapping;
import vn.ansinh.yaml.YamlText;

class FormsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

  private final Checking checking = new Checking(TODAY, Set.of());

  private static TypedDays days(String rule, String dates, Change... changes) {
    return new TypedDays(rule, "", "", "keep", dates, List.of(changes));
  }

  private Mapping sessions(TypedDays days) {
    return new SessionsForm("Trạm y tế", "thông báo số 1", days).node(checking);
  }

  private List<Kind> at(String field) {
    return checking.at(field).stream().map(Slip::kind).toList();
  }

  @Test
  void whatIsTypedBecomesTheFileAndBack() {
    SessionsForm form =
        new SessionsForm(
            "Trạm y tế",
            "thông báo số 1",
            new TypedDays(
                "ngày 15–17 hằng tháng",
                "01/01/2027",
                "31/12/2027",
                "after",
                "20/12/2026\n05/01/2027–07/01/2027",
                List.of(
                    new Change("15/02/2027", "18/02/2027", "nghỉ Tết"),
                    new Change("15/03/2027", "", "hết vắc xin"))));
    Mapping node = form.node(checking);
    assertThat(checking.isGood()).isTrue();
    assertThat(YamlText.of(node))
        .isEqualTo(
            """
            place: Trạm y tế
            source: thông báo số 1
            days:
              rule: ngày 15–17 hằng tháng
              from: 2027-01-01
              to: 2027-12-31
              dates:
                - 2026-12-20
                - 2027-01-05..2027-01-07
              when-closed: after
              changes:
                - day: 2027-02-15
                  to: 2027-02-18
                  source: nghỉ Tết
                - day: 2027-03-15
                  source: hết vắc xin
            """);
    assertThat(SessionsForm.of(Part.root(YamlText.of(node)))).isEqualTo(form);
  }

  @Test
  void anEmptyFormAnnouncesNothing() {
    Mapping node = new SessionsForm("", "", days("", "")).node(checking);
    assertThat(checking.isGood()).isTrue();
    assertThat(node.entries()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "31/02/2027, NO_SUCH_DAY",
    "29/02/2027, NO_SUCH_DAY",
    "00/01/2027, NO_SUCH_DAY",
    "hôm qua, NOT_A_DAY",
    "<b>05/02/2027</b>, NOT_A_DAY",
    "5/2/27, NOT_A_DAY",
    "99999999999999/1/2027, NOT_A_DAY",
    "26/11/2026, PAST",
    "05/02/2072, FAR",
    "07–05/02/2027, BACKWARDS",
    "01/01/2027–15/02/2027, LONG_SPAN"
  })
  void aDayThatIsNoneIsToldBesideItsField(String typed, Kind kind) {
    sessions(days("", typed));
    assertThat(at("dates")).containsExactly(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "5/2/2027, 2027-02-05",
    "05.02.2027, 2027-02-05",
    "2027-02-05, 2027-02-05",
    "05–07/02/2027, 2027-02-05..2027-02-07",
    "5-7/2/2027, 2027-02-05..2027-02-07",
    "30/01–02/02/2027, 2027-01-30..2027-02-02",
    "05/02/2027 đến 07/02/2027, 2027-02-05..2027-02-07",
    "2027-02-05..2027-02-07, 2027-02-05..2027-02-07",
    "27/11/2026, 2026-11-27"
  })
  void peopleWriteDaysInTheirOwnWays(String typed, String filed) {
    Mapping node = sessions(days("", typed));
    assertThat(checking.isGood()).isTrue();
    assertThat(YamlText.of(node)).contains("- " + filed);
  }

  @Test
  void rangesThatOverlapAreTold() {
    sessions(days("", "05–07/02/2027\n07/02/2027\n08/02/2027"));
    assertThat(at("dates")).containsExactly(Kind.OVERLAP);
    assertThat(checking.at("dates").getFirst().what()).isEqualTo("07/02/2027");
  }

  @Test
  void aRuleThatNobodyUnderstandsIsTold() {
    sessions(days("khi nào rảnh", ""));
    assertThat(at("rule")).containsExactly(Kind.RULE);
  }

  @Test
  void aChangeOfADayThatIsNotScheduledIsTold() {
    sessions(
        days(
            "ngày 15–17 hằng tháng",
            "",
            new Change("16/02/2027", "18/02/2027", "Tết"),
            new Change("15/03/2027", "", ""),
            new Change("15/03/2027", "18/13/2027", "x"),
            new Change("", "18/03/2027", "x")));
    assertThat(at("change.0.day")).containsExactly(Kind.NOT_SCHEDULED);
    assertThat(at("change.1.source")).containsExactly(Kind.MISSING);
    assertThat(at("change.2.day")).containsExactly(Kind.TWICE);
    assertThat(at("change.2.to")).containsExactly(Kind.NO_SUCH_DAY);
    assertThat(at("change.3.day")).containsExactly(Kind.MISSING);
  }

  @Test
  void aTextOfTenThousandLettersIsToldAndMarksAreTakenAsTheyAre() {
    new SessionsForm("x".repeat(10_000), "<b>số 1</b>\n&", days("ngày 5 hằng tháng", ""))
        .node(checking);
    assertThat(at("place")).containsExactly(Kind.LONG);
    assertThat(at("source")).isEmpty();
    sessions(days("", "20/12/2026\n".repeat(1_000)));
    assertThat(at("dates")).contains(Kind.TOO_MANY);
  }

  @Test
  void theLastDayIsNotBeforeTheFirst() {
    sessions(new TypedDays("ngày 5 hằng tháng", "02/02/2027", "01/02/2027", "keep", "", List.of()));
    assertThat(at("to")).containsExactly(Kind.BACKWARDS);
  }

  @Test
  void whatStoodThereBeforeMayHavePassed() {
    Mapping file = Part.root("{source: x, days: {dates: [2026-01-05]}}");
    SessionsForm form = SessionsForm.of(file);
    Checking known = new Checking(TODAY, form.known(TODAY));
    form.node(known);
    assertThat(known.isGood()).isTrue();
  }

  private static PaymentForm payment(String grade, TypedDays days) {
    return new PaymentForm("Trợ cấp", grade, "", "phường", "one-stop", days);
  }

  @Test
  void aPaymentIsKnownOrNot() {
    payment("C", days("ngày 5 hằng tháng", "")).node(checking);
    assertThat(at("grade")).containsExactly(Kind.DAYS_OF_UNKNOWN);
    payment("A", days("", "")).node(checking);
    assertThat(at("rule")).containsExactly(Kind.NO_DAYS);
    Checking other = new Checking(TODAY, Set.of());
    payment("D", days("", "")).node(other);
    assertThat(other.at("grade").getFirst().kind()).isEqualTo(Kind.CHOICE);
    Checking good = new Checking(TODAY, Set.of());
    assertThat(YamlText.of(payment("C", days("", "")).node(good)))
        .isEqualTo("name: Trợ cấp\ngrade: C\nsource: phường\ncontact: one-stop\n");
    assertThat(good.isGood()).isTrue();
  }

  private static DecisionForm decision(String off, Swap... swaps) {
    return new DecisionForm(
        "tet", "Tết Nguyên đán", "2027", off, List.of(swaps), "thông báo", false);
  }

  @Test
  void aDecisionHasFreeDaysOfItsYearAndSwapsTheRightWayRound() {
    decision("04–10/02/2027\n31/12/2026", new Swap("06/02/2027", "08/02/2027")).node(checking);
    assertThat(at("off")).containsExactly(Kind.OTHER_YEAR);
    assertThat(at("swap.0.off")).containsExactly(Kind.NO_SWAP);
    assertThat(at("swap.0.work")).containsExactly(Kind.NO_SWAP);
    Checking empty = new Checking(TODAY, Set.of());
    decision("").node(empty);
    assertThat(empty.at("off").getFirst().kind()).isEqualTo(Kind.MISSING);
  }

  @Test
  void aDecisionIsPutBesideTheOthersAndTakenAway() {
    Mapping file =
        Part.root(
            "{holidays: {tet: {name: Tết}}, decisions: [{holiday: tet, year: 2026, off:"
                + " [2026-02-16], source: x}]}");
    Part part = new Part.Decision("tet", "2027");
    Mapping node = decision("04/02/2027", new Swap("11/02/2027", "20/02/2027")).node(checking);
    Mapping added = part.put(file, node);
    assertThat(Differences.parts(DatesFile.HOLIDAYS, added))
        .containsExactly(new Part.Decision("tet", "2026"), part);
    assertThat(Differences.of(DatesFile.HOLIDAYS, file, added))
        .contains(
            new Row("Tết 2027", Line.Item.OFF, "", "04/02/2027"),
            new Row("Tết 2027", Line.Item.SWAPS, "", "11/02/2027 ↔ 20/02/2027"));
    assertThat(YamlText.of(part.put(added, Mapping.EMPTY))).isEqualTo(YamlText.of(file));
  }

  @Test
  void onlyThePartOfTheFormChangesAndItsMarkTellsWho() {
    Mapping file =
        Part.root("{a: {name: A, grade: C}, b: {name: B, grade: C, source: y, contact: c}}");
    Part a = new Part.Payment("a");
    Part b = new Part.Payment("b");
    Mapping node = payment("C", days("", "")).node(checking);
    Mapping changed = a.put(file, node);
    assertThat(b.mark(changed)).isEqualTo(b.mark(file));
    assertThat(a.mark(changed)).isNotEqualTo(a.mark(file));
    assertThat(changed.entries().keySet()).containsExactly("a", "b");
  }
}
