package mainstay.relationships;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.accounts.people.PersonFiles;
import mainstay.accounts.people.Position;
import mainstay.activity.Activity;
import mainstay.activity.ActivityForm;
import mainstay.activity.ActivityKind;
import mainstay.activity.ActivityKinds;
import mainstay.activity.ActivityMoment;
import mainstay.activity.ActivityWish;
import mainstay.activity.Mention;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Understands a form: which account, which colleagues, which people, and whom the notes name.
@Service
@Transactional(readOnly = true)
class ActivityReading {

    private static final int MOST_COLLEAGUES = 20;
    private static final int MOST_PEOPLE = 50;

    private final ActivityKinds kinds;
    private final Accounts accounts;
    private final PersonFiles people;
    private final Colleagues colleagues;
    private final NoteMentions mentions;
    private final JdbcClient database;
    private final Clock clock;

    ActivityReading(
            ActivityKinds kinds,
            Accounts accounts,
            PersonFiles people,
            Colleagues colleagues,
            NoteMentions mentions,
            JdbcClient database,
            Clock clock) {
        this.kinds = kinds;
        this.accounts = accounts;
        this.people = people;
        this.colleagues = colleagues;
        this.mentions = mentions;
        this.database = database;
        this.clock = clock;
    }

    /// What was understood.
    ///
    /// @param wish null where something is refused or has to be asked
    record Reading(
            Map<String, Text> refusals,
            List<Question> questions,
            @Nullable ActivityWish wish) {}

    /// @param before as it stands, where it is corrected: whoever took part may stay on record
    Reading of(ActivityForm form, @Nullable Activity before) {
        List<ActivityKind> all = kinds.all();
        Map<String, Text> refusals = new LinkedHashMap<>(form.refusals(all, clock.instant(), clock.getZone()));
        Optional<AccountCard> account = account(form, refusals);
        List<Position> there =
                account.map(card -> people.positionsAt(card.id())).orElse(List.of());
        List<Long> users = users(form, before, refusals);
        List<Long> met = met(form, there, refusals);
        if (!refusals.isEmpty()) {
            return new Reading(refusals, List.of(), null);
        }
        String text = form.of("notes").isEmpty() ? form.title() : form.of("notes");
        NoteMentions.Found found = mentions.in(text, there, form.all("meant"));
        if (!found.questions().isEmpty()) {
            return new Reading(refusals, found.questions(), null);
        }
        ActivityMoment moment = moment(form, before);
        return new Reading(
                refusals,
                List.of(),
                new ActivityWish(
                        account.map(AccountCard::id).orElse(null),
                        form.kindOf(all).orElseThrow(),
                        form.stateAt(moment, clock.instant(), clock.getZone()),
                        moment,
                        form.minutesOf("minutes", 1).orElseThrow(),
                        form.minutesOf("travel", 0).orElseThrow(),
                        form.title(),
                        form.notesOrNull(),
                        form.begunByOrNull(form.kindOf(all).orElseThrow()),
                        users,
                        met,
                        found.mentions()));
    }

    /// The code of the one account that a text names; empty where it names none, or several.
    public String accountNamed(String text) {
        List<Long> named = mentions.in(text, List.of(), List.of()).mentions().stream()
                .map(Mention::accountId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return named.size() == 1
                ? accounts.byId(named.getFirst()).map(AccountCard::code).orElse("")
                : "";
    }

    /// A time that clocks show twice stays the one that it was.
    private ActivityMoment moment(ActivityForm form, @Nullable Activity before) {
        ActivityMoment moment = form.moment(clock.getZone()).orElseThrow();
        if (before == null || !form.of("start").isEmpty()) {
            return moment;
        }
        boolean same = before.dayOnly() == moment.dayOnly()
                && before.startsAt()
                        .atZone(clock.getZone())
                        .toLocalDateTime()
                        .equals(moment.startsAt().atZone(clock.getZone()).toLocalDateTime());
        return same ? new ActivityMoment(before.dayOnly(), before.onDay(), before.startsAt()) : moment;
    }

    private Optional<AccountCard> account(ActivityForm form, Map<String, Text> refusals) {
        String code = form.of("account");
        if (code.isEmpty()) {
            return Optional.empty();
        }
        Optional<AccountCard> account = accounts.byCode(code);
        if (account.isEmpty()) {
            refusals.putIfAbsent("account", Text.of("activity.wrong.account", code));
        } else if (level(account.get().id()) < Level.BUSINESS.number()) {
            refusals.putIfAbsent("account", Text.of("activity.wrong.notYours"));
        }
        return account;
    }

    private int level(long account) {
        return database.sql("select coalesce(accounts.pub_level(:account), 0)")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    private List<Long> users(ActivityForm form, @Nullable Activity before, Map<String, Text> refusals) {
        List<String> names = form.all("colleagues");
        if (names.isEmpty()) {
            Long self = Acting.actor().id();
            if (self == null) {
                refusals.put("colleagues", Text.of("activity.wrong.nobody"));
            }
            return self == null ? List.of() : List.of(self);
        }
        if (names.size() > MOST_COLLEAGUES) {
            refusals.put("colleagues", Text.of("activity.wrong.colleagues", MOST_COLLEAGUES));
            return List.of();
        }
        Map<String, Colleague> known = colleagues.byNames(names);
        List<Long> stay = before == null ? List.of() : before.users();
        List<Long> users = new ArrayList<>();
        for (String name : names) {
            Colleague one = known.get(name);
            if (one == null || (!one.enabled() && !stay.contains(one.id()))) {
                refusals.put("colleagues", Text.of("activity.wrong.colleague", name));
            } else {
                users.add(one.id());
            }
        }
        return users;
    }

    private static List<Long> met(ActivityForm form, List<Position> there, Map<String, Text> refusals) {
        Set<String> known = there.stream()
                .filter(position -> !position.erased())
                .map(position -> String.valueOf(position.personId()))
                .collect(Collectors.toSet());
        List<String> wanted = form.all("people");
        Optional<String> stranger =
                wanted.stream().filter(one -> !known.contains(one)).findFirst();
        if (stranger.isPresent()) {
            refusals.put("people", Text.of("activity.wrong.person", stranger.get()));
            return List.of();
        }
        if (wanted.size() > MOST_PEOPLE) {
            refusals.put("people", Text.of("activity.wrong.people", MOST_PEOPLE));
            return List.of();
        }
        return new LinkedHashSet<>(wanted).stream().map(Long::valueOf).toList();
    }
}
