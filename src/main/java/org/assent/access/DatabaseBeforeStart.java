package org.assent.access;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.assent.engine.HousePasswords;
import org.camunda.bpm.engine.authorization.Groups;

/** Looks into the database of a production that is about to start, and changes nothing there. */
final class DatabaseBeforeStart {

    private static final Predicate<String> PLAIN_ID = id -> id.matches("[a-zA-Z0-9-]+");
    private static final String KNOWN_PASSWORD = "demo";

    private final Connection connection;

    private DatabaseBeforeStart(Connection connection) {
        this.connection = connection;
    }

    static List<String> faults(String url, String user, String password, String admin, String adminPassword) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            connection.setReadOnly(true);
            return new DatabaseBeforeStart(connection).faults(admin, adminPassword);
        } catch (SQLException unreachable) {
            // its message may repeat the user, and the address with its password
            return List.of(
                    "The database does not let us in (SQL state %s): check SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD."
                            .formatted(unreachable.getSQLState()));
        }
    }

    private List<String> faults(String admin, String adminPassword) throws SQLException {
        List<String> faults = new ArrayList<>();
        boolean engineIsThere = exists("act_id_user");
        if (engineIsThere) {
            faults.addAll(knownPasswords());
        }
        if (exists("rehearsal_clock") && count("select count(*) from rehearsal_clock") > 0) {
            faults.add(
                    "This database has been run on a rehearsal clock, so its cases bear invented dates: set SPRING_DATASOURCE_URL to another database.");
        }
        if (!engineIsThere || administrators() == 0) {
            faults.addAll(firstAdministrator(engineIsThere, admin, adminPassword));
        }
        return faults;
    }

    private List<String> knownPasswords() throws SQLException {
        TreeSet<String> known = new TreeSet<>();
        try (PreparedStatement query = connection.prepareStatement("select id_, pwd_, salt_ from act_id_user");
                ResultSet users = query.executeQuery()) {
            while (users.next()) {
                String id = users.getString(1);
                String hash = users.getString(2);
                String salt = users.getString(3);
                if (HousePasswords.matches(hash, salt, KNOWN_PASSWORD) || HousePasswords.matches(hash, salt, id)) {
                    known.add(id);
                }
            }
        }
        return known.isEmpty()
                ? List.of()
                : List.of(
                        "%d users of this database have a password that everybody knows (%s%s), as in a demonstration: set SPRING_DATASOURCE_URL to another database, or remove them."
                                .formatted(
                                        known.size(),
                                        String.join(
                                                ", ", known.stream().limit(5).toList()),
                                        known.size() > 5 ? " and others" : ""));
    }

    private List<String> firstAdministrator(boolean engineIsThere, String admin, String password) throws SQLException {
        if (exists("first_administrator") && count("select count(*) from first_administrator") > 0) {
            return List.of(
                    "The last administrator has gone, and ASSENT_ADMIN_ID works once only: make somebody a member of camunda-admin in ACT_ID_MEMBERSHIP by hand.");
        }
        List<String> faults = new ArrayList<>();
        if (admin.isBlank() || password.isBlank()) {
            faults.add(
                    "There is no administrator yet: set ASSENT_ADMIN_ID and ASSENT_ADMIN_PASSWORD (at least %d characters) for the first start."
                            .formatted(HousePasswords.SHORTEST));
            return faults;
        }
        if (!PLAIN_ID.test(admin)) {
            faults.add("ASSENT_ADMIN_ID is no user id: set it to letters, digits and hyphens.");
        }
        if (!HousePasswords.isStrong(admin, password)) {
            faults.add(
                    "ASSENT_ADMIN_PASSWORD is weak: set it to at least %d characters that hold neither the id nor what everybody tries."
                            .formatted(HousePasswords.SHORTEST));
        }
        if (engineIsThere && PLAIN_ID.test(admin) && isTaken(admin)) {
            faults.add("ASSENT_ADMIN_ID names somebody who has an account already: set it to a new id.");
        }
        return faults;
    }

    private boolean isTaken(String id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from act_id_user where id_ = ?")) {
            query.setString(1, id);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private long administrators() throws SQLException {
        return count("select count(*) from act_id_membership where group_id_ = '" + Groups.CAMUNDA_ADMIN + "'");
    }

    private boolean exists(String table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select to_regclass(?) is not null")) {
            query.setString(1, table);
            try (ResultSet found = query.executeQuery()) {
                return found.next() && found.getBoolean(1);
            }
        }
    }

    private long count(String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet counted = query.executeQuery()) {
            counted.next();
            return counted.getLong(1);
        }
    }
}
