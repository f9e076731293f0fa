package mainstay.portfolio.profit;

import mainstay.accounts.AccountPanel;
import mainstay.identity.Level;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProfitPanels {
    static final String PROFIT = "profit";
    static final String BARRIERS = "barriers";

    @Bean
    AccountPanel profitPanel() {
        return new AccountPanel(PROFIT, "profit.title", 24, Level.BUSINESS);
    }

    @Bean
    AccountPanel barriersPanel() {
        return new AccountPanel(BARRIERS, "barriers.title", 45, Level.BUSINESS);
    }
}
