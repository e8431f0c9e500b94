package vn.ansinh.officer.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void aFormIsKnownByTheSecretItWasShownWith() {
    Secret one = Secret.create();
    Secret other = Secret.create();
    assertThat(one.showed(one.formToken())).isTrue();
    assertThat(other.showed(one.formToken())).isFalse();
    assertThat(one.showed(one.text())).isFalse();
    assertThat(one.showed("")).isFalse();
    assertThat(one.showed(null)).isFalse();
  }

  @Test
  void whatCannotBeASecretIsNone() {
    Secret secret = Secret.create();
    assertThat(Secret.of(secret.text())).hasValue(secret);
    assertThat(Secret.of(null)).isEmpty();
    assertThat(Secret.of("")).isEmpty();
    assertThat(Secret.of(secret.text() + "x")).isEmpty();
    assertThat(Secret.of("'" + secret.text().substring(1))).isEmpty();
  }

  @Test
  void itIsNeverPrinted() {
    Secret secret = Secret.create();
    assertThat("" + secret).doesNotContain(secret.text());
  }
}
