package mainstay.portfolio.value;

import java.util.List;
import mainstay.accounts.AccountPanel;
import mainstay.identity.Level;
import mainstay.shared.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ValuePanels {
    static final String VALUE = "value";

    @Bean
    NavigationEntry valueEntry() {
        return new NavigationEntry("nav.value", "/value", "coins", 35, 0, List.of("/profit"));
    }

    @Bean
    AccountPanel valuePanel() {
        return new AccountPanel(VALUE, "value.title", 25, Level.BUSINESS);
    }

    @Bean
    ValueCut valueByRegion() {
        return new ValueCut("region", 20, "", "a.region");
    }

    @Bean
    ValueCut valueByCategory() {
        return new ValueCut("category", 30, "", "a.category");
    }

    @Bean
    ValueCut valueByManager() {
        return new ValueCut("manager", 40, "", "coalesce(a.manager_name, a.manager_code)");
    }

    @Bean
    ValueCut valueByGroup() {
        return new ValueCut("group", 50, """
                left join accounts.pub_root(:asOf) g on g.account_id = v.account_id
                left join accounts.pub_card root on root.id = g.root_id
                """, "root.name");
    }
}
