package org.assent.login;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;

/** The one provider, asked about itself when it is first needed: the desk starts without it. */
@Component
@Profile("oidc")
class Provider implements ClientRegistrationRepository, Iterable<ClientRegistration> {

    static final String ID = "assent";

    private final OidcSettings settings;
    private volatile @Nullable Found found;

    /** What its discovery document says, and readers of its tokens, which keep its keys. */
    record Found(
            ClientRegistration client,
            JwtDecoder logins,
            JwtDecoder besideLogins,
            JwtDecoder programs,
            JwtDecoder logouts) {}

    Provider(OidcSettings settings) {
        this.settings = settings;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(ID) ? found().client() : null;
    }

    @Override
    public Iterator<ClientRegistration> iterator() {
        return List.of(found().client()).iterator();
    }

    JwtDecoder reads(Function<Found, JwtDecoder> which) {
        return token -> which.apply(found()).decode(token);
    }

    /** Where its own session ends; not every provider has one. */
    Optional<String> endOfSession() {
        Map<String, Object> metadata = found().client().getProviderDetails().getConfigurationMetadata();
        return Optional.ofNullable(metadata.get("end_session_endpoint")).map(Object::toString);
    }

    private Found found() {
        Found known = found;
        if (known == null) {
            known = discover();
            found = known;
        }
        return known;
    }

    private Found discover() {
        var client = ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .redirectUri("{baseUrl}/login/oauth2/code/" + ID)
                .scope(settings.scopes());
        if (settings.clientSecret().isBlank()) {
            // a public client: the proof key alone ties the code to who asked for it
            client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
        ClientRegistration registration = client.build();
        return new Found(
                registration,
                ProviderTokens.ofLogins(registration),
                ProviderTokens.besideLogins(registration),
                ProviderTokens.ofPrograms(registration, settings),
                ProviderTokens.ofLogouts(registration));
    }
}
