/**
 * The edge: what a request must be like before a feature sees it, and what every answer carries.
 * Bodies are collected here before a worker is taken; unfinished ones are bounded in time, number
 * and bytes; malformed requests are refused as problem+json.
 *
 * <p>May import {@code place} and {@code problem}. What is public here reads request headers for
 * features.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.http;
