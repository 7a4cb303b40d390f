/**
 * How codes leave: printing houses, deliveries (files of a batch's codes, made in the background,
 * resumed after a crash, the same bit for bit when made again), sealing and manifests, and the
 * quick downloads of a few. {@link io.zhenma.delivery.Unsealing} is for those who open what was
 * delivered. Imports {@code gs1}, {@code crypto}, {@code picture}, {@code label}, {@code problem},
 * {@code tenancy} and {@code issuing}.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.delivery;
