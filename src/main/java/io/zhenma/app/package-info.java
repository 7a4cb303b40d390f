/**
 * Wires the product: the main class, its subcommands, and the embedded database of an evaluation.
 *
 * <p>May import every other package; no package imports this one.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.app;
