package vn.ansinh.delivery;

/// What a channel can do.
///
/// @param longestText in UTF-16 units of plain text
/// @param mayWriteFirst whether a citizen who did not just write may be written to
public record Capabilities(
    boolean buttons, boolean edits, boolean documents, int longestText, boolean mayWriteFirst) {}
