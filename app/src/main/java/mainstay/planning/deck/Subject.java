package mainstay.planning.deck;

import java.time.LocalDate;
import mainstay.accounts.AccountCard;
import mainstay.identity.Level;
import mainstay.planning.plan.PlanView;
import mainstay.portfolio.Standing;
import mainstay.shared.web.PageContext;
import org.jspecify.annotations.Nullable;

/// What a deck is about.
///
/// @param plan     null where none runs
/// @param standing of the last twelve months; null where the account bought nothing in two years
/// @param known    last day of the ledger; null while it is empty
/// @param sees     how much of the account its maker may see
/// @param where    it leaves to, for the log of looks
/// @param page     words and formats of the language that was chosen
record Subject(
        AccountCard account,
        @Nullable PlanView plan,
        @Nullable Standing standing,
        @Nullable LocalDate known,
        LocalDate today,
        Level sees,
        String where,
        PageContext page) {

    String t(String key, Object... arguments) {
        return page.t(key, arguments);
    }
}
