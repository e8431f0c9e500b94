package vn.ansinh.vaccination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none, 2026-11-23, '', bad-date",
        "2026-08-31, none, '', bad-date",
        "2026-02-30, 2026-11-23, '', bad-date",
        "31/08/2026, 2026-11-23, '', bad-date",
        "2026-8-31, 2026-11-23, '', bad-date",
        "+12026-08-31, 2026-11-23, '', bad-date",
        "2026-08-31T00, 2026-11-23, '', bad-date",
        "2026-08-31 , 2026-11-23T, '', bad-date",
        "2026-11-24, 2026-11-23, '', born-after-on",
        "2026-11-24, 2026-02-30, '', bad-date",
        "2026-11-24, 2026-11-23, x, born-after-on",
        "2026-08-31, 2026-11-23, bcg:1, bad-dose",
        "2026-08-31, 2026-11-23, bcg:1:2026-09-01:x, bad-dose",
        "2026-08-31, 2026-11-23, '', ",
        "2026-08-31, 2026-11-23, ::, unknown-vaccine",
        "2026-08-31, 2026-11-23, BCG:1:2026-09-01, unknown-vaccine",
        "2026-08-31, 2026-11-23, bcgx:9:2026-02-30, unknown-vaccine",
        "2026-08-31, 2026-11-23, bcg:2:2026-02-30, unknown-dose",
        "2026-08-31, 2026-11-23, bcg:01:2026-09-01, unknown-dose",
        "2026-08-31, 2026-11-23, bcg::2026-09-01, unknown-dose",
        "2026-08-31, 2026-11-23, bcg:99999999999:2026-09-01, unknown-dose",
        "2026-08-31, 2026-11-23, bcg:1:2026-02-30, bad-date",
        "2026-08-31, 2026-11-23, bcg:1:, bad-date",
        "2026-08-31, 2026-11-23, bcg:1:2026-08-30, before-birth",
        "2026-08-31, 2026-11-23, bcg:1:2026-11-24, in-future",
        "2026-08-31, 2026-11-23, bcg:1:2026-11-24 x, in-future",
        "2026-08-31, 2026-11-23, bcg:1:2026-09-01 x bcg:1:2026-11-24, bad-dose",
        "2026-08-31, 2026-11-23, bcg:1:2026-08-31 opv:1:2026-11-23, ",
        "2026-11-23, 2026-11-23, bcg:1:2026-11-23, ",
      })
  void theFirstFaultIsNamed(String born, String on, String given, String code) {
    List<String> doses = Arrays.stream(given.split(" ")).filter(each -> !each.isEmpty()).toList();

    Request request = Request.read(Cards.SCHEDULE, born, on, doses);

    assertThat(request instanceof Request.Refused(var fault) ? fault.code() : null).isEqualTo(code);
  }

  @Test
  void anEmptyTextIsNoDose() {
    assertThat(Request.read(Cards.SCHEDULE, "2026-08-31", "2026-11-23", List.of("")))
        .isEqualTo(new Request.Refused(Request.Fault.BAD_DOSE));
  }
}
