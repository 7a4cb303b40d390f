/**
 * Who is asking (a person, a link preview, a search engine, a scanner of links or another program),
 * how often, and what becomes of those who try codes. {@link io.zhenma.traffic.Visitors} tells
 * kinds apart, {@link io.zhenma.traffic.Limits} and {@link io.zhenma.traffic.Guessing} hold
 * budgets, {@link io.zhenma.traffic.Pace} hides how long things take, {@link
 * io.zhenma.traffic.TrafficCounts} counts.
 *
 * <p>Imports {@code place}, {@code device}, {@code problem}, {@code gs1}, {@code tenancy}, {@code
 * issuing} and {@code alert}. See ADR 19.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.traffic;
