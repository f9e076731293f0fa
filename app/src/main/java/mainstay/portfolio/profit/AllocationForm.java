package mainstay.portfolio.profit;

import mainstay.portfolio.period.Address;
import mainstay.portfolio.value.Paging;
import org.jspecify.annotations.Nullable;

/// What an address asks of the page of allocation.
///
/// @param group null counts entities under common control as one, as the whale board does
/// @param over  page of those who are served more than they earn, from 1 on
/// @param under page of those who are served less
record AllocationForm(
        @Nullable Boolean group,
        @Nullable Integer over,
        @Nullable Integer under) {
    static final String OVER = "over";
    static final String UNDER = "under";

    boolean grouped() {
        return group == null || group;
    }

    /// What is counted: whole groups, or accounts.
    String unit() {
        return grouped() ? "groups" : "accounts";
    }

    Address at() {
        return Address.of("/profit/allocation").with("group", grouped());
    }

    /// A page of one of the lists beside the page of the other one.
    ///
    /// @param name of the list
    Paging paging(String name, int inAll, Address at) {
        boolean first = name.equals(OVER);
        int other = Paging.number(first ? under : over);
        return new Paging(
                Paging.number(first ? over : under),
                inAll,
                at.with(first ? UNDER : OVER, other == 1 ? null : other),
                "#" + name,
                name);
    }
}
