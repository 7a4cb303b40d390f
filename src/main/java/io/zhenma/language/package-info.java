/** Which language a reader wants. Imports nothing but the JDK. */
@NullMarked
package io.zhenma.language;

import org.jspecify.annotations.NullMarked;
