package mainstay.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.identity.Grants;
import mainstay.identity.Level;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.shared.Money;
import mainstay.testing.Cast;
import mainstay.testing.SmallFiles;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// A head office pays for two branches, of which a manager sees one.
@Story
class BranchCostTests {

    @Autowired
    ImportDesk desk;

    @Autowired
    CostToServe costs;

    @Autowired
    Portfolio portfolio;

    @Autowired
    Cast cast;

    @Autowired
    Grants grants;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvc web;

    /// HEAD pays for both branches; the manager sees HEAD and NEAR, and of FAR its card.
    @Test
    void waiting_for_the_money_of_branches_that_are_not_seen_is_borne_by_none_that_are() throws Exception {
        SmallFiles.bring(desk, Kind.SALES, """
                document,line,date,customer,bill to,amount,cost
                N,1,2026-10-01,NEAR,HEAD,3650,1000
                F,1,2026-10-01,FAR,HEAD,36500,1000
                L,1,2026-10-31,NEAR,HEAD,1,1
                """);
        SmallFiles.bring(
                desk, Kind.ACCOUNTS, "code,name,parent,holding\nHEAD,Head,,\nNEAR,Near,HEAD,100\nFAR,Far,HEAD,100\n");
        SmallFiles.bring(desk, Kind.RECEIVABLES, """
                number,account,issued,due,amount
                N,HEAD,2026-10-01,2026-10-31,3650
                F,HEAD,2026-10-01,2026-10-31,36500
                """);
        SmallFiles.bring(desk, Kind.PAYMENTS, """
                number,invoice,account,date,amount
                P3,N,HEAD,2026-10-31,3650
                P4,F,HEAD,2026-10-31,36500
                """);
        User manager = cast.keyAccountManager();
        Acting.asOperator(() -> {
            costs.set(CostToServe.Rates.of(Money.of("0"), Money.of("0"), Money.of("0"), 0.10));
            grants.replace(
                    "story",
                    Map.of(
                            accounts.byCode("HEAD").orElseThrow().id(), manager.id(),
                            accounts.byCode("NEAR").orElseThrow().id(), manager.id()),
                    Level.FULL);
            grants.give("card", accounts.byCode("FAR").orElseThrow().id(), manager.id(), Level.CARD);
            return costs;
        });

        assertThat(capital(cast.director())).as("30 days of 40,150 at 10 %").isEqualTo(330_0000L);
        assertThat(capital(manager)).as("30 days of 3,650 at 10 %").isEqualTo(30_0000L);
        web.perform(get("/accounts/HEAD/profit?group=true")
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(manager)))
                .andExpect(content().string(containsString("You may see 2 accounts of this group")))
                .andExpect(content().string(containsString("What you see of the group")));
        web.perform(get("/accounts/HEAD/profit?group=true")
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(cast.director())))
                .andExpect(content().string(not(containsString("of this group, so"))));
    }

    private long capital(User reader) {
        return cast.as(
                reader,
                () -> portfolio
                        .accounting(new PortfolioQuery(
                                LocalDate.of(2026, 10, 1),
                                LocalDate.of(2026, 10, 31),
                                null,
                                true,
                                Basis.DELIVERED,
                                SalesView.NET))
                        .orElseThrow()
                        .totals()
                        .stream()
                        .filter(total -> total.code().equals("HEAD"))
                        .mapToLong(total -> total.served().capital())
                        .sum());
    }
}
