package org.assent.engine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.jspecify.annotations.Nullable;

/** Which passwords somebody may choose: long, not the name, not one that everybody tries. Public: access asks it. */
public final class HousePasswords implements PasswordPolicy {

    public static final int SHORTEST = 12;

    private static final PasswordManager HASHES = new PasswordManager(new Sha512HashDigest(), List.of());

    /** The bodies of passwords that everybody tries, without the digits and signs that people add to them. */
    private static final Set<String> COMMON = Set.of(
            "password",
            "passwort",
            "passw0rd",
            "p@ssw0rd",
            "p@ssword",
            "letmein",
            "welcome",
            "administrator",
            "admin",
            "qwerty",
            "qwertyuiop",
            "qwertyuiopasdf",
            "asdfghjkl",
            "iloveyou",
            "changeme",
            "changeit",
            "secret",
            "default",
            "camunda",
            "assent",
            "demo",
            "test",
            "testtest",
            "masterpassword",
            "adminadmin",
            "rootroot",
            "passwordpassword",
            "welcomewelcome",
            "correcthorsebatterystaple",
            "onceuponatime",
            "thequickbrownfox");

    @Override
    public List<PasswordPolicyRule> getRules() {
        // Admin translates the engine's own placeholder, and shows any other as it is written
        return List.of(
                new Rule(
                        "PASSWORD_POLICY_LENGTH",
                        Map.of("minLength", String.valueOf(SHORTEST)),
                        (password, user) -> password.length() >= SHORTEST),
                new Rule(
                        "PASSWORD_POLICY_USER_DATA",
                        Map.of(),
                        (password, user) -> user == null || !names(password, user)),
                new Rule(
                        "Password is not one that everybody tries, and not one character or pattern repeated.",
                        Map.of(),
                        (password, user) -> !isCommon(password)));
    }

    public static boolean isStrong(String id, String password) {
        return password.length() >= SHORTEST && !holds(password, id) && !isCommon(password);
    }

    /** Whether this is somebody's password; no attempt to log in, so it delays nobody. */
    public static boolean matches(User user, String password) {
        return user instanceof UserEntity stored && matches(stored.getPassword(), stored.getSalt(), password);
    }

    /** The same on a row of the engine's table, before there is an engine. */
    public static boolean matches(@Nullable String hash, @Nullable String salt, String password) {
        return hash != null && !hash.isEmpty() && HASHES.check(EncryptionUtil.saltPassword(password, salt), hash);
    }

    /** Whether an account waits after a wrong password, and rests after ten. */
    public static boolean delaysGuessing(ProcessEngine engine) {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return settings.getLoginMaxAttempts() <= 10 && settings.getLoginDelayBase() > 0;
    }

    /** For the people of the demonstration, whose password everybody knows. */
    public static void saveWithAnyPassword(IdentityService identity, User user) {
        ((IdentityServiceImpl) identity).saveUser(user, true);
    }

    private static boolean names(String password, User user) {
        return holds(password, user.getId())
                || holds(password, user.getFirstName())
                || holds(password, user.getLastName())
                || holds(password, user.getEmail());
    }

    private static boolean holds(String password, @Nullable String name) {
        return name != null && name.length() > 2 && lower(password).contains(lower(name));
    }

    private static boolean isCommon(String password) {
        String body = lower(password).replaceAll("^[^a-z]+|[^a-z]+$", "");
        String letters = lower(password).replaceAll("[^a-z0-9@]", "").replaceAll("\\d+$", "");
        return password.chars().distinct().count() < 5
                || COMMON.contains(body)
                || COMMON.contains(letters)
                || isSequence(password)
                || password.matches("(.{1,6})\\1+");
    }

    /** 123456789012 and its like: each character follows the one before. */
    private static boolean isSequence(String password) {
        int steps = 0;
        for (int i = 1; i < password.length(); i++) {
            int step = password.charAt(i) - password.charAt(i - 1);
            if (step == 1 || step == -1 || step == 0 || step == -9 || step == 9) {
                steps++;
            }
        }
        return steps >= password.length() - 2;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private interface Test {
        boolean passes(String password, @Nullable User user);
    }

    private record Rule(String placeholder, Map<String, String> parameters, Test test) implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return placeholder;
        }

        @Override
        public Map<String, String> getParameters() {
            return parameters;
        }

        @Override
        public boolean execute(String password) {
            return test.passes(password, null);
        }

        @Override
        public boolean execute(String password, @Nullable User user) {
            return test.passes(password, user);
        }
    }
}
