package mainstay.accounts;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// The accounts behind the filters of saved views, for figures over them.
@Service
@Transactional(readOnly = true)
public class ViewedAccounts {

    private final ViewDesk views;
    private final AccountBook book;
    private final JdbcClient database;

    ViewedAccounts(ViewDesk views, AccountBook book, JdbcClient database) {
        this.views = views;
        this.book = book;
        this.database = database;
    }

    /// Views of the reader, and those that colleagues share.
    public List<SavedView> views() {
        return views.all();
    }

    public Optional<SavedView> view(long id) {
        return views.find(id);
    }

    public Set<Long> of(SavedView view) {
        AccountFilter filter = filter(view.query());
        book.makeReady(filter);
        return new HashSet<>(
                database.sql("select a.id from accounts.account a where " + AccountLeaves.conditions(filter))
                        .params(AccountLeaves.parameters(filter))
                        .query(Long.class)
                        .list());
    }

    private static AccountFilter filter(String query) {
        MultiValueMap<String, String> asked =
                UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
        return AccountFilter.of(
                value(asked, "q"),
                value(asked, "region"),
                value(asked, "category"),
                value(asked, "manager"),
                value(asked, "status"));
    }

    private static @Nullable String value(MultiValueMap<String, String> asked, String name) {
        String raw = asked.getFirst(name);
        return raw == null ? null : UriUtils.decode(raw.replace('+', ' '), StandardCharsets.UTF_8);
    }
}
