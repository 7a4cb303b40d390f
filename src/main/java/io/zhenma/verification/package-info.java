/**
 * The verdict: what a code's content, its batch, the item's history, the circumstances of this scan
 * and the brand's policy come to. Pure functions of their arguments; no framework, no clock, no
 * database. Imports {@code crypto} and {@code place}.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.verification;
