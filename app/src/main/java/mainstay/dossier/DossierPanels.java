package mainstay.dossier;

import mainstay.accounts.AccountPanel;
import mainstay.identity.Level;
import mainstay.shared.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DossierPanels {

    static final String ARCHIVE = "archive";

    @Bean
    AccountPanel archivePanel() {
        return new AccountPanel(ARCHIVE, "archive.title", 12, Level.CARD);
    }

    @Bean
    NavigationEntry archiveEntry() {
        return new NavigationEntry("nav.archive", "/archive", "file", 25, 0);
    }
}
