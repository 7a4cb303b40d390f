/**
 * Where a scan was made: address or position to country, province, city and carrier, all offline.
 *
 * <p>A leaf: it imports the JDK, the address data reader, the geometry library and nothing else of
 * this product, no framework either.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.place;
