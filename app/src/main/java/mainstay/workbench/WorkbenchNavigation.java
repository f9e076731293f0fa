package mainstay.workbench;

import mainstay.identity.Level;
import mainstay.shared.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WorkbenchNavigation {

    @Bean
    NavigationEntry todayEntry() {
        return new NavigationEntry("nav.today", "/today", "today", 10, Level.NONE.number());
    }
}
