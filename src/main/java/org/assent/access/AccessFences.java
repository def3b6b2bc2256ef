package org.assent.access;

import static org.assent.fence.FenceState.broken;
import static org.assent.fence.FenceState.whole;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assent.access.Probe.Outcome;
import org.assent.engine.HousePasswords;
import org.assent.fence.Fence;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Knocks at the doors of the running desk: do they still keep out whom they should? */
@Configuration(proxyBeanMethods = false)
class AccessFences {

    private static final List<String> ROOTS = List.of("/engine-rest", "/camunda/api/engine/engine/default");
    private static final int MOST_TRIES = 100;
    private static final String ATTACK = "${''.getClass()}";

    private final ProcessEngine engine;
    private final jakarta.servlet.Filter doors;

    AccessFences(ProcessEngine engine, @Qualifier("springSecurityFilterChain") jakarta.servlet.Filter doors) {
        this.engine = engine;
        this.doors = doors;
    }

    @Bean
    Fence loginFence() {
        return Fence.of("1", "Nobody without a login, nothing without a right", () -> {
            List<String> open = Stream.concat(ROOTS.stream(), Stream.of("/api"))
                    .flatMap(root -> Stream.of(
                            Probe.of("GET", root + "/task").through(doors).passed() ? "GET " + root : "",
                            Probe.of("POST", root + "/task").through(doors).passed() ? "POST " + root : ""))
                    .filter(found -> !found.isEmpty())
                    .toList();
            if (!open.isEmpty()) {
                return broken("Anybody gets past the login at %s.".formatted(String.join(", ", open)));
            }
            return engine.getProcessEngineConfiguration().isAuthorizationEnabled()
                    ? whole("Calls without a login were tried on every root, and refused; authorization is on.")
                    : broken("Everybody may do everything; camunda.bpm.authorization.enabled must be true.");
        });
    }

    @Bean
    Fence passwordsFence(Environment environment) {
        return Fence.of("2", "No administrator with a password that can be guessed", () -> {
            if (environment.containsProperty("camunda.bpm.admin-user.id")) {
                return broken("An administrator stands in the settings; remove camunda.bpm.admin-user.");
            }
            if (!engine.getProcessEngineConfiguration().isEnablePasswordPolicy()) {
                return broken("Any password is taken; enablePasswordPolicy must be true.");
            }
            long guessed = administrators().stream()
                    .filter(user -> HousePasswords.matches(user, user.getId()))
                    .count();
            return guessed > 0
                    ? broken("%d administrators have their id as password; give them others.".formatted(guessed))
                    : whole("No administrator's password is the id, and weak new ones are refused.");
        });
    }

    @Bean
    Fence sessionFence() {
        return Fence.of("3", "A browser's session opens no API", () -> {
            var somebody = UsernamePasswordAuthenticationToken.authenticated(
                    "probe", null, AuthorityUtils.createAuthorityList(Groups.CAMUNDA_ADMIN));
            List<String> open = Stream.of("/engine-rest/task", "/api/notifications")
                    .filter(path -> Probe.of("POST", path)
                            .withSession(somebody)
                            .through(doors)
                            .passed())
                    .toList();
            return open.isEmpty()
                    ? whole("A session alone was tried at the API, and refused.")
                    : broken("A session alone gets to %s, so another site could ride on it.".formatted(open));
        });
    }

    @Bean
    Fence deployersFence() {
        return Fence.of("4", "Models come from those who may deploy", () -> {
            List<String> mayDeploy = AccessSetup.read().groups().entrySet().stream()
                    .filter(group -> group.getValue().administer().contains("models"))
                    .map(Map.Entry::getKey)
                    .toList();
            List<String> others = engine
                    .getAuthorizationService()
                    .createAuthorizationQuery()
                    .resourceType(Resources.DEPLOYMENT)
                    .list()
                    .stream()
                    .filter(row -> row.getAuthorizationType() != Authorization.AUTH_TYPE_REVOKE
                            && row.isPermissionGranted(Permissions.CREATE)
                            && !Groups.CAMUNDA_ADMIN.equals(row.getGroupId())
                            && !mayDeploy.contains(String.valueOf(row.getGroupId())))
                    .map(row -> row.getGroupId() == null ? "user " + row.getUserId() : row.getGroupId())
                    .toList();
            return others.isEmpty()
                    ? whole("Only administrators and %s deploy.".formatted(String.join(", ", mayDeploy)))
                    : broken("Others than access.yaml says may deploy: %s; start once more, or take the right away."
                            .formatted(String.join(", ", others)));
        });
    }

    @Bean
    Fence staleGroupsFence(EngineUsers users, Environment environment, PlatformTransactionManager transactions) {
        return Fence.of("14", "Groups as they are now", () -> {
            if (environment.getProperty("camunda.bpm.webapp.auth.cache.ttl-enabled", Boolean.class, true)) {
                return broken(
                        "The web apps keep groups for minutes; camunda.bpm.webapp.auth.cache.ttl-enabled must be false.");
            }
            return seesChangeAtOnce(users, transactions)
                    ? whole("A change of somebody's groups was tried (and taken back): it counts at once.")
                    : broken("Somebody's groups were kept although they had changed; EngineUsers must ask the engine.");
        });
    }

