package mainstay.dossier.document;

import mainstay.accounts.AccountPanel;
import mainstay.identity.Level;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DocumentPanels {

    static final String DOCUMENTS = "documents";

    @Bean
    AccountPanel documentsPanel() {
        return new AccountPanel(DOCUMENTS, "document.title", 13, Level.CARD);
    }
}
