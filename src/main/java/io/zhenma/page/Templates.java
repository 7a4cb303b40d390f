package io.zhenma.page;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.TemplateNode.Origin;
import java.util.List;
import java.util.Map;

/**
 * The HTML templates. Every value is escaped, in whichever template it stands; only what was
 * rendered here, and the page's own style and script, go in as they are. A value that a template
 * names and nobody gave is an error, so that no page leaves with a hole in it.
 */
final class Templates {

  private final Engine engine =
      Engine.builder().addDefaults().strictRendering(true).addResultMapper(new Escaping()).build();

  Templates() {
    for (String name : List.of("page", "landing", "verdict", "problem", "confirm")) {
      engine.putTemplate(name, engine.parse(Resources.read("/verify/" + name + ".html")));
    }
  }

  String render(String name, Map<String, ?> values) {
    Template template = engine.getTemplate(name);
    TemplateInstance instance = template.instance();
    values.forEach(instance::data);
    return instance.render();
  }

  private static final class Escaping implements ResultMapper {

    @Override
    public int getPriority() {
      return Integer.MAX_VALUE;
    }

    @Override
    public boolean appliesTo(Origin origin, Object result) {
      return !(result instanceof RawString);
    }

    @Override
    public String map(Object result, Expression expression) {
      return escape(result.toString());
    }
  }

  /** Escapes text for element content and for quoted attribute values. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
