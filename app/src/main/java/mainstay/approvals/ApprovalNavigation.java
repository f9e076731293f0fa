package mainstay.approvals;

import mainstay.identity.Level;
import mainstay.shared.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ApprovalNavigation {

    @Bean
    NavigationEntry approvalsEntry() {
        return new NavigationEntry("nav.approvals", "/approvals", "check", 50, Level.NONE.number());
    }
}
