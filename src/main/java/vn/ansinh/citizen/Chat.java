package vn.ansinh.citizen;

/// A citizen's chat: who it is in our tables, and where it is.
public record Chat(CitizenId citizen, Address address) {}
