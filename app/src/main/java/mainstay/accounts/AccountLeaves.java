package mainstay.accounts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainstay.accounts.search.Wanted;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds the accounts of one page of a list. Those whose figure is unknown come last in either
/// direction; among equal figures the id decides.
@Repository
class AccountLeaves {

    private final JdbcClient database;

    AccountLeaves(JdbcClient database) {
        this.database = database;
    }

    /// The ids in order; one more than the page holds where there is a next one.
    List<Long> of(AccountListing listing, AccountOrder order) {
        Long after = listing.after();
        List<Long> ids = new ArrayList<>();
        if (after == null || isKnown(order, after)) {
            ids.addAll(known(listing, order, after));
        }
        int missing = listing.size() + 1 - ids.size();
        if (missing > 0) {
            boolean amongUnknown = after != null && !isKnown(order, after);
            long skipped = ids.isEmpty() && listing.offset() > 0
                    ? Math.max(0, listing.offset() - countKnown(listing, order))
                    : 0;
            ids.addAll(unknown(listing, order, amongUnknown ? after : null, skipped, missing));
        }
        return ids;
    }

    long count(AccountFilter filter) {
        return database.sql("select count(*) from accounts.account a where " + conditions(filter))
                .params(parameters(filter))
                .query(Long.class)
                .single();
    }

    private List<Long> known(AccountListing listing, AccountOrder order, @Nullable Long after) {
        String direction = listing.descending() ? " desc" : "";
        String behind = after == null
                ? ""
                : " and (%1$s, %2$s) %3$s ((select figure from last), :after) and %1$s %3$s= (select figure from last)"
                        .formatted(order.figure(), order.id(), listing.descending() ? "<" : ">");
        String last = after == null
                ? ""
                : "with last as materialized (select %s as figure from accounts.account a%s where a.id = :after) "
                        .formatted(order.figure(), order.join());
        return database.sql(last + "select a.id from accounts.account a" + order.join()
                        + " where " + order.figure() + " is not null and " + conditions(listing.filter()) + behind
                        + " order by " + order.figure() + direction + ", " + order.id() + direction
                        + portion(listing.size() + 1, listing.offset()))
                .params(parameters(listing.filter()))
                .param("after", after)
                .param("offset", listing.offset())
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    private List<Long> unknown(
            AccountListing listing, AccountOrder order, @Nullable Long after, long skipped, int most) {
        return database.sql("select a.id from accounts.account a" + order.joinKeepingAll()
                        + " where " + order.figure() + " is null and " + conditions(listing.filter())
                        + (after == null ? "" : " and a.id > :after")
                        + " order by a.id" + portion(most, skipped))
                .params(parameters(listing.filter()))
                .param("after", after)
                .param("offset", skipped)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    private boolean isKnown(AccountOrder order, long account) {
        return database.sql("select %s is not null from accounts.account a%s where a.id = :account"
                        .formatted(order.figure(), order.joinKeepingAll()))
                .param("account", account)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private long countKnown(AccountListing listing, AccountOrder order) {
        return database.sql("select count(*) from accounts.account a" + order.join() + " where " + order.figure()
                        + " is not null and " + conditions(listing.filter()))
                .params(parameters(listing.filter()))
                .query(Long.class)
                .single();
    }

    /// The number of rows stands in the text, where the planner can count on it.
    private static String portion(int most, long offset) {
        return " limit " + most + (offset == 0 ? "" : " offset :offset");
    }

    static Map<String, Object> parameters(AccountFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        Wanted wanted = Wanted.of(filter.search());
        parameters.put("search", wanted.strictly());
        parameters.put("like", wanted.loose().toArray(String[]::new));
        parameters.put("region", filter.region());
        parameters.put("category", filter.category());
        parameters.put("manager", filter.manager());
        return parameters;
    }

    static String conditions(AccountFilter filter) {
        List<String> conditions = new ArrayList<>(List.of("not a.withdrawn"));
        if (!Acting.actor().reaches(Level.CARD)) {
            conditions.add("a.id in (select g.account_id from identity.pub_own_grant g)");
        }
        if (!filter.search().isEmpty()) {
            conditions.add("a.id in (select accounts.matching(:search, cast(:like as text[])))");
        }
        if (!filter.region().isEmpty()) {
            conditions.add("a.region = :region");
        }
        if (!filter.category().isEmpty()) {
            conditions.add("a.category = :category");
        }
        if (filter.isWithoutManager()) {
            conditions.add("a.manager_code is null");
        } else if (!filter.manager().isEmpty()) {
            conditions.add("a.manager_code = :manager");
        }
        switch (filter.status()) {
            case OPEN -> conditions.add("(a.closed_on is null or a.closed_on > (select identity.pub_today()))");
            case CLOSED -> conditions.add("a.closed_on <= (select identity.pub_today())");
            case ALL -> {}
        }
        return String.join(" and ", conditions);
    }
}
