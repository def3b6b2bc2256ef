package org.assent.login;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assent.access.ProvidedUsers;
import org.assent.access.ProvidedUsers.Person;
import org.assent.engine.Refusal;
import org.camunda.bpm.engine.authorization.Groups;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** Makes whom the provider vouches for a user of the engine, with the groups that the configuration gives them. */
@Component
@Profile("oidc")
class ProviderLogin
        implements OAuth2UserService<OidcUserRequest, OidcUser>, Converter<Jwt, AbstractAuthenticationToken> {

    /** A refusal in words for the person. */
    static final String REFUSED = "assent_refused";

    private static final Logger LOG = LoggerFactory.getLogger(ProviderLogin.class);
    private static final int MOST_TOKENS = 5_000;

    private final OidcSettings settings;
    private final Provider provider;
    private final ProvidedUsers users;
    private final OidcUserService userInfo = new OidcUserService();
    /** User ids by token: a program that calls a hundred times brings nobody new. */
    private final Map<String, String> seen = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_TOKENS;
        }
    };

    ProviderLogin(OidcSettings settings, Provider provider, ProvidedUsers users) {
        this.settings = settings;
        this.provider = provider;
        this.users = users;
        Set<String> unknown = settings.namedGroups();
        unknown.removeAll(users.groups());
        if (!unknown.isEmpty()) {
            LOG.warn(
                    "assent.oidc.groups names {}, which no provider can give; those of offices come from their tree",
                    unknown);
        }
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser login = userInfo.loadUser(request);
        Map<String, Object> all = new HashMap<>(beside(request.getAccessToken().getTokenValue(), login.getSubject()));
        all.putAll(login.getClaims());
        return new Named(arrive(new Claims(all), true), login.getIdToken());
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        String user;
        synchronized (seen) {
            user = seen.get(token.getTokenValue());
        }
        if (user == null) {
            user = arrive(new Claims(token.getClaims()), false);
            synchronized (seen) {
                seen.put(token.getTokenValue(), user);
            }
        }
        return new JwtAuthenticationToken(token, List.of(), user);
    }

    /** Some providers tell roles in the access token alone; where that is no token of theirs, it tells nothing. */
    private Map<String, Object> beside(String token, String subject) {
        try {
            Jwt read = provider.reads(Provider.Found::besideLogins).decode(token);
            return subject.equals(read.getSubject()) ? read.getClaims() : Map.of();
        } catch (JwtException notForUs) {
            return Map.of();
        }
    }

    /**
     * @param speaksOfGroups whether it says which groups the person is in, be it none; a program's token may leave that out
     */
    private String arrive(Claims claims, boolean speaksOfGroups) {
        String id = demand(claims, settings.userClaim());
        Set<String> groups = new HashSet<>(settings.groupsFor(claims.values(settings.groupsClaim())));
        if (settings.administrators().contains(id)) {
            groups.add(Groups.CAMUNDA_ADMIN);
        }
        Person person = new Person(
                id,
                settings.issuer() + " " + demand(claims, "sub"),
                claims.text("given_name").orElse(""),
                claims.text("family_name").orElse(id),
                claims.text("email").orElse(""),
                speaksOfGroups || claims.has(settings.groupsClaim()) || !groups.isEmpty() ? groups : null,
                economies(claims));
        try {
            users.bring(person);
        } catch (Refusal refusal) {
            throw refused(String.valueOf(refusal.getMessage()));
        }
        return id;
    }

    private static String demand(Claims claims, String claim) {
        return claims.text(claim)
                .orElseThrow(() -> refused("Your provider does not say who you are. Please tell your administrator."));
    }

    private @Nullable Set<String> economies(Claims claims) {
        return settings.economiesClaim().isBlank()
                ? null
                : settings.economiesFor(claims.values(settings.economiesClaim()));
    }

    private static OAuth2AuthenticationException refused(String sentence) {
        return new OAuth2AuthenticationException(new OAuth2Error(REFUSED, sentence, null), sentence);
    }

    /** The login, by the name that the engine has for it. */
    private static final class Named extends DefaultOidcUser {
        private static final long serialVersionUID = 1;
        private final String id;

        Named(String id, OidcIdToken token) {
            super(List.of(), token);
            this.id = id;
        }

        @Override
        public String getName() {
            return id;
        }
    }
}
