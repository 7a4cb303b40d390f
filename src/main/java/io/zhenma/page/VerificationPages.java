package io.zhenma.page;

import io.quarkus.qute.RawString;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything a consumer's browser is shown. Immutable after construction and safe for any number of
 * threads; make one and keep it, since it reads and prepares its files then.
 *
 * <p>Any language may be asked for: the nearest one spoken answers (see {@link Languages}).
 */
public final class VerificationPages {

  private final Languages languages;
  private final Templates templates = new Templates();
  private final String css = Resources.read("/verify/verify.css");
  private final String js = Resources.read("/verify/verify.js");
  private final String checkJs = Resources.read("/verify/check.js");
  private final String complaintJs = Resources.read("/verify/complaint.js");
  private final String policyWithPhoto = Rendering.policyWithPhoto(css, complaintJs);
  private final String policyWithScript = Rendering.policy(css, js);
  private final String policyWithoutScript = Rendering.policy(css, "");
  private final String policyWithCamera = Rendering.policyWithWorker(css, checkJs);
  private final Map<Locale, Rendered> landings;

  public VerificationPages(Languages languages) {
    this.languages = languages;
    landings =
        languages.spoken().stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), this::renderLanding));
  }

  /**
   * The page behind every code's link: the same for all codes, so it may be cached. It posts the
   * scan itself, or with a button where scripts are off.
   */
  public Rendered landing(Locale locale) {
    Rendered found = landings.get(languages.nearest(locale));
    if (found == null) {
      throw new IllegalStateException("The default language has no page");
    }
    return found;
  }

  /** The page on which a number is typed, or a code is read with the camera. */
  public Rendered handEntry(HandEntry entry, Locale locale) {
    Messages in = in(locale);
    HandEntryText text = new HandEntryText(entry, in);
    String content = templates.render("check", text.values());
    return Rendering.of(document(in, text.headline(), content, checkJs), policyWithCamera);
  }

  /**
   * The answer to a scan posted by the landing page's script: HTML to put into its main element.
   */
  public String verdictFragment(VerdictPage verdict, Locale locale) {
    return templates.render("verdict", new VerdictText(verdict, in(locale)).values(true));
  }

  /**
   * The answer to a scan posted by a form, and to links that are no code: a whole document without
   * a script. It offers no refinement, as that takes one.
   */
  public Rendered verdictDocument(VerdictPage verdict, Locale locale) {
    VerdictText text = new VerdictText(verdict, in(locale));
    String content = templates.render("verdict", text.values(false));
    return Rendering.of(document(in(locale), text.headline(), content, ""), policyWithoutScript);
  }

  /**
   * The answer to a scan that the landing page's script posted, when it is in doubt whether anybody
   * looks at the page: HTML with the button to touch.
   */
  public String confirmation(Locale locale) {
    return templates.render("confirm", Map.of("t", in(locale).texts()));
  }

  /** The form in which a consumer tells the brand what is wrong. */
  public Rendered complaint(ComplaintPage page, Locale locale) {
    Messages in = in(locale);
    return Rendering.of(
        document(in, in.text("complaint.title"), complaintFragment(page, locale), complaintJs),
        policyWithPhoto);
  }

  /** The same without the page around it, for its script. */
  public String complaintFragment(ComplaintPage page, Locale locale) {
    return templates.render("complaint", new ComplaintText(page, in(locale)).values());
  }

  /** What follows when a complaint was taken. */
  public Rendered received(String brand, String reference, Locale locale) {
    Messages in = in(locale);
    return Rendering.of(
        document(in, in.text("received.headline"), receivedFragment(brand, reference, locale), ""),
        policyWithoutScript);
  }

  /** The same without the page around it, for its script. */
  public String receivedFragment(String brand, String reference, Locale locale) {
    Messages in = in(locale);
    String text = in.text("received.text").replace("{brand}", Name.isolated(brand));
    return templates.render(
        "received", Map.of("t", in.texts(), "text", text, "reference", reference));
  }

  /** The verdict in a few words, for those who show it in a page or app of their own. */
  public Summary summary(VerdictPage verdict, Locale locale) {
    VerdictText text = new VerdictText(verdict, in(locale));
    return new Summary(text.headline(), text.lead(), text.ruling());
  }

  /**
   * @param headline a few words
   * @param explanation a sentence or two
   */
  public record Summary(String headline, String explanation, String ruling) {}

  /**
   * The page for a request that got no verdict.
   *
   * @param status the HTTP status it is sent with: 429 and 503 ask for patience, other 4xx to scan
   *     again, everything else to try again
   */
  public Rendered problem(int status, Locale locale) {
    Messages in = in(locale);
    boolean busy = status == 429 || status == 503;
    boolean refused = !busy && status >= 400 && status < 500;
    String key = "problem." + (busy ? "busy" : refused ? "refused" : "failed");
    String headline = in.text(key + ".headline");
    Map<String, Object> values = new HashMap<>();
    values.put("t", in.texts());
    values.put("headline", headline);
    values.put("text", in.text(key + ".text"));
    values.put("again", !refused);
    String content = templates.render("problem", values);
    return Rendering.of(document(in, headline, content, ""), policyWithoutScript);
  }

  private Rendered renderLanding(Locale locale) {
    Messages in = in(locale);
    String content = templates.render("landing", Map.of("t", in.texts()));
    return Rendering.of(document(in, in.text("page.title"), content, js), policyWithScript);
  }

  private String document(Messages in, String title, String content, String script) {
    Map<String, Object> values = new HashMap<>();
    values.put("t", in.texts());
    values.put("title", title);
    values.put("css", new RawString(css));
    values.put("content", new RawString(content));
    values.put("js", script.isEmpty() ? "" : new RawString(script));
    return templates.render("page", values);
  }

  private Messages in(Locale locale) {
    return languages.texts(locale);
  }

  /**
   * A document ready to send as {@code text/html; charset=utf-8}. The arrays are shared: read them
   * only.
   *
   * @param html the document in UTF-8
   * @param gzip the same, for {@code Content-Encoding: gzip}
   * @param etag the whole header value; weak, the same for both encodings
   * @param contentSecurityPolicy the whole header value; the page works under exactly this policy
   */
  @SuppressWarnings("ArrayRecordComponent") // written straight to the response, never compared
  public record Rendered(byte[] html, byte[] gzip, String etag, String contentSecurityPolicy) {}
}
