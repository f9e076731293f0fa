package mainstay.ledger;

import java.io.IOException;
import mainstay.ledger.file.Profiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    Profiles profiles() throws IOException {
        return new Profiles();
    }
}
