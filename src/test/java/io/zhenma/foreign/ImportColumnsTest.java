package io.zhenma.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.zhenma.Browser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the console says of a list before it is sent: the module alone, in a browser. */
class ImportColumnsTest {
  private static final Path SOURCES = Path.of("web/console/src");
  private static Browser chromium;
  private static BrowserContext profile;
  private static Page page;

  @BeforeAll
  static void open() {
    chromium = Browser.launch();
    profile = chromium.open(new com.microsoft.playwright.Browser.NewContextOptions());
    profile.route("http://console.test/**", ImportColumnsTest::serve);
    page = profile.newPage();
    page.navigate("http://console.test/");
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  /** Data is a module as well, as the bundler makes it. */
  private static void serve(Route route) {
    String path = URI.create(route.request().url()).getPath();
    try {
      String body =
          path.equals("/")
              ? "<!doctype html>"
              : (path.endsWith(".json") ? "export default " : "")
                  + Files.readString(SOURCES.resolve(path.substring(1)));
      String type = path.equals("/") ? "text/html" : "text/javascript";
      route.fulfill(new Route.FulfillOptions().setBody(body).setContentType(type));
    } catch (IOException missing) {
      route.abort();
    }
  }

  /** Text of columns and their uses, {@code 序列号=other code=code}. */
  private static String columns(String text) {
    return (String)
        page.evaluate(
            """
            async (text) => {
              const { peek } = await import('/core/import-list.js');
              const { columns } = await peek(new File([text], 'list.csv'));
              return columns.map((c) => `${c.name}=${c.use}`).join(' ');
            }""",
            text);
  }

  @Test
  void namesAreReadInQuotesAndWhateverTheirCase() {
    assertThat(columns("Code,\"GTIN\",lot,shop\r\n1,2,3,4"))
        .isEqualTo("Code=code GTIN=gtin lot=lot shop=other");
    assertThat(columns("code,\"a, \"\"b\"\"\"\n")).isEqualTo("code=code a, \"b\"=other");
  }

  @Test
  void whatNobodySeesIsCutOffAsTheServerDoes() {
    assertThat(columns("\uFEFFcode,\u00A0lot\u200B,\u3000expiry\t\n"))
        .isEqualTo("code=code lot=lot expiry=expiry");
  }

  @Test
  void aFileWithoutACodeAndOneThatIsNoTextAreNoticed() {
    String script =
        """
        async (bytes) => {
          const { peek } = await import('/core/import-list.js');
          const { hasCode, utf8 } = await peek(new File([new Uint8Array(bytes)], 'list.csv'));
          return { hasCode, utf8 };
        }""";
    assertThat(page.evaluate(script, "serial\n1".chars().boxed().toList()))
        .isEqualTo(Map.of("hasCode", false, "utf8", true));
    assertThat(page.evaluate(script, List.of(0xC2, 0xEB, 0xC0)))
        .isEqualTo(Map.of("hasCode", false, "utf8", false));
  }
}
