package io.zhenma.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class JudgeCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = Zhenma.commandLine();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  @Test
  void tellsOfEachSeedAndOfAllTogether() {
    int code = run("judge", "--seeds", "1-2", "--scans", "4000", "--end", "2026-11-24T04:00:00Z");

    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("seed 1: ", "seed 2: ", "8000 scans in", "all honest", "copy town");
  }

  @Test
  void aPolicyThatBlamesTheHonestIsToldByTheExitCode() {
    int code =
        run(
            "judge",
            "--scans",
            "4000",
            "--threshold",
            "MOST_STRANGERS=2",
            "--threshold",
            "SUSPECT_FROM=20",
            "--end",
            "2026-11-24T04:00:00Z");

    assertThat(code).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--seeds 2-1",
        "--seeds x",
        "--household 13",
        "--copied 0.9",
        "--threshold MOST_DEVICES=99",
        "--weight ONCE=-1",
        "--least-copies 1"
      })
  void whatIsOutsideTheLimitsIsUsedWrongly(String options) {
    int code = run(("judge " + options).split(" "));

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("Usage: zhenma judge");
  }
}
