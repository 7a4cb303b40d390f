/**
 * Statements by hand, where many rows go to the database or come from it at once: how values stand
 * in columns, rows in blocks, statements that stay prepared. Imports no other room.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.sql;
