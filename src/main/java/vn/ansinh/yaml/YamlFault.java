package vn.ansinh.yaml;

/// Something wrong in a YAML text.
///
/// @param line from 1
/// @param problem what is wrong, in Vietnamese, one sentence
/// @param cure what to do, in Vietnamese, one sentence
public record YamlFault(int line, String problem, String cure) {}
