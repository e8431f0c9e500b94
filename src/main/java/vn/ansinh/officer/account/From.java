package vn.ansinh.officer.account;

import org.jspecify.annotations.Nullable;
import vn.ansinh.officer.session.Secret;

/// Where a sign-in comes from.
///
/// @param address as the audit log shows it
/// @param network for which failed sign-ins are counted
/// @param device what the browser says it was given at an earlier sign-in; null for nothing
public record From(String address, String network, @Nullable Secret device) {
  /// The machine of the service; no browser is there to be known again.
  public static final From COMMAND_LINE = new From("command-line", "command-line", null);
}
