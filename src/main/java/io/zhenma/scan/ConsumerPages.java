package io.zhenma.scan;

import io.zhenma.page.ComplaintPage;
import io.zhenma.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** The consumer's pages beside the verdict, in the language of whoever asks. */
@ApplicationScoped
public class ConsumerPages {
  private final VerificationHtml html;
  private final Arrival arrival;

  ConsumerPages(VerificationHtml html, Arrival arrival) {
    this.html = html;
    this.arrival = arrival;
  }

  public Response complaint(int status, ComplaintPage page) {
    return html.complaint(status, page, arrival.language());
  }

  /** The form alone, for the page's script. */
  public Response complaintFragment(int status, ComplaintPage page) {
    return html.complaintFragment(status, page, arrival.language());
  }

  /**
   * @param brand whom it was told
   * @param reference as the consumer keeps it
   * @param fragment whether the page's script asks
   */
  public Response received(String brand, String reference, boolean fragment) {
    return html.received(brand, reference, fragment, arrival.language());
  }

  public Response problem(ProblemException refusal) {
    return html.problem(refusal, arrival.language());
  }
}
