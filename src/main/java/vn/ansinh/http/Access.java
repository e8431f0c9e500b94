package vn.ansinh.http;

/// Who may call a route.
public sealed interface Access {
  /// Anybody, within the rate that one client address is given.
  Access PUBLIC = Open.PUBLIC;

  /// A machine that proves itself by a secret in its request, which the route checks; its rate is
  /// not limited, because it speaks for many people from few addresses.
  Access PARTNER = Open.PARTNER;

  /// Those who need not be officers.
  enum Open implements Access {
    PUBLIC,
    PARTNER
  }

  /// Officers who are signed in, which the route checks.
  ///
  /// @param least the word of the least role that may
  record Staff(String least) implements Access {}
}
