/**
 * What speaks for or against an item, for the brand's operators: the items whose codes look copied,
 * what was seen of an item (places, journeys, devices, sessions, time line), and what a person
 * ruled about it. Reads the journal and the items' histories; rulings change a history under the
 * lock that the journal takes. Imports {@code scan}, {@code verification}, {@code policy}, {@code
 * issuing}, {@code foreign}, {@code place}, {@code tenancy} and {@code problem}.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.evidence;
