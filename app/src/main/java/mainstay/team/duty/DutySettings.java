package mainstay.team.duty;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.HarmlessText;
import mainstay.shared.Numeral;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import mainstay.team.member.TeamRights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The fields of work that accounts ask for, and what is set for all teams.
@Service
@Transactional
public class DutySettings {

    private static final int LONGEST = 80;
    private static final BigDecimal WEEK = BigDecimal.valueOf(168);
    private static final int MOST_FIELDS = 60;

    private final Fields fields;
    private final Pools pools;
    private final UserDesk users;

    DutySettings(Fields fields, Pools pools, UserDesk users) {
        this.fields = fields;
        this.pools = pools;
        this.users = users;
    }

    /// @param owners    by number of the field, 0 for all that nobody else owns
    /// @param people    who can act
    /// @param everybody who is not shut out
    public record Page(
            List<Field> fields,
            BigDecimal weeklyHours,
            int watchedFrom,
            Map<Integer, Pools.Pool> owners,
            List<User> people,
            List<User> everybody) {

        public @Nullable String owner(int field) {
            Pools.Pool pool = owners.get(field);
            return pool == null ? null : pool.name();
        }

        public boolean isOwner(int field, User user) {
            Pools.Pool pool = owners.get(field);
            return pool != null && pool.userId() == user.id();
        }
    }

    @Transactional(readOnly = true)
    Page page() {
        Fields.Settings settings = fields.settings();
        Map<Integer, Pools.Pool> owners = new LinkedHashMap<>();
        pools.standing().forEach(pool -> owners.put(Objects.requireNonNullElse(pool.fieldId(), 0), pool));
        return new Page(
                fields.all(),
                settings.weeklyHours(),
                settings.watchedFrom(),
                owners,
                users.all().stream().filter(TeamRights::canAct).toList(),
                users.all().stream().filter(User::isEnabled).toList());
    }

    /// @return refusals by name of the form's field
    Map<String, Text> keep(String weeklyHours, String watchedFrom) {
        Map<String, Text> refusals = new LinkedHashMap<>();
        Optional<BigDecimal> hours = hours(weeklyHours).filter(number -> number.compareTo(BigDecimal.ONE) >= 0);
        if (hours.isEmpty()) {
            refusals.put("weeklyHours", Text.of("duty.wrong.week"));
        }
        if (!watchedFrom.matches("[1-5]")) {
            refusals.put("watchedFrom", Text.of("duty.wrong.stars"));
        }
        if (refusals.isEmpty()) {
            fields.settings(new Fields.Settings(hours.orElseThrow(), Integer.parseInt(watchedFrom)));
        }
        return refusals;
    }

    /// A field of work as it was written.
    ///
    /// @param title may be empty for one that came along
    /// @param hours may be empty
    record FieldForm(
            @Nullable String title,
            @Nullable String stars,
            @Nullable String hours,
            @Nullable String retired) {}

    /// @param id null for a new one
    Optional<Text> field(@Nullable Integer id, FieldForm form) {
        Optional<Field> before = id == null
                ? Optional.empty()
                : Optional.of(fields.find(id).orElseThrow(() -> new Problem.NotFound("duty.wrong.field")));
        String title = Objects.requireNonNullElse(form.title(), "").strip();
        boolean named = before.map(Field::code).isPresent();
        if (title.length() > LONGEST || !HarmlessText.is(title) || (title.isEmpty() && !named)) {
            return Optional.of(Text.of("duty.wrong.title", LONGEST));
        }
        String stars = Objects.requireNonNullElse(form.stars(), "");
        if (!stars.matches("[1-4]")) {
            return Optional.of(Text.of("duty.wrong.fromStars"));
        }
        String taken = Objects.requireNonNullElse(form.hours(), "").strip();
        if (!taken.isEmpty() && hours(taken).isEmpty()) {
            return Optional.of(Text.of("duty.wrong.hours"));
        }
        if (id == null && fields.all().size() >= MOST_FIELDS) {
            return Optional.of(Text.of("duty.wrong.tooMany", MOST_FIELDS));
        }
        BigDecimal norm = hours(taken).orElse(null);
        if (id == null) {
            fields.add(title, Integer.parseInt(stars), norm);
        } else {
            fields.change(
                    id, title.isEmpty() ? null : title, Integer.parseInt(stars), norm, "yes".equals(form.retired()));
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> hours(String written) {
        return Numeral.number(written)
                .filter(number -> number.signum() >= 0 && number.compareTo(WEEK) <= 0)
                .filter(number -> number.stripTrailingZeros().scale() <= 2);
    }
}
