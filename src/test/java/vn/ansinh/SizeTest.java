package vn.ansinh;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A file, method or package that grows past these limits asks for a change of the design.
class SizeTest {
  private record Sized(String name, long size) {}

  private static final List<Sized> FILES = new ArrayList<>();
  private static final List<Sized> BODIES = new ArrayList<>();
  private static final List<Sized> CONSTRUCTORS = new ArrayList<>();
  private static final List<Sized> TYPES = new ArrayList<>();
  private static List<Path> sources = List.of();

  @BeforeAll
  static void measure() throws IOException {
    try (Stream<Path> paths = Files.walk(Path.of("src/main/java"))) {
      sources = paths.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
    for (Path source : sources) {
      try (Stream<String> lines = Files.lines(source)) {
        FILES.add(new Sized(source.toString(), lines.count()));
      }
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new Measure(unit, positions).scan(unit, null);
      }
    }
  }

  private static final class Measure extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final LineMap lines;
    private String type = "";
    private boolean data;

    Measure(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
      this.lines = unit.getLineMap();
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
      String outer = type;
      boolean outerData = data;
      type = outer + "/" + tree.getSimpleName();
      data = tree.getKind() == Tree.Kind.RECORD;
      long methods =
          tree.getMembers().stream()
              .filter(member -> member.getKind() == Tree.Kind.METHOD)
              .filter(member -> !((MethodTree) member).getName().contentEquals("<init>"))
              .count();
      TYPES.add(new Sized(type, methods));
      super.visitClass(tree, nothing);
      type = outer;
      data = outerData;
      return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
      String name = type + "." + tree.getName();
      // A record is data: its components are no collaborators.
      if (tree.getName().contentEquals("<init>") && !data) {
        CONSTRUCTORS.add(new Sized(name, tree.getParameters().size()));
      }
      if (tree.getBody() != null) {
        long first = lines.getLineNumber(positions.getStartPosition(unit, tree.getBody()));
        long last = lines.getLineNumber(positions.getEndPosition(unit, tree.getBody()));
        // The lines between the braces.
        BODIES.add(new Sized(name, Math.max(0, last - first - 1)));
      }
      return super.visitMethod(tree, nothing);
    }
  }

  private static void atMost(List<Sized> all, long most) {
    assertThat(all.stream().filter(each -> each.size > most).toList())
        .as("more than %d", most)
        .isEmpty();
  }

  private static void nearlyAllAtMost(List<Sized> all, long most) {
    List<Sized> over = all.stream().filter(each -> each.size > most).toList();
    assertThat(over.size())
        .as("more than %d: %s", most, over)
        .isLessThanOrEqualTo(all.size() * 5 / 100);
  }

  @Test
  void filesAreShort() {
    assertThat(FILES).isNotEmpty();
    atMost(FILES, 300);
    nearlyAllAtMost(FILES, 200);
  }

  @Test
  void methodsAreShort() {
    assertThat(BODIES).isNotEmpty();
    atMost(BODIES, 40);
    nearlyAllAtMost(BODIES, 20);
  }

  @Test
  void constructorsTakeFewThings() {
    atMost(CONSTRUCTORS, 7);
  }

  @Test
  void typesHaveFewMethods() {
    atMost(TYPES, 15);
  }

  @Test
  void packagesHoldFewFiles() {
    Map<Path, Long> packages =
        sources.stream()
            .collect(
                Collectors.groupingBy(
                    source -> Objects.requireNonNull(source.getParent()), Collectors.counting()));
    atMost(
        packages.entrySet().stream()
            .map(each -> new Sized(each.getKey().toString(), each.getValue()))
            .toList(),
        12);
  }
}
