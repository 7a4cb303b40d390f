package io.zhenma.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import io.zhenma.label.LabelTemplate;
import io.zhenma.problem.FieldRule;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.tenancy.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The label templates of brands, and those that every brand has. */
@ApplicationScoped
class LabelTemplates implements PanacheRepository<LabelTemplateRow> {
  private static final int LONGEST_NAME = 80;
  private static final int MOST = 100;
  private static final int LONGEST_ID = 18;

  private final ObjectMapper json;
  private final AuditLog audit;

  LabelTemplates(ObjectMapper json, AuditLog audit) {
    this.json = json;
    this.audit = audit;
  }

  /** Those of everybody first; without logos. */
  @Transactional
  List<LabelTemplateView> all(long brandId) {
    return Stream.concat(
            Arrays.stream(BuiltInTemplate.values()).map(LabelTemplateView::of),
            find("brandId = ?1", Sort.by("name"), brandId).stream().map(this::view))
        .map(LabelTemplateView::withoutLogo)
        .toList();
  }

  /**
   * @param id of a built-in template, or of one of the brand's own
   */
  @Transactional
  Optional<LabelTemplateView> find(long brandId, String id) {
    Optional<LabelTemplateView> builtIn = BuiltInTemplate.of(id).map(LabelTemplateView::of);
    return builtIn.isPresent() ? builtIn : row(brandId, id).map(this::view);
  }

  /** As {@link #find}; not-found when there is none. */
  LabelTemplateView require(long brandId, String id) {
    return find(brandId, id).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  /**
   * @param design its logo made
   */
  @Transactional
  LabelTemplateView create(long brandId, long userId, String name, LabelDesign design) {
    if (count("brandId", brandId) >= MOST) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "name", "templates-too-many", MOST);
    }
    LabelTemplateRow row = new LabelTemplateRow();
    row.brandId = brandId;
    write(row, userId, name, design);
    persist(row);
    flush();
    audit.record(brandId, userId, "label-template-created", "label-template:" + row.id, row.name);
    return view(row);
  }

  @Transactional
  LabelTemplateView change(long brandId, long userId, String id, String name, LabelDesign design) {
    LabelTemplateRow row = own(brandId, id);
    write(row, userId, name, design);
    flush();
    audit.record(brandId, userId, "label-template-changed", "label-template:" + row.id, row.name);
    return view(row);
  }

  /** Deliveries keep the template they were ordered with. */
  @Transactional
  void remove(long brandId, long userId, String id) {
    LabelTemplateRow row = own(brandId, id);
    delete(row);
    audit.record(brandId, userId, "label-template-deleted", "label-template:" + row.id, row.name);
  }

  private void write(LabelTemplateRow row, long userId, String name, LabelDesign design) {
    LabelTemplate template = design.template();
    row.name = FieldRule.plainText("name", name, LONGEST_NAME);
    FieldRule.plainText("outerWord", template.text().outerWord(), LONGEST_NAME);
    FieldRule.plainText("innerWord", template.text().innerWord(), LONGEST_NAME);
    long taken =
        count(
            "brandId = ?1 and name = ?2 and id <> ?3",
            row.brandId,
            row.name,
            row.id == null ? 0L : row.id);
    if (taken > 0) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "name", "template-name-taken");
    }
    row.design = text(template);
    row.changedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    row.changedBy = userId;
  }

  private LabelTemplateRow own(long brandId, String id) {
    if (BuiltInTemplate.of(id).isPresent()) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "id", "template-built-in");
    }
    return row(brandId, id).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  private Optional<LabelTemplateRow> row(long brandId, String id) {
    return id.length() <= LONGEST_ID && id.matches("[0-9]+")
        ? find("brandId = ?1 and id = ?2", brandId, Long.parseLong(id)).firstResultOptional()
        : Optional.empty();
  }

  private LabelTemplateView view(LabelTemplateRow row) {
    return LabelTemplateView.of(row, template(row.design));
  }

  /** A template as it is kept: the same template, the same text. */
  String text(LabelTemplate template) {
    try {
      return json.writeValueAsString(LabelDesign.of(template));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Reads what {@link #text} wrote. */
  LabelTemplate template(String text) {
    try {
      return json.readValue(text, LabelDesign.class).template();
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("a stored label template can't be read", damaged);
    }
  }
}
