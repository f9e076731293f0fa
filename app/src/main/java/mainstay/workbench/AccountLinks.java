package mainstay.workbench;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mainstay.accounts.AccountCard;
import mainstay.accounts.AccountPanel;
import org.springframework.stereotype.Component;

/// Where the work on an account is done: on the panel that fits, where it is installed.
@Component
class AccountLinks {

    private final Set<String> panels;

    AccountLinks(List<AccountPanel> panels) {
        this.panels = panels.stream().map(AccountPanel::path).collect(Collectors.toUnmodifiableSet());
    }

    String to(String code) {
        return AccountCard.pathOf(code);
    }

    String to(String code, String panel) {
        return panels.contains(panel) ? to(code) + "/" + panel : to(code);
    }
}
