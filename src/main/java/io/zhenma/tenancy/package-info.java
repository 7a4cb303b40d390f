/**
 * Brands (tenants), their people, roles, sessions, keys and the audit log. Whoever touches a
 * brand's data asks {@link io.zhenma.tenancy.CurrentAccess} for the brand. Imports {@code crypto},
 * {@code picture} and {@code problem}.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.tenancy;
