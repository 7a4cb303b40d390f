/**
 * Pictures that people send: read with bounds, taken apart, and made anew, so that nothing of the
 * file that came is left but what can be seen. Imports nothing of this product and no framework.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.picture;
