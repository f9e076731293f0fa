package mainstay.accounts;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.EnumSet;
import java.util.List;
import mainstay.identity.Acting;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// Which accounts nobody looks after, and what an account was called when somebody remembers it.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListWithoutManagerTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @BeforeAll
    void two_accounts(@Autowired AccountMasters masters) {
        take(masters, 1, row("K-1", "Kept Shop", "M1"), row("O-1", "Lighthouse", null));
        take(masters, 2, row("O-1", "Orphaned Mill", null));
    }

    @Test
    void accounts_without_a_manager_stand_alone_behind_a_filter() throws Exception {
        list("/accounts?manager=none")
                .andExpect(content().string(containsString("Orphaned Mill")))
                .andExpect(content().string(containsString("Nobody")))
                .andExpect(content().string(not(containsString("Kept Shop"))));
        list("/accounts?manager=M1")
                .andExpect(content().string(containsString("Kept Shop")))
                .andExpect(content().string(not(containsString("Orphaned Mill"))));
    }

    @Test
    void who_searches_for_a_name_of_before_is_told_so() throws Exception {
        list("/accounts?q=lighthouse").andExpect(content().string(containsString("formerly <bdi>Lighthouse</bdi>")));
        list("/accounts?q=orphaned").andExpect(content().string(not(containsString("formerly"))));
        list("/accounts").andExpect(content().string(not(containsString("formerly"))));
    }

    private ResultActions list(String address) throws Exception {
        return web.perform(get(address).with(cast.signedIn(cast.director()))).andExpect(status().isOk());
    }

    private static void take(AccountMasters masters, long batch, AccountMaster... rows) {
        Acting.asOperator(() -> masters.apply(batch, "none", EnumSet.allOf(AccountField.class), List.of(rows)));
    }

    private static AccountMaster row(String code, String name, @Nullable String manager) {
        return new AccountMaster(
                2, code, name, "Shop", null, manager, manager, null, null, null, null, null, null, null);
    }
}
