package vn.ansinh.officer.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
  /// The secret of RFC 6238, appendix B.
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);

  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void theCodesAreThoseOfTheStandard(long seconds, String code) {
    assertThat(Totp.code(SECRET, seconds / 30, 8)).isEqualTo(code);
    assertThat(Totp.code(SECRET, Instant.ofEpochSecond(seconds))).isEqualTo(code.substring(2));
  }

  @Test
  void aCodeIsGoodOneStepEarlyAndOneStepLate() {
    long step = NOW.getEpochSecond() / 30;
    for (long off = -3; off <= 3; off++) {
      String code = Totp.code(SECRET, step + off, 6);
      if (Math.abs(off) <= 1) {
        assertThat(Totp.step(SECRET, code, NOW)).hasValue(step + off);
      } else {
        assertThat(Totp.step(SECRET, code, NOW)).isEmpty();
      }
    }
  }

  @Test
  void blanksInACodeDoNotMatter() {
    assertThat(Totp.step(SECRET, " 081 804 ", NOW)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "081805", "0818040", "08180", "٠٨١٨٠٤", "abcdef"})
  void whatIsNoCodeIsNotTaken(String typed) {
    assertThat(Totp.step(SECRET, typed, NOW)).isEmpty();
  }

  @Test
  void authenticatorsReadTheAddress() {
    assertThat(Totp.uri(SECRET, "An Sinh", "lan.nguyen"))
        .isEqualTo(
            "otpauth://totp/An%20Sinh:lan.nguyen"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=An%20Sinh");
    assertThat(Totp.typed(SECRET)).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
  }

  @Test
  void secretsAreLongAndNeverTheSame() {
    Set<String> all = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      all.add(Totp.typed(Totp.newSecret()));
    }
    assertThat(all).hasSize(1_000).allMatch(each -> each.replace(" ", "").length() == 32);
  }
}
