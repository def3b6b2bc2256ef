package org.assent.ledger;

import jakarta.persistence.EntityManagerFactory;
import java.io.PrintStream;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * {@code java -jar assent-….jar verify}: checks everything without a desk, with the same settings as the desk. Public:
 * the application's main class hands over to it. Ends with 0 when all is whole, 1 when something is wrong, 2 when it
 * could not be checked, 3 when nothing is wrong and something is too young to be sealed.
 */
public final class VerifyCommand {

    static final String IN_USE =
            "The embedded database is open in a running desk: the desk verifies it (Cockpit, History, Verify), or stop the desk first.";

    static final String NO_DATABASE =
            "There is no database here. Run it in the desk's own folder, or name the database: --spring.datasource.url=…";

    static final String STOPPED =
            "STOPPED: the ledger was not checked to its end, so nothing is said of it. The next verify goes on from here.";

    /** H2's DATABASE_NOT_FOUND_WITH_IF_EXISTS_1. */
    private static final int NOT_THERE = 90_146;

    /** H2's DATABASE_ALREADY_OPEN_1. */
    private static final int OPEN_ELSEWHERE = 90_020;

    private static final String ANEW = "--anew";

    static final String USAGE =
            "verify takes settings of the desk, as --spring.datasource.url=…, and --anew, which resumes no interrupted audit; nothing else. Nothing was checked.";

    private VerifyCommand() {}

    /** What is needed to read the tables: no engine, no web. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class
    })
    @EnableConfigurationProperties(LedgerSettings.class)
    @EntityScan("org.assent")
    static class Reader {}

    /** @param arguments settings as the desk takes them, and {@code --anew} to resume no interrupted audit */
    public static int run(List<String> arguments, PrintStream out) {
        List<String> settings = new ArrayList<>(arguments);
        boolean anew = settings.remove(ANEW);
        if (settings.stream().anyMatch(one -> !one.matches("--[\\w.\\[\\]-]+=.*"))) {
            out.println(USAGE);
            return 2;
        }
        // it reads: nothing is made, nothing brought up to date
        settings.add("--spring.jpa.hibernate.ddl-auto=none");
        settings.add("--logging.level.root=off");
        // a signal ends the program with the signal's own status, which is not zero
        Thread stopped = new Thread(() -> out.println(STOPPED), "verify-stopped");
        Runtime.getRuntime().addShutdownHook(stopped);
        try {
            return verify(settings, anew, out);
        } finally {
            try {
                Runtime.getRuntime().removeShutdownHook(stopped);
            } catch (IllegalStateException alreadyStopping) {
                // it has spoken
            }
        }
    }

    private static int verify(List<String> settings, boolean anew, PrintStream out) {
        try (var reader = new SpringApplicationBuilder(Reader.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                // on a signal the audit ends where it is, and its connections with it
                .registerShutdownHook(false)
                .initializers(VerifyCommand::reach)
                .run(settings.toArray(String[]::new))) {
            LedgerSettings ledger = reader.getBean(LedgerSettings.class);
            Audit audit = new Audit(
                    reader.getBean(DataSource.class),
                    ledger.keys(),
                    ledger.marks(),
                    ledger.roots(),
                    new EntityTables(
                            reader.getBean(EntityManagerFactory.class).unwrap(SessionFactoryImplementor.class)));
            Checkpoint checkpoint = anew
                    ? Checkpoint.anew(ledger.path(), ledger.marks())
                    : Checkpoint.resume(ledger.path(), ledger.marks());
            if (checkpoint.isResumed()) {
                out.println(
                        "An audit was interrupted less than a day ago; the desk's marks that it checked are not checked again, all else is. For all of it: "
                                + ANEW);
            }
            return report(audit.verify(new Told(out), checkpoint), out);
        } catch (RuntimeException e) {
            out.println(
                    isRefused(e, OPEN_ELSEWHERE)
                            ? IN_USE
                            : isRefused(e, NOT_THERE)
                                    ? NO_DATABASE
                                    : "The ledger could not be checked: "
                                            + rootOf(e).getMessage());
            return 2;
        }
    }

    /** Before anything else asks the database and says less plainly why it gets no answer. */
    private static void reach(ConfigurableApplicationContext reader) {
        var settings = reader.getEnvironment();
        try (var connection = DriverManager.getConnection(
                existing(settings.getRequiredProperty("spring.datasource.url")),
                settings.getProperty("spring.datasource.username", ""),
                settings.getProperty("spring.datasource.password", ""))) {
            connection.setReadOnly(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In a wrong folder H2 would make an empty database, and say that it is whole. */
    private static String existing(String url) {
        return url.startsWith("jdbc:h2:file:") && !url.toUpperCase(Locale.ROOT).contains(";IFEXISTS=")
                ? url + ";IFEXISTS=TRUE"
                : url;
    }

    /** A line every few seconds. */
    private static final class Told implements Verification.Progress {

        private final PrintStream out;
        private long last = System.nanoTime();

        Told(PrintStream out) {
            this.out = out;
        }

        @Override
        public void at(String what, long done, long of) {
            if (done == of || System.nanoTime() - last > 2_000_000_000L) {
                out.printf(Locale.ROOT, "%s: %d of %d%n", what, done, of);
                last = System.nanoTime();
            }
        }
    }

    static int report(Verification.Result result, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%d entries, %d seals; %d rows compared.%n",
                result.entries(),
                result.seals(),
                result.rows());
        result.findings().stream().limit(100).forEach(out::println);
        if (!result.isUntouched()) {
            out.printf(
                    Locale.ROOT,
                    "NOT WHOLE: %d findings, the first of them above.%n",
                    result.findings().size());
            return 1;
        }
        if (!result.isWhole()) {
            out.printf(
                    Locale.ROOT,
                    "Nothing is wrong with what is sealed. UNSEALED: %d entries are younger than the last seal, and nothing is said of them. The next seal comes within a minute of a running desk.%n",
                    result.unsealed());
            return 3;
        }
        out.println("WHOLE.");
        return 0;
    }

    private static boolean isRefused(Throwable failure, int code) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && refused.getErrorCode() == code) {
                return true;
            }
        }
        return false;
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
