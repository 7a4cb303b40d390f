package io.zhenma.crypto;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the slot of a token by the token's label. Slots are numbered anew when tokens come and go,
 * labels stay; the JDK's provider takes slots only, and tells labels nowhere but in what it prints
 * when asked to show them, so that is read.
 */
final class TokenSlots {
  private static final Pattern ALL_SLOTS = Pattern.compile("(?m)^All slots: (.*)$");
  private static final Pattern LABEL = Pattern.compile("(?m)^  label: (.*)$");

  private TokenSlots() {}

  /**
   * The place in the library's list of slots, from 0.
   *
   * @throws KeyVaultException when no token, or more than one, has that label
   */
  static int indexOf(TokenProvider provider, String label) {
    List<String> labels = labels(provider);
    int index = labels.indexOf(label);
    if (index < 0) {
      throw new KeyVaultException(
          String.format(
              Locale.ROOT,
              "there is no token \"%s\" in %s; it has: %s",
              label,
              provider.library(),
              labels.stream().filter(known -> !known.isEmpty()).collect(Collectors.joining(", "))));
    }
    if (labels.lastIndexOf(label) != index) {
      throw new KeyVaultException(
          String.format(
              Locale.ROOT,
              "several tokens of %s are called \"%s\"; name the slot instead",
              provider.library(),
              label));
    }
    return index;
  }

  /** The label of every slot's token, "" where there is none. */
  private static List<String> labels(TokenProvider provider) {
    List<String> labels = new ArrayList<>();
    int slots = 1;
    for (int index = 0; index < slots; index++) {
      String shown = shown(provider, index);
      slots = ALL_SLOTS.matcher(shown).results().mapToInt(TokenSlots::count).findFirst().orElse(0);
      Matcher label = LABEL.matcher(shown);
      labels.add(label.find() ? label.group(1).strip() : "");
    }
    return labels;
  }

  private static int count(MatchResult slots) {
    return slots.group(1).split(",").length;
  }

  /**
   * Synchronized since standard output is this process' only one. A slot with an empty token is
   * refused after the slots were shown, which is no harm; before that, the library is at fault.
   */
  private static synchronized String shown(TokenProvider provider, int index) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(text, true, StandardCharsets.UTF_8));
    try {
      provider.slot("slotListIndex = " + index + "\nshowInfo = true");
    } catch (KeyVaultException refused) {
      if (!ALL_SLOTS.matcher(text.toString(StandardCharsets.UTF_8)).find()) {
        throw refused;
      }
    } finally {
      System.setOut(before);
    }
    return text.toString(StandardCharsets.UTF_8);
  }
}
