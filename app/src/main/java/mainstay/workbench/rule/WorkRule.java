package mainstay.workbench.rule;

import mainstay.shared.WorkSource.Work;
import org.jspecify.annotations.Nullable;

/// A rule of Today as the firm has it.
///
/// @param least    money in ten-thousandths below which it says nothing; null: it always does
/// @param revision 0 where nobody has changed it yet
public record WorkRule(String code, boolean on, @Nullable Long least, int revision) {

    static WorkRule untouched(String code) {
        return new WorkRule(code, true, null, 0);
    }

    /// Where nobody knows how much is at stake, it is told.
    public boolean lets(Work work) {
        Long money = work.money();
        return on && (least == null || money == null || Math.abs(money) >= least);
    }

    public String key() {
        return "work.rule." + code;
    }
}
