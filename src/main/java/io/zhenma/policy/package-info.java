/**
 * A brand's own thresholds of the verdict, version by version: who chose them, when and why. A scan
 * is judged by the version of its moment, and keeps its number. Imports {@code problem}, {@code
 * tenancy}, {@code issuing} and {@code verification}.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.policy;
