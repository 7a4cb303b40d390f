package io.zhenma;

import com.tngtech.archunit.core.domain.AccessTarget;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.text.Collator;
import java.text.DecimalFormat;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Scanner;

/** Which methods of the JDK take the default locale when they are told none. */
final class AskedLocale {
  private static final Map<Class<?>, List<String>> METHODS =
      Map.ofEntries(
          Map.entry(String.class, List.of("format", "formatted", "toLowerCase", "toUpperCase")),
          Map.entry(PrintStream.class, List.of("printf", "format")),
          Map.entry(PrintWriter.class, List.of("printf", "format")),
          Map.entry(MessageFormat.class, List.of("format")),
          Map.entry(ResourceBundle.class, List.of("getBundle")),
          Map.entry(DateTimeFormatterBuilder.class, List.of("toFormatter")),
          Map.entry(
              DateTimeFormatter.class,
              List.of("ofPattern", "ofLocalizedDate", "ofLocalizedTime", "ofLocalizedDateTime")),
          Map.entry(
              NumberFormat.class,
              List.of("getInstance", "getIntegerInstance", "getNumberInstance")),
          Map.entry(Collator.class, List.of("getInstance")),
          Map.entry(Locale.class, List.of("getDefault", "getDisplayCountry", "getDisplayName")));

  private static final List<Class<?>> CONSTRUCTED =
      List.of(
          MessageFormat.class,
          DecimalFormat.class,
          SimpleDateFormat.class,
          Formatter.class,
          Scanner.class);

  private AskedLocale() {}

  static boolean isMissingIn(AccessTarget.CodeUnitCallTarget target) {
    boolean told =
        target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Locale.class));
    return !told && (isConstructor(target) || isMethod(target));
  }

  private static boolean isConstructor(AccessTarget.CodeUnitCallTarget target) {
    return target.getName().equals("<init>")
        && CONSTRUCTED.stream().anyMatch(target.getOwner()::isEquivalentTo);
  }

  /** An instance of MessageFormat knows its locale; only its static method asks the machine. */
  private static boolean isMethod(AccessTarget.CodeUnitCallTarget target) {
    return METHODS.entrySet().stream()
        .filter(entry -> target.getOwner().isEquivalentTo(entry.getKey()))
        .filter(
            entry ->
                entry.getKey() != MessageFormat.class
                    || target.getRawParameterTypes().get(0).isEquivalentTo(String.class))
        .anyMatch(entry -> entry.getValue().contains(target.getName()));
  }
}
