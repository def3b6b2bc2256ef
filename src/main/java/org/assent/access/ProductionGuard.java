package org.assent.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assent.advisory.AdvisoryCheck;
import org.assent.fence.FenceState;
import org.assent.fence.UnsafeStart;
import org.assent.notary.SigningKeyStore;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Refuses an unsafe start in production, before anything of the database has been touched: all that is wrong is told at
 * once, each in a sentence that says what to set. Named in META-INF/spring.factories.
 */
final class ProductionGuard implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    private final Supplier<FenceState> libraries;

    ProductionGuard() {
        this(AdvisoryCheck::shipped);
    }

    ProductionGuard(Supplier<FenceState> libraries) {
        this.libraries = libraries;
    }

    @Override
    public void initialize(ConfigurableApplicationContext application) {
        ConfigurableEnvironment environment = application.getEnvironment();
        if (!environment.acceptsProfiles(Profiles.of("prod"))) {
            return;
        }
        List<String> faults = new ArrayList<>(settings(environment));
        SigningKeyStore.fault(environment).ifPresent(faults::add);
        FenceState shipped = libraries.get();
        if (!shipped.whole()) {
            faults.add(shipped.sentence());
        }
        faults.addAll(ledger(environment));
        faults.addAll(database(environment));
        if (!faults.isEmpty()) {
            throw new UnsafeStart(faults);
        }
        trustTheProxy(environment);
    }

    /** What is wrong with the settings alone. */
    static List<String> settings(Environment environment) {
        List<String> faults = new ArrayList<>();
        String url = environment.getProperty("spring.datasource.url", "");
        if (url.isBlank()) {
            faults.add(
                    "Production needs a database: set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.");
        } else if (url.startsWith("jdbc:h2:")) {
            faults.add("Production does not run on H2: set SPRING_DATASOURCE_URL to a PostgreSQL database.");
        } else if (!url.startsWith("jdbc:postgresql:")) {
            faults.add("Production runs on PostgreSQL only: set SPRING_DATASOURCE_URL to such a database.");
        }
        faults.addAll(transport(environment));
        if (isOn(environment, "assent.rehearsal-clock.enabled")) {
            faults.add("Production keeps the machine's time: remove assent.rehearsal-clock.enabled.");
        }
        if (environment.acceptsProfiles(Profiles.of("rehearsal")) || isOn(environment, "assent.rehearsal.at-start")) {
            faults.add("A rehearsal is for demonstrations: start without the profile “rehearsal”.");
        }
        if (Stream.of("id", "password")
                .anyMatch(name -> environment.containsProperty("camunda.bpm.admin-user." + name))) {
            faults.add(
                    "An administrator in the settings would be made at each start: remove camunda.bpm.admin-user and set ASSENT_ADMIN_ID and ASSENT_ADMIN_PASSWORD for the first start.");
        }
        if ("false".equalsIgnoreCase(environment.getProperty("camunda.bpm.authorization.enabled"))) {
            faults.add("Without authorization everybody sees everything: remove camunda.bpm.authorization.enabled.");
        }
        if (!StringUtils.hasText(environment.getProperty("assent.ledger.folder"))) {
            faults.add(
                    "The ledger's keys and roots lie outside the database: set ASSENT_LEDGER_FOLDER to a folder on another disk.");
        }
        if (isOn(environment, "spring.h2.console.enabled")) {
            faults.add("The console of H2 opens the database to everybody: remove spring.h2.console.enabled.");
        }
        return faults;
    }

    private static List<String> transport(Environment environment) {
        List<String> faults = new ArrayList<>();
        List<String> proxies = proxies(environment);
        boolean encrypted = !"false".equalsIgnoreCase(environment.getProperty("server.ssl.enabled"))
                && Stream.of("bundle", "key-store", "certificate")
                        .anyMatch(name -> StringUtils.hasText(environment.getProperty("server.ssl." + name)));
        if (!encrypted && proxies.isEmpty()) {
            faults.add(
                    "Passwords would cross the network in clear: set ASSENT_PROXY to the address of the TLS proxy in front, or server.ssl.bundle (or server.ssl.certificate with its private key, or server.ssl.key-store) to a certificate.");
        }
        if (!proxies.stream().allMatch(proxy -> ADDRESS.matcher(proxy).matches())) {
            faults.add("ASSENT_PROXY holds what is no address: set it to IP addresses, separated by commas.");
        }
        if (StringUtils.hasText(environment.getProperty("server.forward-headers-strategy")) && proxies.isEmpty()) {
            faults.add(
                    "Anybody could forge where a request comes from: remove server.forward-headers-strategy and set ASSENT_PROXY to the proxy's address.");
        }
        return faults;
    }

    /** Found out before the first entry, which needs the secret that lies there. */
    private static List<String> ledger(Environment environment) {
        String folder = environment.getProperty("assent.ledger.folder", "");
        if (!StringUtils.hasText(folder)) {
            return List.of();
        }
        try {
            Files.delete(Files.createTempFile(Files.createDirectories(Path.of(folder)), "start", ".tmp"));
            return List.of();
        } catch (IOException | InvalidPathException e) {
            return List.of(
                    "The ledger's keys and roots cannot be written: set ASSENT_LEDGER_FOLDER to a folder that belongs to the desk's account.");
        }
    }

    private static List<String> database(Environment environment) {
        String url = environment.getProperty("spring.datasource.url", "");
        return url.startsWith("jdbc:postgresql:")
                ? DatabaseBeforeStart.faults(
                        url,
                        environment.getProperty("spring.datasource.username", ""),
                        environment.getProperty("spring.datasource.password", ""),
                        environment.getProperty("ASSENT_ADMIN_ID", ""),
                        environment.getProperty("ASSENT_ADMIN_PASSWORD", ""))
                : List.of();
    }

    /** Who asks and whether by TLS is taken from the proxy's headers, and from nobody else's. */
    private static void trustTheProxy(ConfigurableEnvironment environment) {
        List<String> proxies = proxies(environment);
        if (proxies.isEmpty()) {
            return;
        }
        String regex = String.join("|", proxies.stream().map(Pattern::quote).toList());
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "the proxy in front",
                        Map.of(
                                "server.forward-headers-strategy",
                                "native",
                                "server.tomcat.remoteip.internal-proxies",
                                regex)));
    }

    private static List<String> proxies(Environment environment) {
        return Stream.of(environment.getProperty("assent.proxy", "").split(","))
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .toList();
    }

    private static boolean isOn(Environment environment, String name) {
        return "true".equalsIgnoreCase(environment.getProperty(name));
    }
}
