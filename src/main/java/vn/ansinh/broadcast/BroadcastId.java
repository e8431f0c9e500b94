package vn.ansinh.broadcast;

/// A broadcast's number in our own tables.
public record BroadcastId(long value) {
  /// As the audit log names it.
  String words() {
    return "broadcast " + value;
  }
}
