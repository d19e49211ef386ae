package vn.minhchung.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

/** Signs log-in tokens as an OpenID Connect issuer does; the application is told the public key. */
public final class TokenIssuer {
    private static final int KEY_BITS = 2048;
    private static final Duration VALID = Duration.ofHours(8);

    private final KeyPair keys;

    public TokenIssuer() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The argument by which the application is started to trust this issuer. */
    public String argument() {
        try {
            Path file = Files.createTempFile("minhchung-issuer-", ".pem");
            file.toFile().deleteOnExit();
            Files.writeString(file, """
                    -----BEGIN PUBLIC KEY-----
                    %s
                    -----END PUBLIC KEY-----
                    """.formatted(Base64.getMimeEncoder()
                    .encodeToString(keys.getPublic().getEncoded())));
            return "--spring.security.oauth2.resourceserver.jwt.public-key-location=" + file.toUri();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A token for this log-in, of this session. */
    public String token(String login, String session) {
        Instant now = Instant.now();
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder()
                        .issuer("https://dang-nhap.vi-du.example")
                        .subject(login)
                        .claim("preferred_username", login)
                        .jwtID(session)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(VALID)))
                        .build());
        try {
            token.sign(new RSASSASigner(keys.getPrivate()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
