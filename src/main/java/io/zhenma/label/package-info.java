/**
 * Printed labels: a link as a QR symbol, a template of a page, and sheets of labels as vector PDF.
 * Imports no other package of the product and no framework; ZXing encodes, PDFBox writes.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.label;
