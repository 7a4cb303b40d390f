package io.zhenma.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Somebody else's implementation: the openssl of this machine, working in one folder. */
public record OpenSsl(Path folder) {

  /** A key and a certificate for it, in {@code NAME.key}, {@code NAME.pem} and {@code NAME.p12}. */
  public Path house(String name, String algorithm, String... options) throws Exception {
    List<String> request =
        new ArrayList<>(
            List.of("req", "-x509", "-nodes", "-keyout", name + ".key", "-out", name + ".pem"));
    request.addAll(List.of("-subj", "/CN=" + name, "-newkey"));
    request.addAll(
        algorithm.startsWith("rsa:")
            ? List.of(algorithm)
            : List.of("ec", "-pkeyopt", "ec_paramgen_curve:" + algorithm));
    request.addAll(List.of(options));
    run(request.toArray(String[]::new));
    run(
        "pkcs12",
        "-export",
        "-in",
        name + ".pem",
        "-inkey",
        name + ".key",
        "-out",
        name + ".p12",
        "-passout",
        "pass:secret");
    return folder.resolve(name + ".pem");
  }

  /** Runs a command that has to succeed; returns what it said. */
  public String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(Arrays.asList(arguments));
    Path said = Files.createTempFile(folder, "openssl", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    int code = process.waitFor();
    String text = Files.readString(said, StandardCharsets.ISO_8859_1);
    assertThat(code).as("%s: %s", command, text).isZero();
    return text;
  }
}
