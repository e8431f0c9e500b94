package vn.ansinh.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntryTest {
  private static final Instant AT = Instant.parse("2026-11-27T03:00:00.123456Z");
  private static final Entry ENTRY =
      new Entry(7, AT, "officer", 3L, "officer.add", "officer 4", "{\"role\":\"writer\"}");

  private static String hash(Entry entry) {
    return HexFormat.of().formatHex(entry.hash(Entry.BEGINNING));
  }

  /// Computed apart, with sha256sum over 32 zero bytes and the row as a JSON array: rows that were
  /// written stay verifiable.
  @Test
  void theHashIsTheOneThatWasPromised() {
    assertThat(hash(ENTRY))
        .isEqualTo("22e1dec7ece8d0fd654e70feadd79ff7651de780246b8f0919bd11d63112c4e6");
  }

  @Test
  void everyPartCounts() {
    List<Entry> others =
        List.of(
            ENTRY,
            ENTRY.numbered(8),
            new Entry(7, AT.plusNanos(1_000), "officer", 3L, "officer.add", "officer 4", "{}"),
            new Entry(7, AT, "stranger", null, "officer.add", "officer 4", "{}"),
            new Entry(7, AT, "officer", 4L, "officer.add", "officer 4", "{}"),
            new Entry(7, AT, "officer", 3L, "officer.ad", "dofficer 4", "{}"),
            new Entry(7, AT, "officer", 3L, "officer.add\",\"officer 4", "", "{}"),
            new Entry(7, AT, "officer", 3L, "officer.add", "officer 4", "{}"));
    Set<String> hashes = new HashSet<>();
    others.forEach(each -> hashes.add(hash(each)));
    assertThat(hashes).hasSameSizeAs(others);
  }

  @Test
  void theRowBeforeCounts() {
    assertThat(ENTRY.hash(ENTRY.hash(Entry.BEGINNING))).isNotEqualTo(ENTRY.hash(Entry.BEGINNING));
  }
}
