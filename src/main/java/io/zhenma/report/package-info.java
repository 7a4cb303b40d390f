/**
 * Reports as dated snapshots: RFM and regional distribution, made by schedule or on demand. Imports
 * {@code customer} and what stands left of it.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.report;
