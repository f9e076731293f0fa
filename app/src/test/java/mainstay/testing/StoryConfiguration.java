package mainstay.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
class StoryConfiguration {

    @Bean
    @Primary
    StandingClock standingClock() {
        return new StandingClock();
    }

    @Bean
    Cast cast(mainstay.identity.UserDesk users) {
        return new Cast(users);
    }
}
