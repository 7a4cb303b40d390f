/**
 * What a brand's people should look at, joined so that one trouble is one alert, and how they hear
 * of it. Other rooms raise alerts by {@link io.zhenma.alert.Alerts}. Imports {@code crypto}, {@code
 * problem}, {@code sql} and {@code tenancy}.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.alert;
