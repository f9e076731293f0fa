package mainstay.team.energy;

import java.util.Optional;
import mainstay.accounts.AccountCard;
import mainstay.identity.Level;
import mainstay.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where the time that an account takes goes, for those who see its business.
@Service
@Transactional(readOnly = true)
public class AccountHours {

    private final JdbcClient database;
    private final EnergyDesk desk;

    AccountHours(JdbcClient database, EnergyDesk desk) {
        this.database = database;
        this.desk = desk;
    }

    /// Nothing where the reader does not see what is done for the account: that is not the same as no hours.
    public Optional<AccountEnergy> of(AccountCard account) {
        return level(account) >= Level.BUSINESS.number() ? Optional.of(desk.at(account.id())) : Optional.empty();
    }

    AccountEnergy demanded(AccountCard account) {
        return of(account).orElseThrow(() -> new Problem.Forbidden("energy.notYourAccount"));
    }

    private int level(AccountCard account) {
        return database.sql("select coalesce(accounts.pub_level(:account), 0)")
                .param("account", account.id())
                .query(Integer.class)
                .single();
    }
}
