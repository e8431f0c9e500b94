package vn.ansinh.officer.session;

import io.vertx.core.buffer.Buffer;
import vn.ansinh.officer.OfficerId;

/// For whom failed sign-ins are counted. Whoever comes from a browser on which the officer has
/// signed in before is counted there alone: what strangers try elsewhere does not make them wait.
public sealed interface Subject {
  record Login(String login) implements Subject {}

  /// @param network one address, or what one household has of them
  record Network(String network) implements Subject {}

  record Device(Secret device) implements Subject {}

  /// Codes and repeated passwords of one who has given the right password already.
  record Known(OfficerId officer) implements Subject {}

  /// A hash: people type their password where the login belongs.
  default Buffer key() {
    return Secret.sha256(
        switch (this) {
          case Login(String login) -> "login " + login;
          case Network(String network) -> "network " + network;
          case Device(Secret device) -> "device " + device.text();
          case Known(OfficerId officer) -> "officer " + officer.value();
        });
  }

  /// Many share the network of an office.
  default int free() {
    return this instanceof Network ? 20 : 5;
  }
}
