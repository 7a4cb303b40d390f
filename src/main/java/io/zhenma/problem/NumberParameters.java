package io.zhenma.problem;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole numbers of paths, queries and forms in ASCII digits alone. The language's own parsers
 * take the digits of every script, so that one batch would have hundreds of addresses.
 */
@Provider
class NumberParameters implements ParamConverterProvider {
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,19}");

  @Override
  @SuppressWarnings("unchecked") // the type was compared
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> raw, Type generic, Annotation[] annotations) {
    if (raw == Integer.class || raw == int.class) {
      return (ParamConverter<T>) new Whole<>(Integer::valueOf);
    }
    if (raw == Long.class || raw == long.class) {
      return (ParamConverter<T>) new Whole<>(Long::valueOf);
    }
    return null;
  }

  private record Whole<N extends Number>(Function<String, N> reading) implements ParamConverter<N> {
    @Override
    public N fromString(String text) {
      if (!WHOLE.matcher(text).matches()) {
        throw new NotFoundException(new NumberFormatException());
      }
      return reading.apply(text);
    }

    @Override
    public String toString(N number) {
      return number.toString();
    }
  }
}
