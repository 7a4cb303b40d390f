/**
 * GS1 identification: GTIN, serial number and Digital Link URI, as values that are valid once they
 * exist. Imports no other package of the product and no framework.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.gs1;
