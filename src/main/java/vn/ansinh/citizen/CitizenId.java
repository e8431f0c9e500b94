package vn.ansinh.citizen;

/// A citizen's number in our own tables; it means nothing outside.
public record CitizenId(long value) {}
