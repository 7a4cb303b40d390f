package io.zhenma.foreign;

/**
 * An import for those who work on it.
 *
 * @param checkOnly whether only the report is wanted
 */
record ImportJob(long id, long brandId, boolean checkOnly, ImportDefaults defaults) {}
