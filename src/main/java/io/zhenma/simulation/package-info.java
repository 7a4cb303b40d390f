/**
 * Invents a brand's trade: products, batches and the scans of honest customers and of people who
 * were sold copies, each with the truth about it. The plan is a pure function of its parameters;
 * the simulator sends it through the same services as real scans, the rehearsal judges it by the
 * rules alone. Imports {@code gs1}, {@code crypto}, {@code place}, {@code device}, {@code problem},
 * {@code tenancy}, {@code issuing}, {@code verification} and {@code scan}.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.simulation;
