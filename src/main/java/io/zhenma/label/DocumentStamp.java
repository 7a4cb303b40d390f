package io.zhenma.label;

import java.time.Instant;

/**
 * What makes one file differ from another with the same labels. The same labels, template and stamp
 * give the same bytes.
 *
 * @param title shown by readers; anything, may be empty
 * @param id goes into the file's identifier, such as the batch's number
 * @param created the date the file says it was made
 */
public record DocumentStamp(String title, long id, Instant created) {}
