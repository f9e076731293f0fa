package mainstay.ledger;

import java.io.IOException;
import mainstay.ledger.file.FileLimits;
import mainstay.ledger.file.Profiles;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    Profiles profiles(KeptProfiles kept) throws IOException {
        return new Profiles(kept::newest);
    }

    @Bean
    FileLimits fileLimits(
            @Value("${mainstay.import.largest}") DataSize largest,
            @Value("${mainstay.import.largest-lookup}") DataSize largestLookup) {
        return new FileLimits(largest.toBytes(), largestLookup.toBytes(), FileLimits.STANDARD.ratio());
    }
}
