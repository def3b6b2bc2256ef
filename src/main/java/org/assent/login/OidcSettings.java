package org.assent.login;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which provider is asked, and what its words mean here; application-oidc.yaml says it at length.
 *
 * @param audiences a program's token is for us when it names one of these
 * @param programs or when it was issued to one of these clients (azp)
 * @param groups each “the provider's name = ours”
 * @param economies each “the provider's name = ISO2”
 * @param administrators user ids that are administrators here, whatever the provider says
 */
@ConfigurationProperties("assent.oidc")
record OidcSettings(
        String issuer,
        String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue({"openid", "profile", "email"}) List<String> scopes,
        @DefaultValue List<String> audiences,
        @DefaultValue List<String> programs,
        @DefaultValue("preferred_username") String userClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue List<String> groups,
        @DefaultValue("") String economiesClaim,
        @DefaultValue List<String> economies,
        @DefaultValue List<String> administrators) {

    OidcSettings {
        if (issuer == null || issuer.isBlank() || clientId == null || clientId.isBlank()) {
            throw new IllegalStateException(
                    "The profile oidc needs to know its provider: set ASSENT_OIDC_ISSUER and ASSENT_OIDC_CLIENTID.");
        }
        URI address = URI.create(issuer);
        boolean isHere = Set.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(address.getHost()));
        if (!"https".equals(address.getScheme()) && !isHere) {
            throw new IllegalStateException("The OpenID provider must be reached by https, or on this machine.");
        }
    }

    /** An operator who does not say more means the client that people log in by. */
    List<String> allAudiences() {
        return audiences.isEmpty() ? List.of(clientId) : audiences;
    }

    Set<String> groupsFor(Set<String> theirs) {
        return meant(groups, theirs, false);
    }

    Set<String> economiesFor(Set<String> theirs) {
        return meant(economies, theirs, true);
    }

    Set<String> namedGroups() {
        return new TreeSet<>(
                pairs(groups).values().stream().flatMap(Set::stream).toList());
    }

    private static Set<String> meant(List<String> pairs, Set<String> theirs, boolean keepsUnknown) {
        Map<String, Set<String>> meanings = pairs(pairs);
        Set<String> ours = new TreeSet<>();
        theirs.forEach(name -> ours.addAll(meanings.getOrDefault(name, keepsUnknown ? Set.of(name) : Set.of())));
        return ours;
    }

    private static Map<String, Set<String>> pairs(List<String> pairs) {
        Map<String, Set<String>> meanings = new HashMap<>();
        for (String pair : pairs) {
            int sign = pair.lastIndexOf('=');
            if (sign < 1) {
                throw new IllegalStateException("assent.oidc: “" + pair + "” must read: the provider's name = ours");
            }
            meanings.computeIfAbsent(pair.substring(0, sign).strip(), name -> new TreeSet<>())
                    .add(pair.substring(sign + 1).strip());
        }
        return meanings;
    }
}
