package vn.minhchung.kernel;

/**
 * A personal text under its person's key (AES-256-GCM; Base64 of nonce ‖ ciphertext ‖ tag, the person's id as associated
 * data). Events and views hold only this; destroying the key erases the person everywhere at once.
 */
public record Sealed(PersonId person, String cipher) {}
