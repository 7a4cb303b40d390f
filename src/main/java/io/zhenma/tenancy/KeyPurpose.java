package io.zhenma.tenancy;

/** What a data key is for; part of what its wrapping binds. */
enum KeyPurpose {
  /** Encrypts the content of serial numbers; its key id is their first character. */
  CODE,
  /** Signs links; of the same key id as the code key beside it. */
  SIGNATURE,
  /** Makes fingerprints of devices, telephone numbers and the like. */
  IDENTITY,
  /** Signs what the brand delivers to printing houses. */
  DELIVERY,
  /** Seals what leads to people, such as a contact that a consumer left. */
  PERSONAL,
  /** Encrypts secrets that the brand shares with others, such as those of webhooks. */
  FIELD,
  /** Signs device cookies; one for the platform. */
  DEVICE,
  /** Signs cookies of browsers in which somebody signed in before; one for the platform. */
  BROWSER,
  /** Encrypts what people's apps make one-time codes of; one for the platform. */
  SECOND_FACTOR
}
