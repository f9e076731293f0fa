package mainstay.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where people say when they are away and who stands in for them.
@Service
@Transactional
public class AbsenceDesk {

    private static final int LONGEST = 366;

    private final Absences absences;
    private final Users users;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AbsenceDesk(Absences absences, Users users, Clock clock, ApplicationEventPublisher events) {
        this.absences = absences;
        this.users = users;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(readOnly = true)
    List<Absence> of(long user) {
        return absences.of(user, LocalDate.now(clock));
    }

    /// Those who could stand in for somebody: a role that decides nothing does not decide as a deputy either.
    @Transactional(readOnly = true)
    List<User> deputiesFor(long user) {
        return users.all().stream()
                .filter(other ->
                        other.isEnabled() && other.id() != user && other.role().mayDecide())
                .toList();
    }

    /// @return the message key of what cannot be taken; nothing where it is noted
    public Optional<String> note(
            long user, @Nullable Long deputy, @Nullable LocalDate first, @Nullable LocalDate last) {
        if (first == null || last == null) {
            return Optional.of("absence.daysMissing");
        }
        absences.hold();
        Optional<String> refusal = refusal(user, deputy, first, last);
        if (refusal.isEmpty()) {
            absences.note(user, deputy, first, last, Acting.actor().name(), clock.instant());
            events.publishEvent(new UserChanged(user, "absence", first + " / " + last));
        }
        return refusal;
    }

    private Optional<String> refusal(long user, @Nullable Long deputy, LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            return Optional.of("absence.turned");
        }
        if (last.isBefore(LocalDate.now(clock))) {
            return Optional.of("absence.past");
        }
        if (ChronoUnit.DAYS.between(first, last) >= LONGEST) {
            return Optional.of("absence.long");
        }
        if (absences.overlap(user, first, last)) {
            return Optional.of("absence.overlap");
        }
        return deputy == null ? Optional.empty() : deputyRefusal(user, deputy, first, last);
    }

    private Optional<String> deputyRefusal(long user, long deputy, LocalDate first, LocalDate last) {
        if (deputy == user) {
            return Optional.of("absence.ownDeputy");
        }
        Optional<User> chosen = users.byId(deputy).filter(User::isEnabled);
        if (chosen.isEmpty()) {
            return Optional.of("absence.noDeputy");
        }
        if (!chosen.get().role().mayDecide()) {
            return Optional.of("absence.deputyDecidesNothing");
        }
        return absences.circular(user, deputy, first, last) ? Optional.of("absence.circle") : Optional.empty();
    }

    boolean end(long user, long id) {
        boolean ended = absences.end(user, id, LocalDate.now(clock));
        if (ended) {
            events.publishEvent(new UserChanged(user, "absenceEnded", ""));
        }
        return ended;
    }
}
