package mainstay.portfolio;

import java.util.ArrayList;
import java.util.List;
import mainstay.portfolio.period.Address;
import mainstay.shared.web.Door;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// The figures of a standing, each with the way it was computed and the way to its rows.
record StandingDoors(Standing standing, String account, boolean group) {

    List<Door> all() {
        List<Door> doors = new ArrayList<>(List.of(growth(), rank(), margin(), products()));
        if (standing.lastPurchase() != null) {
            doors.add(lastPurchase());
        }
        return doors;
    }

    private Door growth() {
        Double growth = standing.growth();
        Text how = growth == null
                ? Text.of("business.noGrowth")
                : Text.of(
                        "standing.how.growth",
                        Shown.money(standing.revenue()),
                        Shown.money(standing.previousRevenue()),
                        Shown.share(growth));
        Text note = growth == null ? how : Door.NO_NOTE;
        String parts = sales("month").with("compare", "before").toString();
        return door("business.growth", Shown.share(growth), note, how, "growth", parts);
    }

    private Door rank() {
        Text how = Text.of(
                group ? "standing.how.groupRank" : "standing.how.rank",
                Shown.money(standing.revenue()),
                standing.rank(),
                Shown.share(standing.share()),
                Shown.share(standing.cumulative()));
        String others = Address.of("/portfolio/sales")
                .with("cut", "account")
                .with("group", group)
                .with("period", "12m")
                .toString();
        return door(
                "business.rank",
                Shown.count(standing.rank()),
                Text.of("business.share", Shown.share(standing.share())),
                how,
                "key-account-rule",
                others);
    }

    private Door margin() {
        Long profit = standing.profit();
        Text how = profit == null
                ? Text.of("business.noCost")
                : Text.of(
                        "standing.how.margin",
                        Shown.money(profit),
                        Shown.money(standing.knownRevenue()),
                        Shown.share(standing.margin()));
        Text note = profit == null ? how : Text.of("business.profit", Shown.money(profit));
        String parts = sales("month").with("measure", "profit").toString();
        return door("business.margin", Shown.share(standing.margin()), note, how, "margin", parts);
    }

    private Door products() {
        Text how = Text.of("standing.how.products", Shown.count(standing.products()), standing.lines());
        return door(
                "standing.products",
                Shown.count(standing.products()),
                Door.NO_NOTE,
                how,
                "rating-score",
                sales("product").toString());
    }

    private Door lastPurchase() {
        @Nullable Integer usual = standing.usualDays();
        Text how = usual == null || standing.gapDays() == null
                ? Text.of("standing.how.noRhythm")
                : Text.of("standing.how.rhythm", standing.gapDays(), usual);
        Text note = usual == null ? Door.NO_NOTE : Text.of("business.lateAfter", usual);
        Text day = standing.lastPurchase() == null ? Door.UNKNOWN : Text.of("standing.day", standing.lastPurchase());
        return door(
                "business.lastPurchase",
                day,
                note,
                how,
                "rhythm",
                sales("document").toString());
    }

    private Address sales(String cut) {
        return Address.of(account + "/" + PortfolioPanels.BUSINESS + "/sales")
                .with("cut", cut)
                .with("group", group)
                .with("period", "12m");
    }

    private Door door(String name, Text value, Text note, Text how, String definition, String parts) {
        Text period = Text.of("standing.period", standing.asOf());
        return new Door(Text.of(name), value, note, period, List.of(how), definition, parts, null);
    }
}
