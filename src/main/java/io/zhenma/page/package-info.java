/**
 * The pages a consumer sees: the landing page that every code's link returns, the verdict, and what
 * to show when no verdict could be given. Turns a {@link io.zhenma.page.VerdictPage} and a language
 * into bytes; knows nothing of HTTP, of the database or of how a verdict is reached.
 *
 * <p>May import {@code language}, Qute's core engine and the JDK; no other package of this product.
 */
@NullMarked
package io.zhenma.page;

import org.jspecify.annotations.NullMarked;
