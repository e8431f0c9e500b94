package vn.ansinh.vaccination;

/// Which dose of which vaccine: `dpt-hepb-hib`, 2.
///
/// @param number from 1
public record Dose(String vaccine, int number) {}
