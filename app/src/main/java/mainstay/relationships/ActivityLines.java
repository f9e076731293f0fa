package mainstay.relationships;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.activity.Activity;
import mainstay.activity.Mention;
import mainstay.relationships.ActivityLine.Met;
import mainstay.relationships.ActivityLine.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives activities the names behind their numbers, all at once and as far as the reader may see them.
@Service
@Transactional(readOnly = true)
public class ActivityLines {

    private final Colleagues colleagues;
    private final JdbcClient database;

    ActivityLines(Colleagues colleagues, JdbcClient database) {
        this.colleagues = colleagues;
        this.database = database;
    }

    public List<ActivityLine> of(List<Activity> activities) {
        Map<Long, Place> places = places(activities.stream()
                .flatMap(one -> Stream.concat(
                        Stream.ofNullable(one.accountId()),
                        one.mentions().stream().map(Mention::accountId).filter(Objects::nonNull)))
                .collect(Collectors.toSet()));
        Map<Long, Met> people = people(activities.stream()
                .flatMap(one -> Stream.concat(
                        one.people().stream(),
                        one.mentions().stream().map(Mention::personId).filter(Objects::nonNull)))
                .collect(Collectors.toSet()));
        Map<Long, Colleague> users = colleagues.byIds(
                activities.stream().flatMap(one -> one.users().stream()).collect(Collectors.toSet()));
        return activities.stream().map(one -> line(one, places, people, users)).toList();
    }

    private static ActivityLine line(
            Activity one, Map<Long, Place> places, Map<Long, Met> people, Map<Long, Colleague> users) {
        Map<String, String> links = new HashMap<>();
        for (Mention mention : one.mentions()) {
            String link = link(mention, places, people);
            if (link != null) {
                links.put(mention.words(), link);
            }
        }
        String notes = one.notes();
        Long account = one.accountId();
        return new ActivityLine(
                one,
                account == null ? null : places.get(account),
                one.users().stream()
                        .map(id -> users.containsKey(id)
                                ? Objects.requireNonNull(users.get(id)).fullName()
                                : "#" + id)
                        .toList(),
                known(one.people().stream(), people),
                known(one.mentions().stream().map(Mention::accountId).filter(Objects::nonNull), places),
                NoteText.parts(one.subject(), links),
                notes == null ? List.of() : NoteText.parts(notes, links),
                ActivityDesk.mayChange(one));
    }

    private static <T> List<T> known(Stream<Long> ids, Map<Long, T> all) {
        return ids.distinct().map(all::get).filter(Objects::nonNull).toList();
    }

    private static @Nullable String link(Mention mention, Map<Long, Place> places, Map<Long, Met> people) {
        Long account = mention.accountId();
        if (account != null) {
            Place place = places.get(account);
            return place == null ? null : place.path();
        }
        Long person = mention.personId();
        Met met = person == null ? null : people.get(person);
        return met == null ? null : met.path();
    }

    private Map<Long, Place> places(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("select a.id, a.code, a.name from accounts.pub_card a where a.id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> new Place(row.getLong("id"), row.getString("code"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Place::id, Function.identity()));
    }

    private Map<Long, Met> people(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database
                .sql(
                        "select x.id, x.name, x.erased_at is not null as erased from accounts.pub_person x where x.id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> new Met(row.getLong("id"), row.getString("name"), row.getBoolean("erased")))
                .list()
                .stream()
                .collect(Collectors.toMap(Met::id, Function.identity()));
    }
}
