package vn.ansinh.delivery;

/// Where a delivery comes from, most urgent first.
public enum Origin {
  REPLY,
  REMINDER,
  BROADCAST
}
