package io.zhenma.foreign;

import java.time.LocalDate;

/**
 * An import that somebody asks for.
 *
 * @param checkOnly whether only the report is wanted
 * @param producedOn day of production of all its batches
 */
record NewImport(ImportDefaults defaults, LocalDate producedOn, boolean checkOnly) {}
