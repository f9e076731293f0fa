package mainstay.accounts.people;

import mainstay.accounts.AccountPanel;
import mainstay.identity.Level;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PeoplePanels {

    static final String PEOPLE = "people";

    @Bean
    AccountPanel peoplePanel() {
        return new AccountPanel(PEOPLE, "people.tab", 13, Level.BUSINESS);
    }
}
