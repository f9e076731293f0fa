package mainstay.planning.key;

import java.time.LocalDate;
import java.util.List;
import mainstay.accounts.AccountCard;
import org.jspecify.annotations.Nullable;

/// The keys of one account.
///
/// @param stars 0 where there are none
/// @param money sales of twelve months in ten-thousandths, of the head of a group those of the group; null where
/// unknown
/// @param marks one for each key, in their order
public record AccountKeys(
        String code,
        String name,
        @Nullable String manager,
        int stars,
        @Nullable Long money,
        List<KeyMark> marks) {

    static AccountKeys of(KeyFigures figures, LocalDate today) {
        return new AccountKeys(
                figures.code(),
                figures.name(),
                figures.managerName(),
                figures.stars(),
                figures.money(),
                KeyRules.judge(figures, today));
    }

    public String path() {
        return AccountCard.pathOf(code) + "/plan";
    }

    public KeyMark at(Key key) {
        return marks.stream().filter(mark -> mark.key() == key).findFirst().orElseThrow();
    }

    public long count(Mark mark) {
        return marks.stream().filter(each -> each.mark() == mark).count();
    }

    /// Keys at which there is something to do.
    public long notGreen() {
        return marks.stream().filter(each -> each.mark().asks()).count();
    }
}
