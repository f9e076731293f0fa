package mainstay.accounts;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.testing.Cast;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/// Accounts for stories about the list, and people who look at it.
final class ListTestbed {

    private final MockMvc web;
    private final Cast cast;
    private final AccountMasters masters;
    private final BatchNumbers numbers;

    ListTestbed(MockMvc web, Cast cast, AccountMasters masters, BatchNumbers numbers) {
        this.web = web;
        this.cast = cast;
        this.masters = masters;
        this.numbers = numbers;
    }

    /// One account: code, name, region, manager's code, credit limit in whole units.
    record Told(
            String code,
            String name,
            @Nullable String region,
            @Nullable String manager,
            @Nullable Long limit) {}

    void bring(Told... accounts) {
        List<AccountMaster> rows = new ArrayList<>();
        for (Told told : accounts) {
            Long limit = told.limit() == null ? null : told.limit() * 10_000;
            rows.add(new AccountMaster(
                    rows.size() + 2,
                    told.code(),
                    told.name(),
                    "Shop",
                    told.region(),
                    told.manager(),
                    null,
                    limit,
                    30,
                    null,
                    null,
                    null,
                    null,
                    null));
        }
        Acting.asOperator(() -> masters.apply(numbers.next(), "lists", EnumSet.allOf(AccountField.class), rows));
    }

    MockHttpServletResponse look(User reader, String address) throws Exception {
        return web.perform(get(URI.create(address)).with(cast.signedIn(reader)))
                .andReturn()
                .getResponse();
    }

    String text(User reader, String address) throws Exception {
        return look(reader, address).getContentAsString();
    }

    /// Sends a form: names and values in turn.
    MockHttpServletResponse send(User writer, String address, String... fields) throws Exception {
        var request = post(URI.create(address)).with(cast.signedIn(writer));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return web.perform(request).andReturn().getResponse();
    }
}
