/**
 * With what a scan was made: a User-Agent header to device, system, browser, host app and network.
 *
 * <p>A leaf: it imports the JDK, the user-agent parser and nothing else of this product, no
 * framework either.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.device;
