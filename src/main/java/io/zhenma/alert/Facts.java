package io.zhenma.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about an alert's subject: numbers, codes, lists of at most 16 codes, instants. The
 * JSON of all facts at once stays below the column's 4,000 characters.
 */
public final class Facts {
  /** No facts. */
  public static final Facts NONE = new Facts(new EnumMap<>(Fact.class));

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<Fact, Object> values;

  private Facts(EnumMap<Fact, Object> values) {
    this.values = values;
  }

  /**
   * @throws IllegalArgumentException when the fact has no such values
   */
  public static Facts of(Fact fact, Object value) {
    return NONE.and(fact, value);
  }

  /**
   * These and one more.
   *
   * @throws IllegalArgumentException when the fact has no such values
   */
  public Facts and(Fact fact, Object value) {
    EnumMap<Fact, Object> more = new EnumMap<>(Fact.class);
    more.putAll(values);
    more.put(fact, fact.checked(value));
    return new Facts(more);
  }

  /** The value of a fact, if it is among these. */
  public Optional<Object> value(Fact fact) {
    return Optional.ofNullable(values.get(fact));
  }

  /** By their keys, in the order of {@link Fact}. */
  Map<String, Object> view() {
    Map<String, Object> view = new LinkedHashMap<>();
    values.forEach((fact, value) -> view.put(fact.key(), value));
    return view;
  }

  String json() {
    try {
      return JSON.writeValueAsString(view());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What was stored, by keys. */
  static Map<String, Object> read(String json) {
    try {
      return JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
    } catch (JsonProcessingException spoilt) {
      throw new IllegalStateException("facts of an alert", spoilt);
    }
  }

  @Override
  public String toString() {
    return json();
  }
}
