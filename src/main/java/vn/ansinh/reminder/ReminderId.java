package vn.ansinh.reminder;

/// A reminder, as the database numbers it.
public record ReminderId(long value) {}
