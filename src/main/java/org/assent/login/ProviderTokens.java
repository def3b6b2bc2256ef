package org.assent.login;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Reads a provider's tokens: signed by its published keys, never with a shared secret or not at all; by this issuer, in
 * their time, and for us.
 */
final class ProviderTokens {

    /** Of two clocks that do not quite agree. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private ProviderTokens() {}

    /** Of people, at their login. */
    static JwtDecoder ofLogins(ClientRegistration provider) {
        NimbusJwtDecoder decoder = signedBy(provider);
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(SKEW), new OidcIdTokenValidator(provider)));
        return decoder;
    }

    /** Of programs, with each call. */
    static JwtDecoder ofPrograms(ClientRegistration provider, OidcSettings settings) {
        NimbusJwtDecoder decoder = signedBy(provider);
        decoder.setJwtValidator(all(
                provider,
                List.of(
                        fails("aud", token -> isForUs(token, settings)),
                        // what says who logged in is no key to an API
                        fails("typ", token -> !token.hasClaim("nonce") && isBearer(token)))));
        return decoder;
    }

    /** Handed to us by the provider itself, beside the login's: whom else it is for does not matter. */
    static JwtDecoder besideLogins(ClientRegistration provider) {
        NimbusJwtDecoder decoder = signedBy(provider);
        decoder.setJwtValidator(all(provider, List.of()));
        return decoder;
    }

    private static boolean isForUs(Jwt token, OidcSettings settings) {
        List<String> audience = token.getAudience();
        return (audience != null && settings.allAudiences().stream().anyMatch(audience::contains))
                || settings.programs().contains(String.valueOf(token.getClaimAsString("azp")));
    }

    /** Keycloak tells its kinds of token apart by this; others do not have it. */
    private static boolean isBearer(Jwt token) {
        String kind = token.getClaimAsString("typ");
        return kind == null || kind.equals("Bearer");
    }

    private static OAuth2TokenValidator<Jwt> all(ClientRegistration provider, List<OAuth2TokenValidator<Jwt>> more) {
        List<OAuth2TokenValidator<Jwt>> all = new ArrayList<>(more);
        all.add(new JwtTimestampValidator(SKEW));
        // Spring takes a token without an end for one that never ends
        all.add(new JwtClaimValidator<Object>("exp", end -> end != null));
        all.add(new JwtIssuerValidator(provider.getProviderDetails().getIssuerUri()));
        return new DelegatingOAuth2TokenValidator<>(all);
    }

    private static OAuth2TokenValidator<Jwt> fails(String claim, Predicate<Jwt> isRight) {
        return token -> isRight.test(token)
                ? org.springframework.security.oauth2.core.OAuth2TokenValidatorResult.success()
                : org.springframework.security.oauth2.core.OAuth2TokenValidatorResult.failure(
                        new org.springframework.security.oauth2.core.OAuth2Error(
                                "invalid_token", "The claim " + claim + " is not for this desk.", null));
    }

    private static NimbusJwtDecoder signedBy(ClientRegistration provider) {
        return NimbusJwtDecoder.withJwkSetUri(provider.getProviderDetails().getJwkSetUri())
                .jwsAlgorithms(taken -> taken.addAll(Set.of(
                        SignatureAlgorithm.RS256,
                        SignatureAlgorithm.RS384,
                        SignatureAlgorithm.RS512,
                        SignatureAlgorithm.PS256,
                        SignatureAlgorithm.PS384,
                        SignatureAlgorithm.PS512,
                        SignatureAlgorithm.ES256,
                        SignatureAlgorithm.ES384,
                        SignatureAlgorithm.ES512)))
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(
                        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null)))
                .build();
    }
}
