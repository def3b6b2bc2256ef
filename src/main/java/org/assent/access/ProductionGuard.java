package org.assent.access;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Production refuses to start on H2: its files are for demonstrations. */
@Component
@Profile("prod")
class ProductionGuard implements InitializingBean {

    private final DataSource database;

    ProductionGuard(DataSource database) {
        this.database = database;
    }

    @Override
    public void afterPropertiesSet() throws SQLException {
        try (var connection = database.getConnection()) {
            if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                throw new IllegalStateException(
                        "Production does not run on H2: set SPRING_DATASOURCE_URL to a PostgreSQL database.");
            }
        }
    }
}
