/**
 * Detectors that follow the journal and raise alerts: codes that look copied, volumes that are not
 * usual. Imports {@code alert} and {@code scan}.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.watch;
