package vn.ansinh.console.today;

/// A broadcast that goes out, or will once somebody or the hour says so.
///
/// @param state as the database has it: `running`
public record UnderWay(long id, String title, String state) {}
