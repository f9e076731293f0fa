package mainstay.identity;

import java.time.ZoneId;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FirstSettings {

    private static final String USUAL_CURRENCY = "CNY";

    /// What the first migration writes down before anybody has answered a question.
    @Bean
    FlywayConfigurationCustomizer firstAnswers(@Value("${mainstay.currency}") String currency) {
        String asked = currency.strip();
        String first = asked.isEmpty() ? USUAL_CURRENCY : OperatorSettings.checked(asked);
        return flyway -> flyway.placeholders(
                Map.of("currency", first, "zone", ZoneId.systemDefault().getId()));
    }
}
