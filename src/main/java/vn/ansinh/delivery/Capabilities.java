package vn.ansinh.delivery;

/// What a channel can do.
///
/// @param buttons whether a choice can be tapped; without them it is answered by number or words
/// @param links whether words can carry an address; without that it is written out behind them
/// @param longestText in UTF-16 units of plain text
/// @param mayWriteFirst whether a citizen who did not just write may be written to
public record Capabilities(
    boolean buttons,
    boolean edits,
    boolean documents,
    boolean links,
    int longestText,
    boolean mayWriteFirst) {}
