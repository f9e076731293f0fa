package mainstay.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Three ways into one database: the application's, the loader's for COPY into staging, and the owner's, which
/// only migrates. Pools close before the embedded server is given back.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    EmbeddedServerLease embeddedServerLease(
            Installation installation, @Value("${mainstay.database-url:}") String externalUrl) {
        if (installation.sample().isPresent() && !externalUrl.isBlank()) {
            throw new DatabaseUnavailable("A sample lives in a database of its own and never touches yours. "
                    + "Unset MAINSTAY_DATABASE_URL to look at it.");
        }
        return externalUrl.isBlank()
                ? EmbeddedServerLease.on(
                        EmbeddedServer.open(installation.home().resolve("database"), installation.options()))
                : EmbeddedServerLease.none();
    }

    @Bean
    DatabaseAccess databaseAccess(EmbeddedServerLease lease, @Value("${mainstay.database-url:}") String externalUrl) {
        EmbeddedServer server = lease.server();
        return server == null ? DatabaseAccess.at(externalUrl) : DatabaseAccess.on(server);
    }

    @Bean
    @Primary
    DataSource dataSource(DatabaseAccess access) {
        return pool("application", access, access.application(), 16);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("loader")
    DataSource loaderDataSource(DatabaseAccess access) {
        return pool("loader", access, access.loader(), 4);
    }

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource ownerDataSource(DatabaseAccess access) {
        return new DriverManagerDataSource(
                access.url(), access.owner().user(), access.owner().password());
    }

    private static DataSource pool(String name, DatabaseAccess access, Login login, int most) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName(name);
        settings.setJdbcUrl(access.url());
        settings.setUsername(login.user());
        settings.setPassword(login.password());
        settings.setMaximumPoolSize(most);
        settings.setMinimumIdle(1);
        settings.setInitializationFailTimeout(-1);
        settings.addDataSourceProperty("reWriteBatchedInserts", "true");
        // the detail of an error repeats the row, which may hold what no log may
        settings.addDataSourceProperty("logServerErrorDetail", "false");
        settings.addDataSourceProperty("ApplicationName", "mainstay " + name);
        return new HikariDataSource(settings);
    }
}
