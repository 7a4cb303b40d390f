package io.zhenma.label;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;

/** The programs that print and read in our place: poppler's pdftoppm and zbarimg. */
final class Readers {
  private static final int PICTURES_A_PROCESS = 250;

  private Readers() {}

  /** Skips the test where one of them isn't installed; on CI it fails instead. */
  static void require() {
    boolean there = Stream.of("pdftoppm", "zbarimg").allMatch(Readers::isInstalled);
    if (!there && "true".equals(System.getenv("CI"))) {
      Assertions.fail("this test needs pdftoppm and zbarimg");
    }
    assumeTrue(there, "needs pdftoppm and zbarimg (Debian: poppler-utils, zbar-tools)");
  }

  private static boolean isInstalled(String program) {
    return Files.isExecutable(Path.of("/usr/bin", program));
  }

  /** The pages of a PDF as a printer of this resolution would put them on paper. */
  static List<Picture> pages(byte[] pdf, int dpi, Path folder)
      throws IOException, InterruptedException {
    Path file = folder.resolve("sheets.pdf");
    Files.write(file, pdf);
    run(
        folder,
        List.of("pdftoppm", "-r", Integer.toString(dpi), "-gray", file.toString(), "page"),
        ProcessBuilder.Redirect.DISCARD);
    List<Picture> pages = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path page : files.filter(f -> f.toString().endsWith(".pgm")).sorted().toList()) {
        pages.add(Picture.ofPgm(page));
        Files.delete(page);
      }
    }
    return pages;
  }

  /** The labels of a page, row by row; free places are left out. */
  static List<Picture> labels(Picture page, LabelTemplate template, int count, int dpi) {
    List<Picture> labels = new ArrayList<>();
    for (int place = 0; place < count; place++) {
      labels.add(
          page.part(
              Dots.of(template.leftMm(place), dpi),
              Dots.of(template.topMm(place), dpi),
              Dots.of(template.labelWidthMm(), dpi),
              Dots.of(template.labelHeightMm(), dpi)));
    }
    return labels;
  }

  /** What zbar reads of each picture, each alone, in their order; nothing for what it can't. */
  static List<String> zbar(List<Picture> pictures, Path folder)
      throws IOException, InterruptedException {
    List<String> read = new ArrayList<>();
    for (int from = 0; from < pictures.size(); from += PICTURES_A_PROCESS) {
      int to = Math.min(pictures.size(), from + PICTURES_A_PROCESS);
      List<String> command = new ArrayList<>(List.of("zbarimg", "--quiet", "--raw", "-Sdisable"));
      command.add("-Sqrcode.enable");
      for (int i = from; i < to; i++) {
        Path file = folder.resolve("label-%05d.pgm".formatted(i));
        pictures.get(i).writePgm(file);
        command.add(file.toString());
      }
      Path answer = Files.createTempFile(folder, "read", ".txt");
      run(folder, command, ProcessBuilder.Redirect.to(answer.toFile()));
      read.addAll(Files.readAllLines(answer, StandardCharsets.UTF_8));
      for (int i = from; i < to; i++) {
        Files.delete(folder.resolve("label-%05d.pgm".formatted(i)));
      }
    }
    return read;
  }

  private static void run(Path folder, List<String> command, ProcessBuilder.Redirect out)
      throws IOException, InterruptedException {
    new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(out)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
