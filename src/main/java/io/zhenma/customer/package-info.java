/**
 * Who scans: profiles that follow the journal and can be rebuilt from it. A customer is an opaque
 * id; a device is known by its fingerprint alone. Imports {@code scan} and what stands left of it.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.customer;
