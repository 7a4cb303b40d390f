/**
 * Printed labels: a text as a QR symbol by the product's own encoder, templates of labels and
 * pages, and files of labels as PDF, SVG, PNG and ZPL. Others see {@link
 * io.zhenma.label.LabelTemplate}, {@link io.zhenma.label.Label} and {@link
 * io.zhenma.label.LabelFile}. Imports {@code crypto} for the kinds of codes and {@code picture} for
 * logos, no framework; PDFBox's font classes read fonts.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.label;
