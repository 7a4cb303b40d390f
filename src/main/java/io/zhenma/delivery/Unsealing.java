package io.zhenma.delivery;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.zhenma.crypto.RecipientKey;
import io.zhenma.crypto.SignerCertificate;
import io.zhenma.crypto.UnsealException;
import io.zhenma.crypto.Unsealer;
import io.zhenma.crypto.Unsealer.Proven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Opens a sealed delivery for a printing house and proves that it is what the brand sent: needs the
 * house's key, the brand's certificate and the signed manifest, and nothing of the platform. Files
 * get their names when all of them are proven, or none does.
 */
public final class Unsealing {
  private static final long LONGEST_MANIFEST = 16L << 20;
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final RecipientKey own;
  private final SignerCertificate signer;

  public Unsealing(RecipientKey own, SignerCertificate signer) {
    this.own = own;
    this.signer = signer;
  }

  /**
   * Opens all files of a delivery into a folder.
   *
   * @param progress told each file's name before it is opened
   * @return the manifest that all files fit
   * @throws UnsealRefusedException in a person's words; nothing was written then
   * @throws IOException when a file can't be read or written
   */
  public Manifest open(Path manifest, List<Path> files, Path folder, Consumer<String> progress)
      throws UnsealRefusedException, IOException {
    ManifestCheck check = new ManifestCheck(read(manifest));
    check.requireConsistent(own.fingerprint(), signer.fingerprint());
    List<ManifestCheck.Given> given = check.match(files);
    Files.createDirectories(folder);
    check.requireNoneThere(folder);
    List<Proven> proven = new ArrayList<>();
    try {
      for (ManifestCheck.Given one : given) {
        progress.accept(one.path().getFileName().toString());
        Proven content = unseal(one, folder);
        proven.add(content);
        check.requireSame(one.entry(), content);
      }
      for (int i = 0; i < given.size(); i++) {
        proven.get(i).moveTo(folder.resolve(given.get(i).entry().name()));
      }
    } finally {
      for (Proven left : proven) {
        Files.deleteIfExists(left.temporary());
      }
    }
    return check.manifest();
  }

  private Manifest read(Path file) throws UnsealRefusedException, IOException {
    if (Files.size(file) > LONGEST_MANIFEST) {
      throw new UnsealRefusedException("this is no manifest: " + file);
    }
    byte[] json;
    try {
      json = signer.open(Files.readAllBytes(file));
    } catch (UnsealException refused) {
      throw UnsealRefusedException.of(file, refused);
    }
    try {
      return JSON.readValue(json, Manifest.class);
    } catch (IOException | RuntimeException noManifest) {
      throw new UnsealRefusedException("this is no manifest that this version knows: " + file);
    }
  }

  private Proven unseal(ManifestCheck.Given given, Path folder)
      throws UnsealRefusedException, IOException {
    Path temporary = folder.resolve(".unseal-" + UUID.randomUUID() + ".tmp");
    try {
      return new Unsealer(own, signer).unseal(given.path(), temporary);
    } catch (UnsealException refused) {
      throw UnsealRefusedException.of(given.path(), refused);
    }
  }
}
