package mainstay.dossier.card;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.accounts.AccountCard;
import mainstay.activity.Activities;
import mainstay.activity.Activity;
import mainstay.activity.ActivityFilter;
import mainstay.activity.ActivityState;
import mainstay.identity.Level;
import mainstay.shared.web.PageContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// When we were last in touch with the account, about what and by whom, and when we will be next.
@Component
class ContactsThere implements BriefSection {

    private static final int SECOND = 20;
    private static final int LATEST = 5;

    private final Activities activities;
    private final JdbcClient database;
    private final Clock clock;

    ContactsThere(Activities activities, JdbcClient database, Clock clock) {
        this.activities = activities;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public int order() {
        return SECOND;
    }

    @Override
    public Optional<Section> of(AccountCard account, PageContext page) {
        ActivityFilter held = new ActivityFilter(null, account.id(), null, false, ActivityState.DONE, null, null);
        List<Activity> told = new ArrayList<>();
        activities.nextPlanned(account.id(), LocalDate.now(clock)).ifPresent(told::add);
        told.addAll(activities.list(held, null, LATEST));
        Map<Long, String> names = names(told);
        List<Sheet.Row> rows =
                told.stream().map(activity -> row(activity, names, page)).toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Section(new Sheet.Block(page.t("brief.contacts"), rows, ""), Level.BUSINESS, List.of()));
    }

    private static Sheet.Row row(Activity activity, Map<Long, String> names, PageContext page) {
        String day = page.date(activity.onDay());
        String who = activity.users().stream()
                .map(user -> Objects.requireNonNullElse(names.get(user), ""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" · "));
        String what = Stream.of(page.t(activity.kindKey()), CardBlocks.shortened(activity.subject()))
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(" · "));
        return new Sheet.Row(activity.isPlanned() ? page.t("brief.planned", day) : day, what, who, false);
    }

    private Map<Long, String> names(List<Activity> told) {
        Map<Long, String> names = new HashMap<>();
        database.sql("select u.id, u.full_name from identity.pub_user u where u.id = any (:users)")
                .param(
                        "users",
                        told.stream()
                                .flatMap(activity -> activity.users().stream())
                                .distinct()
                                .toArray(Long[]::new))
                .query(row -> {
                    names.put(row.getLong("id"), row.getString("full_name"));
                });
        return names;
    }
}
