package mainstay.portfolio.value;

import java.util.List;
import mainstay.portfolio.period.Address;

/// A page of the accounts with signs of leaving.
///
/// @param gone     whether it is of those that are probably gone
/// @param saveable how many can still be saved
/// @param lost     how many are probably gone
public record RiskList(boolean gone, List<ValueView.Risk> rows, int saveable, int lost, Paging paging) {
    private static final String PLACE = "#at-risk";

    static Paging paging(RiskForm form, int inAll, Address page) {
        return new Paging(form.number(), inAll, page.with("risk", form.gone() ? "gone" : null), PLACE);
    }

    public int inAll() {
        return saveable + lost;
    }

    public String section(boolean other) {
        return paging.at().with("risk", other ? "gone" : null) + PLACE;
    }
}
