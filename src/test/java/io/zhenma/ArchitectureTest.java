package io.zhenma;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The folder tree is the architecture; this holds it. */
class ArchitectureTest {
  /** Each may import those before it and no others. */
  private static final List<String> ROOMS =
      List.of(
          "language",
          "gs1",
          "crypto",
          "picture",
          "label",
          "place",
          "device",
          "page",
          "problem",
          "http",
          "sql",
          "csv",
          "tenancy",
          "issuing",
          "delivery",
          "foreign",
          "verification",
          "policy",
          "alert",
          "traffic",
          "scan",
          "reconciliation",
          "customer",
          "report",
          "evidence",
          "complaint",
          "watch",
          "lake",
          "simulation",
          "bench",
          "app");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.zhenma");

  @Test
  void everyRoomIsKnownHere() {
    assertThat(
            CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals("io.zhenma"))
                .collect(Collectors.toSet()))
        .allSatisfy(name -> assertThat(ROOMS).contains(name.substring("io.zhenma.".length())));
  }

  @Test
  void aRoomImportsOnlyRoomsToItsLeft() {
    for (int i = 0; i < ROOMS.size(); i++) {
      String[] right =
          ROOMS.subList(i + 1, ROOMS.size()).stream()
              .map(room -> "io.zhenma." + room)
              .toArray(String[]::new);
      if (right.length > 0) {
        noClasses()
            .that()
            .resideInAPackage("io.zhenma." + ROOMS.get(i))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(right)
            .allowEmptyShould(true)
            .check(CLASSES);
      }
    }
  }

  @Test
  void thereAreNoCycles() {
    slices().matching("io.zhenma.(*)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void codesKeysPlacesDevicesAndVerdictsNeedNoFramework() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.zhenma.language",
            "io.zhenma.gs1",
            "io.zhenma.crypto",
            "io.zhenma.picture",
            "io.zhenma.label",
            "io.zhenma.place",
            "io.zhenma.device",
            "io.zhenma.verification")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..", "jakarta..", "io.vertx..", "io.smallrye..", "org.hibernate..")
        .check(CLASSES);
  }

  @Test
  void theConsumersPageKnowsOfTheTemplateEngineAlone() {
    noClasses()
        .that()
        .resideInAPackage("io.zhenma.page")
        .should()
        .dependOnClassesThat(
            new DescribedPredicate<>("are Quarkus classes other than the template engine's") {
              @Override
              public boolean test(JavaClass type) {
                return type.getPackageName().startsWith("io.quarkus")
                    && !type.getPackageName().startsWith("io.quarkus.qute");
              }
            })
        .check(CLASSES);
  }

  @Test
  void everyPackageSaysItsJobAndKnowsNoNulls() {
    for (String room : ROOMS) {
      if (CLASSES.containPackage("io.zhenma." + room)) {
        assertThat(CLASSES.getPackage("io.zhenma." + room).tryGetAnnotationOfType(NullMarked.class))
            .as(room)
            .isPresent();
      }
    }
  }

  /**
   * 98 of the JDK's locales write numbers in digits of their own, Turkish has another lower case of
   * I: say {@code String.format(Locale.ROOT, …)} instead of {@code "…".formatted(…)}.
   */
  @Test
  void noTextHangsOnTheLocaleOfTheMachine() {
    noClasses()
        .should()
        .callCodeUnitWhere(
            new DescribedPredicate<>("formats or folds by the default locale") {
              @Override
              public boolean test(JavaCall<?> call) {
                return AskedLocale.isMissingIn(call.getTarget());
              }
            })
        .check(CLASSES);
  }

  @Test
  void entitiesAndResourcesStayInsideTheirRoom() {
    classes()
        .that()
        .areAnnotatedWith("jakarta.persistence.Entity")
        .or()
        .areAnnotatedWith("jakarta.ws.rs.Path")
        .should()
        .notBePublic()
        .check(CLASSES);
  }
}
