/**
 * The cryptography of codes, keys and people's identifiers, hard to call the wrong way. Every
 * secret is a type of its own that prints nothing; every check either returns a value that proves
 * it or an empty answer. Imports {@code gs1}, BouncyCastle and, for JWK sets, Jackson; no
 * framework.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.crypto;
