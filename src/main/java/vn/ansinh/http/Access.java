package vn.ansinh.http;

/// Who may call a route.
public enum Access {
  /// Anybody, within the rate that one client address is given.
  PUBLIC,
  /// A machine that proves itself by a secret in its request, which the route checks; its rate is
  /// not limited, because it speaks for many people from few addresses.
  PARTNER
}
