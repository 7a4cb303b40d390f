package io.zhenma.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.zhenma.Browser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What in-app browsers of years ago make of the page. */
class OldBrowsersTest {
  private static final List<String> NEWER_THAN_ES5 =
      List.of(
          "=>",
          "`",
          "\\b(let|const|class|async|await|yield|import|export|extends|super)\\b",
          "\\?\\?|\\?\\.(?!\\d)|\\*\\*|\\.\\.\\.",
          "\\bvar\\s*[\\[{]",
          "\\bfor\\s*\\([^;)]*\\bof\\b",
          "function\\s*\\w*\\s*\\([^)]*[={\\[]",
          "[,]\\s*\\)",
          "(?m)^\\s+\\w+\\s*\\([^()]*\\)\\s*\\{\\s*$(?<!(if|for|while|switch|catch|function)"
              + " ?\\([^()]{0,200}\\) \\{)");

  @ParameterizedTest
  @ValueSource(strings = {"verify.js", "check.js", "complaint.js"})
  void ourScriptsAreEcmaScript5(String file) {
    String code = codeOnly(Resources.read("/verify/" + file));
    for (String newer : NEWER_THAN_ES5) {
      assertThat(code).as(file).doesNotContainPattern(Pattern.compile(newer));
    }
  }

  @Test
  void newerSyntaxWouldBeSeen() {
    for (String newer :
        List.of("let a = 1;", "a => 1", "f(1,\n)", "var {a} = b;", "  go(a) {\n", "a ?? b")) {
      assertThat(NEWER_THAN_ES5)
          .as(newer)
          .anyMatch(pattern -> Pattern.compile(pattern).matcher(codeOnly(newer)).find());
    }
  }

  /** Without comments, strings and regular expressions, which may hold anything. */
  private static String codeOnly(String script) {
    return script
        .replaceAll("(?s)/\\*.*?\\*/", "")
        .replaceAll("'(\\\\.|[^'\\\\\n])*'", "''")
        .replaceAll(
            "(?<=[(=,:!&|?]\\s?)/(\\\\.|\\[(\\\\.|[^\\]\\\\\n])*\\]|[^/\\\\\n])+/[a-z]*", "''");
  }

  @ParameterizedTest
  @ValueSource(strings = {"genuine-first", "suspect", "recalled", "unknown"})
  void withoutCustomPropertiesEverythingCanBeRead(String outcome) {
    Locale language = Locale.CHINESE;
    String html =
        new String(
            new VerificationPages(new Languages())
                .verdictDocument(Verdicts.of(outcome, language), language)
                .html(),
            StandardCharsets.UTF_8);
    String old =
        html.replaceAll("[\\w-]+:[^;{}]*\\b(var|env)\\([^;{}]*\\)[^;{}]*;", "")
            .replaceAll("(?m)^\\s*--[\\w-]+:[^;]*;", "");
    assertThat(old).doesNotContain("var(--");
    try (Browser browser = Browser.launch();
        BrowserContext context = browser.open(new NewContextOptions().setViewportSize(360, 640))) {
      Page page = context.newPage();
      page.setContent(old);
      assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
      assertThat(page.locator(".banner").evaluate("b => getComputedStyle(b).backgroundColor"))
          .isNotEqualTo("rgba(0, 0, 0, 0)");
    }
  }
}
