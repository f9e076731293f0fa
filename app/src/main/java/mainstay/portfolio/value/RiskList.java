package mainstay.portfolio.value;

import java.util.List;
import mainstay.portfolio.period.Address;
import org.jspecify.annotations.Nullable;

/// A page of the accounts with signs of leaving.
///
/// @param gone     whether it is of those that are probably gone
/// @param number   of the page, from 1 on
/// @param saveable how many can still be saved
/// @param lost     how many are probably gone
public record RiskList(boolean gone, List<ValueView.Risk> rows, int number, int saveable, int lost, Address at) {
    static final int SHOWN = 50;

    public int inAll() {
        return saveable + lost;
    }

    public int inThis() {
        return gone ? lost : saveable;
    }

    public int first() {
        return (number - 1) * SHOWN + 1;
    }

    public int last() {
        return first() + rows.size() - 1;
    }

    public boolean isPart() {
        return inThis() > rows.size();
    }

    public String section(boolean other) {
        return at.without("page").with("risk", other ? "gone" : null) + "#at-risk";
    }

    public @Nullable String before() {
        return number > 1 ? page(number - 1) : null;
    }

    public @Nullable String next() {
        return number * SHOWN < inThis() ? page(number + 1) : null;
    }

    private String page(int other) {
        return at.with("page", other) + "#at-risk";
    }
}
