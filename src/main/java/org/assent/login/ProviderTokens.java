package org.assent.login;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** How long a word that somebody logged out is listened to. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final String EVENTS = "events";
    private static final String LOGOUT = "http://schemas.openid.net/event/backchannel-logout";

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
                        // what says who logged in or out is no key to an API
                        fails(
                                "typ",
                                token -> !token.hasClaim("nonce") && !token.hasClaim(EVENTS) && isBearer(token)))));
        return decoder;
    }

    /** Of the provider itself, when somebody logs out there: they tell of that event, of whom, and are new. */
    static JwtDecoder ofLogouts(ClientRegistration provider) {
        NimbusJwtDecoder decoder = signedBy(provider, new JOSEObjectType("logout+jwt"));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(SKEW),
                new JwtIssuerValidator(provider.getProviderDetails().getIssuerUri()),
                fails(
                        "aud",
                        token -> token.getAudience() != null
                                && token.getAudience().contains(provider.getClientId())),
                fails("iat", ProviderTokens::isNew),
                fails(EVENTS, ProviderTokens::isLogout),
                // of a login's, not a logout's
                fails("nonce", token -> !token.hasClaim("nonce")),
                fails("sub", token -> token.hasClaim("sub") || token.hasClaim("sid"))));
        return decoder;
    }

    private static boolean isLogout(Jwt token) {
        return token.getClaim(EVENTS) instanceof Map<?, ?> events && events.containsKey(LOGOUT);
    }

    /** Not every provider says when its word ends. */
    private static boolean isNew(Jwt token) {
        Instant issued = token.getIssuedAt();
        return issued != null && issued.isAfter(Clock.systemUTC().instant().minus(LONGEST));
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
        return signedBy(provider, new JOSEObjectType("at+jwt"));
    }

    private static NimbusJwtDecoder signedBy(ClientRegistration provider, JOSEObjectType special) {
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
                        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, special, null)))
                .build();
    }
}
