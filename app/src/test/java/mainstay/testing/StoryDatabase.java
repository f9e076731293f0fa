package mainstay.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// The database of the stories: one application context keeps running, its database is made anew for each
/// test class.
public final class StoryDatabase
        implements BeforeAllCallback, ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String NAME = "story_" + ProcessHandle.current().pid();

    public static String ownerUrl() {
        return TestServer.shared().url(NAME);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestServer.shared().recreate(NAME);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("story", Map.of("mainstay.database-url", ownerUrl())));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var application = SpringExtension.getApplicationContext(context);
        TestServer.shared().recreate(NAME);
        application
                .getBeansOfType(HikariDataSource.class)
                .values()
                .forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
        application.getBeansOfType(StandingClock.class).values().forEach(StandingClock::reset);
    }
}
