/** Root of the product: every item carries its own encrypted code. One flat package per feature. */
@org.jspecify.annotations.NullMarked
package io.zhenma;
