package vn.ansinh.officer.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {
  private static final String PASSWORD = "đò chiều qua sông Hồng";

  private final Vertx vertx = Vertx.vertx();
  private final Passwords passwords = new Passwords(vertx);

  @AfterEach
  void close() {
    passwords.close();
    vertx.close().await();
  }

  @Test
  void aPasswordFitsItsOwnHashOnly() {
    String hash = passwords.hash(PASSWORD).await();
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("Hồng");
    assertThat(passwords.matches(PASSWORD, hash).await()).isTrue();
    assertThat(passwords.matches(PASSWORD + " ", hash).await()).isFalse();
    assertThat(passwords.matches("", hash).await()).isFalse();
    assertThat(passwords.hash(PASSWORD).await()).isNotEqualTo(hash);
  }

  @Test
  void keyboardsThatComposeLettersOtherwiseTypeTheSamePassword() {
    String hash = passwords.hash(Normalizer.normalize(PASSWORD, Normalizer.Form.NFD)).await();
    assertThat(passwords.matches(PASSWORD, hash).await()).isTrue();
  }

  @Test
  void nothingFitsWhereThereIsNoPassword() {
    assertThat(passwords.matches(PASSWORD, null).await()).isFalse();
    assertThat(passwords.matches("", null).await()).isFalse();
  }

  @Test
  void aCrowdIsToldToComeBackAndNotQueuedWithoutEnd() {
    List<Future<Boolean>> crowd = new ArrayList<>();
    while (!passwords.isBusy()) {
      crowd.add(passwords.matches(PASSWORD, null));
    }
    assertThat(crowd).hasSize(40);
    Future.join(crowd).await();
    assertThat(passwords.isBusy()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ngắn quá, SHORT",
    "'', SHORT",
    "aaaaaaaaaaaa, EASY",
    "abababababab, EASY",
    "Lan.Nguyen2026, EASY",
    "mưa nắng thất thường, "
  })
  void whatIsEasyToGuessIsNotTaken(String password, Weakness weakness) {
    assertThat(Weakness.of(password, "lan.nguyen").orElse(null)).isEqualTo(weakness);
  }

  @Test
  void whatIsBeyondMeasureIsNotTaken() {
    assertThat(Weakness.of("mưa nắng ".repeat(30), "lan")).hasValue(Weakness.LONG);
  }
}
