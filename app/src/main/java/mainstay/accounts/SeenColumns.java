package mainstay.accounts;

import java.util.List;
import mainstay.identity.Acting;
import org.springframework.stereotype.Component;

/// The columns of other modules that the reader's role reaches. Somebody with grants on single accounts gets them
/// all: the figures of the other accounts stay empty.
@Component
class SeenColumns {

    private final Accounts accounts;

    SeenColumns(Accounts accounts) {
        this.accounts = accounts;
    }

    List<AccountColumn> all() {
        return accounts.columns().stream()
                .filter(column -> Acting.now()
                        .map(actor ->
                                actor.reaches(column.needed()) || actor.reach().number() == 0)
                        .orElse(false))
                .toList();
    }
}
