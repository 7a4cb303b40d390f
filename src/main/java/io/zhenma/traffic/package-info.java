/**
 * Who is asking: a person, a link preview, a search engine, a scanner of links or another program.
 *
 * <p>Imports {@code place} and {@code device}, and of the rooms to its left whatever else it needs.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.traffic;
