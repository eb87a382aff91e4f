package org.jiedui;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jiedui.stats.Planted;
import org.junit.jupiter.api.Test;

/** Imports point one way, Spark stays in its rooms, and two things happen nowhere. */
class HouseRulesTest {
  private static final String OURS = "org.jiedui";

  /** Which packages of ours each package may use besides itself. */
  private static final Map<String, List<String>> USES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("message", List.of()),
              Map.entry("stats", List.of()),
              Map.entry("settings", List.of("message")),
              Map.entry("table", List.of("message")),
              Map.entry("export", List.of("message")),
              Map.entry("export.figure", List.of("message", "export")),
              Map.entry("export.page", List.of("message", "export", "export.figure")),
              Map.entry("sample", List.of("message", "stats")),
              Map.entry("spark", List.of("message", "table")),
              Map.entry("publish", List.of("message", "table")),
              Map.entry("reference", List.of("message", "settings", "table")),
              Map.entry("paper", List.of("message", "table", "export", "publish")),
              Map.entry("report", List.of("message", "table", "export", "publish", "paper")),
              Map.entry(
                  "page",
                  List.of(
                      "message",
                      "table",
                      "export",
                      "export.figure",
                      "export.page",
                      "figure",
                      "report",
                      "paper",
                      "publish")),
              Map.entry(
                  "figure", List.of("message", "table", "export", "export.figure", "publish")),
              Map.entry(
                  "ingest.file", List.of("message", "settings", "table", "reference", "publish")),
              Map.entry(
                  "ingest",
                  List.of(
                      "message",
                      "settings",
                      "table",
                      "reference",
                      "publish",
                      "spark",
                      "ingest.file")),
              Map.entry(
                  "analysis",
                  List.of("message", "settings", "table", "stats", "spark", "reference")),
              Map.entry(
                  "run",
                  List.of("message", "settings", "table", "spark", "publish", "reference"))));

  private static final String[] WITH_SPARK = packages("spark", "ingest", "analysis", "run", "job");

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(OURS);

  @Test
  void importsPointOneWay() {
    USES.keySet().forEach(name -> imports(name).check(PRODUCT));
  }

  @Test
  void everyPackageIsOnTheList() {
    String[] known = Stream.concat(USES.keySet().stream(), Stream.of("job")).toArray(String[]::new);
    classes()
        .that()
        .resideOutsideOfPackage(OURS)
        .should()
        .resideInAnyPackage(packages(known))
        .check(PRODUCT);
  }

  @Test
  void sparkStaysInItsRooms() {
    sparkInItsRooms().check(PRODUCT);
  }

  @Test
  void statisticsNeedTheJdkAndHipparchusOnly() {
    classes()
        .that()
        .resideInAPackage(OURS + ".stats..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.hipparchus..", OURS + ".stats..")
        .allowEmptyShould(true)
        .check(PRODUCT);
  }

  @Test
  void noFileIsReadByJavaSerialisation() {
    noSerialisation().check(PRODUCT);
  }

  @Test
  void onlyMainEndsTheProcess() {
    onlyMainEnds().check(PRODUCT);
  }

  @Test
  void eachRuleFindsWhatIsPlanted() {
    assertThat(violated(imports("stats"), Planted.Speaks.class)).isTrue();
    assertThat(violated(sparkInItsRooms(), Planted.KnowsSpark.class)).isTrue();
    assertThat(violated(noSerialisation(), Planted.ReadsObjects.class)).isTrue();
    assertThat(violated(onlyMainEnds(), Planted.EndsTheProcess.class)).isTrue();
  }

  private static boolean violated(ArchRule rule, Class<?> planted) {
    return rule.evaluate(new ClassFileImporter().importClasses(planted)).hasViolation();
  }

  private static ArchRule imports(String name) {
    List<String> allowed = Stream.concat(USES.get(name).stream(), Stream.of(name)).toList();
    return classes()
        .that()
        .resideInAPackage(OURS + "." + name)
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage(OURS + "..")
                .or(resideInAnyPackage(packages(allowed.toArray(String[]::new)))))
        .allowEmptyShould(true);
  }

  private static ArchRule sparkInItsRooms() {
    return noClasses()
        .that(resideInAnyPackage(WITH_SPARK).negate())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "scala..");
  }

  private static ArchRule noSerialisation() {
    return noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);
  }

  private static ArchRule onlyMainEnds() {
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Main.class.getName())
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class);
  }

  private static String[] packages(String... names) {
    return Stream.of(names).map(name -> OURS + "." + name).toArray(String[]::new);
  }
}
