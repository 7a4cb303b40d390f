package io.zhenma.app;

import io.zhenma.crypto.RecipientKey;
import io.zhenma.crypto.SignerCertificate;
import io.zhenma.crypto.UnsealException;
import io.zhenma.delivery.Manifest;
import io.zhenma.delivery.UnsealRefusedException;
import io.zhenma.delivery.Unsealing;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** For printing houses: opens what a brand has sealed for them. Needs no server and no database. */
@Command(
    name = "unseal",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    sortOptions = false,
    description = {
      "Opens the sealed files of a delivery and proves that they come from the brand, are complete"
          + " and unchanged. Files get their names once all of them are proven.",
      "The key's passphrase is taken from " + UnsealCommand.PASSPHRASE + " or asked for."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all files are opened and proven",
      "1:refused, and nothing was written; the reason stands on standard error",
      "2:used wrongly"
    })
final class UnsealCommand implements Callable<Integer> {
  static final String PASSPHRASE = "ZHENMA_UNSEAL_PASSPHRASE";

  @Spec private CommandSpec spec;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "Your private key with its certificate: PKCS#12.")
  private Path key;

  @Option(
      names = "--signer",
      required = true,
      paramLabel = "FILE",
      description =
          "The brand's delivery certificate, from /.well-known/zhenma/BRAND/delivery.pem. Compare"
              + " its fingerprint with the brand by another way once.")
  private Path signer;

  @Option(
      names = "--manifest",
      required = true,
      paramLabel = "FILE",
      description = "The delivery's signed manifest (.p7m).")
  private Path manifest;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the opened files go; made if it is missing. Nothing there is replaced.")
  private Path out;

  @Parameters(arity = "1..*", paramLabel = "FILES", description = "All sealed files (.p7m).")
  private List<Path> files;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try {
      Manifest opened = open(err);
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "Opened and proven: delivery %d of %s, batch %d, lot %s: %d codes of items %d to %d in"
                  + " %d files%n",
              opened.delivery(),
              opened.brand(),
              opened.batch(),
              opened.lot(),
              opened.codes(),
              opened.firstItem(),
              opened.lastItem(),
              opened.files().size());
      return CommandLine.ExitCode.OK;
    } catch (UnsealRefusedException refused) {
      err.println("zhenma unseal: " + refused.getMessage());
    } catch (NoSuchFileException missing) {
      err.println("zhenma unseal: a file is missing: " + missing.getFile());
    } catch (AccessDeniedException denied) {
      err.println("zhenma unseal: no permission for " + denied.getFile());
    } catch (IOException failure) {
      err.println("zhenma unseal: cannot read or write: " + failure.getMessage());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private Manifest open(PrintWriter err) throws UnsealRefusedException, IOException {
    SignerCertificate sender;
    try {
      sender = SignerCertificate.of(Files.readAllBytes(signer));
    } catch (UnsealException refused) {
      throw UnsealRefusedException.of(signer, refused);
    }
    byte[] pkcs12 = Files.readAllBytes(key);
    RecipientKey own;
    try {
      own = RecipientKey.of(pkcs12, passphrase());
    } catch (UnsealException refused) {
      throw UnsealRefusedException.of(key, refused);
    }
    err.println("Signer's certificate, SHA-256: " + sender.fingerprint());
    return new Unsealing(own, sender)
        .open(manifest, files, out, name -> err.println("Opening " + name));
  }

  /** Never an argument, which every process of the machine could read. */
  private char[] passphrase() {
    String given = System.getenv(PASSPHRASE);
    if (given != null) {
      return given.toCharArray();
    }
    Console console = System.console();
    char @Nullable [] typed =
        console == null ? null : console.readPassword("Passphrase of %s: ", key);
    if (typed == null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "the key's passphrase is missing: set " + PASSPHRASE);
    }
    return typed;
  }
}
