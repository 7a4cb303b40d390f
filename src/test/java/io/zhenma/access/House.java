package io.zhenma.access;

import io.zhenma.gs1.Gtin;
import io.zhenma.issuing.BatchView;
import io.zhenma.tenancy.BrandView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A brand with its people and something of everything that a brand has.
 *
 * @param links of the batch's first inner codes; those of the first two are scanned
 * @param customer who scanned the first of them
 * @param reports finished runs, RFM first
 * @param codeImport a finished import of codes of an earlier system
 * @param others ids of further things, by their names in templates, such as {@code {delivery}}
 */
record House(
    BrandView brand,
    Person operator,
    Person marketer,
    BatchView batch,
    List<String> links,
    String customer,
    List<Long> reports,
    long codeImport,
    Map<String, String> others) {
  private static final AtomicInteger GTINS = new AtomicInteger(100_000);

  static String freshGtin() {
    return Gtin.complete("6901" + String.format("%08d", GTINS.getAndIncrement())).digits();
  }

  String gtin() {
    return batch.product().gtin();
  }

  /** The number of a batch that is a draft. */
  int draft() {
    return batch.number() + 1;
  }

  /** {@code GTIN/SERIAL} of the batch's inner code. */
  String code(int item) {
    return gtin() + "/" + links.get(item).substring(links.get(item).lastIndexOf('/') + 1);
  }

  /** Puts this brand's things into a path or a body. */
  String fill(String template) {
    Map<String, String> values =
        Map.ofEntries(
            Map.entry("{gtin}", gtin()),
            Map.entry("{number}", Integer.toString(batch.number())),
            Map.entry("{design}", Deliveries.DESIGN),
            Map.entry("{draft}", Integer.toString(draft())),
            Map.entry("{link}", links.get(2)),
            Map.entry("{serial}", code(0).substring(15)),
            Map.entry("{code}", URLEncoder.encode(code(0), StandardCharsets.UTF_8)),
            Map.entry("{customer}", customer),
            Map.entry("{import}", Long.toString(codeImport)),
            Map.entry("{slug}", brand.slug()),
            Map.entry("{brand-id}", Long.toString(brand.id())),
            Map.entry("{report}", Long.toString(reports.get(0))),
            Map.entry("{user}", Long.toString(marketer.id())),
            Map.entry("{brand}", brand.slug()),
            Map.entry("{certificate}", Deliveries.CERTIFICATE),
            Map.entry("{email}", operator.email()),
            Map.entry("{password}", operator.password()),
            Map.entry("{fresh-gtin}", freshGtin()),
            Map.entry("{uuid}", UUID.randomUUID().toString()));
    String filled = template;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace(value.getKey(), value.getValue());
    }
    for (Map.Entry<String, String> other : others.entrySet()) {
      filled = filled.replace(other.getKey(), other.getValue());
    }
    return filled;
  }

  /** Texts that nobody outside may be shown. */
  List<String> marks() {
    List<String> marks =
        links.stream()
            .map(link -> link.substring(link.lastIndexOf('/') + 1))
            .collect(Collectors.toList());
    marks.addAll(
        List.of(
            brand.slug(),
            brand.name(),
            gtin(),
            batch.product().name(),
            batch.lot(),
            customer,
            operator.email(),
            marketer.email()));
    return marks;
  }
}
