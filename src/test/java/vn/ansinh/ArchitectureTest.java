package vn.ansinh;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rules of the house: floors, libraries behind one door each, clocks, names.
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("vn.ansinh");

  /// Templates use types too, once they are compiled.
  private static final JavaClasses HOUSE_WITH_TEMPLATES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("vn.ansinh", "gg.jte.generated");

  /// From the cellar up; within a floor no package knows another.
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("text", "yaml", "pack"),
          Set.of("calendar", "vaccination"),
          Set.of("knowledge", "db", "http"),
          Set.of("search", "vault", "backup"),
          Set.of("citizen", "officer"),
          Set.of("delivery", "edition"),
          Set.of("reminder", "inbox"),
          Set.of("conversation", "broadcast"),
          Set.of("telegram", "zalo", "webchat", "console"),
          Set.of("app"));

  private static String[] packages(Set<String> names) {
    return names.stream().map(name -> "vn.ansinh." + name + "..").toArray(String[]::new);
  }

  @Test
  void arrowsGoOnlyDownwards() {
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      for (String name : FLOORS.get(floor)) {
        List<String> forbidden = new ArrayList<>();
        FLOORS.subList(floor, FLOORS.size()).stream()
            .flatMap(Set::stream)
            .filter(other -> !other.equals(name))
            .forEach(other -> forbidden.add("vn.ansinh." + other + ".."));
        noClasses()
            .that(resideInAPackage("vn.ansinh." + name + ".."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(forbidden.toArray(String[]::new)))
            .allowEmptyShould(true)
            .check(HOUSE);
      }
    }
  }

  @Test
  void everyPackageStandsOnAFloor() {
    String[] all =
        packages(FLOORS.stream().flatMap(Set::stream).collect(java.util.stream.Collectors.toSet()));
    classes().should().resideInAnyPackage(all).check(HOUSE);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("vn.ansinh.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void everyLibraryHasItsOneDoor() {
    only("org.apache.lucene..", "search");
    only("net.time4j..", "calendar");
    only("org.quartz..", "app");
    only("biweekly..", "reminder.ics");
    only("org.telegram..", "telegram");
    only("java.sql..", "db");
    only("javax.sql..", "db");
    only("org.flywaydb..", "db");
    only("io.zonky..", "db");
    only("picocli..", "app");
    only("com.password4j..", "officer", "backup");
    only("com.google.crypto.tink..", "vault", "backup");
    only("com.google.zxing..", "console");
    only("org.commonmark..", "text", "knowledge");
    only("org.snakeyaml..", "yaml");
    only("org.apache.commons.csv..", "vaccination", "console");
    only("gg.jte..", "telegram", "zalo", "http", "webchat", "console");
  }

  private static void only(String library, String... owners) {
    noClasses()
        .that(DescribedPredicate.not(resideInAnyPackage(packages(Set.of(owners)))))
        .should()
        .dependOnClassesThat(resideInAPackage(library))
        .check(HOUSE);
  }

  @Test
  void theTimeComesFromAClockThatIsHandedIn() {
    for (Class<?> type :
        List.of(
            Instant.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class,
            Year.class)) {
      noClasses().should().callMethod(type, "now").check(HOUSE);
    }
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(HOUSE);
    noClasses().should().callMethod(ZoneId.class, "systemDefault").check(HOUSE);
    for (String maker : List.of("systemUTC", "systemDefaultZone")) {
      noClasses().should().callMethod(Clock.class, maker).check(HOUSE);
    }
    noClasses()
        .that(DescribedPredicate.not(resideInAPackage("vn.ansinh.app..")))
        .should()
        .callMethod(Clock.class, "system", ZoneId.class)
        .check(HOUSE);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .check(HOUSE);
  }

  @Test
  void whatIsPublicIsUsedByAnotherPackageOrByATemplate() throws IOException {
    Set<String> imported = importedByTemplates();
    List<String> alone =
        HOUSE_WITH_TEMPLATES.stream()
            .filter(each -> each.getPackageName().startsWith("vn.ansinh"))
            .filter(each -> each.isTopLevelClass() && each.getModifiers().contains(PUBLIC))
            .filter(each -> !each.getName().equals("vn.ansinh.app.Main"))
            .filter(ArchitectureTest::usedOnlyAtHome)
            .filter(
                each ->
                    imported.stream()
                        .noneMatch(name -> (name + ".").startsWith(each.getName() + ".")))
            .map(JavaClass::getName)
            .sorted()
            .toList();
    assertThat(alone).isEmpty();
  }

  /// The compiled templates stand in a package of their own, outside the house.
  private static Set<String> importedByTemplates() throws IOException {
    try (Stream<Path> paths = Files.walk(Path.of("src/main/jte"))) {
      Set<String> imported = new HashSet<>();
      for (Path path : paths.filter(file -> file.toString().endsWith(".jte")).toList()) {
        Files.readAllLines(path).stream()
            .filter(line -> line.startsWith("@import "))
            .forEach(line -> imported.add(line.substring("@import ".length()).strip()));
      }
      return imported;
    }
  }

  private static final com.tngtech.archunit.core.domain.JavaModifier PUBLIC =
      com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;

  private static boolean usedOnlyAtHome(JavaClass type) {
    Stream<JavaClass> own = HOUSE_WITH_TEMPLATES.stream().filter(each -> within(each, type));
    return own.flatMap(each -> each.getDirectDependenciesToSelf().stream())
        .allMatch(use -> use.getOriginClass().getPackageName().equals(type.getPackageName()));
  }

  /// A public type whose nested types are used is used.
  private static boolean within(JavaClass each, JavaClass type) {
    return each.getName().equals(type.getName()) || each.getName().startsWith(type.getName() + "$");
  }

  @Test
  void everyPackageIsNullMarked() throws IOException {
    List<Path> without = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(Path.of("src/main/java/vn/ansinh"))) {
      for (Path path : paths.filter(Files::isDirectory).toList()) {
        Path info = path.resolve("package-info.java");
        boolean holdsCode;
        try (Stream<Path> inside = Files.list(path)) {
          holdsCode = inside.anyMatch(file -> file.toString().endsWith(".java"));
        }
        if (holdsCode && !(Files.exists(info) && Files.readString(info).contains("@NullMarked"))) {
          without.add(path);
        }
      }
    }
    assertThat(without).isEmpty();
  }
}
