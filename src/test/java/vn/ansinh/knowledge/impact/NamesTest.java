package vn.ansinh.knowledge.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.file.Fixture;
import vn.ansinh.knowledge.file.Loaded;

class NamesTest {
  @TempDir private Path root = Path.of("");
  private Fixture files = new Fixture(root);

  @BeforeEach
  void writeAGoodBase() throws IOException {
    files = Fixture.in(root);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nd-new",
        "ND-NEW",
        "335/2026/NĐ-CP",
        "335/2026/nd-cp",
        "nghi dinh 335/2026/NĐ-CP"
      })
  void aDocumentIsFoundByIdNumberAndPrintedName(String name) {
    assertThat(find(name))
        .isEqualTo(
            new Names.Found(
                new Subject.OfDocument(Objects.requireNonNull(base().documents().get("nd-new")))));
  }

  @Test
  void aParameterIsFoundByName() {
    assertThat(find(" pension "))
        .isEqualTo(
            new Names.Found(
                new Subject.OfParameter(
                    Objects.requireNonNull(base().parameters().get("pension")))));
  }

  @Test
  void aMistypedNameHasItsNeighboursNearestFirst() {
    assertThat(((Names.Unknown) find("335/2025/NĐ-CP")).near()).startsWith("335/2026/NĐ-CP");
    assertThat(((Names.Unknown) find("pensoin")).near()).containsExactly("pension");
  }

  @Test
  void aNameLikeNoOtherHasNoNeighbours() {
    assertThat(find("xyz")).isEqualTo(new Names.Unknown(List.of()));
    assertThat(find("")).isEqualTo(new Names.Unknown(List.of()));
  }

  private Names.Lookup find(String name) {
    return Names.of(base()).find(name);
  }

  private KnowledgeBase base() {
    return ((Loaded.Good) files.load()).base();
  }
}
