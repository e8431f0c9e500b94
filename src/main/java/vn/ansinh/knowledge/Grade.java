package vn.ansinh.knowledge;

/// How sure a statement is: A seen in a legal text, B well known, C to be confirmed before anyone
/// relies on it.
public enum Grade {
  A,
  B,
  C
}
