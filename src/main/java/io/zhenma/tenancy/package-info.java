/**
 * Brands (tenants), their people, roles, sessions, keys and the audit log. Whoever touches a
 * brand's data asks {@link io.zhenma.tenancy.CurrentAccess} for the brand. Imports {@code crypto},
 * {@code csv}, {@code label} (to draw QR codes), {@code picture}, {@code place} (to cut addresses),
 * {@code problem} and {@code sql}.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.tenancy;
