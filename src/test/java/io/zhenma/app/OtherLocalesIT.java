package io.zhenma.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenma.app.PackagedProgram.Server;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program with its demo on machines that write digits or fold case in other ways. */
@Tag("thorough")
class OtherLocalesIT {
  @TempDir Path data;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Duser.language=ar -Duser.country=EG",
        "-Duser.language=fa -Duser.country=IR",
        "-Duser.language=th -Duser.country=TH -Duser.extensions=nu-thai",
        "-Duser.language=tr -Duser.country=TR",
      })
  void theDemoStartsAndWritesOurDigits(String locale) {
    PackagedProgram program =
        new PackagedProgram(data)
            .set("JAVA_TOOL_OPTIONS", locale)
            .set("ZHENMA_DEMO", "true")
            .set("ZHENMA_KEYSTORE_CREATE", "true")
            .set("QUARKUS_HTTP_HOST", "127.0.0.1");
    try (Server server = program.serve()) {
      assertThat(server.said()).contains(DemoPeople.OPERATOR).containsPattern("/01/[0-9]{14}/21/");
    }
  }
}
