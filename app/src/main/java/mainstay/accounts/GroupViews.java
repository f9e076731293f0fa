package mainstay.accounts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainstay.accounts.MemberFigures.Yearly;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads the group of an account as it stood on a day, with its sales summed up over what it controls.
@Service
@Transactional(readOnly = true)
class GroupViews {

    private static final int MOST_TIES = 300;

    private final JdbcClient database;
    private final Parents parents;
    private final UnseenParents unseen;
    private final ObjectProvider<MemberFigures> figures;

    GroupViews(JdbcClient database, Parents parents, UnseenParents unseen, ObjectProvider<MemberFigures> figures) {
        this.database = database;
        this.unseen = unseen;
        this.parents = parents;
        this.figures = figures;
    }

    /// A place in the tree before anything is summed up.
    ///
    /// @param above place of the one it stands under; -1 for the top
    private record Place(
            long id,
            String code,
            String name,
            int depth,
            int above,
            @Nullable BigDecimal holding,
            LocalDate from,
            LocalDate until) {

        boolean isControlledByParent() {
            return holding == null || holding.compareTo(BigDecimal.valueOf(50)) > 0;
        }
    }

    GroupView of(long account, LocalDate on) {
        List<Place> places = places(top(account, on), on);
        Optional<Yearly> sales = Optional.ofNullable(figures.getIfAvailable())
                .flatMap(
                        source -> source.upTo(on, places.stream().map(Place::id).toList()));
        return new GroupView(
                on,
                unseen.above(account, on),
                members(places, sales.map(Yearly::sales).orElse(Map.of())),
                sales.filter(yearly -> !yearly.sales().isEmpty())
                        .map(Yearly::to)
                        .orElse(null),
                ties("child_id", "parent_id", account),
                ties("parent_id", "child_id", account),
                parents.isByHand(account));
    }

    private static List<GroupMember> members(List<Place> places, Map<Long, Long> sales) {
        @Nullable Long[] together = new @Nullable Long[places.size()];
        boolean[] controlled = new boolean[places.size()];
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            together[i] = sales.get(place.id());
            controlled[i] = place.above() < 0 || (controlled[place.above()] && place.isControlledByParent());
        }
        for (int i = places.size() - 1; i > 0; i--) {
            Place place = places.get(i);
            Long own = together[i];
            if (own != null && place.isControlledByParent()) {
                together[place.above()] = own + Objects.requireNonNullElse(together[place.above()], 0L);
            }
        }
        List<GroupMember> members = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            members.add(new GroupMember(
                    place.id(),
                    place.code(),
                    place.name(),
                    place.depth(),
                    place.holding(),
                    place.from(),
                    place.until(),
                    controlled[i],
                    sales.get(place.id()),
                    together[i]));
        }
        return members;
    }

    /// The highest account above this one that the reader may see.
    private long top(long account, LocalDate on) {
        return database.sql("""
                        with recursive up as (
                            select cast(:account as bigint) as id, 0 as steps
                            union all
                            select l.parent_id, u.steps + 1 from up u
                            join accounts.parent_link l
                              on l.child_id = u.id and l.valid_from <= :on and l.valid_to > :on
                            join accounts.pub_card a on a.id = l.parent_id)
                        select id from up order by steps desc limit 1
                        """)
                .param("account", account)
                .param("on", on)
                .query((row, number) -> row.getLong("id"))
                .single();
    }

    /// The whole tree in the order in which it is read: each account behind the one it stands under, by name.
    private List<Place> places(long top, LocalDate on) {
        Map<Long, Integer> numbers = new HashMap<>();
        return database.sql("""
                        with recursive down as (
                            select a.id, a.code, a.name, cast(null as bigint) as above, 0 as depth,
                                   cast(null as numeric) as holding, date '-infinity' as since, date 'infinity' as until,
                                   cast('{}' as text[]) as way
                            from accounts.pub_card a where a.id = :top
                            union all
                            select a.id, a.code, a.name, l.parent_id, d.depth + 1, l.holding, l.valid_from, l.valid_to,
                                   d.way || a.name || a.code
                            from down d
                            join accounts.parent_link l
                              on l.parent_id = d.id and l.valid_from <= :on and l.valid_to > :on
                            join accounts.pub_card a on a.id = l.child_id)
                        select id, code, name, above, depth, holding, since, until from down order by way
                        """)
                .param("top", top)
                .param("on", on)
                .query((row, number) -> {
                    numbers.put(row.getLong("id"), number);
                    Integer above = numbers.get(row.getLong("above"));
                    return new Place(
                            row.getLong("id"),
                            row.getString("code"),
                            row.getString("name"),
                            row.getInt("depth"),
                            above == null ? -1 : above,
                            row.getBigDecimal("holding"),
                            row.getObject("since", LocalDate.class),
                            row.getObject("until", LocalDate.class));
                })
                .list();
    }

    private List<GroupTie> ties(String own, String other, long account) {
        return database.sql("""
                        select a.code, a.name, l.holding, l.valid_from, l.valid_to
                        from accounts.parent_link l join accounts.pub_card a on a.id = l.%s
                        where l.%s = :account order by l.valid_from desc, a.name, a.code limit :most
                        """.formatted(other, own))
                .param("account", account)
                .param("most", MOST_TIES)
                .query((row, number) -> new GroupTie(
                        row.getString("code"),
                        row.getString("name"),
                        row.getBigDecimal("holding"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .list();
    }
}
