package io.zhenma.foreign;

import io.zhenma.gs1.Gs1Exception;
import io.zhenma.gs1.Gtin;
import io.zhenma.issuing.BatchDetails;
import io.zhenma.problem.FieldRule;
import io.zhenma.problem.ProblemException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a request for an import says beside its file. */
class ImportParameters {
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  @RestQuery @Nullable String gtin;
  @RestQuery @Nullable String lot;
  @RestQuery @Nullable String producedOn;
  @RestQuery boolean ignoreCase;
  @RestQuery boolean check;

  /**
   * @throws ProblemException when one of them is wrong
   */
  NewImport read() {
    return new NewImport(new ImportDefaults(gtin14(), lotName(), ignoreCase), day(), check);
  }

  private Optional<String> gtin14() {
    try {
      return given(gtin).map(text -> Gtin.parse(text).digits());
    } catch (Gs1Exception wrong) {
      throw ProblemException.field(
          "gtin", wrong.error().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  private Optional<String> lotName() {
    Optional<String> name = given(lot);
    if (name.isPresent() && !BatchDetails.isLot(name.get())) {
      throw ProblemException.field("lot", "lot");
    }
    return name;
  }

  private LocalDate day() {
    LocalDate latest = LocalDate.now(ZoneOffset.UTC).plusYears(1);
    try {
      LocalDate day = LocalDate.parse(given(producedOn).orElse(""));
      return FieldRule.between("producedOn", day, EARLIEST, latest);
    } catch (DateTimeParseException noDay) {
      throw ProblemException.field("producedOn", "date", EARLIEST.toString(), latest.toString());
    }
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
  }
}