    private boolean seesChangeAtOnce(EngineUsers users, PlatformTransactionManager transactions) {
        var identity = engine.getIdentityService();
        Boolean seen = new TransactionTemplate(transactions).execute(transaction -> {
            transaction.setRollbackOnly();
            boolean before = users.of("fence-probe").groups().isEmpty();
            var probe = identity.newUser("fence-probe");
            HousePasswords.saveWithAnyPassword(identity, probe);
            identity.createMembership(probe.getId(), "auditors");
            return before && users.of(probe.getId()).groups().contains("auditors");
        });
        return Boolean.TRUE.equals(seen);
    }

    @Bean
    Fence pagesFence(Environment environment) {
        return Fence.of("17", "Strict pages, short sessions", () -> {
            String policy = Probe.of("GET", "/verify/probe")
                    .through(doors)
                    .headers()
                    .getOrDefault("Content-Security-Policy", "");
            if (!policy.contains("default-src 'none'") || policy.contains("unsafe-eval")) {
                return broken("Our own pages send no strict content policy; it must begin with default-src 'none'.");
            }
            if (environment.getProperty(
                            "camunda.bpm.webapp.header-security.content-security-policy-disabled", Boolean.class, false)
                    || environment
                            .getProperty("camunda.bpm.webapp.header-security.content-security-policy-value", "")
                            .contains("http")) {
                return broken(
                        "The web apps may load what others offer; remove camunda.bpm.webapp.header-security.content-security-policy.");
            }
            Duration idle = environment.getProperty("assent.login.idle", Duration.class, Duration.ofMinutes(30));
            Duration longest = environment.getProperty("assent.login.longest", Duration.class, Duration.ofHours(10));
            return idle.compareTo(Duration.ofHours(1)) > 0 || longest.compareTo(Duration.ofDays(1)) > 0
                    ? broken(
                            "Sessions last too long; assent.login.idle must be at most 1h and assent.login.longest 24h.")
                    : whole("Our pages load nothing that is not ours; sessions end after %d idle minutes, or %d hours."
                            .formatted(idle.toMinutes(), longest.toHours()));
        });
    }

    @Bean
    Fence guessingFence(Environment environment) {
        return Fence.of("18", "Guessing passwords is slow", () -> {
            if (!HousePasswords.delaysGuessing(engine)) {
                return broken("An account may be tried too often; loginMaxAttempts must be 10 at most, with a delay.");
            }
            if (environment.acceptsProfiles(Profiles.of("oidc"))) {
                return whole("Passwords are the provider's; this desk asks for none.");
            }
            return IntStream.rangeClosed(1, MOST_TRIES)
                    .filter(guess -> Probe.of("GET", "/engine-rest/engine")
                                    .withBasic("nobody-at-all", "guess-" + guess)
                                    .through(doors)
                                    .status()
                            == 429)
                    .mapToObj(guess -> whole(
                            "Wrong passwords were tried from one address until it had to wait; an account waits too."))
                    .findFirst()
                    .orElseGet(() ->
                            broken("%d wrong passwords from one address did not make it wait.".formatted(MOST_TRIES)));
        });
    }

    @Bean
    Fence setUpFence() {
        return Fence.of("CVE-2026-77226", "Nobody makes himself the first administrator", () -> {
            List<String> open = Stream.of(
                            Probe.of("GET", "/camunda/app/admin/default/setup/"),
                            Probe.of("POST", "/camunda/api/admin/setup/default/user/create")
                                    .withJson("{}"))
                    .map(probe -> probe.through(doors))
                    .filter(Outcome::passed)
                    .map(Outcome::toString)
                    .toList();
            if (!open.isEmpty()) {
                return broken("The page that makes a first administrator can be reached.");
            }
            return administrators().isEmpty()
                    ? broken("camunda-admin has no direct member; make somebody a member in ACT_ID_MEMBERSHIP by hand.")
                    : whole("The set-up paths were tried, and are shut; there is an administrator.");
        });
    }

    /** The engine refuses them too; here it is whether they get that far. */
    @Bean
    Fence expressionsFence(List<FilterRegistrationBean<?>> filters) {
        return Fence.of("CVE-2026-109432", "No expression gets to the engine's API", () -> ROOTS.stream()
                .filter(root -> lets(filters, root))
                .findFirst()
                .map(root -> broken(
                        "A request with an expression gets to %s; ExpressionFence must stand there.".formatted(root)))
                .orElseGet(() ->
                        whole("A query with an expression in its OR part was tried on both roots, and refused.")));
    }

    private static boolean lets(List<FilterRegistrationBean<?>> filters, String root) {
        return filters.stream()
                .filter(registration -> registration.getFilter() instanceof ExpressionFence
                        && registration.isEnabled()
                        && registration.getUrlPatterns().stream().anyMatch(pattern -> covers(pattern, root)))
                .allMatch(registration -> Probe.of("POST", root + "/task")
                        .withJson("{\"orQueries\":[{\"candidateUserExpression\":\"" + ATTACK + "\"}]}")
                        .through(registration.getFilter())
                        .passed());
    }

    private static boolean covers(String pattern, String root) {
        return pattern.equals("/*") || (root + "/").startsWith(pattern.replace("*", ""));
    }

    private List<User> administrators() {
        return engine.getIdentityService()
                .createUserQuery()
                .memberOfGroup(Groups.CAMUNDA_ADMIN)
                .list();
    }
}
