package vn.ansinh.vaccination.table;

/// Something wrong in a table.
///
/// @param line from 1; 0 when the table as a whole is meant
/// @param problem what is wrong, in Vietnamese, one sentence
/// @param cure what to do, in Vietnamese, one sentence
public record TableFault(int line, String problem, String cure) {}
