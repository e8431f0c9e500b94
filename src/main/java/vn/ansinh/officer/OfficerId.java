package vn.ansinh.officer;

/// An officer's number in our own tables.
public record OfficerId(long value) {}
