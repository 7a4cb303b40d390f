package io.zhenma.app;

import io.zhenma.crypto.OfflineVerifier;
import io.zhenma.crypto.PublicKeySet;
import io.zhenma.gs1.ExpiryDate;
import io.zhenma.gs1.Lot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Checks signed codes with the brand's published keys alone; starts neither database nor server.
 */
@Command(
    name = "verify-offline",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Checks who issued signed codes, with nothing but the brand's public keys: the file from"
          + " /.well-known/zhenma/BRAND/jwks.json.",
      "A valid signature says that the brand issued the code, never that the item is no copy.",
      "Prints a line a code: what came of it, then its parts or the reason, separated by tabs."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every code is signed by one of the keys",
      "1:at least one is not, or the keys cannot be read",
      "2:used wrongly"
    })
final class VerifyOfflineCommand implements Callable<Integer> {
  private static final long LARGEST_KEYS = 64 * 1024;
  private static final int LONGEST_LINE = 4_096;

  @Spec private CommandSpec spec;

  @Option(
      names = "--keys",
      required = true,
      paramLabel = "FILE",
      description = "The brand's JWK set.")
  private Path keys;

  @Parameters(
      paramLabel = "CODE",
      arity = "0..*",
      description = "Codes, as read from the labels; without any, standard input, one a line.")
  private List<String> codes = List.of();

  @Override
  public Integer call() throws IOException {
    OfflineVerifier verifier = new OfflineVerifier(keySet());
    PrintWriter out = spec.commandLine().getOut();
    boolean allSigned = true;
    if (codes.isEmpty()) {
      allSigned = checkInput(verifier, out);
    }
    for (String code : codes) {
      allSigned &= check(verifier, code, out);
    }
    out.flush();
    return allSigned ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private PublicKeySet keySet() {
    try {
      if (Files.size(keys) > LARGEST_KEYS) {
        throw new CommandFailure(keys + " is larger than a JWK set may be");
      }
      PublicKeySet set = PublicKeySet.parse(Files.readString(keys));
      if (set.isEmpty()) {
        throw new CommandFailure(keys + " holds no key for signed codes");
      }
      return set;
    } catch (IOException unreadable) {
      throw new CommandFailure(keys + " cannot be read");
    } catch (IllegalArgumentException malformed) {
      throw new CommandFailure(keys + ": " + malformed.getMessage());
    }
  }

  private static boolean checkInput(OfflineVerifier verifier, PrintWriter out) throws IOException {
    boolean allSigned = true;
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    StringBuilder line = new StringBuilder();
    int next;
    do {
      next = in.read();
      if (next != '\n' && next >= 0) {
        // What no code is as long as is not kept
        line.append(line.length() < LONGEST_LINE ? (char) next : "");
      } else if (!line.toString().isBlank()) {
        allSigned &= check(verifier, line.toString(), out);
      }
      if (next == '\n') {
        line.setLength(0);
      }
    } while (next >= 0);
    return allSigned;
  }

  private static boolean check(OfflineVerifier verifier, String code, PrintWriter out) {
    OfflineVerifier.Result result = verifier.check(code);
    if (result instanceof OfflineVerifier.Signed signed) {
      out.printf(
          Locale.ROOT,
          "signed\t%s\tgtin=%s\tserial=%s\tlot=%s\texpiry=%s\tkey=%d\t%s%n",
          signed.base(),
          signed.link().gtin(),
          signed.link().serial(),
          signed.link().lot().map(Lot::value).orElse(""),
          signed.link().expiry().map(ExpiryDate::digits).orElse(""),
          signed.keyId(),
          signed.suite());
      return true;
    }
    out.printf(
        Locale.ROOT,
        "refused\t%s\t%s%n",
        ((OfflineVerifier.Refused) result).reason(),
        printable(code));
    return false;
  }

  /** A code may hold anything; a terminal should see no control characters and no endless line. */
  private static String printable(String code) {
    String shown = code.strip().replaceAll("\\p{Cntrl}", "?");
    return shown.length() > 200 ? shown.substring(0, 200) + "…" : shown;
  }
}
