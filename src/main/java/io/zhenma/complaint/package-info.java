/**
 * What consumers tell a brand when something is wrong with an item: a form after a scan, a photo,
 * and the brand's list of them. Follows nothing and is followed by nothing: a complaint changes no
 * verdict by itself. Imports {@code scan} and what stands left of it.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.complaint;
