package io.zhenma.problem;

import java.util.List;

/**
 * One field that is wrong.
 *
 * @param field its name in the request
 * @param key of the message file, after {@code field.}
 * @param arguments of the message
 */
public record FieldError(String field, String key, List<Object> arguments) {
  public static FieldError of(String field, String key, Object... arguments) {
    return new FieldError(field, key, List.of(arguments));
  }
}
