/**
 * How the API says no: problem+json (RFC 9457) with a stable type and a text in the reader's
 * language, which {@code language} reads. Imported by every feature that has an API; imports none
 * of them.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.problem;
