/**
 * Products, batches and their codes. A batch is one row; its codes are computed. Others see {@link
 * io.zhenma.issuing.Catalogue} for looking things up and {@link io.zhenma.issuing.Issuing} for
 * making them. Imports {@code gs1}, {@code crypto}, {@code picture}, {@code label}, {@code place},
 * {@code problem} and {@code tenancy}.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.issuing;
